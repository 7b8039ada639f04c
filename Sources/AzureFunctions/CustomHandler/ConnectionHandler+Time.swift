// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Logging
import NIOCore
import NIOHTTP1

extension ConnectionHandler {
    /// Moves the deadline to what the phase asks for.
    func rearm(_ context: ChannelHandlerContext) {
        // Once for all that a batch of bytes has brought about.
        guard !isAdvancing else { return }
        guard let onTimer, let due = due(context.eventLoop.now) else { return timer.clear() }
        timer.set(due, on: context.eventLoop, onFire: onTimer)
    }

    private func due(_ now: NIODeadline) -> NIODeadline? {
        let limits = services.limits
        switch phase {
        case .idle:
            return now + limits.idle
        case .receiving:
            return now + limits.stall
        case .lingering:
            return now + limits.linger
        case .closed:
            return nil
        case .waiting, .answering:
            guard let exchange else { return nil }
            let stall = exchange.awaitsClient ? exchange.lastMove + limits.streamStall : nil
            guard let deadline = exchange.deadline else { return stall }
            return stall.map { min($0, deadline) } ?? deadline
        }
    }

    func timerFired(_ context: ChannelHandlerContext) {
        guard let onTimer else { return }
        let now = context.eventLoop.now
        guard timer.isDue(now, on: context.eventLoop, onFire: onTimer) else { return }
        switch phase {
        case .idle, .lingering:
            context.close(promise: nil)
        case .receiving:
            refuse(.requestTimeout, "The request did not arrive in time", "request_timeout", context)
        case .waiting:
            if exchange?.deadline.map({ $0 <= now }) == true {
                guard services.gate.withdraw(ObjectIdentifier(self)) else { return }
                refuse(.serviceUnavailable, "The invocation's turn did not come in time", "overloaded", context)
            } else {
                rearm(context)
            }
        case .answering:
            if exchange?.deadline.map({ $0 <= now }) == true { return timeIsUp(context) }
            guard let exchange, exchange.awaitsClient, !isSuspended,
                exchange.lastMove + services.limits.streamStall <= now
            else { return rearm(context) }
            log("The client stood still in the middle of a streamed request or answer.")
            exchange.task?.cancel()
            abort(exchange.serial, context)
        case .closed:
            break
        }
    }

    /// The host is about to kill the process (host contract §3.3).
    private func timeIsUp(_ context: ChannelHandlerContext) {
        guard let exchange, let limit = services.dispatcher.timeLimit else { return }
        guard exchange.isCancelled else {
            services.logger.error(
                "A function is cancelled, because the host's functionTimeout is nearly over.",
                metadata: metadata(exchange, limit))
            self.exchange?.isCancelled = true
            self.exchange?.deadline = context.eventLoop.now + TimeAmount(limit.reaction)
            rearm(context)
            exchange.task?.cancel()
            return
        }
        services.logger.error(
            "A function did not end when it was cancelled; its invocation is given up.",
            metadata: metadata(exchange, limit))
        if exchange.isAnswerBegun {
            abort(exchange.serial, context)
        } else {
            refuse(.internalServerError, "The function did not end in time", "function_timeout", context)
        }
    }

    private func metadata(_ exchange: Exchange, _ limit: TimeLimit) -> Logger.Metadata {
        [
            "function": "\(exchange.route.function?.name ?? "")",
            "invocation.id": "\(exchange.head.fields.first(name: "X-Azure-Functions-InvocationId") ?? "none")",
            "timeout.s": "\(limit.total / .seconds(1))",
        ]
    }
}
