# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the swift-azure-functions authors
"""scripts/check-costs: instructions per operation, counted by callgrind, against stored thresholds.

Instructions do not depend on how busy the machine is, so that a small change for the worse shows.
"""

import argparse
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
COUNT = 200
# Share by which a cost may grow before the check fails, and by which it must fall before it is worth storing.
TOLERANCE = 0.03
# What is ours of a validation: most of it is the RSA operation, which would hide a change.
DIFFERENCES = {"validation beyond RSA": ("full validation, warm keys", "raw RSA-2048 verification + SHA-256")}


def counted(tool, count=COUNT):
    """Name and instructions per operation of each of a tool's workloads."""
    with tempfile.TemporaryDirectory() as folder:
        # Valgrind gives up on debug information that is newer than it is.
        copy = pathlib.Path(folder) / tool.name
        subprocess.run(["strip", "-o", copy, tool], check=True)
        done = subprocess.run(
            ["valgrind", "--tool=callgrind", "--instr-atstart=no", "--error-exitcode=9", "-q",
             f"--callgrind-out-file={folder}/out", copy, "--instructions", str(count)],
            # Hashes of strings otherwise differ from run to run, and with them the collisions of tables.
            env={**os.environ, "SWIFT_DETERMINISTIC_HASHING": "1"}, capture_output=True, text=True,
            stdin=subprocess.DEVNULL)
        if done.returncode != 0:
            raise RuntimeError(f"{tool.name} on valgrind failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
        found = {}
        for file in sorted(pathlib.Path(folder).glob("out*")):
            if dump := parsed(file.read_text()):
                found[dump[0]] = found.get(dump[0], 0) + dump[1] / count
    return found


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
    lines = [line for line in path.read_text().splitlines() if line and not line.startswith("#")]
    return {name: int(count) for name, count in (line.split("\t") for line in lines)}


def store(path, costs):
    lines = ["# Instructions per operation, written by scripts/check-costs --update."]
    lines += [f"{name}\t{round(count)}" for name, count in costs.items()]
    path.write_text("\n".join(lines) + "\n")


def compared(costs, limits):
    """A row for each name: its name, count, limit, change, verdict; and whether all is well."""
    rows, is_good = [], True
    for name in {**limits, **costs}:
        count, limit = costs.get(name), limits.get(name)
        if count is None:
            verdict, is_good = "no longer measured", False
        elif limit is None:
            verdict, is_good = "no threshold", False
        elif count > limit * (1 + TOLERANCE):
            verdict, is_good = "costs more", False
        else:
            verdict = "costs less" if count < limit * (1 - TOLERANCE) else "ok"
        change = f"{(count / limit - 1) * 100:+.1f} %" if count is not None and limit else "–"
        rows.append([name, *(f"{value:,.0f}" if value is not None else "–" for value in (count, limit)), change, verdict])
    return rows, is_good


def main():
    parser = argparse.ArgumentParser(
        prog="scripts/check-costs", description="Counts the instructions of each workload of Benchmarks/ with callgrind "
        "and compares them with Benchmarks/Thresholds. Exit codes: 0 no cost has grown, 1 one has, 2 nothing could be counted.")
    parser.add_argument("--update", action="store_true", help="store what is counted as the thresholds")
    parser.add_argument("--bin", required=True, help=argparse.SUPPRESS)
    options = parser.parse_args()
    path = FOLDER / f"instructions-{platform.machine()}.tsv"
    try:
        costs = {}
        for tool in TOOLS:
            costs |= counted(pathlib.Path(options.bin) / tool)
    except (OSError, RuntimeError, subprocess.SubprocessError) as error:
        print(f"check-costs: {error}", file=sys.stderr)
        return 2
    costs = with_differences(costs)
    if options.update:
        store(path, costs)
    elif not path.exists():
        print(f"check-costs: no thresholds for this processor; --update stores them in {path}", file=sys.stderr)
    rows, is_good = compared(costs, stored(path) if path.exists() else {})
    print("\n".join(aligned(["workload", "instructions", "threshold", "change", ""], rows)))
    if not is_good:
        print("check-costs: find out why, or store what is wanted with --update.", file=sys.stderr)
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
