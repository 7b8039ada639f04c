// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import Logging
import StrictJSON

/// Gives inputs to invocations, and writes their outputs into the local store.
struct BindingRuntime: Sendable {
    /// Nil for an app that needs none.
    let store: LocalStore?
    /// The functions that get what is published to Event Grid.
    let eventGridFunctions: [String]
    /// Whether queue messages travel as base64, which makes them a third longer.
    let queuesUseBase64: Bool
    let clock: any HostClock
    let log: HostLog

    init(
        store: LocalStore?, _ discovery: FunctionDiscovery, configuration: HostConfiguration, clock: any HostClock,
        log: HostLog
    ) {
        self.store = store
        eventGridFunctions = discovery.functions.filter {
            !$0.isDisabled && $0.triggerBinding.type.lowercased() == "eventgridtrigger"
        }.map(\.name)
        queuesUseBase64 = configuration.extensions.queues.isBase64
        self.clock = clock
        self.log = log
    }

    /// The values of a function's inputs, by binding name, as they go on the wire.
    func inputs(
        of function: FunctionMetadata, _ expression: BindingExpression
    ) async throws(InvocationFailure) -> JSONObject {
        var values: JSONObject = [:]
        for binding in function.bindings where binding.direction != .out && !binding.isTrigger {
            let reader = InputReader(binding: binding, expression: expression, store: store)
            do throws(StoreError) {
                values[binding.name] = try await reader.value()
            } catch {
                throw InvocationFailure("Exception binding parameter '\(binding.name)': \(error.message)")
            }
            if !reader.isEmulated {
                log.quirk(
                    .inputNotEmulated, function.name,
                    "The input '\(binding.name)' of '\(function.name)' (\(binding.type)) is not emulated: it is null.")
            }
        }
        return values
    }

    /// Writes what a function gave, and what its success means for its trigger, in one transaction.
    ///
    /// - Throws: ``InvocationFailure`` when anything cannot be written; then nothing is, but for blobs.
    func commit(
        _ result: HandlerResult, of function: FunctionMetadata, _ expression: BindingExpression,
        acknowledge: Acknowledgement? = nil
    ) async throws(InvocationFailure) {
        let writes = try writes(result, of: function, expression)
        guard !writes.isEmpty || acknowledge != nil else { return }
        guard let store else { throw InvocationFailure("There is no local store for outputs.") }
        let now = clock.now
        do throws(StoreError) {
            var files: [(BlobFile, String)] = []
            for case .blob(let name, let bytes, let contentType) in writes {
                try store.blobs.write(bytes, to: name)
                if let file = store.blobs.stat(name) { files.append((file, contentType)) }
            }
            try await store.write { [files] transaction in
                for write in writes { try write.apply(to: &transaction, now: now) }
                for (file, contentType) in files { try transaction.describe(file, contentType: contentType) }
                try acknowledge?(&transaction)
            }
        } catch {
            throw InvocationFailure("Error while handling parameter of function '\(function.name)': \(error.message)")
        }
    }

    private func writes(
        _ result: HandlerResult, of function: FunctionMetadata, _ expression: BindingExpression
    ) throws(InvocationFailure) -> [StoreWrite] {
        let hasReturn = function.bindings.contains { $0.direction != .in && $0.isReturn }
        var writes: [StoreWrite] = []
        for binding in function.bindings where binding.direction != .in && !binding.isHTTPOutput {
            let value: OutputValue
            if binding.isReturn {
                value = OutputValue(result.returnValue, isBinary: binding.isBinary)
            } else if !hasReturn, let member = result.returnValue[binding.name] {
                // Members of a returned object are copied over the outputs as they are (host contract §8.4).
                value = .json(member)
            } else if let output = result.outputs?[binding.name] {
                value = OutputValue(output, isBinary: binding.isBinary)
            } else {
                continue
            }
            if value == .json(.null) { continue }
            warn(binding, value, function)
            let writer = OutputWriter(
                binding: binding, expression: expression, eventGridFunctions: eventGridFunctions,
                queuesUseBase64: queuesUseBase64)
            do throws(StoreError) {
                writes += try writer.writes(value)
            } catch {
                throw InvocationFailure(
                    "Error while handling parameter \(binding.name) of function '\(function.name)': \(error.message)")
            }
        }
        return writes
    }

    private func warn(_ binding: FunctionBinding, _ value: OutputValue, _ function: FunctionMetadata) {
        let name = function.name
        if !OutputWriter.isEmulated(binding.type) {
            let text = if case .bytes(let bytes) = value { "\(bytes.count) bytes" } else { value.text }
            log.quirk(
                .outputNotEmulated, name,
                "The output '\(binding.name)' of '\(name)' (\(binding.type)) is not emulated; its value: "
                    + text.prefix(2_000))
        } else if case .bytes = value {
            log.quirk(
                .base64Decoded, name,
                "The output '\(binding.name)' of '\(name)' looks like base64 and was decoded to bytes"
                    + (OutputWriter.takesTextOnly(binding.type)
                        ? "; this service then gets the text System.Byte[]. Give a one-element array instead."
                        : ". Encode arbitrary text as base64 yourself, or set dataType to binary."))
        }
    }
}
