// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Logging
import NIOHTTP1
import StrictJSON

/// Invocations by envelope: `POST /{FunctionName}` (host contract §4.2, §8.1).
extension Dispatcher {
    func invoke(_ function: FunctionDefinition, _ request: HandlerRequest) async -> HandlerResponse {
        guard let id = request.invocationID else {
            return refuse(
                .badRequest, "The X-Azure-Functions-InvocationId field is missing", "missing_invocation_id", function)
        }
        guard request.headers.isMediaType("application/json", in: "Content-Type") else {
            return refuse(
                .unsupportedMediaType, "The content type must be application/json", "content_type", function, id)
        }
        let envelope: Envelope
        do throws(JSONError) {
            envelope = try Envelope(parsing: request.body)
        } catch {
            return refuse(.badRequest, "The body is not valid JSON: \(error)", "invalid_json", function, id)
        }
        guard envelope.isWellFormed else {
            return refuse(
                .badRequest, "The body is not an invocation: Data is missing", "invalid_envelope", function, id)
        }
        let context = context(function, id, envelope, request)
        return await observe(function, context, since: request.arrival) {
            switch function.work {
            case .http(let http):
                guard let incoming = envelope.request(function.bindings[0].name) else {
                    let message = "The invocation has no HTTP request"
                    return (refuse(.badRequest, message, "invalid_envelope", function, id), .failed)
                }
                return encoded(await answer(http, incoming, context), http.responseBinding, context)
            case .event(let handler):
                return await event(handler, context)
            }
        }
    }

    private func event(
        _ handler: FunctionParts.EventHandler, _ context: InvocationContext
    ) async -> (HandlerResponse, FunctionInstruments.Outcome) {
        do {
            let outcome = try await handler(context)
            let bytes = InvocationResult.bytes(outcome, logs: context.logs?.close() ?? [])
            return (.result(bytes), .succeeded)
        } catch let error as UnreadableValue {
            releaseLogs(context)
            context.logger.error("A value cannot be read.", metadata: ["error": "\(error)"])
            return (refusal(.badRequest, "\(error)", "unreadable_value", context), .failed)
        } catch {
            // The host fails the invocation, and retries by its policy, only on a status that is not 2xx (§8.6).
            releaseLogs(context)
            context.logger.error("The function failed.", metadata: ["error": "\(error)"])
            return (refusal(.internalServerError, "Internal server error", "internal_error", context), .failed)
        }
    }

    private func refusal(
        _ status: HTTPResponseStatus, _ message: String, _ code: String, _ context: InvocationContext
    ) -> HandlerResponse {
        .refusal(status, message, code: code, correlationID: context.invocationID)
    }

    private func encoded(
        _ outcome: InvocationOutcome, _ binding: String, _ context: InvocationContext
    ) -> (HandlerResponse, FunctionInstruments.Outcome) {
        do throws(UnsayableResponse) {
            try InvocationResult.check(outcome)
        } catch {
            context.logger.error("The answer cannot be sent.", metadata: ["error": "\(error)"])
            let failure = InvocationOutcome(response: errors.failure(error, correlationID: context.invocationID))
            return (.result(result(failure, binding, context)), .failed)
        }
        return (.result(result(outcome, binding, context)), outcome.ending)
    }

    private func result(_ outcome: InvocationOutcome, _ binding: String, _ context: InvocationContext) -> [UInt8] {
        InvocationResult.bytes(outcome, responseBinding: binding, logs: context.logs?.close() ?? [])
    }
}
