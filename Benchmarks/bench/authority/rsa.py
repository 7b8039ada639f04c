# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the swift-azure-functions authors
"""RSA keys made by the openssl command, and signatures by arithmetic, so that nothing has to be installed."""

import base64
import hashlib
import subprocess

# DigestInfo of SHA-256 (RFC 8017 §9.2, note 1).
DIGEST_INFO = bytes.fromhex("3031300d060960864801650304020105000420")


def base64url(data):
    """The encoding of RFC 7515 §2."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class SigningKey:
    """A 2,048-bit key with a kid of the length that Entra's have."""

    def __init__(self):
        pem = subprocess.run(
            ["openssl", "genrsa", "-traditional", "2048"], check=True, capture_output=True, text=True).stdout
        body = "".join(line for line in pem.splitlines() if "-----" not in line)
        _, self.n, self.e, _, self.p, self.q, self.dp, self.dq, self.qi = integers(base64.b64decode(body))
        self.kid = base64url(hashlib.sha1(self.n.to_bytes(256, "big")).digest())

    def sign(self, data):
        """RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017 §8.2.1), by the Chinese remainder theorem."""
        info = DIGEST_INFO + hashlib.sha256(data).digest()
        block = int.from_bytes(b"\x00\x01" + b"\xff" * (256 - 3 - len(info)) + b"\x00" + info, "big")
        first, second = pow(block, self.dp, self.p), pow(block, self.dq, self.q)
        return (second + self.q * ((first - second) * self.qi % self.p)).to_bytes(256, "big")

    def jwk(self, issuer):
        """The element of a key set."""
        return {
            "kty": "RSA", "use": "sig", "kid": self.kid, "x5t": self.kid,
            "n": base64url(self.n.to_bytes(256, "big")), "e": base64url(self.e.to_bytes(3, "big")), "issuer": issuer,
        }


def integers(der):
    """The numbers of a DER SEQUENCE of INTEGERs, such as an RSAPrivateKey (RFC 8017 §A.1.2)."""
    tag, start, end = header(der, 0)
    if tag != 0x30 or end != len(der):
        raise ValueError("not a DER SEQUENCE")
    numbers = []
    while start < end:
        tag, first, last = header(der, start)
        if tag != 0x02:
            raise ValueError("not a DER INTEGER")
        numbers.append(int.from_bytes(der[first:last], "big"))
        start = last
    return numbers


def header(der, at):
    """Tag, first and last place of the content of the value that begins here."""
    length, start = der[at + 1], at + 2
    if length & 0x80:
        size = length & 0x7F
        length, start = int.from_bytes(der[start:start + size], "big"), start + size
    return der[at], start, start + length
