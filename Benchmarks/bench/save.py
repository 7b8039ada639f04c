# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the swift-azure-functions authors
"""Files: figures for programs, the plot, and the tables of the documents."""

import dataclasses
import datetime
import json

from . import machine, plot, tables
from .run import ROOT

PLOT = "docs/performance.svg"
# The rows that the README has room for.
SHORT = ("ours", "rust", "go", "node", "python uvicorn ASGI PyJWT")


def figures(run, goals, paths):
    content = {
        "machine": machine.description(), "quick": run.is_quick, "figures": run.figures,
        "goals": [{**dataclasses.asdict(goal), "verdict": goal.verdict} for goal in goals],
    }
    for path in paths:
        path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n")


def plot_text(run):
    rows = [(row["name"], row["cpu"], row["name"].startswith("ours"))
            for row in tables.programs(run.figures) if row["cpu"] is not None]
    if not rows:
        return None
    return plot.bars(
        "Processor time per authorized call, µs", f"64 connections, 1,000 tokens; {machine.description()}", rows)


def plot_file(run, path, say):
    if text := plot_text(run):
        path.write_text(text)
        say(f"wrote {path}")


def documents(run, goals, say):
    """Puts table and goals between the markers of the documents."""
    rows = tables.programs(run.figures)
    day = datetime.date.today().isoformat()
    heading = f"Measured {day} on {machine.description()}."
    page = ROOT / "docs" / "performance.md"
    text = page.read_text()
    if rows:
        table = "\n".join([heading, "", *tables.markdown(tables.program_header(), tables.lines(rows))])
        text = tables.replace_section(text, "table of programs", table)
        readme = ROOT / "README.md"
        short = [row for row in rows if row["name"].startswith(SHORT)]
        readme.write_text(tables.replace_section(
            readme.read_text(), "table of programs",
            "\n".join(tables.markdown(tables.program_header()[:7], [line[:7] for line in tables.lines(short)]))))
    text = tables.replace_section(
        text, "goals", "\n".join(tables.markdown(tables.GOAL_HEADER, tables.goal_lines(goals))))
    page.write_text(text)
    if picture := plot_text(run):
        (ROOT / PLOT).write_text(picture)
    say("wrote docs/performance.md, its plot, and the README's table")
