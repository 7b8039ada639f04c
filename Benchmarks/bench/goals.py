# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the swift-azure-functions authors
"""A goal, what was measured, and the verdict."""

import dataclasses


@dataclasses.dataclass
class Goal:
    part: int
    demand: str
    measured: str = ""
    # None: not measured, and `reason` says why.
    is_met: bool | None = None
    missed_by: str = ""
    reason: str = ""

    @property
    def verdict(self):
        if self.is_met is None:
            return f"not measured: {self.reason}"
        return "met" if self.is_met else f"missed by {self.missed_by}"


def number(value, unit=""):
    """Three significant digits, or all digits before the point."""
    size = abs(value)
    digits = 0 if size >= 100 else 1 if size >= 10 else 2
    return f"{value:,.{digits}f}{unit}"


def at_most(part, demand, value, limit, unit="", detail=""):
    return Goal(part, demand, told(value, unit, detail), value <= limit, number(value - limit, unit))


def at_least(part, demand, value, limit, unit="", detail=""):
    return Goal(part, demand, told(value, unit, detail), value >= limit, number(limit - value, unit))


def told(value, unit, detail):
    return number(value, unit) + (f" ({detail})" if detail else "")


def not_measured(part, demand, reason):
    return Goal(part, demand, reason=reason)
