# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the swift-azure-functions authors
"""Our programs, built for release: the handler exactly as it is deployed, and the tools of Benchmarks/."""

import functools
import os
import pathlib
import shutil
import subprocess

from .run import ROOT
from .target import Target

FORWARDING = {"AzureFunctionsJobHost__customHandler__enableForwardingHttpRequest": "true"}
PROXYING = {"AzureFunctionsJobHost__customHandler__enableProxyingHttpRequest": "true"}
DEPLOYED = "ours, the handler as deployed"
VERIFYING = "ours, RSA each time"
CACHING = "ours, verified-token cache"
PLAIN = "ours, plain HTTP"
TWO_CORES = "ours, two cores"


class BuildFailed(Exception):
    """A build or the packing went wrong."""


class Builds:
    """Each program is built when it is first asked for."""

    def __init__(self, work, say):
        self.work, self.say = work, say

    def build(self, product):
        """Builds as for deployment; a log says what went wrong."""
        log = self.work / "logs" / f"build-{product}.log"
        log.parent.mkdir(parents=True, exist_ok=True)
        with open(log, "wb") as output:
            done = subprocess.run(
                ["scripts/build-release", product], cwd=ROOT, stdout=output, stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL)
        if done.returncode != 0:
            raise BuildFailed(f"scripts/build-release {product} failed; see {log}")

    @functools.cached_property
    def folder(self):
        shown = subprocess.run(
            ["swift", "build", "-c", "release", "--show-bin-path"], cwd=ROOT, check=True, capture_output=True, text=True)
        return pathlib.Path(shown.stdout.strip())

    @functools.cache
    def tool(self, product):
        """An executable of this package with Swift linked statically."""
        self.say(f"building {product}")
        self.build(product)
        return self.folder / product

    @functools.cached_property
    def app(self):
        """The app's folder as "scripts/package" lays it out: the stripped handler, host.json, the manifest."""
        command = self.tool("swift-func")
        self.say("packing the handler as it is deployed")
        app = self.work / "app"
        shutil.rmtree(app, ignore_errors=True)
        done = subprocess.run(
            [command, "package", "--stage", app], cwd=ROOT, capture_output=True, text=True, stdin=subprocess.DEVNULL)
        if done.returncode != 0:
            raise BuildFailed(f"swift-func package failed:\n{done.stdout}{done.stderr}")
        return app

    @functools.cached_property
    def deployed(self):
        """The handler of this repository."""
        return Target(
            DEPLOYED, [str(self.app / "handler")], {"FUNCTIONS_APP_ROOT_PATH": str(self.app)}, hello="/",
            folder=self.app)

    def bench_app(self, name, environment, **how):
        """The app of Benchmarks/BenchApp: the same guarded function, with what the settings ask for."""
        return Target(
            name, [str(self.tool("BenchApp"))],
            {"FUNCTIONS_APP_ROOT_PATH": str(self.app), "AZURE_FUNCTIONS_ENVIRONMENT": "Production", **environment},
            hello="/", folder=self.app, **how)

    @functools.cache
    def handlers(self):
        """Ours, in the forms that are compared under load."""
        return [
            self.deployed,
            self.bench_app(VERIFYING, {}),
            self.bench_app(CACHING, {"Bench__TokenCache": "4096"}),
            self.bench_app(PLAIN, FORWARDING, form="plain"),
            self.bench_app(TWO_CORES, {}, cores=2),
        ]


def stripped_size(path):
    """MB of an executable without symbols."""
    copy = pathlib.Path(os.environ.get("TMPDIR", "/tmp")) / f"stripped-{os.getpid()}"
    try:
        subprocess.run(["strip", "-o", copy, path], check=True, capture_output=True)
        return copy.stat().st_size / 1e6
    finally:
        copy.unlink(missing_ok=True)
