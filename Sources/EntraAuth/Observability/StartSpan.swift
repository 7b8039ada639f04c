// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Tracing

/// A span, or nil while the process traces nothing; asking costs less than the span of a tracer that does nothing.
func startSpanIfTraced(_ name: String) -> (any Span)? {
    type(of: InstrumentationSystem.instrument) == NoOpInstrument.self ? nil : startSpan(name)
}
