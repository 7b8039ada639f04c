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
        row for row in validator.rows if row.get("group") in ("keys", "callers", "cached callers", "threads")]
    return [
        flat(runtime, "functions", "functions by envelope", 1_000),
        flat(runtime, "plain-functions", "functions by plain HTTP", 1_000),
        flat(validator, "keys", "keys", 1_000),
        flat(validator, "callers", "callers", 100_000),
        *bodies.measure(run),
    ]


def flat(tool, group, what, goal):
    """The largest of a group is what was measured, whatever the goal says."""
    rows = tool.group(group)
    if len(rows) < 2:
        return not_measured(6, f"cost per call flat from 1 to {goal:,} {what}", "there is no such workload")
    ratio, words = tool.growth(group)
    largest = rows[-1]["size"]
    detail = words if largest >= goal else f"{words}; {goal:,} were not tried"
    return at_most(6, f"cost per call flat from 1 to {largest:,} {what}", ratio, FLAT, " ×", detail)
