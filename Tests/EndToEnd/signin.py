# SPDX-License-Identifier: Apache-2.0
"""Microsoft's own client library against the local tenant."""

import html.parser
import urllib.parse

import msal
import requests

from conftest import API, TENANT

MIDDLE_TIER = "33334444-dddd-5555-eeee-6666ffff7777"
SCOPE = f"api://{API}/access_as_user"
MIDDLE_TIER_SCOPE = f"api://{MIDDLE_TIER}/access_as_user"
REDIRECT = "http://localhost:5000/signin-oidc"


def client(system, client_id, secret):
    return msal.ConfidentialClientApplication(
        client_id, client_credential=secret, authority=f"{system.authority}/{TENANT}", instance_discovery=False,
        verify=system.ca)


def web_app(system):
    return client(system, "11112222-bbbb-3333-cccc-4444dddd5555", "local-web-app-secret")


def middle_tier(system):
    return client(system, MIDDLE_TIER, "local-middle-tier-secret")


def daemon(system):
    return client(system, "22223333-cccc-4444-dddd-5555eeee6666", "local-daemon-secret")


class _Form(html.parser.HTMLParser):
    """The first form of a page: where it goes and what it sends."""

    def __init__(self, text):
        super().__init__()
        self.action, self.fields = "", {}
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "form":
            self.action = attributes.get("action", "")
        elif tag == "input" and attributes.get("name"):
            self.fields.setdefault(attributes["name"], attributes.get("value", ""))


def sign_in(system, scope, username="adele@contoso.onmicrosoft.com", password="local-adele-password"):
    """Authorization code with PKCE, through the sign-in page as a person would."""
    app = web_app(system)
    flow = app.initiate_auth_code_flow([scope], redirect_uri=REDIRECT)
    assert "code_challenge=" in flow["auth_uri"]
    browser = requests.Session()
    browser.verify = system.ca
    page = browser.get(flow["auth_uri"], timeout=20)
    assert page.status_code == 200, page.text
    form = _Form(page.text)
    answer = browser.post(
        urllib.parse.urljoin(page.url, form.action),
        data={**form.fields, "login": username, "passwd": password}, allow_redirects=False, timeout=20)
    assert answer.status_code in (302, 303), answer.text
    parameters = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(answer.headers["Location"]).query))
    result = app.acquire_token_by_auth_code_flow(flow, parameters)
    assert "access_token" in result, result
    return result["access_token"]
