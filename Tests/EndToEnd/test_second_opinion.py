# SPDX-License-Identifier: Apache-2.0
"""The same tokens judged by this project, by PyJWT and by jwt-kit.

What another judge accepts and this project refuses must have a reason in the corpus; what this project accepts and
another judge refuses is a bug.
"""

import datetime
import json
import os
import pathlib
import subprocess
import unittest.mock

import jwt
import pytest

from corpus import samples
from minting import API, ISSUER, NOW, TENANT

#: What is said of a judge that dies of a token.
TRAPPED = "trapped"
CLAIMS = ["exp", "nbf", "iat", "iss", "aud"]


class StandingClock(datetime.datetime):
    """The moment of the corpus."""

    @classmethod
    def now(cls, tz=None):
        return datetime.datetime.fromtimestamp(NOW, tz)


def judge_with_pyjwt(sample):
    try:
        header = jwt.get_unverified_header(sample.token)
        key = jwt.PyJWKSet.from_dict(sample.keys)[header.get("kid")]
        # All judges see the time at which the corpus was made, however long other tests have taken since.
        with unittest.mock.patch("jwt.api_jwt.datetime", StandingClock):
            jwt.decode(
                sample.token, key, algorithms=["RS256"], audience=API, issuer=ISSUER, leeway=60,
                options={"require": CLAIMS})
        return "accepted"
    except Exception as error:  # Anything but an answer is a refusal.
        return type(error).__name__


def judge_with_tool(binaries, corpus, *options):
    command = [str(pathlib.Path(binaries) / "JudgeTool"), "--tenant", TENANT, "--audience", API, *options]
    lines = [json.dumps({"token": s.token, "jwks": s.keys, "now": NOW}) + "\n" for s in corpus]
    codes = []
    while len(codes) < len(lines):
        answer = subprocess.run(
            command, input="".join(lines[len(codes):]), capture_output=True, text=True, timeout=300,
            env={**os.environ, "SWIFT_BACKTRACE": "enable=no"})
        codes += [json.loads(line)["code"] for line in answer.stdout.splitlines()]
        if answer.returncode < 0:
            codes.append(TRAPPED)
        else:
            assert answer.returncode == 0, answer.stderr
    return codes


@pytest.fixture(scope="module")
def corpus():
    corpus = list(samples())
    assert len({s.name for s in corpus}) == len(corpus) > 300
    return corpus


@pytest.fixture(scope="module")
def own_codes(binaries, corpus):
    return judge_with_tool(binaries, corpus)


@pytest.fixture(scope="module", params=["PyJWT", "jwt-kit"])
def opinions(request, binaries, corpus):
    if request.param == "PyJWT":
        return request.param, [judge_with_pyjwt(sample) for sample in corpus]
    return request.param, judge_with_tool(binaries, corpus, "--jwtkit")


def test_good_tokens_are_accepted_and_no_others(corpus, own_codes):
    assert TRAPPED not in own_codes
    wrong = [(s.name, code) for s, code in zip(corpus, own_codes) if (code == "accepted") != s.good]
    assert wrong == []


def test_nothing_is_accepted_that_another_judge_refuses(corpus, own_codes, opinions):
    judge, codes = opinions
    bugs = [
        (sample.name, other) for sample, own, other in zip(corpus, own_codes, codes)
        if own == "accepted" and other != "accepted"]
    assert bugs == [], f"{judge} refuses what this project accepts"


def test_what_is_refused_beyond_another_judge_has_a_reason(corpus, own_codes, opinions):
    judge, codes = opinions
    stricter = [
        (sample.name, own, sample.reason) for sample, own, other in zip(corpus, own_codes, codes)
        if own != "accepted" and other == "accepted"]
    print(f"\n{judge} accepts {len(stricter)} of {len(corpus)} tokens that are refused here:")
    for name, own, reason in stricter:
        print(f"  {name}: {own}. {reason}")
    assert [name for name, _, reason in stricter if not reason] == []
