// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Fetches one authority's metadata and key set, with the retry and the checks of `spec §5.4`.
struct KeySource: Sendable {
    let authority: Authority
    let tenant: MetadataTenant
    let transport: any DocumentTransport
    let time: any TimeSource
    /// A number in 0..<1.
    let random: @Sendable () -> Double

    func metadata() async throws(FetchError) -> ProviderMetadata {
        let url = authority.metadataURL(tenant: tenant.path)
        let body = try await document(url, .metadata, types: ["application/json"])
        return try ProviderMetadata(parsing: body, authority: authority, asked: tenant)
    }

    func keySet(_ metadata: ProviderMetadata) async throws(FetchError) -> KeySetDocument {
        let types = ["application/json", "application/jwk-set+json"]
        let body = try await document(metadata.keySetURL, .keySet, types: types)
        return try KeySetDocument(parsing: body)
    }

    private func document(_ url: String, _ limits: FetchLimits, types: [String]) async throws(FetchError) -> [UInt8] {
        let start = time.uptime()
        do {
            return try await attempt(url, limits, types)
        } catch {
            guard let pause = error.retryPause(random: random()) else { throw error.cause }
            let left = limits.deadline - (time.uptime() - start) - pause
            guard left > .milliseconds(100), (try? await time.sleep(for: pause)) != nil else { throw error.cause }
            do {
                return try await attempt(url, FetchLimits(deadline: left, bodySize: limits.bodySize), types)
            } catch { throw error.cause }
        }
    }

    private func attempt(_ url: String, _ limits: FetchLimits, _ types: [String]) async throws(FailedAttempt) -> [UInt8]
    {
        let answer: FetchedDocument
        do {
            answer = try await transport.get(url, limits: limits)
        } catch {
            throw FailedAttempt(cause: error, status: nil, retryAfter: nil)
        }
        guard answer.status == 200 else {
            throw FailedAttempt(
                cause: FetchError(.status, "\(url) answered \(answer.status)."), status: answer.status,
                retryAfter: answer.retryAfter)
        }
        if let type = answer.contentType {
            let essence = type.prefix { $0 != ";" && $0 != " " }.lowercased()
            guard types.contains(essence) else {
                let cause = FetchError(.content, "\(url) answered \(essence) instead of JSON: is a proxy in the way?")
                throw FailedAttempt(cause: cause, status: 200, retryAfter: nil)
            }
        }
        return answer.body
    }
}

/// A failed GET with what decides whether a second one makes sense.
private struct FailedAttempt: Error {
    let cause: FetchError
    let status: Int?
    let retryAfter: Int?

    /// 200 to 500 ms after a broken connection, 408, 429 or 5xx; `Retry-After` is honoured up to 2 s.
    func retryPause(random: Double) -> Duration? {
        let jitter = Duration.milliseconds(200 + Int64(300 * random))
        guard let status else { return cause.code == .connection ? jitter : nil }
        switch status {
        case 408, 500...599: return jitter
        case 429:
            guard let retryAfter else { return jitter }
            return retryAfter <= 2 ? max(.seconds(retryAfter), jitter) : nil
        default: return nil
        }
    }
}
