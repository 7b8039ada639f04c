// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Testing

@testable import FunctionsHost

@Suite("Throttles", .timeLimit(.minutes(1)))
struct ThrottleTests {
    @Test("A request that may not run yet waits, one that may not even wait is turned away")
    func limits() async {
        let throttle = RequestThrottle(maximumOutstanding: 2, maximumConcurrent: 1)
        var first = await throttle.place()
        #expect(first != nil)
        async let second = throttle.place()
        // The second one takes the last place as soon as it waits.
        while await turnedAway(throttle) == false { await Task.yield() }
        #expect(first != nil)
        first = nil
        #expect(await second != nil)
    }

    /// Whether there is no place; a place is given back at once, and waiting ends with the task.
    private func turnedAway(_ throttle: RequestThrottle) async -> Bool {
        let probe = Task { await throttle.place() == nil && !Task.isCancelled }
        let canceller = Task {
            for _ in 0..<10 { await Task.yield() }
            probe.cancel()
        }
        let result = await probe.value
        canceller.cancel()
        return result
    }

    @Test("Without limits everybody has a place")
    func unlimited() async {
        let throttle = RequestThrottle(maximumOutstanding: nil, maximumConcurrent: nil)
        var places: [RequestThrottle.Place] = []
        for _ in 0..<1_000 { if let place = await throttle.place() { places.append(place) } }
        #expect(places.count == 1_000)
    }

    @Test("Who goes away while waiting leaves no hole")
    func cancelled() async {
        let throttle = RequestThrottle(maximumOutstanding: nil, maximumConcurrent: 1)
        var first = await throttle.place()
        #expect(first != nil)
        let waiting = Task { await throttle.place() }
        waiting.cancel()
        #expect(await waiting.value == nil)
        first = nil
        #expect(await throttle.place() != nil)
    }
}
