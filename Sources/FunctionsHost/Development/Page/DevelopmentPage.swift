// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// The page for people at `/_dev`, and what it asks for (docs/development-page.md).
struct DevelopmentPage: Sendable {
    /// How long a token or a call may be, with everything around it.
    static let maximumBody = 12 << 20

    let hosted: HostedApp
    let hasStore: Bool
    let needsKeys: Bool
    let journal: InvocationJournal
    let guardian: PageGuard
    let tokens: (any DevelopmentTokens)?

    /// Whether a path lies below the page.
    static func owns(_ path: String) -> Bool { path == "/_dev" || path.hasPrefix("/_dev/") }

    /// Answers a request.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - call: Makes a call as a client of the host.
    /// - Returns: The answer; nil when the path is none of the page's.
    func answer(
        _ request: ExtensionRequest, call: (PageCall) async -> JSONValue
    ) async -> HTTPAnswer? {
        guard let path = PagePath(request.segments) else { return nil }
        if let refusal = guardian.refusal(of: request, path) { return .problem(403, refusal) }
        switch (path, request.method) {
        case (.page, "GET"), (.page, "HEAD"): return PageAsset.page(key: guardian.key)
        case (.asset(let name), "GET"), (.asset(let name), "HEAD"): return PageAsset.named(name)?.answer
        case (.data(let parts), let method): return await data(method, parts, request, call)
        default: return nil
        }
    }

    private func data(
        _ method: String, _ parts: [String], _ request: ExtensionRequest, _ call: (PageCall) async -> JSONValue
    ) async -> HTTPAnswer? {
        switch (method, parts.first, parts.count) {
        case ("GET", "app", 1): return .json(PageReport.app(self))
        case ("GET", "invocations", 1): return invocations(request)
        case ("GET", "invocations", 2):
            return journal[parts[1]].map { .json(PageReport.details($0)) }
                ?? .problem(404, "This invocation is no longer remembered.")
        case ("POST", "call", 1):
            guard let asked = PageCall(request.body) else { return .problem(400, PageCall.form) }
            return .json(await call(asked))
        case ("POST", "token", 1): return await token(request)
        case ("POST", "inspect", 1): return await report(request)
        default: return nil
        }
    }

    private func invocations(_ request: ExtensionRequest) -> HTTPAnswer {
        let (tag, records) = journal.snapshot
        let header = HTTPAnswer.Header(name: "ETag", value: tag)
        if request.header("if-none-match") == tag { return HTTPAnswer(status: 304, headers: [header]) }
        var answer = HTTPAnswer.json(["invocations": .array(records.map(PageReport.summary))])
        answer.headers.append(header)
        return answer
    }

    private func token(_ request: ExtensionRequest) async -> HTTPAnswer {
        guard let tokens else { return Self.noTenant }
        guard let json = try? JSONValue(parsing: request.body), json.object != nil else {
            return .problem(400, "Send {\"user\": …, \"api\": …, \"scopes\": […], \"expired\": …}.")
        }
        let asked = DevelopmentTokenRequest(
            user: json["user"]?.string, api: json["api"]?.string,
            scopes: json["scopes"]?.array?.compactMap(\.string) ?? [],
            isExpired: json["expired"]?.bool ?? false)
        do throws(DevelopmentTokenError) {
            return .json(["token": .string(try await tokens.token(asked))])
        } catch {
            return .problem(422, error.description)
        }
    }

    private func report(_ request: ExtensionRequest) async -> HTTPAnswer {
        guard let tokens else { return Self.noTenant }
        guard let text = (try? JSONValue(parsing: request.body))?["token"]?.string, text.utf8.count <= 64 << 10 else {
            return .problem(400, "Send {\"token\": …} with at most 64 KiB.")
        }
        do throws(DevelopmentTokenError) {
            let report = String(decoding: try await tokens.report(on: text), as: UTF8.self)
            return .text(report, type: "application/json; charset=utf-8")
        } catch {
            return .problem(422, error.description)
        }
    }

    private static let noTenant = HTTPAnswer.problem(
        404, "This host has no local tenant. Run \"swift-func start\" without --no-tenant.")
}
