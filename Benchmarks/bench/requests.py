# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the swift-azure-functions authors
"""The requests of the load generator, whole and ready, so that it costs nothing to make them."""

import json
import uuid


def envelope_request(body, path="/auth-test"):
    """As the Functions host posts it: every invocation has an id."""
    head = (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        f"X-Azure-Functions-InvocationId: {uuid.uuid4()}\r\nContent-Length: {len(body)}\r\n\r\n")
    return head.encode() + body


def plain_request(token, path="/api/auth-test"):
    """As the host forwards it: the client's request with an id of the invocation."""
    return (
        f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {token}\r\n"
        f"X-Azure-Functions-InvocationId: {uuid.uuid4()}\r\n\r\n").encode()


def authorized(corpus, form, count=None):
    """One request for each token, or for the first ones."""
    tokens = corpus.tokens[:count]
    if form == "plain":
        return [plain_request(token) for token in tokens]
    return [envelope_request(corpus.envelope(token)) for token in tokens]


def write(path, requests):
    """NUL stands between requests: no byte of them is one."""
    path.write_bytes(b"\0".join(requests))


def closing(request):
    """The same request, the last of its connection."""
    return request.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n", 1)


def wrong_answers(running, corpus):
    """What a program answers otherwise than it must; empty when it is right."""
    wrong = []
    for name, token, expected in corpus.cases():
        status = status_of(running, corpus, token)
        if status != expected:
            wrong.append(f"{name}: {status} instead of {expected}")
    running.answer_size = running.answer_bytes(authorized(corpus, running.target.form, 1)[0])
    return ", ".join(wrong)


def status_of(running, corpus, token):
    identifier = {"X-Azure-Functions-InvocationId": str(uuid.uuid4())}
    if running.target.form == "plain":
        headers = {**identifier, **({"Authorization": f"Bearer {token}"} if token else {})}
        status, body = running.call("GET", "/api/auth-test", headers=headers)
        return status if status != 200 or is_right(body) else "another body"
    headers = {"Content-Type": "application/json", **identifier}
    status, body = running.call("POST", "/auth-test", corpus.envelope(token), headers)
    try:
        result = json.loads(body)["Outputs"]["res"]
        status = int(result["statusCode"])
    except (ValueError, KeyError, TypeError):
        return f"http {status}"
    return status if status != 200 or is_right(result["body"]) else "another body"


def is_right(body):
    try:
        answer = json.loads(body)
    except (ValueError, TypeError):
        return False
    return answer.get("message") == "Test successful" and bool(answer.get("user"))
