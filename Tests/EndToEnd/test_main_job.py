# SPDX-License-Identifier: Apache-2.0
"""The main job with real clients: sign-in, on-behalf-of, refusals, in both ways the host can call the handler."""

import json

import pytest
import requests

import signin
from conftest import TENANT


def call(system, token=None, path="/api/auth-test", **options):
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return requests.get(system.url + path, headers=headers, timeout=20, **options)


def refused(answer, status, code, text):
    assert answer.status_code == status, answer.text
    body = answer.json()
    assert body["code"] == code
    assert body["error"] == text
    assert body["correlationId"]
    assert answer.headers["Content-Type"] == "application/json"
    return answer.headers.get("WWW-Authenticate", "")


def test_a_signed_in_user_is_authorized(system):
    answer = call(system, signin.sign_in(system, signin.SCOPE))
    assert answer.status_code == 200, answer.text
    assert answer.text == '{"message":"Test successful","user":"Adele Vance"}'
    assert "WWW-Authenticate" not in answer.headers


def test_a_middle_tier_calls_on_behalf_of_its_user(system):
    assertion = signin.sign_in(system, signin.MIDDLE_TIER_SCOPE)
    result = signin.middle_tier(system).acquire_token_on_behalf_of(assertion, [signin.SCOPE])
    assert "access_token" in result, result
    assert call(system, result["access_token"]).status_code == 200
    who = call(system, result["access_token"], "/api/whoami").json()
    assert who["name"] == "Adele Vance"
    assert who["tenantId"] == TENANT
    assert who["clientId"] == signin.MIDDLE_TIER
    assert who["scopes"] == ["access_as_user"]


def test_a_daemon_is_forbidden(system):
    scope = signin.SCOPE.replace("access_as_user", ".default")
    result = signin.daemon(system).acquire_token_for_client([scope])
    assert "access_token" in result, result
    refused(call(system, result["access_token"]), 403, "delegated_required", "A user token is required")


def test_a_call_without_a_token_gets_a_challenge_without_error(system):
    challenge = refused(call(system), 401, "missing_credentials", "Authorization header missing")
    assert challenge.startswith("Bearer ")
    assert "error=" not in challenge


def test_a_malformed_header_is_a_bad_request(system):
    answer = requests.get(system.url + "/api/auth-test", headers={"Authorization": "Bearer"}, timeout=20)
    assert 'error="invalid_request"' in refused(answer, 400, "invalid_request", "Invalid authorization header")


def test_a_token_without_the_scope_is_forbidden(system):
    challenge = refused(
        call(system, system.token("--scope", "profile.read")), 403, "insufficient_scope", "Invalid scope")
    assert 'error="insufficient_scope", scope="access_as_user"' in challenge


def test_an_expired_token_is_refused(system):
    challenge = refused(call(system, system.token("--expired")), 401, "token_expired", "Token has expired")
    assert 'error="invalid_token", error_description="The access token expired"' in challenge


def test_a_token_of_another_tenant_is_refused(system):
    other = "99999999-0000-cccc-1111-dddd2222eeee"
    token = system.token(
        "--claim", f"tid={json.dumps(other)}", "--claim", f"iss={json.dumps(f'{system.authority}/{other}/v2.0')}")
    assert 'error="invalid_token"' in refused(call(system, token), 401, "issuer_invalid", "Invalid token")


def test_a_token_for_another_audience_is_refused(system):
    token = signin.sign_in(system, signin.MIDDLE_TIER_SCOPE)
    assert 'error="invalid_token"' in refused(call(system, token), 401, "audience_invalid", "Invalid token")


@pytest.mark.parametrize("part", [0, 1, 2], ids=["header", "payload", "signature"])
def test_an_altered_token_is_refused(system, part):
    segments = system.token().split(".")
    middle = len(segments[part]) // 2
    letter = "A" if segments[part][middle] != "A" else "B"
    segments[part] = segments[part][:middle] + letter + segments[part][middle + 1:]
    answer = call(system, ".".join(segments))
    assert answer.status_code == 401
    body = answer.json()
    assert body["error"] == "Invalid token"
    if part:
        assert body["code"] == "signature_invalid"
    assert 'error="invalid_token"' in answer.headers["WWW-Authenticate"]


def test_a_token_in_the_query_does_not_count(system):
    refused(
        call(system, params={"access_token": system.token()}), 401, "missing_credentials",
        "Authorization header missing")


def test_another_method_is_not_found(system):
    assert requests.post(system.url + "/api/auth-test", timeout=20).status_code == 404


@pytest.mark.parametrize("path", ["/auth-test", "/api/auth-test", "/warm-keys", "/api/warm-keys"])
def test_a_forged_envelope_never_reaches_a_function(system, path):
    before = system.host.log.count("Signing keys are warm")
    request = {"Url": "http://x/", "Method": "GET", "Query": {}, "Headers": {}, "Params": {}}
    answer = requests.post(
        system.url + path, json={"Data": {"req": request, "timer": {}}, "Metadata": {}},
        headers={"X-Azure-Functions-InvocationId": "00000000-0000-0000-0000-000000000000"}, timeout=20)
    assert answer.status_code == 404
    assert "Outputs" not in answer.text
    assert system.host.log.count("Signing keys are warm") == before
