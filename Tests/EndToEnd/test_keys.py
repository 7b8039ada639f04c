# SPDX-License-Identifier: Apache-2.0
"""How the handler lives with its tenant: one fetch for many calls, outages, a cold start without keys."""

import requests


def call(system, token):
    return requests.get(
        system.url + "/api/auth-test", headers={"Authorization": f"Bearer {token}"}, timeout=20)


def test_a_thousand_calls_cause_one_key_fetch_and_an_outage_is_survived(own_system):
    system = own_system()
    token = system.token()
    with requests.Session() as session:
        session.headers["Authorization"] = f"Bearer {token}"
        for _ in range(1000):
            assert session.get(system.url + "/api/auth-test", timeout=20).status_code == 200
    assert system.tenant.log.count("/discovery/v2.0/keys") == 1
    system.tenant.stop()
    assert call(system, token).status_code == 200
    assert call(system, system.token("--user", "megan")).status_code == 200


def test_without_keys_the_answer_is_unavailable_and_says_when_to_come_back(own_system):
    system = own_system(with_tenant=False)
    answer = call(system, system.token())
    assert answer.status_code == 503
    assert answer.json()["code"] == "keys_unavailable"
    assert 1 <= int(answer.headers["Retry-After"]) <= 60
    assert "WWW-Authenticate" not in answer.headers


def test_the_app_stops_cleanly(own_system):
    system = own_system()
    assert call(system, system.token()).status_code == 200
    assert system.host.stop() == 0
    assert system.tenant.stop() == 0
