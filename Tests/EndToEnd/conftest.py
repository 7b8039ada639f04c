# SPDX-License-Identifier: Apache-2.0
"""The system under test: tenant, host and handler as processes, on ports of their own."""

import os
import pathlib
import signal
import subprocess
import time

import pytest

# requests lets these override the certificate authority that a session names, which here is the tenant's own.
for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
    os.environ.pop(name, None)

ROOT = pathlib.Path(__file__).resolve().parents[2]
TENANT = "aaaabbbb-0000-cccc-1111-dddd2222eeee"
API = "00001111-aaaa-2222-bbbb-3333cccc4444"


def pytest_addoption(parser):
    parser.addoption("--bin", required=True, help="the folder of the built executables")
    parser.addoption("--load-seconds", type=int, default=6, help="how long the load test runs")
    parser.addoption("--kills", type=int, default=20, help="how often the kill test kills the handler or the host")


class Process:
    """A running swift-func, ready when it has written its ready file."""

    def __init__(self, folder, binaries, arguments, environment=None, patience=60):
        folder.mkdir(parents=True, exist_ok=True)
        self.log_path = folder / "log"
        ready = folder / "ready"
        command = [str(pathlib.Path(binaries) / "swift-func"), *arguments, "--ready-file", str(ready)]
        with open(self.log_path, "wb") as log:
            self.process = subprocess.Popen(
                command, cwd=ROOT, stdout=log, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
                env={**os.environ, **(environment or {})})
        deadline = time.monotonic() + patience
        while not (ready.exists() and ready.read_text().strip()):
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.stop()
                raise AssertionError(f"{command} did not get ready:\n{self.log}")
            time.sleep(0.02)
        self.url = ready.read_text().strip()

    @property
    def log(self):
        return self.log_path.read_text(errors="replace")

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        return self.process.returncode


class System:
    """A tenant and a host with the handler behind it; the tenant can be stopped alone."""

    def __init__(self, folder, binaries, forwarding=False, with_tenant=True):
        self.binaries = binaries
        self.state = folder / "state"
        self.tenant = Process(folder / "tenant", binaries, ["tenant", "--verbose", "--port", "0", "--state", str(self.state)])
        self.authority = self.tenant.url.rstrip("/")
        self.ca = str(self.state / "ca.pem")
        if not with_tenant:
            self.tenant.stop()
        self.host = Process(
            folder / "host", binaries, ["start", "--no-build", "--no-watch", "--no-tenant", "--port", "0"],
            {
                "AzureAd__Instance": self.authority + "/",
                "AzureAd__TenantId": TENANT,
                "AzureAd__ClientId": API,
                "AzureAd__CertificateAuthorityFile": self.ca,
                "AzureFunctionsJobHost__customHandler__enableForwardingHttpRequest": str(forwarding).lower(),
            })
        self.url = self.host.url.rstrip("/")

    def token(self, *arguments):
        command = [str(pathlib.Path(self.binaries) / "swift-func"), "token", "--state", str(self.state), *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

    def stop(self):
        self.host.stop()
        self.tenant.stop()


@pytest.fixture(scope="session")
def binaries(request):
    return request.config.getoption("--bin")


@pytest.fixture(scope="session", params=[False, True], ids=["envelope", "forwarding"])
def system(request, binaries, tmp_path_factory):
    system = System(tmp_path_factory.mktemp("system"), binaries, forwarding=request.param)
    yield system
    system.stop()


@pytest.fixture
def own_system(binaries, tmp_path):
    """A system that one test may break."""
    systems = []

    def make(**options):
        systems.append(System(tmp_path / str(len(systems)), binaries, **options))
        return systems[-1]

    yield make
    for system in systems:
        system.stop()
