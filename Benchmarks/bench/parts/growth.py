# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the swift-azure-functions authors
"""What a call costs when there is more of everything: functions, keys, callers, bytes."""

from .. import costs
from ..goals import at_most, not_measured
from . import bodies

# Two measurements of the same differ by this much on a shared machine.
FLAT = 1.15


def measure(run):
    run.wait_until_quiet()
    runtime, validator = (costs.of(run.builds.tool(name)) for name in ("RuntimeCost", "ValidatorCost"))
    run.figures["growth"] = runtime.rows + [
        row for row in validator.rows if row.get("group") in ("keys", "callers", "threads")]
    return [
        flat("cost per call flat from 1 to 1,000 functions", runtime.growth("functions")),
        flat("cost per call flat from 1 to 1,000 keys", validator.growth("keys")),
        flat("cost per call flat from 1 to 100,000 callers", validator.growth("callers")),
        *bodies.measure(run),
    ]


def flat(demand, growth):
    if growth is None:
        return not_measured(6, demand, "the tools of Benchmarks/ have no such workload")
    return at_most(6, demand, growth[0], FLAT, " ×", growth[1])
