# SPDX-License-Identifier: Apache-2.0
"""Tokens for a comparison of judges: good ones, hostile ones that nobody may accept, and those that only Entra's rules
or strictness refuse, each with its reason."""

import json
from dataclasses import dataclass, field

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding

from minting import (
    ABSENT, API, ATTACKER, ISSUER, K1, K2, KEYS, NOW, SHORT, TENANT, THREE, b64, header, jwk, jwks, keyed_hash,
    loose_bits, number, payload, public_pem, resigned, sealed, sign, token, uneven, until)


@dataclass
class Sample:
    name: str
    token: str
    #: Why this project refuses what another judge may accept; empty for good tokens and for those that all refuse.
    reason: str = ""
    good: bool = False
    keys: dict = field(default_factory=lambda: KEYS)


CASE = "RFC 7515 §4: names and values compare octet by octet"
JSON = "RFC 8259: not a JSON text, or one that two readers read differently"
TWICE = "RFC 7515 §4, RFC 7519 §4: a name that comes twice is refused"
SPELLING = "RFC 7515 §2: one spelling per token, no padding, unused bits zero"
CHOICE = "RFC 8725 §3.10: a header does not bring or choose keys, and Entra sends no such parameter"
KIND = "RFC 8725 §3.11: another kind of token"
ENTRA = "Entra: a claim that its access tokens always have, with another value or shape"
WHOLE = "Entra: dates are whole numbers of seconds"
NAMED = "RFC 8725 §3.10: the key is the one that the kid names octet by octet; no key stands in for it"
KEY = "RFC 7517 §4: the key is not for verifying RS256, or not safe"


def good():
    yield Sample("plain", token(), good=True)
    yield Sample("other key", token(header(kid="k2"), key=K2), good=True)
    yield Sample("no typ", token(header(typ=ABSENT)), good=True)
    yield Sample("typ in lower case", token(header(typ="jwt")), good=True)
    yield Sample("typ at+jwt", token(header(typ="at+jwt")), good=True)
    yield Sample("x5t that is the kid", token(header(x5t="k1")), good=True)
    yield Sample("unknown header member", token(header(foo="bar")), good=True)
    yield Sample("unknown claim", token(body=payload(foo={"bar": [1, 2.5, None, True]})), good=True)
    yield Sample("audience as a list of one", token(body=payload(aud=[API])), good=True)
    yield Sample("white space in the JSON", token(json.dumps(json.loads(header()), indent=2)), good=True)
    yield Sample("escaped letters", token(header().replace("RS256", "\\u0052S256")), good=True)
    yield Sample("non-ASCII name", token(body=payload(name="Ŭnïcode 漢字 🙂").encode()), good=True)
    yield Sample("expired within the skew", token(body=payload(exp=NOW - 5)), good=True)
    yield Sample("begins within the skew", token(body=payload(nbf=NOW + 30)), good=True)
    yield Sample("signature with a leading zero", "{}.{}".format(
        *(lambda found: (found[0], b64(found[1])))(until(lambda signature: signature[0] == 0))), good=True)
    yield Sample("many claims", token(body=payload(groups=[f"g{i}" for i in range(100)])), good=True)


def algorithms():
    for value in ("none", "None", "NONE", "rs256", "RS256 ", "RS384", "ES256", "PS256", "EdDSA", "HS256", "", "RSA"):
        yield Sample(f"alg {value!r} over an RS256 signature", token(header(alg=value)))
    for value in (ABSENT, None, 256, True, ["RS256"], {"RS256": 1}):
        name = "absent" if value is ABSENT else json.dumps(value)
        yield Sample(f"alg {name}", token(header(alg=value)))
    signing_input = f"{b64(header(alg='none'))}.{b64(payload())}"
    yield Sample("alg none, empty signature", signing_input + ".")
    yield Sample("alg none, two segments", signing_input)
    for algorithm in ("HS256", "HS384", "HS512"):
        yield Sample(f"{algorithm} with the PEM as secret", keyed_hash(public_pem(), algorithm))
        yield Sample(f"{algorithm} with an empty secret", keyed_hash(b"", algorithm))
    yield Sample("HS256 with the modulus as secret", keyed_hash(jwk(K1, "k1")["n"].encode()))
    for name, digest in (("RS384", hashes.SHA384()), ("RS512", hashes.SHA512())):
        yield Sample(f"a true {name}", token(header(alg=name), digest=digest), "RFC 8725 §3.1: one algorithm")
        yield Sample(f"a {name} signature called RS256", token(digest=digest))
    salted = padding.PSS(padding.MGF1(hashes.SHA256()), 32)
    yield Sample("a true PS256", token(header(alg="PS256"), scheme=salted), "RFC 8725 §3.1: one algorithm")
    yield Sample("a PS256 signature called RS256", token(scheme=salted))
    yield Sample("SHA-1 called RS256", token(digest=hashes.SHA1()))


def headers():
    for value in ("K1", "k1 ", " k1", "", "k3", "k1\0", "../k1", "k" * 300, "ｋ1"):
        yield Sample(f"kid {value[:8]!r}", token(header(kid=value)), NAMED)
    for value in (ABSENT, None, 1, ["k1"]):
        yield Sample(f"kid {'absent' if value is ABSENT else json.dumps(value)}", token(header(kid=value)), NAMED)
    yield Sample("kid of another published key", token(header(kid="k2")))
    for value in ("JOSE", "id_token+jwt", "logout+jwt", "JWT ", "", 1, None, ["JWT"]):
        yield Sample(f"typ {value!r}", token(header(typ=value)), KIND)
    yield Sample("nested", token(header(cty="JWT")), KIND)
    yield Sample("cty a number", token(header(cty=1)), KIND)
    for name, value in (
        ("jku", "https://attacker.example/keys"), ("x5u", "https://attacker.example/cert"), ("jwk", jwk(ATTACKER, "k1")),
        ("x5c", ["MIIC"]), ("zip", "DEF"), ("enc", "A256GCM"), ("epk", {}), ("apu", "x"), ("iv", "x"), ("tag", "x"),
        ("x5t", "other"), ("b64", True),
    ):
        yield Sample(f"header with {name}", token(header(**{name: value})), CHOICE)
    yield Sample("jwk of the attacker who signed", token(header(jwk=jwk(ATTACKER, "k1")), key=ATTACKER))
    for value in (["exp"], ["b64"], [], ["x"], "exp", None, {}):
        yield Sample(f"crit {json.dumps(value)}", token(header(crit=value)), "RFC 7515 §4.1.11: nothing critical is known")
    yield Sample("unencoded payload", token(header(b64=False, crit=["b64"])), "RFC 7797 is not for tokens")
    yield Sample("header of 3 KB", token(header(x="y" * 3000)), "A header has at most 2 KiB")


def broken_json(kind, good_text, build):
    body = good_text[1:-1]
    for name, made in {
        "trailing comma": f"{{{body},}}", "single quotes": good_text.replace('"', "'"), "comment": f"{{/**/{body}}}",
        "trailing text": good_text + "x", "two objects": good_text * 2, "an array": f"[{good_text}]", "null": "null",
        "a string": json.dumps(good_text), "cut off": good_text[:-1], "no braces": body, "a bare control": f'{{"a":"\n",{body}}}',
        "a raw NUL at the end": good_text + "\0",
    }.items():
        yield Sample(f"{kind}: {name}", build(made.encode()), JSON)
    for name, made in {
        "byte order mark": b"\xef\xbb\xbf" + good_text.encode(), "NaN": f'{{"a":NaN,{body}}}'.encode(),
        "Infinity": f'{{"a":-Infinity,{body}}}'.encode(), "UTF-16": good_text.encode("utf-16"),
        "invalid UTF-8": b'{"a":"\xff",' + body.encode() + b"}", "overlong UTF-8": b'{"a":"\xc0\xaf",' + body.encode() + b"}",
        "encoded surrogate": b'{"a":"\xed\xa0\x80",' + body.encode() + b"}",
        "lone surrogate escape": f'{{"a":"\\ud800",{body}}}'.encode(),
        "deep nesting": f'{{"a":{"[" * 60}{"]" * 60},{body}}}'.encode(),
        "leading zeros": f'{{"a":007,{body}}}'.encode(),
    }.items():
        yield Sample(f"{kind}: {name}", build(made), JSON)


def duplicates():
    for name, value in (("alg", '"none"'), ("kid", '"k2"'), ("typ", '"x"')):
        yield Sample(f"header with {name} twice, good last", token(header().replace("{", f'{{"{name}":{value},', 1)), TWICE)
        yield Sample(f"header with {name} twice, good first", token(header()[:-1] + f',"{name}":{value}}}'), TWICE)
    yield Sample("header with alg twice, escaped", token(header().replace("{", '{"\\u0061lg":"RS256",', 1)), TWICE)
    for name, value in (("aud", '"other"'), ("iss", '"other"'), ("exp", "1"), ("sub", '"other"'), ("tid", '"x"')):
        yield Sample(f"{name} twice, good last", token(body=payload().replace("{", f'{{"{name}":{value},', 1)), TWICE)
        yield Sample(f"{name} twice, good first", token(body=payload()[:-1] + f',"{name}":{value}}}'), TWICE)
    yield Sample("aud twice, escaped", token(body=payload()[:-1] + f',"\\u0061ud":"{API}"}}'), TWICE)
    yield Sample("a claim twice in an object inside", token(body=payload()[:-1] + ',"x":{"a":1,"a":2}}'), TWICE)
    for name in ("AUD", "Exp", "Iss", "tId"):
        yield Sample(f"{name} beside the claim", token(body=payload(**{name: "x"})), CASE)


def claims():
    for name in ("exp", "nbf", "iat"):
        for value in (ABSENT, str(NOW), None, [NOW], {}, True):
            shown = "absent" if value is ABSENT else json.dumps(value)
            yield Sample(f"{name} {shown}", token(body=payload(**{name: value})), WHOLE)
        yield Sample(f"{name} with a fraction", token(body=payload(**{name: NOW + 0.5})), WHOLE)
        for raw in ("1e9", "-1", "1e400", "99999999999999999999", "253402300800", "-0"):
            body = payload(**{name: 424242}).replace("424242", raw)
            yield Sample(f"{name} {raw}", token(body=body), WHOLE)
    yield Sample("expired", token(body=payload(exp=NOW - 3600)))
    yield Sample("not yet valid", token(body=payload(nbf=NOW + 3600)))
    yield Sample("issued tomorrow", token(body=payload(iat=NOW + 86_400)), ENTRA)
    yield Sample("ends before it begins", token(body=payload(nbf=NOW + 40, iat=NOW - 10, exp=NOW + 30)), ENTRA)
    yield Sample("lives a year", token(body=payload(exp=NOW + 31_536_000)), ENTRA)
    for value in (ABSENT, "other", None, 1, [], [API, "other"], ["other"], [None], API.upper(), API + " ", "", {API: 1}):
        shown = "absent" if value is ABSENT else json.dumps(value)
        yield Sample(f"aud {shown}", token(body=payload(aud=value)), "RFC 7519 §4.1.3: exactly this API")
    for value in (
        ABSENT, None, 1, [ISSUER], "", ISSUER + "/", ISSUER.upper(), ISSUER.replace("https", "http"),
        ISSUER.replace(TENANT, "22222222-2222-4222-8222-222222222222"), ISSUER.replace(".com", ".com.attacker.example"),
        ISSUER.replace("login", "ⓛogin"),
    ):
        shown = "absent" if value is ABSENT else json.dumps(value)
        yield Sample(f"iss {shown}", token(body=payload(iss=value)), "RFC 8725 §3.8: exactly this issuer")
    for name, values in {
        "tid": (ABSENT, None, 1, "22222222-2222-4222-8222-222222222222", "x"), "ver": (ABSENT, "1.0", "3.0", 2, None),
        "sub": (ABSENT, 1, None, "", "a\0b"), "oid": (ABSENT, 1, ""), "azp": (ABSENT, 1, None, ""),
        "scp": (ABSENT, "other", ["access_as_user"], 1, "", "access_as_user\u00a0", "ACCESS_AS_USER"),
        "roles": ("admin", 1, [1], [None], {}), "idtyp": ("app", "device", 1), "nonce": ("n", None),
        "at_hash": ("x",), "c_hash": ("x",),
    }.items():
        for value in values:
            shown = "absent" if value is ABSENT else json.dumps(value)
            yield Sample(f"{name} {shown}", token(body=payload(**{name: value})), ENTRA)
    yield Sample("no claims", token(body="{}"))


def encodings():
    first, second, third = token().split(".")
    parts = {"header": 0, "payload": 1, "signature": 2}
    padded_header, padded_payload = uneven(lambda x: header(x=x)), uneven(lambda x: payload(x=x))
    for name, index in parts.items():
        segments = [padded_header, padded_payload]

        def build(change):
            changed = [change(segment) if place == index else segment for place, segment in enumerate(segments)]
            made = sealed(*changed)
            return made if index < 2 else made.rsplit(".", 1)[0] + "." + change(made.rsplit(".", 1)[1])

        yield Sample(f"padding on the {name}", build(lambda s: s + "=" * (-len(s) % 4)), SPELLING)
        yield Sample(f"too much padding on the {name}", build(lambda s: s + "===="), SPELLING)
        yield Sample(f"unused bits in the {name}", build(loose_bits), SPELLING)
        for letter, shown in (("\n", "line end"), (" ", "space"), ("!", "!"), ("%41", "%41"), ("é", "é"), ("\0", "NUL")):
            yield Sample(f"{shown} in the {name}", build(lambda s: s[:8] + letter + s[8:]), SPELLING)
        yield Sample(f"standard alphabet in the {name}", build(lambda s: s.replace("-", "+").replace("_", "/") + ""), SPELLING)
        yield Sample(f"a letter too many in the {name}", build(lambda s: s + "A" * ((1 - len(s)) % 4)), SPELLING)
    whole = token()
    for name, made in {
        "a space before": " " + whole, "a space after": whole + " ", "a line end after": whole + "\n",
        "a dot before": "." + whole, "a dot after": whole + ".", "four segments": whole + ".x",
        "five segments": f"{first}.a.{second}.b.{third}", "two segments": f"{first}.{second}", "one segment": first,
        "nothing": "", "dots": "..", "a thousand dots": "." * 1000, "empty header": f".{second}.{third}",
        "empty payload": sealed(first, ""), "empty signature": f"{first}.{second}.", "quoted": f'"{whole}"',
        "with a scheme": "Bearer " + whole, "segments in another order": f"{second}.{first}.{third}",
        "JSON serialization": json.dumps({"protected": first, "payload": second, "signature": third}),
    }.items():
        yield Sample(f"whole token: {name}", made)
    yield Sample("a token of 20 KB", token(body=payload(x="y" * 15_000)), "A token has at most 16 KiB")


def signatures():
    for name, change in {
        "first bit": lambda s: bytes([s[0] ^ 0x80]) + s[1:], "last bit": lambda s: s[:-1] + bytes([s[-1] ^ 1]),
        "a bit in the middle": lambda s: s[:128] + bytes([s[128] ^ 16]) + s[129:], "last byte cut": lambda s: s[:-1],
        "first byte cut": lambda s: s[1:], "zero before": lambda s: b"\0" + s, "zero after": lambda s: s + b"\0",
        "all zero": lambda s: bytes(256), "all ones": lambda s: b"\xff" * 256, "one": lambda s: bytes(255) + b"\1",
        "one byte": lambda s: b"\1", "reversed": lambda s: s[::-1], "twice": lambda s: s + s,
    }.items():
        yield Sample(f"signature: {name}", resigned(change))
    yield Sample("signed by somebody else", token(key=ATTACKER))
    yield Sample("signed by the other key", token(key=K2))
    yield Sample("signature of another token", token().rsplit(".", 1)[0] + "." + token(body=payload(uti="2")).rsplit(".", 1)[1])
    modulus = K1.public_key().public_numbers().n
    signing_input, signature = until(lambda s: int.from_bytes(s, "big") + modulus < 1 << 2048)
    larger = (int.from_bytes(signature, "big") + modulus).to_bytes(256, "big")
    yield Sample("signature plus the modulus", f"{signing_input}.{b64(larger)}")
    signing_input, signature = until(lambda s: s[0] == 0)
    yield Sample("leading zero left out", f"{signing_input}.{b64(signature[1:])}", "RFC 8017 §8.2.2: as long as the modulus")
    yield Sample("signed over the payload only", f"{b64(header())}.{b64(payload())}.{b64(sign(b64(payload()).encode()))}")
    yield Sample("signed before a claim changed", f"{b64(header())}.{b64(payload(sub='admin'))}.{token().rsplit('.', 1)[1]}")


def keys():
    good_token = token()
    for name, members in {
        "for encryption": {"use": "enc"}, "for RS512": {"alg": "RS512"}, "for PS256": {"alg": "PS256"},
        "for signing only": {"key_ops": ["sign"]}, "of type EC": {"kty": "EC"}, "with a private part": {"d": "AQAB"},
        "without a kid": {"kid": ABSENT}, "without a modulus": {"n": ABSENT}, "with an even modulus": {
            "n": number(K1.public_key().public_numbers().n + 1)},
        "of another cloud's issuer": {"issuer": "https://login.microsoftonline.us/{tenantid}/v2.0"},
        "with exponent 1": {"e": "AQ"}, "with a zero before the modulus": {
            "n": b64(b"\0" + K1.public_key().public_numbers().n.to_bytes(256, "big"))},
    }.items():
        yield Sample(f"key {name}", good_token, KEY, keys=jwks(jwk(K1, "k1", **members)))
    yield Sample("key of 1024 bits", token(key=SHORT), KEY, keys=jwks(jwk(SHORT, "k1")))
    yield Sample("key with exponent 3", token(key=THREE), KEY, keys=jwks(jwk(THREE, "k1")))
    yield Sample("two keys of one kid", good_token, KEY, keys=jwks(jwk(K1, "k1"), jwk(K2, "k1")))
    yield Sample("no keys", good_token, keys=jwks())


def samples():
    yield from good()
    yield from algorithms()
    yield from headers()
    yield from broken_json("header", header(), lambda made: token(made))
    yield from broken_json("payload", payload(), lambda made: token(body=made))
    yield from duplicates()
    yield from claims()
    yield from encodings()
    yield from signatures()
    yield from keys()
