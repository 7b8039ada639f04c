# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the swift-azure-functions authors
"""One token: the validator beside the raw RSA operation of the same build, in one process, in turns."""

from .. import costs
from ..goals import at_most, not_measured

RAW = "raw RSA-2048 verification + SHA-256"
FULL = "full validation, warm keys"


def measure(run):
    run.wait_until_quiet()
    tool = run.builds.tool("ValidatorCost")
    found = costs.of(tool)
    run.figures["validator"] = found.rows
    time = lambda name: found[name]["microseconds"]
    full = time(FULL)
    return [
        at_most(
            1, "full validation at most 1.15 × raw RSA + SHA-256", full / time(RAW), 1.15, " ×",
            f"{full:.1f} and {time(RAW):.1f} µs"),
        allocations(found[FULL]),
        at_most(1, "malformed token at most 3 µs", time("malformed token"), 3, " µs"),
        at_most(1, "unknown kid at most 5 µs", time("unknown kid, negative cache"), 5, " µs"),
        at_most(
            1, "bad signature at most a success", time("bad signature") / full, 1, " ×",
            f"{time('bad signature'):.1f} and {full:.1f} µs"),
        at_most(1, "verified-token cache hit at most 2 µs", time("verified-token cache hit"), 2, " µs"),
    ]


def allocations(row):
    demand = "at most 12 heap allocations a validation"
    if "allocations" not in row:
        return not_measured(1, demand, "ValidatorCost does not count them on this machine")
    return at_most(1, demand, row["allocations"], 12)
