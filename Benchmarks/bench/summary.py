# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the swift-azure-functions authors
"""Medians and their kin."""

import statistics


def median(values):
    return statistics.median(values)


def quantile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]


def medians(records, fields):
    """The median of each field over dataclass instances."""
    return {field: median([getattr(record, field) for record in records]) for field in fields}
