// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// A payload as strict JSON, with accessors that say what is wrong (`spec §2`).
struct ClaimSet: Sendable {
    /// What a payload may cost; its bytes are bounded by ``CompactJWS/maximumSize`` already.
    static let limits = JSONLimits(bytes: CompactJWS.maximumSize, depth: 16, members: 256, values: 1 << 14)

    let root: JSONElement
    private let places: ClaimPlaces

    init(parsing bytes: [UInt8]) throws(AuthError) {
        do throws(JSONError) {
            root = try JSONDocument(parsing: bytes, limits: Self.limits).root
        } catch {
            throw AuthError(.tokenMalformed, "The payload is not strict JSON: \(error).")
        }
        guard let members = root.members else {
            throw AuthError(.tokenMalformed, "The payload is not a JSON object.")
        }
        var places = ClaimPlaces()
        var misspelled: ClaimName?
        let index = ClaimName.index
        members.forEachPlace { name, place in
            switch index.match(name) {
            case .name(let claim): places[claim] = place
            case .otherCase(let claim): misspelled = claim
            case nil: break
            }
        }
        // Two spellings of one claim are how one reader is made to see another value than the next.
        if let misspelled {
            throw AuthError(.claimInvalid, "A claim differs from \(misspelled.text) by case only.")
        }
        self.places = places
    }

    func has(_ claim: ClaimName) -> Bool { places[claim] > 0 }

    /// The claim's value, or nil when absent.
    subscript(_ claim: ClaimName) -> JSONElement? {
        let place = places[claim]
        return place > 0 ? root.element(at: place) : nil
    }

    /// A required string.
    func string(_ claim: ClaimName) throws(AuthError) -> ArraySlice<UInt8> {
        guard let value = try optionalString(claim) else {
            throw AuthError(.claimMissing, "The claim \(claim.text) is missing.")
        }
        return value
    }

    func optionalString(_ claim: ClaimName) throws(AuthError) -> ArraySlice<UInt8>? {
        let place = places[claim]
        guard place > 0 else { return nil }
        guard let value = root.utf8(at: place) else {
            throw AuthError(.claimInvalid, "The claim \(claim.text) is not a string.")
        }
        return value
    }

    /// A string that is read for what it names, and so may not hold U+0000 (`spec §7`).
    func names(_ claim: ClaimName) throws(AuthError) -> ArraySlice<UInt8>? {
        let value = try optionalString(claim)
        if let value, hasNull(value) { throw AuthError(.claimInvalid, "The claim \(claim.text) holds U+0000.") }
        return value
    }

    /// A required NumericDate: a whole number of seconds up to the year 9999 (`spec §7`).
    func date(_ claim: ClaimName) throws(AuthError) -> Int64 {
        let place = places[claim]
        guard place > 0 else { throw AuthError(.claimMissing, "The claim \(claim.text) is missing.") }
        guard let seconds = root.int64(at: place), 0...253_402_300_799 ~= seconds else {
            throw AuthError(
                .claimInvalid, "The claim \(claim.text) is not a whole number of seconds up to the year 9999.")
        }
        return seconds
    }

    /// Whether a claim is an array that holds this string.
    func holds(_ name: [UInt8], in claim: ClaimName) -> Bool {
        guard let elements = self[claim]?.elements else { return false }
        for element in elements {
            if let value = element.utf8, isEqual(value, name) { return true }
        }
        return false
    }

    /// Whether a claim is a list, divided by spaces, that holds this name.
    ///
    /// Divided at U+0020 by bytes: `split` on characters would keep a combining mark's space (`spec §9`).
    func lists(_ name: [UInt8], in claim: ClaimName) -> Bool {
        guard !name.isEmpty, has(claim), let list = root.utf8(at: places[claim]) else { return false }
        let text = list.span
        var start = 0
        while start < text.count {
            let end = firstIndex(of: 0x20, in: text, from: start) ?? text.count
            if isEqual(text.extracting(start..<end), name.span) { return true }
            start = end + 1
        }
        return false
    }

    /// An array of strings, empty when absent.
    func strings(_ claim: ClaimName) throws(AuthError) -> [ArraySlice<UInt8>] {
        guard let element = self[claim] else { return [] }
        let values = element.elements.map { $0.compactMap(\.utf8) }
        guard let values, values.count == element.count else {
            throw AuthError(.claimInvalid, "The claim \(claim.text) is not an array of strings.")
        }
        return values
    }
}
