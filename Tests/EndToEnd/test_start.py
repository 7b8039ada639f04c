# SPDX-License-Identifier: Apache-2.0
"""swift-func start: builds, watches, and goes over to the changed app without losing a request."""

import json
import shutil
import subprocess
import threading
import time

import pytest
import requests

from conftest import ROOT, Process

PATIENCE = 240
HOST = {"version": "2.0", "customHandler": {"description": {"defaultExecutablePath": "handler"}}}


class Caller(threading.Thread):
    """Calls one address all the time on one connection, and keeps what came."""

    def __init__(self, url):
        super().__init__(daemon=True)
        self.url, self.answers, self.failures, self.stopping = url, [], [], threading.Event()

    def run(self):
        with requests.Session() as session:
            while not self.stopping.is_set():
                try:
                    answer = session.get(self.url, timeout=60)
                    answer.raise_for_status()
                    self.answers.append(answer.text)
                except requests.RequestException as error:
                    self.failures.append(repr(error))
                time.sleep(0.005)


@pytest.fixture
def app(tmp_path):
    folder = tmp_path / "app"
    shutil.copytree(ROOT / "Tests/EndToEnd/apps/tiny", folder, ignore=shutil.ignore_patterns(".build"))
    (folder / "host.json").write_text(json.dumps(HOST))
    (folder / "local.settings.json").write_text('{"IsEncrypted": false, "Values": {}}')
    return folder


def wait_for(condition, process, patience=PATIENCE):
    deadline = time.monotonic() + patience
    while not condition():
        assert process.process.poll() is None and time.monotonic() < deadline, process.log
        time.sleep(0.05)


def say(app, text, names=("hello",)):
    quoted = ", ".join(f'"{name}"' for name in names)
    (app / "Sources/Handler/Answer.swift").write_text(f'let answer = "{text}"\nlet functionNames = [{quoted}]\n')


def test_a_change_is_built_and_served_and_no_request_is_lost(app, binaries, tmp_path):
    process = Process(
        tmp_path / "start", binaries, ["start", "--no-tenant", "--port", "0", "--app", str(app)], patience=PATIENCE)
    try:
        url = process.url + "/api/hello"
        assert requests.get(url, timeout=60).text == "first"
        assert (app / "functions/hello/function.json").exists()
        assert "Built handler in " in process.log
        callers = [Caller(url) for _ in range(3)]
        for caller in callers:
            caller.start()

        say(app, "second")
        wait_for(lambda: all(caller.answers[-1:] == ["second"] for caller in callers), process)
        for caller in callers:
            assert caller.failures == []
            assert caller.answers == ["first"] * caller.answers.count("first") + ["second"] * caller.answers.count("second")

        say(app, 'third" + oops')
        wait_for(lambda: "The app of before goes on" in process.log, process)
        assert "error: cannot find 'oops' in scope" in process.log
        assert process.log.count(": error: cannot find 'oops' in scope") == 1
        assert requests.get(url, timeout=60).text == "second"

        say(app, "fourth", names=("hello", "more"))
        wait_for(lambda: "Reloaded: 2 functions." in process.log, process)
        assert requests.get(process.url + "/api/more", timeout=60).text == "fourth"

        (app / "host.json").write_text("{")
        wait_for(lambda: process.log.count("The app of before goes on") == 2, process)
        assert "host.json" in process.log.split("Reloaded: 2 functions.")[1]
        assert requests.get(url, timeout=60).text == "fourth"
        for caller in callers:
            caller.stopping.set()
        for caller in callers:
            caller.join()
            assert caller.failures == []
    finally:
        assert process.stop() == 0, process.log

    # The next start has nothing to build, until something changes again.
    (app / "host.json").write_text(json.dumps(HOST))
    for folder, expected in [("third", "Built handler in "), ("fourth", "handler is up to date.")]:
        process = Process(
            tmp_path / folder, binaries, ["start", "--no-tenant", "--no-watch", "--port", "0", "--app", str(app)],
            patience=PATIENCE)
        try:
            assert requests.get(process.url + "/api/hello", timeout=60).text == "fourth"
            assert expected in process.log
            assert ("Built handler" in process.log) == (expected == "Built handler in ")
        finally:
            assert process.stop() == 0, process.log


def test_a_first_build_that_fails_waits_for_the_correction(app, binaries, tmp_path):
    say(app, 'first" + oops')

    def correct():
        log = tmp_path / "start/log"
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if log.exists() and "Waiting for a change" in log.read_text():
                say(app, "corrected")
                return
            time.sleep(0.05)

    thread = threading.Thread(target=correct)
    thread.start()
    process = Process(
        tmp_path / "start", binaries, ["start", "--no-tenant", "--port", "0", "--app", str(app)], patience=PATIENCE)
    try:
        thread.join()
        assert requests.get(process.url + "/api/hello", timeout=60).text == "corrected"
    finally:
        assert process.stop() == 0, process.log


def test_without_watching_a_failed_build_ends_with_1(app, binaries, tmp_path):
    say(app, 'first" + oops')
    result = subprocess.run(
        [f"{binaries}/swift-func", "start", "--no-tenant", "--no-watch", "--port", "0", "--app", str(app)],
        capture_output=True, text=True, timeout=PATIENCE)
    assert result.returncode == 1
    assert "error: cannot find 'oops' in scope" in result.stderr
    assert "\x1b" not in result.stdout + result.stderr
