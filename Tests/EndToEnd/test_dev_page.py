# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the swift-azure-functions authors
"""The page for people at /_dev, in a browser."""

import json
import pathlib

import pytest
import requests
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from browser import DevelopmentPage, chromium
from conftest import ROOT, Process
from localapp import LocalApp

# Rules of the kind that axe has, as far as they can be read off the document.
RULES = """
const visible = (element) => element.getClientRects().length > 0;
const named = (element) => element.labels?.length || element.getAttribute("aria-label")
  || element.getAttribute("aria-labelledby") || element.textContent.trim();
const found = [];
for (const element of document.querySelectorAll("input, select, textarea"))
  if (!element.labels?.length && !element.getAttribute("aria-label")) found.push(`no label: ${element.outerHTML}`);
for (const element of document.querySelectorAll("button, a, summary"))
  if (visible(element) && !named(element)) found.push(`no name: ${element.outerHTML}`);
if (document.querySelectorAll("h1").length !== 1) found.push("not one h1");
if (!document.documentElement.lang) found.push("no language");
if (document.querySelectorAll("main").length !== 1) found.push("not one main");
const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
if (new Set(ids).size !== ids.length) found.push("an id twice");
for (const element of document.querySelectorAll("[aria-labelledby], [aria-describedby], label[for]"))
  for (const name of ["aria-labelledby", "aria-describedby", "for"])
    for (const id of (element.getAttribute(name) ?? "").split(" ").filter(Boolean))
      if (!document.getElementById(id)) found.push(`${name} names nothing: ${id}`);
let level = 0;
for (const element of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
  const next = Number(element.tagName[1]);
  if (level && next > level + 1) found.push(`heading skips a level: ${element.textContent}`);
  level = next;
}
const number = (text) => text.match(/[\\d.]+/g).map(Number);
const light = ([red, green, blue]) => [red, green, blue].map((part) => part / 255)
  .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
  .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
const ground = (element) => {
  for (let place = element; place; place = place.parentElement) {
    const color = number(getComputedStyle(place).backgroundColor);
    if (color.length < 4 || color[3] > 0) return color;
  }
  return [255, 255, 255];
};
for (const element of document.querySelectorAll("body *")) {
  const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
  if (!hasText || !visible(element)) continue;
  const [one, other] = [light(number(getComputedStyle(element).color)), light(ground(element))];
  const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  if (ratio < 4.5) found.push(`contrast ${ratio.toFixed(2)}: ${element.textContent.trim().slice(0, 40)}`);
}
if (document.documentElement.scrollWidth > document.documentElement.clientWidth) found.push("scrolls sideways");
return found;
"""


@pytest.fixture(scope="module")
def host(binaries, tmp_path_factory):
    folder = tmp_path_factory.mktemp("page")
    process = Process(
        folder / "host", binaries,
        ["start", "--no-build", "--no-watch", "--port", "0", "--tenant-port", "0", "--state", str(folder / "state")])
    yield process
    process.stop()


@pytest.fixture
def browser(tmp_path):
    browser = chromium(tmp_path / "profile")
    yield browser
    browser.quit()


@pytest.fixture
def page(browser, host):
    return DevelopmentPage(browser, host.url)


def get_token(page, user="Adele Vance (adele@contoso.onmicrosoft.com)"):
    page.browser.execute_script("document.getElementById('token-answer').replaceChildren()")
    page.select("token-user", user)
    page.click("#token-form button[type=submit]")
    page.wait(lambda: "Done" in page.text("#token-answer"))


def artefact(browser, name):
    folder = ROOT / ".build" / "artefacts"
    folder.mkdir(parents=True, exist_ok=True)
    height = browser.execute_script("return document.documentElement.scrollHeight")
    browser.set_window_size(1360, min(height + 150, 6000))
    assert browser.save_screenshot(str(folder / name))


def test_the_start_names_the_page(host):
    assert f"Development page: {host.url.rstrip('/')}/_dev" in host.log


def test_a_token_is_accepted_and_a_spoiled_one_shows_the_check_that_failed(page, browser):
    get_token(page)
    page.select("call-function", "auth-test")
    assert page.send().startswith("200")
    assert '"user": "Adele Vance"' in page.text("#call-answer pre")

    page.click("#call-spoil")
    assert page.send().startswith("401")
    assert '"code": "signature_invalid"' in page.text("#call-answer pre")
    page.click("#call-diagnose")
    page.wait(lambda: "Refused" in page.text("#doctor-verdict"))
    assert "401 signature_invalid" in page.text("#doctor-verdict")
    failed = [row.text for row in page.all("#doctor-answer tbody tr") if "✗ failed" in row.text]
    assert len(failed) == 1 and failed[0].startswith("signature"), failed
    assert sum("✓ passed" in row.text for row in page.all("#doctor-answer tbody tr")) >= 8

    page.wait(lambda: len(page.all("#invocation-list li")) >= 2)
    page.click("#invocation-list li summary")
    page.wait(lambda: page.text("#invocation-list li:first-child pre"))
    details = page.text("#invocation-list li:first-child pre")
    assert "[redacted]" in details and "eyJ" not in details
    assert page.complaints() == [] and browser.execute_script(RULES) == []
    artefact(browser, "dev-page.png")


def test_an_expired_token_and_a_daemon_are_told_apart(page):
    page.click("#token-expired")
    get_token(page)
    page.select("call-function", "auth-test")
    assert page.send().startswith("401")
    assert "token_expired" in page.text("#call-answer pre")
    page.click("#token-expired")
    get_token(page, "An app without a user (daemon)")
    assert page.send().startswith("403")
    assert "delegated_required" in page.text("#call-answer pre")


def test_a_timer_runs_and_its_invocation_appears_by_itself(page):
    count = len(page.all("#invocation-list li"))
    page.click("#function-list button[aria-label='Call warm-keys']")
    assert not page.one("#call-path").is_displayed()
    assert page.send().startswith("202")
    page.wait(lambda: len(page.all("#invocation-list li")) > count)
    page.wait(lambda: "succeeded" in page.all("#invocation-list li")[0].text)
    assert "warm-keys" in page.all("#invocation-list li")[0].text
    assert "warm-keys succeeded" in page.one("#invocation-news").get_property("textContent")


def test_everything_can_be_done_with_the_keyboard(page, browser):
    """From the top of the page to an accepted call, with Tab, arrows, Space and Enter alone."""
    page.click("h1")

    def tab_to(selector):
        for _ in range(60):
            ActionChains(browser).send_keys(Keys.TAB).perform()
            focused = browser.switch_to.active_element
            outline = focused.value_of_css_property("outline-style")
            assert outline != "none", f"the focus cannot be seen: {focused.get_attribute('outerHTML')}"
            if browser.execute_script("return arguments[0].matches(arguments[1])", focused, selector):
                return focused
        raise AssertionError(f"Tab does not lead to {selector}")

    tab_to("#token-user").send_keys(Keys.ARROW_DOWN)
    tab_to("#token-form button[type=submit]").send_keys(Keys.ENTER)
    page.wait(lambda: "Done" in page.text("#token-answer"))
    tab_to("#call-function").send_keys("auth-test")
    assert page.value("call-function") == "auth-test"
    tab_to("#call-form button[type=submit]").send_keys(Keys.ENTER)
    page.wait(lambda: page.text("#call-answer .line").startswith("200"))
    assert '"user": "Megan Bowen"' in page.text("#call-answer pre")
    tab_to("#invocation-list summary").send_keys(Keys.ENTER)
    page.wait(lambda: page.text("#invocation-list li:first-child pre"))


@pytest.mark.parametrize("width", [360, 1360])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_can_be_read_in_every_light_and_width(page, browser, width, scheme):
    browser.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
    get_token(page)
    page.select("call-function", "auth-test")
    page.send()
    page.click("#call-diagnose")
    page.wait(lambda: page.all("#doctor-verdict"))
    assert browser.execute_script(RULES) == []
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    if scheme == "dark" and width == 1360:
        artefact(browser, "dev-page-dark.png")


def test_a_page_of_a_function_cannot_use_the_page(browser, binaries, tmp_path):
    """Markup that a function answers is shown as text; as a page of its own, it gets neither key nor token."""
    markup = "<script>document.title = 'taken'</script><img src=x onerror=\"document.title = 'taken'\"><b>bold</b>"
    app = LocalApp(
        tmp_path / "app", binaries,
        {"markup": [
            {"type": "httpTrigger", "direction": "in", "name": "req", "authLevel": "anonymous"},
            {"type": "http", "direction": "out", "name": "res"}],
         "take": [{"type": "queueTrigger", "direction": "in", "name": "message", "queueName": "orders", "connection": "S"}]},
        f"""
def markup(data, metadata):
    body = {json.dumps(markup)}
    return {{"Outputs": {{"res": {{"body": body, "headers": {{"Content-Type": "text/html"}}}}}}, "Logs": [body]}}

def take(data, metadata):
    return {{"Logs": ["took " + json.loads(data["message"])]}}
""").start()
    try:
        page = DevelopmentPage(browser, app.url)
        page.select("call-function", "markup")
        assert page.send().startswith("200")
        assert markup in page.text("#call-answer pre")
        page.wait(lambda: page.all("#invocation-list summary"))
        page.click("#invocation-list summary")
        page.wait(lambda: "bold" in page.text("#invocation-list pre"))
        assert browser.title == "Development page"
        assert not page.all("#call-answer b, #invocation-list b, #call-answer img, main script")

        page.one("#data-name").send_keys("orders")
        page.one("#data-text").send_keys("<i>one</i>")
        page.click("#data-form button[type=submit]")
        page.wait(lambda: "Done" in page.text("#data-answer"))
        page.wait(lambda: page.text("#invocation-list li:first-child .name") == "take")
        page.click("#invocation-list li:first-child summary")
        page.wait(lambda: "took <i>one</i>" in page.text("#invocation-list li:first-child pre"))
        assert page.complaints() == []

        browser.get(app.url + "/api/markup")
        assert browser.title == "taken", "the function's own page runs its script"
        for call in ["fetch('/_dev')", "fetch('/_dev/page/app')", "fetch('/_dev/page/token', {method: 'POST'})"]:
            assert browser.execute_async_script(f"{call}.then((it) => arguments[0](it.status))") == 403
        assert browser.execute_async_script(
            """const done = arguments[0], frame = document.createElement("iframe");
            frame.onload = () => { let found; try { found = frame.contentDocument?.querySelector("[name=page-key]"); }
              catch { found = null; } done(Boolean(found)); };
            frame.src = "/_dev"; document.body.append(frame);""") is False
    finally:
        app.host.stop()


def test_another_origin_gets_nothing(host, browser, tmp_path):
    """A page of another port of this machine is another site's as well."""
    other = tmp_path / "other.html"
    other.write_text("<!doctype html><title>other</title>")
    browser.get(pathlib.Path(other).as_uri())
    url = host.url.rstrip("/")
    for path in ["/_dev", "/_dev/page/app", "/_dev/assets/page.js"]:
        assert browser.execute_async_script(
            f"fetch('{url}{path}').then(() => arguments[0]('read'), () => arguments[0]('refused'))") == "refused"
    answer = requests.get(url + "/_dev/page/app", headers={"Origin": "http://localhost:3000"}, timeout=20)
    assert answer.status_code == 403 and "Access-Control-Allow-Origin" not in answer.headers
