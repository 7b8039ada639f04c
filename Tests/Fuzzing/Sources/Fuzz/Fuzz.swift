// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Feeds one input to the validator; libFuzzer brings the `main` that calls this.
///
/// An input is one octet that chooses a surface and then what that surface reads. The process traps when the validator
/// traps or accepts something that was not signed.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: data, count: size))
    if let first = input.first {
        Surface.all[Int(first) % Surface.all.count].read(input.dropFirst(), material)
    }
    return 0
}

/// Made once, before the first input.
private let material: Material = {
    do {
        let material = try Material()
        require(outcome(material.token, material.validator) == nil, "the good token is refused, so nothing is proven")
        return material
    } catch {
        fatalError("no keys: \(error)")
    }
}()
