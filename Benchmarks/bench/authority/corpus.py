# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the swift-azure-functions authors
"""Tokens as Entra makes them, and the requests that carry them; the same for every program that is measured."""

import base64
import json
import random
import time
import uuid

from .rsa import SigningKey, base64url

TENANT = "7b1e2f0c-4d53-4e61-9a1b-8c2d3e4f5a60"
API = "c0ffee00-1111-4222-8333-444455556666"
CLIENT = "5a9d3b1e-77aa-4c0d-9b2e-0d1c2b3a4f5e"
SCOPE = "access_as_user"
# Entra's tokens live about an hour; a strict validator accepts up to 30 hours.
LIFETIME = 24 * 3_600


class Corpus:
    """Keys, one issuer, many different valid tokens by two live keys, and some that must be refused."""

    def __init__(self, issuer, count, seed=20261121):
        self.issuer = issuer
        self.random = random.Random(seed)
        self.now = int(time.time()) - 60
        # Three keys are published, two of them in use; one is not.
        self.keys = [SigningKey() for _ in range(3)]
        self.stranger = SigningKey()
        self.tokens = [self.token(number, self.keys[number % 2]) for number in range(count)]

    def claims(self, number, **changes):
        identifier = lambda: str(uuid.UUID(int=self.random.getrandbits(128), version=4))
        text = lambda size: base64url(self.random.randbytes(size))
        claims = {
            "aud": API, "iss": self.issuer, "iat": self.now, "nbf": self.now, "exp": self.now + LIFETIME,
            "aio": "AZQAa/8" + base64.b64encode(self.random.randbytes(36)).decode(), "azp": CLIENT, "azpacr": "0",
            "name": f"Test User {number}", "oid": identifier(),
            "preferred_username": f"user{number}@contoso.onmicrosoft.com", "rh": f"1.{text(30)}.", "scp": SCOPE,
            "sid": identifier(), "sub": text(32), "tid": TENANT, "uti": text(16), "ver": "2.0", "xms_ftd": text(24),
            "roles": ["Reader"],
        }
        claims.update(changes)
        return claims

    def token(self, number, key, kid=None, **changes):
        encoded = [
            base64url(json.dumps(part, separators=(",", ":")).encode())
            for part in ({"typ": "JWT", "alg": "RS256", "kid": kid or key.kid}, self.claims(number, **changes))
        ]
        signed = ".".join(encoded)
        return f"{signed}.{base64url(key.sign(signed.encode()))}"

    def cases(self):
        """Name, token and the status that it must get: a program that is fast and wrong is no peer."""
        good = self.tokens[0]
        head, body, signature = good.split(".")
        broken = signature[:100] + ("A" if signature[100] != "A" else "B") + signature[101:]
        past = {"iat": self.now - 9_000, "nbf": self.now - 9_000, "exp": self.now - 5_400}
        return [
            ("valid", good, 200),
            ("expired", self.token(0, self.keys[0], **past), 401),
            ("other audience", self.token(0, self.keys[0], aud="00000000-0000-0000-0000-000000000000"), 401),
            ("other scope", self.token(0, self.keys[0], scp="something_else access_as_user2"), 403),
            ("broken signature", f"{head}.{body}.{broken}", 401),
            ("unknown key", self.token(0, self.stranger), 401),
            ("another's key", self.token(0, self.stranger, kid=self.keys[0].kid), 401),
            ("no token", None, 401),
        ]

    def key_set(self):
        return {"keys": [key.jwk(self.issuer) for key in self.keys]}

    def envelope(self, token, function="auth-test"):
        """The body that the Functions host posts for one call."""
        headers = {"Authorization": [f"Bearer {token}"]} if token else {}
        request = {
            "Url": f"http://localhost/api/{function}", "Method": "GET", "Query": {}, "Headers": headers, "Params": {},
            "Identities": [], "Body": None,
        }
        system = {
            "MethodName": function, "UtcNow": "2026-11-21T01:02:03.4567891Z",
            "RandGuid": str(uuid.UUID(int=self.random.getrandbits(128), version=4)),
        }
        return json.dumps({"Data": {"req": request}, "Metadata": {"sys": system}}, separators=(",", ":")).encode()
