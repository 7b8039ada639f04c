# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the swift-azure-functions authors
"""A headless Chromium of the system's, and the development page in it."""

import os
import shutil

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select, WebDriverWait


def chromium(folder):
    """A browser without a window; its driver is named, so that nothing is downloaded."""
    binary, driver = shutil.which("chromium"), shutil.which("chromedriver")
    assert binary and driver, "chromium and chromium-driver are missing; scripts/setup installs them"
    options = webdriver.ChromeOptions()
    options.binary_location = binary
    for argument in ["--headless=new", "--disable-gpu", "--window-size=1360,1500", f"--user-data-dir={folder}"]:
        options.add_argument(argument)
    if os.geteuid() == 0:
        options.add_argument("--no-sandbox")
        options.add_argument("--disable-dev-shm-usage")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))


class DevelopmentPage:
    """The page as a person sees it."""

    def __init__(self, browser, url):
        self.browser, self.url = browser, url.rstrip("/")
        browser.get(self.url + "/_dev")
        self.wait(lambda: self.all("#function-list li"))

    def wait(self, condition, seconds=20):
        return WebDriverWait(self.browser, seconds, poll_frequency=0.05).until(lambda _: condition())

    def one(self, selector):
        return self.browser.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.browser.find_elements(By.CSS_SELECTOR, selector)

    def text(self, selector):
        """What can be read in all places of a kind, at one moment."""
        return self.browser.execute_script(
            "return [...document.querySelectorAll(arguments[0])].map((it) => it.innerText).join('\\n')", selector)

    def select(self, identifier, text):
        Select(self.one("#" + identifier)).select_by_visible_text(text)

    def value(self, identifier):
        return self.one("#" + identifier).get_property("value")

    def click(self, selector):
        element = self.one(selector)
        self.browser.execute_script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element)
        element.click()

    def send(self):
        """Sends the call and gives the line with the answer's status."""
        self.browser.execute_script("document.getElementById('call-answer').replaceChildren()")
        self.click("#call-form button[type=submit]")
        return self.wait(lambda: self.text("#call-answer pre") and self.text("#call-answer .line"))

    def complaints(self):
        """What the browser has complained about, such as a policy that was broken."""
        return [entry["message"] for entry in self.browser.get_log("browser") if entry["level"] == "SEVERE"]
