# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the swift-azure-functions authors
"""The goals that compare us with the peers, judged from the medians of a run."""

from .. import builds
from ..goals import at_least, at_most, not_measured

FACTORS = [("rust", 1.2), ("go", 2.2), ("node", 2.5), ("python", 7)]


def is_reference(name):
    """Whether a goal is about this peer. Of Python it is what people write: with PyJWT, not one by hand."""
    language = name.split()[0]
    return "by hand" not in name if language == "python" else language in dict(FACTORS)


def best(rows, language, field, pick):
    """The name of a language's best program by a field; None when there is none."""
    names = [
        name for name, row in rows.items()
        if name.split()[0] == language and is_reference(name) and row.get(field) is not None
    ]
    return pick(names, key=lambda name: rows[name][field]) if names else None


def job(rows, no_peers):
    """Calls per second and latency under load."""
    ours, caching, plain = (rows[name] for name in (builds.VERIFYING, builds.CACHING, builds.PLAIN))
    goals = []
    for language, factor in FACTORS:
        demand = f"calls/s on one core at least {factor} × {language.capitalize()}'s"
        goals.append(faster(demand, ours, rows, best(rows, language, "rate", max), factor, no_peers, language))
    rust = best(rows, "rust", "rate", max)
    goals.append(faster(
        "with the verified-token cache at least 2.5 × Rust's", caching, rows, rust, 2.5, no_peers, "rust"))
    steady = best(rows, "rust", "p99", min)
    if steady:
        detail = f"{ours['p99'] / 1e3:.1f} ms, {steady} {rows[steady]['p99'] / 1e3:.1f} ms"
        goals.append(at_most(2, "p99 no worse than Rust's", ours["p99"] / rows[steady]["p99"], 1, " ×", detail))
    else:
        goals.append(not_measured(2, "p99 no worse than Rust's", why("rust", no_peers)))
    goals.append(at_least(
        2, "forwarded HTTP at least as fast as the envelope", gain(plain, ours), 1, " ×",
        f"CPU {plain['cpu']:.1f} and {ours['cpu']:.1f} µs{weather(plain, ours)}"))
    goals.append(two_cores(ours, rows[builds.TWO_CORES]) if builds.TWO_CORES in rows else not_measured(
        2, "two cores at least 1.8 × one core", "this machine has one core"))
    return goals


def faster(demand, ours, rows, peer, factor, no_peers, language):
    if peer is None:
        return not_measured(2, demand, why(language, no_peers))
    other = rows[peer]
    detail = f"{peer}: {other['rate']:,.0f}; CPU {other['cpu']:.1f} µs and ours {ours['cpu']:.1f}{weather(ours, other)}"
    return at_least(2, demand, gain(ours, other), factor, " ×", detail)


def is_disturbed(*rows):
    """Whether others used so much of the machine that calls per second say more about them."""
    return any(row["foreign_share"] > 0.25 for row in rows)


def gain(one, other):
    """Calls per second of one program over another's; of processor time that they had, on a busy machine."""
    return other["cpu"] / one["cpu"] if is_disturbed(one, other) else one["rate"] / other["rate"]


def weather(*rows):
    return "; judged by processor time, since the machine was busy" if is_disturbed(*rows) else ""


def two_cores(one, two):
    """On a machine of two cores the load generator needs a part of them: calls per second of core that was had."""
    demand = "two cores at least 1.8 × one core"
    gain = two["rate"] / one["rate"]
    had = two["server_share"] / one["server_share"]
    return at_least(
        2, demand, 2 * gain / had, 1.8, " ×",
        f"{gain:.2f} × the calls with {had:.2f} × the processor time; the load generator took {two['generator_share']:.2f} cores")


def why(language, no_peers):
    return no_peers or f"no {language.capitalize()} peer was built, or none answered rightly"


def cold(rows, no_peers):
    """The first answers after exec, of the handler as it is deployed."""
    ours = rows[builds.DEPLOYED]
    goals = [at_most(3, "first answer at most 12 ms after exec", ours["hello"], 12, " ms", spread(ours, "hello"))]
    go = best(rows, "go", "hello", min)
    demand = "first answer at most 1.5 × Go's"
    goals.append(
        at_most(3, demand, ours["hello"] / rows[go]["hello"], 1.5, " ×", f"{go}: {rows[go]['hello']:.1f} ms")
        if go else not_measured(3, demand, why("go", no_peers)))
    goals.append(at_most(
        3, "first authorized answer at most 15 ms after exec", ours["auth"], 15, " ms", spread(ours, "auth")))
    return goals


def spread(row, work):
    return f"median; best {row[work + '_best']:.1f} ms"
