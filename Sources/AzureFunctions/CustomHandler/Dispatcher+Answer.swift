// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Logging

/// The way of a request through middleware, guards and handler.
extension Dispatcher {
    /// Middleware, guards, handler; whatever they throw becomes an answer here.
    func answer(
        _ http: FunctionDefinition.HTTPWork, _ request: FunctionRequest, _ context: InvocationContext
    ) async -> InvocationOutcome {
        guard let middleware = http.middleware else { return await answerInside(http, request, context) }
        do {
            return try await middleware { await self.answerInside(http, $0, $1) }(request, context)
        } catch {
            return answer(to: error, context)
        }
    }

    private func answerInside(
        _ http: FunctionDefinition.HTTPWork, _ request: FunctionRequest, _ context: InvocationContext
    ) async -> InvocationOutcome {
        do {
            for step in http.guards { try await step.check(request, context) }
            try http.transport.admit(request.body)
            let outcome: InvocationOutcome
            do {
                outcome = try await http.handler(request, context)
            } catch {
                try request.body.confirmRead()
                throw error
            }
            try request.body.confirmRead()
            return outcome
        } catch {
            return answer(to: error, context)
        }
    }

    private func answer(to error: any Error, _ context: InvocationContext) -> InvocationOutcome {
        let id = context.invocationID
        switch error {
        case let rejection as Rejection:
            context.logger.notice(
                "The request is refused.",
                metadata: ["code": "\(rejection.code)", "diagnostic": "\(rejection.diagnostic ?? "")"])
            return InvocationOutcome(response: errors.rejection(rejection, correlationID: id), ending: .refused)
        case let error as BadRequest:
            context.logger.notice("The request cannot be used.", metadata: ["error": "\(error.message)"])
            return InvocationOutcome(response: errors.badRequest(error, correlationID: id), ending: .refused)
        default:
            context.logger.error("The function failed.", metadata: ["error": "\(error)"])
            return InvocationOutcome(response: errors.failure(error, correlationID: id), ending: .failed)
        }
    }
}
