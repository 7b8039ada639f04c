// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Changes a text as an input says, so that an input reaches deep into texts that hold this run's key or signature.
///
/// An edit is four octets: what to do, where (two octets, scaled to the text), and a value.
func edited(_ text: [UInt8], by input: ArraySlice<UInt8>) -> [UInt8] {
    var text = text
    var rest = input
    while rest.count >= 4, text.count < 20_000 {
        let edit = Array(rest.prefix(4))
        rest = rest.dropFirst(4)
        let place = (Int(edit[1]) << 8 | Int(edit[2])) * (text.count + 1) >> 16
        let value = edit[3]
        switch edit[0] % 6 {
        case 0 where place < text.count: text[place] = value
        case 1 where place < text.count: text[place] ^= 1 << (value & 7)
        case 2: text.insert(value, at: place)
        case 3: text.removeSubrange(place..<min(place + Int(value & 15) + 1, text.count))
        case 4: text.insert(contentsOf: text[place..<min(place + Int(value), text.count)], at: place)
        default:
            let length = min(Int(value), rest.count)
            text.insert(contentsOf: rest.prefix(length), at: place)
            rest = rest.dropFirst(length)
        }
    }
    return text
}
