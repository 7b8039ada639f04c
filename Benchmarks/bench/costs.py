# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the swift-azure-functions authors
"""The costs that the tools of Benchmarks/ measure in one process, each beside the others."""

import functools
import json
import subprocess


class Costs:
    """What a tool said with --json: a row for each workload, with `group` and, where it grows, `size`."""

    def __init__(self, rows):
        self.rows = rows

    def __getitem__(self, name):
        return next(row for row in self.rows if row["name"] == name)

    def group(self, name):
        """The rows of a group, smallest first."""
        return sorted((row for row in self.rows if row.get("group") == name), key=lambda row: row.get("size", 0))

    def growth(self, name):
        """The largest size's cost over the smallest's, and all of them in words; None when there is no such group."""
        rows = self.group(name)
        if len(rows) < 2:
            return None
        words = ", ".join(f"{row['size']:,}: {row['microseconds']:.2f}" for row in rows)
        return rows[-1]["microseconds"] / rows[0]["microseconds"], f"{words} µs"


@functools.cache
def of(tool):
    """Runs a tool, once."""
    done = subprocess.run([tool, "--json"], check=True, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    return Costs(json.loads(done.stdout)["workloads"])
