# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the swift-azure-functions authors
"""scripts/bench: measures, prints a table and every goal with its verdict, writes figures and a plot."""

import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys

from . import builds, machine, peers, save
from .authority.authority import Authority
from .builds import Builds
from .console import Console
from .load import LoadFailed
from .parts import cold, growth, host, job, memory, validator
from .process import DidNotStart
from .run import ROOT, Run
from .tables import show

PARTS = {"validator": validator, "job": job, "cold": cold, "memory": memory, "host": host, "growth": growth}

HELP = """\
Builds the release handler as it is deployed and measures it beside the peers of ${BENCH_PEERS:-../shared/bench}: whole job,
cold start, memory, size; then the validator, the local host, and what grows with what. Prints a table and every goal with
"met" or "missed by". Everything runs on this machine, over loopback; wrk makes the load.

parts:
  validator   one token beside the raw RSA operation (goal 1)
  job         authorized calls over 64 connections, beside the peers (goal 2)
  cold        exec to the first answer, beside the peers (goal 3)
  memory      size of the handler, memory idle and after 1,000,000 calls (goal 4)
  host        what the local host adds, its routes, its start (goal 5)
  growth      functions, keys, callers, bodies (goal 6)

environment:
  BENCH_PEERS        the peers' folder
  BENCH_PEERS_BUILT  a copy of it whose setup.sh has run already
  PEERS              which peers to build (default: c go rust node python)
  NO_COLOR           no colours

exit codes:
  0 measured, 1 a goal is missed and --strict was given, 2 something could not be measured, 64 wrong arguments
"""


def arguments():
    parser = argparse.ArgumentParser(
        prog="scripts/bench", epilog=HELP, usage="scripts/bench [options]", add_help=False,
        formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.error = lambda message: (print(f"bench: {message}; see --help", file=sys.stderr), sys.exit(64))
    parser.add_argument("-h", "--help", action="help", help="this text")
    parser.add_argument("--quick", action="store_true", help="few rounds; 100,000 calls in place of 1,000,000")
    parser.add_argument(
        "--only", action="append", choices=PARTS, metavar="PART", help="measure this part only; can be repeated")
    parser.add_argument("--strict", action="store_true", help="exit with 1 when a goal is missed")
    parser.add_argument("--json", metavar="FILE", help="write figures and verdicts to this file, too")
    parser.add_argument(
        "--save", action="store_true", help="put table, goals and plot into docs/performance.md and the README")
    return parser.parse_args()


def main():
    options, console = arguments(), Console()
    work = ROOT / ".build" / "bench"
    (work / "logs").mkdir(parents=True, exist_ok=True)
    parts = options.only or list(PARTS)
    if shutil.which("wrk") is None or shutil.which("openssl") is None:
        print("bench: wrk and openssl are needed; scripts/setup installs them", file=sys.stderr)
        return 2
    found, no_peers = [], "not asked for"
    try:
        if {"job", "cold"} & set(parts):
            found, no_peers = prepared_peers(work, console)
        console.say("making 1,000 tokens")
        with Authority(work / "authority", 1_000) as authority:
            os.sched_setaffinity(authority.process.pid, {machine.OTHER_CORE})
            run = Run(console, work, options.quick, authority, found, no_peers, Builds(work, console.say),
                      60.0 if options.quick else 600.0)
            goals, failures = measured(run, parts)
    except OSError as error:
        print(f"bench: {error}", file=sys.stderr)
        return 2
    goals.sort(key=lambda goal: goal.part)
    print(f"\n{machine.description()}\n")
    show(run.figures, goals, console)
    save.figures(run, goals, [work / "figures.json", *([pathlib.Path(options.json)] if options.json else [])])
    save.plot_file(run, work / "cost.svg", console.say)
    if options.save:
        save.documents(run, goals, console.say)
    missed = sum(goal.is_met is False for goal in goals)
    unknown = sum(goal.is_met is None for goal in goals)
    print(f"\n{len(goals)} goals: {len(goals) - missed - unknown} met, {missed} missed, {unknown} not measured")
    if no_peers and unknown and {"job", "cold"} & set(parts):
        print(f"Goals beside peers: {no_peers}. Put the peers' folder there, or name it in BENCH_PEERS.")
    for name, error in failures:
        print(f"bench: part {name} could not be measured: {error}", file=sys.stderr)
    return 2 if failures else 1 if missed and options.strict else 0


def measured(run, parts):
    """Goals, and the parts that failed: one that cannot be measured does not keep the others from it."""
    goals, failures = [], []
    for name in parts:
        run.say(f"part {name}")
        try:
            goals += PARTS[name].measure(run)
        except (builds.BuildFailed, DidNotStart, LoadFailed, RuntimeError, OSError, subprocess.SubprocessError) as error:
            failures.append((name, error))
            run.say(f"part {name} failed: {error}")
    return goals, failures


def prepared_peers(work, console):
    source = pathlib.Path(os.environ.get("BENCH_PEERS", ROOT.parent / "shared" / "bench"))
    folder, reason = peers.folder(source, work, os.environ.get("BENCH_PEERS_BUILT"), console.say)
    if folder is None:
        console.say(f"without peers: {reason}")
        return [], reason
    return peers.targets(folder), None


sys.exit(main())
