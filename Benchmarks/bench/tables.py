# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the swift-azure-functions authors
"""The results as text: a table of programs, a list of goals; for a terminal and for Markdown."""

import re

from . import builds
from .goals import number

COLUMNS = [
    ("handler", lambda row: row["name"]),
    ("CPU µs per authorized call", lambda row: cell(row, "cpu")),
    ("× ours", lambda row: cell(row, "share", unit=" ×")),
    ("calls/s", lambda row: cell(row, "rate", whole=True)),
    ("p99 ms", lambda row: cell(row, "p99", scale=1e-3)),
    ("first answer", lambda row: cell(row, "hello", unit=" ms")),
    ("first authorized answer", lambda row: cell(row, "auth", unit=" ms")),
    ("memory idle / loaded, MB", lambda row: f"{cell(row, 'idle', 1.048576)} / {cell(row, 'loaded', 1.048576)}"),
    ("size, MB", lambda row: cell(row, "size")),
]


def cell(row, field, scale=1.0, unit="", whole=False):
    value = row.get(field)
    if value is None:
        return "–"
    return f"{value * scale:,.0f}" if whole else number(value * scale, unit)


def programs(figures):
    """One row for each program, from all that was measured, cheapest call first."""
    job, cold = figures.get("job", {}), figures.get("cold", {})
    memory = figures.get("memory", {})
    ours = job.get(builds.VERIFYING, {}).get("cpu")
    sizes = {**memory.get("sizes", {}), **({builds.DEPLOYED: memory["size"]} if memory else {})}
    rows = []
    for name in {**job, **cold}:
        load, start = job.get(name, {}), cold.get(name, {})
        rows.append({
            "name": name, "cpu": load.get("cpu"), "share": load["cpu"] / ours if load and ours else None,
            "rate": load.get("rate"), "p99": load.get("p99"),
            "hello": start.get("hello"), "auth": start.get("auth"), "idle": start.get("memory"),
            "loaded": load.get("memory"), "size": sizes.get(name),
        })
    return sorted(rows, key=lambda row: (row["cpu"] is None, row["cpu"] or row["auth"] or row["hello"] or 0))


def lines(rows):
    return [[column(row) for _, column in COLUMNS] for row in rows]


def aligned(header, body):
    """Columns of one width, numbers to the right."""
    widths = [max(len(line[index]) for line in [header, *body]) for index in range(len(header))]
    def text(line):
        first, *rest = (value.ljust(width) if not index else value.rjust(width)
                        for index, (value, width) in enumerate(zip(line, widths)))
        return "  ".join([first, *rest]).rstrip()
    return [text(line) for line in [header, *body]]


def markdown(header, body):
    return ["| " + " | ".join(header) + " |", "|" + "---|" * len(header)] + [
        "| " + " | ".join(line) + " |" for line in body]


def program_header():
    return [title for title, _ in COLUMNS]


def goal_lines(goals):
    """Number, demand, figure, verdict."""
    return [[str(goal.part), goal.demand, goal.measured or "–", goal.verdict] for goal in goals]


GOAL_HEADER = ["goal", "demand", "measured", "verdict"]


def show(figures, goals, console):
    """What scripts/bench prints at the end."""
    rows = programs(figures)
    if rows:
        header, *body = aligned(program_header(), lines(rows))
        print(console.dim(header))
        for row, line in zip(rows, body):
            print(console.good(line) if row["name"].startswith("ours") else line)
        print()
    for goal in goals:
        paint = {True: console.good, False: console.bad, None: console.dim}[goal.is_met]
        print(f"{goal.part}  {goal.demand}")
        print(f"   {paint(goal.verdict)}{': ' if goal.measured else ''}{goal.measured}")


def replace_section(text, name, content):
    """A document with what stands between its two markers of this name exchanged."""
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    pattern = re.compile(re.escape(begin) + r"\n.*?" + re.escape(end), re.DOTALL)
    if not pattern.search(text):
        raise ValueError(f"there is no section {name}")
    return pattern.sub(lambda _: f"{begin}\n{content}\n{end}", text)
