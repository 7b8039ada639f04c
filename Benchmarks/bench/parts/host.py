# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the swift-azure-functions authors
"""The local host: what it adds to a call, how its routes grow, how soon "swift-func start" answers."""

import math

from .. import costs, load, machine, requests
from ..goals import at_most
from ..process import Running
from ..start import start
from ..summary import median
from ..target import Target


def measure(run):
    host = Target(
        "ours, behind swift-func start",
        [str(run.builds.tool("swift-func")), "start", "--no-build", "--no-watch", "--no-tenant", "--port", "{port}",
         "--app", str(run.builds.app), "--handler", str(run.builds.app / "handler"),
         "--state", str(run.work / "state")],
        {}, hello="/api/auth-test", form="plain", folder=run.builds.app)
    return [added(run, host), routes(run), started(run, host)]


def added(run, host):
    """At one connection, where nothing waits for anything else: half of all calls are quicker than the p50."""
    direct = run.builds.deployed
    for form in (host.form, direct.form):
        requests.write(run.requests_file(form), requests.authorized(run.authority.corpus, form))
    rounds, found = (3 if run.is_quick else 11), {host.name: [], direct.name: []}
    with Running(host, run.environment(host), run.log(host), machine.CORES) as behind, Running(
            direct, run.environment(direct), run.log(direct), machine.CORES) as bare:
        for item in (behind, bare):
            if wrong := requests.wrong_answers(item, run.authority.corpus):
                raise load.LoadFailed(f"{item.target.name} answers wrongly: {wrong}")
        for _ in range(rounds):
            for item in (behind, bare):
                run.wait_until_quiet()
                window = load.window(item, run.requests_file(item.target.form), 1, 1)
                found[item.target.name].append(window)
    middle = {name: (median([w.p50 for w in windows]), median([w.cpu for w in windows]))
              for name, windows in found.items()}
    (slow, slow_cpu), (quick, quick_cpu) = middle[host.name], middle[direct.name]
    run.figures["host"] = {"p50": slow, "direct_p50": quick, "cpu": slow_cpu, "direct_cpu": quick_cpu}
    return at_most(
        5, "the local host adds at most 150 µs to a call", slow - quick, 150, " µs",
        f"p50 {slow:.0f} and {quick:.0f} µs; CPU {slow_cpu:.0f} and {quick_cpu:.0f} µs")


def routes(run):
    """O(log n) or better: from the smallest to the largest table the cost grows no more than the logarithm does."""
    rows = [row for row in costs.of(run.builds.tool("RuntimeCost")).group("routes") if row["size"] >= 10]
    run.figures["routes"] = rows
    first, last = rows[0], rows[-1]
    limit = math.log(last["size"]) / math.log(first["size"])
    words = ", ".join(f"{row['size']:,}: {row['microseconds']:.2f}" for row in rows)
    return at_most(
        5, f"a match among {last['size']:,} routes at most log n of that among {first['size']}",
        last["microseconds"] / first["microseconds"], limit, " ×", f"{words} µs")


def started(run, host):
    corpus, times = run.authority.corpus, []
    request = requests.closing(requests.plain_request(corpus.tokens[0]))
    for _ in range(3 if run.is_quick else 9):
        run.wait_until_quiet()
        found = start(host, run.environment(host), request, b"Test successful", machine.CORES, rest=0)
        if found is None:
            raise RuntimeError("swift-func start gave no first answer")
        times.append(found.answered)
    run.figures["host"]["start"] = median(times)
    return at_most(
        5, "swift-func start answers its first request within 300 ms", median(times), 300, " ms",
        f"best {min(times):.0f} ms")
