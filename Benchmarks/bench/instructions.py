# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the swift-azure-functions authors
"""scripts/check-costs: instructions and heap allocations per operation against stored thresholds.

Neither depends on how busy the machine is, so that a small change for the worse shows.
"""

import argparse
import dataclasses
import json
import os
import pathlib
import platform
import re
import subprocess
import sys
import tempfile

from .run import ROOT
from .tables import aligned

TOOLS = ["ValidatorCost", "RuntimeCost"]
FOLDER = ROOT / "Benchmarks" / "Thresholds"
# A multiple of the number of different inputs that a workload takes in turn.
COUNT = 64
# A cost may grow by this share and by so many instructions: keys and tokens are made anew for each run, and with them
# the collisions of hash tables change.
SHARE, INSTRUCTIONS = 0.05, 500
# Allocations are whole but for a task's stack that grows now and then.
ALLOCATIONS = 0.1
# BoringSSL and the C library choose their code by the processor. Where the raw operation, in which nothing is ours, takes
# another number of instructions than the thresholds know, they were stored for another kind.
CALIBRATION, CALIBRATION_SHARE = "raw RSA-2048 verification + SHA-256", 0.01
# What is ours of a validation: most of it is the RSA operation, which would hide a change.
DIFFERENCES = {"validation beyond RSA": ("full validation, warm keys", "raw RSA-2048 verification + SHA-256")}


@dataclasses.dataclass
class Cost:
    instructions: float
    # None where the C library does not show them.
    allocations: float | None = None

    def __sub__(self, other):
        both = self.allocations is not None and other.allocations is not None
        return Cost(self.instructions - other.instructions, self.allocations - other.allocations if both else None)

    def exceeds(self, limit):
        if self.instructions > limit.instructions * (1 + SHARE) + INSTRUCTIONS:
            return True
        both = self.allocations is not None and limit.allocations is not None
        return both and self.allocations > limit.allocations + ALLOCATIONS

    def is_far_below(self, limit):
        return limit.exceeds(self)


def counted(tool, count=COUNT):
    """The cost of each of a tool's workloads, by name, in their own order."""
    output = subprocess.run([tool, "--allocations"], check=True, capture_output=True, text=True).stdout
    allocations = {row["name"]: row.get("allocations") for row in json.loads(output)["workloads"]}
    with tempfile.TemporaryDirectory() as folder:
        # Valgrind gives up on debug information that is newer than it is.
        copy = pathlib.Path(folder) / tool.name
        subprocess.run(["strip", "-o", copy, tool], check=True)
        done = subprocess.run(
            ["valgrind", "--tool=callgrind", "--instr-atstart=no", "--error-exitcode=9", "-q",
             f"--callgrind-out-file={folder}/out", copy, "--instructions", str(count)],
            # Hashes of strings otherwise differ from run to run.
            env={**os.environ, "SWIFT_DETERMINISTIC_HASHING": "1"}, capture_output=True, text=True,
            stdin=subprocess.DEVNULL)
        if done.returncode != 0:
            raise RuntimeError(f"{tool.name} on valgrind failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
        dumps = [parsed(file.read_text()) for file in pathlib.Path(folder).glob("out*")]
    totals = dict(filter(None, dumps))
    # A workload that was not counted is an error.
    return {name: Cost(totals[name] / count, allocations[name]) for name in allocations}


def parsed(text):
    """What a dump of callgrind was called by the program, and its instructions; None for one at the end of the run."""
    name = re.search(r"^desc: Trigger: Client Request: (.+)$", text, re.MULTILINE)
    total = re.search(r"^(?:summary|totals): (\d+)", text, re.MULTILINE)
    return (name.group(1), int(total.group(1))) if name and total else None


def with_differences(costs):
    return costs | {
        name: costs[whole] - costs[part] for name, (whole, part) in DIFFERENCES.items()
        if whole in costs and part in costs}


def stored(path):
    lines = [line.split("\t") for line in path.read_text().splitlines() if line and not line.startswith("#")]
    return {name: Cost(float(instructions), None if allocations == "-" else float(allocations))
            for name, instructions, allocations in lines}


def store(path, costs):
    lines = ["# Per operation, written by scripts/check-costs --update: workload, instructions, allocations."]
    for name, cost in costs.items():
        allocations = "-" if cost.allocations is None else f"{cost.allocations:.1f}"
        lines.append(f"{name}\t{round(cost.instructions)}\t{allocations}")
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(lines) + "\n")


def is_of_this_processor(costs, limits):
    """Whether the thresholds say anything about what was counted here."""
    if CALIBRATION not in costs or CALIBRATION not in limits:
        return True
    limit = limits[CALIBRATION].instructions
    return abs(costs[CALIBRATION].instructions - limit) <= limit * CALIBRATION_SHARE


def compared(costs, limits):
    """A row for each name, and whether all is well."""
    rows, is_good = [], True
    for name in {**limits, **costs}:
        cost, limit = costs.get(name), limits.get(name)
        if cost is None:
            verdict, is_good = "is no longer measured", False
        elif limit is None:
            verdict, is_good = "has no threshold", False
        elif cost.exceeds(limit):
            verdict, is_good = "costs more", False
        else:
            verdict = "costs less" if cost.is_far_below(limit) else "ok"
        change = f"{(cost.instructions / limit.instructions - 1) * 100:+.1f} %" if cost and limit else "–"
        rows.append([
            name, *(f"{value.instructions:,.0f}" if value else "–" for value in (cost, limit)), change,
            *(f"{value.allocations:.0f}" if value and value.allocations is not None else "–" for value in (cost, limit)),
            verdict])
    return rows, is_good


HEADER = ["workload", "instructions", "threshold", "change", "allocations", "threshold", ""]


def main():
    parser = argparse.ArgumentParser(
        prog="scripts/check-costs", description="Counts instructions (with callgrind) and heap allocations of each "
        "workload of Benchmarks/ and compares them with Benchmarks/Thresholds. Exit codes: 0 no cost has grown, 1 one has, "
        "2 they could not be counted.")
    parser.add_argument("--update", action="store_true", help="store what is counted as the thresholds")
    parser.add_argument("--bin", required=True, help=argparse.SUPPRESS)
    options = parser.parse_args()
    path = FOLDER / f"{platform.machine()}.tsv"
    try:
        costs = {}
        for tool in TOOLS:
            costs |= counted(pathlib.Path(options.bin) / tool)
    except (OSError, KeyError, RuntimeError, subprocess.SubprocessError) as error:
        print(f"check-costs: {error}", file=sys.stderr)
        return 2
    costs = with_differences(costs)
    if options.update:
        store(path, costs)
    elif not path.exists():
        print(f"check-costs: no thresholds for this kind of processor; --update stores them in {path}", file=sys.stderr)
    limits = stored(path) if path.exists() else {}
    rows, is_good = compared(costs, limits)
    print("\n".join(aligned(HEADER, rows)))
    if not is_of_this_processor(costs, limits):
        print("check-costs: the raw operation takes other instructions here than where the thresholds were stored: this "
              "kind of processor has other code paths, and nothing is compared.", file=sys.stderr)
        return 0
    if not is_good:
        print("check-costs: find out why, or store what is wanted with --update.", file=sys.stderr)
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
