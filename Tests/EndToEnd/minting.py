# SPDX-License-Identifier: Apache-2.0
"""Makes tokens with `cryptography`, byte by byte, so that nothing is tidied up on the way."""

import base64
import hashlib
import hmac
import json
import time

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

NOW = int(time.time())
TENANT = "11111111-1111-4111-8111-111111111111"
API = "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa"
ISSUER = f"https://login.microsoftonline.com/{TENANT}/v2.0"

HEADER = {"typ": "JWT", "alg": "RS256", "kid": "k1"}
PAYLOAD = {
    "aud": API, "iss": ISSUER, "iat": NOW - 300, "nbf": NOW - 300, "exp": NOW + 3600,
    "azp": "c1c1c1c1-c1c1-4c1c-8c1c-c1c1c1c1c1c1", "azpacr": "1", "oid": "0b0b0b0b-0b0b-4b0b-8b0b-0b0b0b0b0b0b",
    "sub": "s1-pairwise-subject", "tid": TENANT, "scp": "access_as_user", "uti": "u1", "ver": "2.0",
}
ABSENT = object()

K1 = rsa.generate_private_key(65537, 2048)
K2 = rsa.generate_private_key(65537, 2048)
ATTACKER = rsa.generate_private_key(65537, 2048)
SHORT = rsa.generate_private_key(65537, 1024)
THREE = rsa.generate_private_key(3, 2048)


def b64(data):
    return base64.urlsafe_b64encode(data if isinstance(data, bytes) else data.encode()).decode().rstrip("=")


def number(value):
    return b64(value.to_bytes((value.bit_length() + 7) // 8, "big"))


def jwk(key, name, **members):
    """The element of a key set for a key, under a name."""
    public = key.public_key().public_numbers()
    result = {"kty": "RSA", "use": "sig", "kid": name, "n": number(public.n), "e": number(public.e), **members}
    return {name: value for name, value in result.items() if value is not ABSENT}


def jwks(*keys):
    return {"keys": list(keys)}


KEYS = jwks(jwk(K1, "k1"), jwk(K2, "k2"))


def text(base, changes):
    """The good object with changes, as JSON."""
    merged = {**base, **changes}
    return json.dumps({name: value for name, value in merged.items() if value is not ABSENT}, separators=(",", ":"))


def header(**changes):
    return text(HEADER, changes)


def payload(**changes):
    return text(PAYLOAD, changes)


def sign(data, key=K1, scheme=None, digest=None):
    return key.sign(data, scheme or padding.PKCS1v15(), digest or hashes.SHA256())


def sealed(first, second, key=K1, **how):
    """Signs two encoded segments as they stand."""
    return f"{first}.{second}.{b64(sign(f'{first}.{second}'.encode(), key, **how))}"


def token(head=None, body=None, key=K1, **how):
    return sealed(b64(head or header()), b64(body or payload()), key, **how)


def resigned(change):
    """The good token with its signature's bytes changed."""
    first, second, signature = token().split(".")
    return f"{first}.{second}.{b64(change(base64.urlsafe_b64decode(signature + '==')))}"


def keyed_hash(secret, algorithm="HS256"):
    """A token whose signature is a keyed hash, with something public as its secret."""
    signing_input = f"{b64(header(alg=algorithm))}.{b64(payload())}"
    digest = {"HS256": hashlib.sha256, "HS384": hashlib.sha384, "HS512": hashlib.sha512}[algorithm]
    return f"{signing_input}.{b64(hmac.new(secret, signing_input.encode(), digest).digest())}"


def public_pem(key=K1):
    return key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)


def loose_bits(segment):
    """The same bytes in another spelling: the unused bits of the last letter are not zero."""
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    assert len(segment) % 4 in (2, 3)
    return segment[:-1] + alphabet[alphabet.index(segment[-1]) | 1]


def uneven(build):
    """The encoding of what `build` makes, with unused bits in its last letter and a letter that base64 writes otherwise."""
    for count in range(6, 9):
        encoded = b64(build("?" * count))
        if len(encoded) % 4:
            assert "_" in encoded
            return encoded
    raise AssertionError("no such encoding")


def until(matches, key=K1):
    """A good token whose signature has a property, found by trying."""
    for count in range(20_000):
        signing_input = f"{b64(header())}.{b64(payload(uti=str(count)))}"
        signature = sign(signing_input.encode(), key)
        if matches(signature):
            return signing_input, signature
    raise AssertionError("no such signature")
