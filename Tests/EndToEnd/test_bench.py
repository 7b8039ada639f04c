# SPDX-License-Identifier: Apache-2.0
"""The parts of scripts/bench and scripts/check-costs that judge: a verdict must be able to go either way."""

import base64
import json
import pathlib
import sys

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa as reference

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "Benchmarks"))

from bench import builds, costs, goals, instructions, load, plot, requests, summary, tables  # noqa: E402
from bench.authority.corpus import Corpus  # noqa: E402
from bench.authority.rsa import SigningKey, integers  # noqa: E402
from bench.parts import growth, verdicts  # noqa: E402


@pytest.fixture(scope="module")
def corpus():
    return Corpus("http://127.0.0.1:1/t/v2.0", 3)


def decoded(segment):
    return base64.urlsafe_b64decode(segment + "=" * (-len(segment) % 4))


def public(key):
    return reference.RSAPublicNumbers(key.e, key.n).public_key()


def test_a_signature_is_the_one_that_another_library_verifies():
    key = SigningKey()
    public(key).verify(key.sign(b"text"), b"text", padding.PKCS1v15(), hashes.SHA256())


def test_der_that_is_cut_off_or_another_type_is_refused():
    with pytest.raises(ValueError):
        integers(bytes([0x30, 3, 2, 1]))
    with pytest.raises(ValueError):
        integers(bytes([0x30, 3, 4, 1, 1]))


def test_tokens_differ_are_signed_by_published_keys_and_their_cases_break_what_they_say(corpus):
    keys = {key["kid"]: key for key in corpus.key_set()["keys"]}
    assert len(set(corpus.tokens)) == 3
    for token in corpus.tokens:
        head, body, signature = token.split(".")
        kid = json.loads(decoded(head))["kid"]
        assert kid in keys
        key = next(key for key in corpus.keys if key.kid == kid)
        public(key).verify(decoded(signature), f"{head}.{body}".encode(), padding.PKCS1v15(), hashes.SHA256())
    cases = {name: (token, status) for name, token, status in corpus.cases()}
    assert cases["valid"][1] == 200 and all(status != 200 for name, (_, status) in cases.items() if name != "valid")
    assert json.loads(decoded(cases["expired"][0].split(".")[1]))["exp"] < corpus.now
    assert json.loads(decoded(cases["unknown key"][0].split(".")[0]))["kid"] not in keys


def test_requests_are_whole_and_can_be_told_apart_in_one_file(corpus, tmp_path):
    for form, first in (("envelope", b"POST /auth-test "), ("plain", b"GET /api/auth-test ")):
        texts = requests.authorized(corpus, form)
        requests.write(tmp_path / form, texts)
        assert (tmp_path / form).read_bytes().split(b"\0") == texts
        for text, token in zip(texts, corpus.tokens):
            head, body = text.split(b"\r\n\r\n", 1)
            assert text.startswith(first) and token.encode() in text and b"X-Azure-Functions-InvocationId: " in head
            if form == "envelope":
                assert f"Content-Length: {len(body)}".encode() in head
                assert json.loads(body)["Data"]["req"]["Headers"]["Authorization"] == [f"Bearer {token}"]


def test_a_goal_is_met_at_its_limit_and_missed_beyond():
    assert goals.at_most(1, "x", 1.15, 1.15).verdict == "met"
    assert goals.at_most(1, "x", 1.25, 1.15, " ×").verdict == "missed by 0.10 ×"
    assert goals.at_least(1, "x", 1.2, 1.2).verdict == "met"
    assert goals.at_least(1, "x", 1.0, 1.2).verdict == "missed by 0.20"
    assert goals.not_measured(1, "x", "no peers").verdict == "not measured: no peers"


def row(rate, p99=1_000.0, cpu=50.0, server=1.0, foreign=0.0):
    return {"rate": rate, "p99": p99, "cpu": cpu, "server_share": server, "generator_share": 0.2,
            "foreign_share": foreign}


def judged(**ours):
    rows = {
        builds.VERIFYING: row(1_200), builds.CACHING: row(2_500), builds.PLAIN: row(1_200),
        builds.TWO_CORES: row(1_700, server=1.8), "rust hyper by hand": row(1_000), "rust other": row(900, p99=900.0),
        "go net/http": row(500), "python uvicorn by hand": row(1_100), "python uvicorn PyJWT": row(100), **ours,
    }
    return {goal.demand: goal for goal in verdicts.job(rows, None)}


def test_each_language_is_compared_by_its_best_program_and_python_by_what_people_write():
    found = judged()
    assert found["calls/s on one core at least 1.2 × Rust's"].is_met
    assert "rust hyper by hand" in found["calls/s on one core at least 1.2 × Rust's"].measured
    assert found["calls/s on one core at least 7 × Python's"].is_met
    assert found["calls/s on one core at least 2.5 × Node's"].is_met is None
    # Against the steadiest of Rust's, whichever is quickest.
    assert found["p99 no worse than Rust's"].is_met is False


def test_two_cores_are_judged_by_the_processor_time_that_was_had():
    assert judged()["two cores at least 1.8 × one core"].measured.startswith("1.57 ×")
    assert judged(**{builds.TWO_CORES: row(2_100, server=1.8)})["two cores at least 1.8 × one core"].is_met


def test_on_a_busy_machine_processor_time_decides():
    demand = "calls/s on one core at least 1.2 × Rust's"
    busy = row(2_000, cpu=60.0, foreign=1.3)
    assert not judged(**{builds.VERIFYING: busy})[demand].is_met
    assert "machine was busy" in judged(**{builds.VERIFYING: busy})[demand].measured
    assert judged(**{builds.VERIFYING: row(10, cpu=40.0, foreign=1.3)})[demand].is_met


def test_plain_http_slower_than_the_envelope_misses():
    assert judged(**{builds.PLAIN: row(1_100)})["forwarded HTTP at least as fast as the envelope"].is_met is False


def verdict_of(instructions_now, allocations_now):
    cost, limit = instructions.Cost(instructions_now, allocations_now), instructions.Cost(100_000, 12.0)
    rows, is_good = instructions.compared({"a": cost}, {"a": limit})
    return rows[0][-1], is_good


def test_costs_that_grew_or_that_nobody_measures_fail():
    assert verdict_of(105_400, 12.0) == ("ok", True)
    assert verdict_of(105_600, 12.0) == ("costs more", False)
    assert verdict_of(100_000, 12.01) == ("ok", True)
    assert verdict_of(100_000, 13.0) == ("costs more", False)
    assert verdict_of(50_000, 12.0) == ("costs less", True)
    cost = instructions.Cost(1)
    assert instructions.compared({"a": cost, "z": cost}, {"a": cost})[1] is False
    assert instructions.compared({}, {"a": cost})[1] is False


def test_thresholds_of_another_processor_say_nothing():
    limits = {instructions.CALIBRATION: instructions.Cost(300_000)}
    for now, is_same in [(300_000, True), (302_000, True), (330_000, False), (220_000, False)]:
        costs = {instructions.CALIBRATION: instructions.Cost(now)}
        assert instructions.is_of_this_processor(costs, limits) is is_same


def test_what_is_ours_of_a_validation_is_judged_apart():
    names = instructions.DIFFERENCES["validation beyond RSA"]
    costs = dict(zip(names, (instructions.Cost(370_000, 31.0), instructions.Cost(310_000, 20.0))))
    assert instructions.with_differences(costs)["validation beyond RSA"] == instructions.Cost(60_000, 11.0)


def test_a_dump_of_callgrind_is_read_and_the_last_one_left_out(tmp_path):
    dump = "version: 1\ndesc: Trigger: Client Request: full validation, warm keys\nevents: Ir\nsummary: 4200\n"
    assert instructions.parsed(dump) == ("full validation, warm keys", 4_200)
    assert instructions.parsed("desc: Trigger: Program termination\nsummary: 7\n") is None
    costs = {"a b": instructions.Cost(12, 3.0), "c": instructions.Cost(7)}
    instructions.store(tmp_path / "x", costs)
    assert instructions.stored(tmp_path / "x") == costs


def test_only_the_section_between_its_markers_is_replaced():
    text = "a\n<!-- goals -->\nold\n<!-- end of goals -->\nb"
    assert tables.replace_section(text, "goals", r"n\1") == "a\n<!-- goals -->\nn\\1\n<!-- end of goals -->\nb"
    with pytest.raises(ValueError):
        tables.replace_section(text, "table", "x")


def test_a_plot_is_well_formed_and_its_bars_are_as_long_as_their_values():
    from xml.etree import ElementTree

    tree = ElementTree.fromstring(plot.bars("a < b", "note", [("ours", 10, True), ("x & y", 40, False)]))
    widths = [int(rect.get("width")) for rect in tree.iter("{http://www.w3.org/2000/svg}rect")]
    assert widths[1] == pytest.approx(4 * widths[0], abs=4)


def test_growth_is_judged_by_what_was_measured():
    def tool(*times):
        return costs.Costs([{"group": "keys", "size": 10**at, "microseconds": time} for at, time in enumerate(times)])

    assert growth.flat(tool(10.0, 10.5, 11.0, 11.4), "keys", "keys", 1_000).is_met
    assert growth.flat(tool(10.0, 10.0, 10.0, 11.6), "keys", "keys", 1_000).is_met is False
    small = growth.flat(tool(10.0, 10.0), "keys", "keys", 1_000)
    assert small.demand == "cost per call flat from 1 to 10 keys" and "1,000 were not tried" in small.measured
    assert growth.flat(tool(10.0), "keys", "keys", 1_000).is_met is None


def test_a_window_with_errors_without_calls_or_with_other_answers_is_no_measurement():
    class Running:
        target = type("Target", (), {"name": "x"})
        answer_size = 300

    good = {"requests": 10, "bytes": 3_020, "connect": 0, "read": 0, "write": 0, "status": 0, "timeout": 0}
    load.check(Running, good)
    for change in ({"read": 1}, {"requests": 0}, {"bytes": 4_000}):
        with pytest.raises(load.LoadFailed):
            load.check(Running, good | change)


def test_numbers_have_three_digits():
    assert [goals.number(value) for value in (1.234, 12.34, 123.4, 1_234.5)] == ["1.23", "12.3", "123", "1,234"]
    assert summary.quantile([1, 2, 3, 4], 1) == 4 and summary.median([3, 1, 2]) == 2
