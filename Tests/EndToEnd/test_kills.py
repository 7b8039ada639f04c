# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the swift-azure-functions authors
"""Nothing acknowledged is lost when the handler or the host is killed."""

import os
import random
import signal
import threading
import time

import requests

from localapp import LocalApp

FUNCTIONS = '''
import random

def work(data, metadata):
    text = json.loads(data["msg"])
    note("runs", text)
    time.sleep(random.random() * 0.03)
    if text.startswith("bad"):
        raise ValueError(text)
    return {"Outputs": {"out": [text]}}

def collect(data, metadata):
    note("done", json.loads(data["msg"]))
'''

BINDINGS = {
    "work": [
        {"type": "queueTrigger", "direction": "in", "name": "msg", "queueName": "work", "connection": "S"},
        {"type": "queue", "direction": "out", "name": "out", "queueName": "done", "connection": "S"},
    ],
    "collect": [
        {"type": "queueTrigger", "direction": "in", "name": "msg", "queueName": "done", "connection": "S"}],
}


class Feeder(threading.Thread):
    """Puts messages into the queue, whichever host is there, and remembers those that were acknowledged."""

    def __init__(self, app):
        super().__init__(daemon=True)
        self.app = app
        self.acknowledged = []
        self.failure = None
        self.is_over = threading.Event()

    def run(self):
        number = 0
        while not self.is_over.is_set():
            name = f"{'bad' if number % 20 == 7 else 'good'}-{number}"
            number += 1
            try:
                answer = requests.post(
                    f"{self.app.url}/_dev/api/queues/work", json={"text": name}, timeout=5)
                if answer.status_code == 201:
                    self.acknowledged.append(name)
                elif answer.status_code != 503:
                    self.failure = answer.text
                    return
            except requests.RequestException:
                pass  # There is no host at this moment: nothing was acknowledged.
            self.is_over.wait(random.random() * 0.06)


def kill_handler(app):
    pid = app.handler_pid()
    try:
        os.kill(pid, signal.SIGKILL)
        return True
    except (TypeError, ProcessLookupError):
        return False


def wait_until_empty(app, deadline):
    """Starts the host again when it has ended of too many dead handlers, and waits until both queues are empty."""
    while time.monotonic() < deadline:
        if app.host.process.poll() is not None:
            app.start()
        lengths = {queue["name"]: queue["messages"] for queue in app.get("queues")["queues"]}
        if not lengths.get("work") and not lengths.get("done"):
            return
        time.sleep(0.1)
    raise AssertionError(f"the queues are not empty: {app.get('queues')}\n{app.host.log[-3000:]}")


def test_killing_handler_or_host_loses_no_message(binaries, tmp_path, request):
    kills = request.config.getoption("--kills")
    seed = random.randrange(1 << 32)
    print(f"seed {seed}")
    choice = random.Random(seed)
    app = LocalApp(tmp_path / "app", binaries, BINDINGS, FUNCTIONS).start()
    feeder = Feeder(app)
    feeder.start()
    handlers = hosts = since_start = 0
    try:
        while handlers + hosts < kills:
            time.sleep(choice.random() * 0.4)
            # The third dead handler in half an hour makes the host give up, as in Azure.
            if app.host.process.poll() is None and since_start < 2 and choice.random() < 0.5:
                if kill_handler(app):
                    handlers += 1
                    since_start += 1
            else:
                if app.host.process.poll() is None:
                    app.kill_host()
                hosts += 1
                since_start = 0
                app.start()
        feeder.is_over.set()
        feeder.join()
        assert feeder.failure is None, feeder.failure
        wait_until_empty(app, time.monotonic() + 120)
        poison = {message["text"] for message in app.get("queues/work-poison?limit=1000")["messages"]}
        unsent = {message["text"] for message in app.get("queues/done-poison?limit=1000")["messages"]}
    finally:
        feeder.is_over.set()
        app.host.stop()
    acknowledged, runs, done = feeder.acknowledged, app.lines("runs"), set(app.lines("done"))
    print(
        f"{handlers} handlers and {hosts} hosts killed, {len(acknowledged)} messages, {len(runs)} runs, "
        f"{len(poison)} poisoned")
    assert len(acknowledged) > kills
    bad = {name for name in acknowledged if name.startswith("bad")}
    assert bad and bad <= poison, bad - poison
    assert not bad & done
    good = set(acknowledged) - bad
    # A message whose handler died five times under it is poison by the host's own rule; it is not lost.
    assert good <= done | poison | unsent, good - (done | poison | unsent)
    assert len(good - done) <= len(good) / 20
    assert set(acknowledged) <= set(runs), set(acknowledged) - set(runs)
