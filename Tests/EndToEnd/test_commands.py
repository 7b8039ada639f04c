# SPDX-License-Identifier: Apache-2.0
"""swift-func invoke, doctor, new and package, as a person types them."""

import json
import os
import stat
import subprocess
import time
import zipfile

import pytest

from conftest import ROOT
from test_start import app  # noqa: F401  (a fixture)


@pytest.fixture
def run(binaries, tmp_path):
    swift_func = os.path.abspath(f"{binaries}/swift-func")

    def call(*arguments, cwd=tmp_path, data=None, timeout=300):
        return subprocess.run(
            [swift_func, *arguments], cwd=cwd, input=data, capture_output=True, text=True, timeout=timeout)

    return call


def test_an_http_function_is_invoked_at_its_route(system, run):
    answer = run("invoke", "auth-test", "--url", system.url, "--as", "adele", "--state", str(system.state))
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout == '{"message":"Test successful","user":"Adele Vance"}'
    assert answer.stderr.startswith("200 OK in ")
    refused = run("invoke", "auth-test", "--url", system.url, "--verbose")
    assert refused.returncode == 1
    assert refused.stderr.startswith("401 Unauthorized in ")
    assert "WWW-Authenticate: Bearer" in refused.stderr
    assert json.loads(refused.stdout)["code"] == "missing_credentials"


def test_the_answer_for_programs_is_one_object(system, run):
    answer = run(
        "invoke", "whoami", "--url", system.url, "--as", "megan", "--state", str(system.state), "--json")
    document = json.loads(answer.stdout)
    assert document["status"] == 200
    assert document["body"]["name"].startswith("Megan")
    assert answer.stderr == ""


def test_another_trigger_is_called_by_hand(system, run):
    before = system.host.log.count("Signing keys are warm")
    answer = run("invoke", "warm-keys", "--url", system.url)
    assert answer.returncode == 0, answer.stderr
    assert "202" in answer.stderr and "what became of it is in the host's log" in answer.stderr
    deadline = time.monotonic() + 30
    while system.host.log.count("Signing keys are warm") == before:
        assert time.monotonic() < deadline, system.host.log
        time.sleep(0.05)


def test_what_cannot_be_invoked_is_explained(system, run):
    unknown = run("invoke", "nothing", "--url", system.url)
    assert unknown.returncode == 1
    assert 'has no function "nothing". It has: auth-test, warm-keys, whoami.' in unknown.stderr
    nobody = run("invoke", "x", "--url", "http://127.0.0.1:1")
    assert nobody.returncode == 1
    assert "Nobody answers at http://127.0.0.1:1" in nobody.stderr and "swift-func start" in nobody.stderr
    assert run("invoke", "warm-keys", "--url", system.url, "--method", "GET").returncode == 64


def test_the_doctor_finds_this_repository_in_order(binaries, run, tmp_path):
    answer = run("doctor", "--json", "--state", str(tmp_path / "state"), cwd=ROOT)
    checks = json.loads(answer.stdout)["checks"]
    # Whatever else runs on this machine may have the ports.
    assert [c for c in checks if c["outcome"] == "failed" and c["check"] != "ports"] == []
    assert {"swift", "Package.swift", "host.json", "local.settings", "manifest", "settings"} <= {
        c["check"] for c in checks if c["outcome"] == "ok"}


def test_the_doctor_ends_with_1_and_advice(run, tmp_path):
    (tmp_path / "host.json").write_text("{")
    answer = run("doctor", cwd=tmp_path)
    assert answer.returncode == 1
    assert "failed   host.json" in answer.stdout and "-> " in answer.stdout


def test_new_writes_an_app_once(run, tmp_path):
    first = run("new", "demo", "--template", "http", "--template", "queue", "--entra")
    assert first.returncode == 0, first.stderr
    assert "cd demo" in first.stdout
    assert f'path: "{ROOT}"' in (tmp_path / "demo/Package.swift").read_text()
    again = run("new", "demo")
    assert again.returncode == 1
    assert "exists already" in again.stderr
    assert run("new", "../demo").returncode == 64


def test_the_zip_is_the_staged_folder_with_its_modes(app, run, tmp_path):  # noqa: F811
    stage, archive = tmp_path / "stage", tmp_path / "app.zip"
    arguments = [
        "package", "--app", str(app), "--stage", str(stage), "--output", str(archive), "--json",
        "--configuration", "debug"]
    drifted = run(*arguments)
    assert drifted.returncode == 1
    assert "missing: " in drifted.stderr and not archive.exists() and not stage.exists()
    written = run("manifest", "--app", str(app))
    assert written.returncode == 0 and "missing: " in written.stdout
    answer = run(*arguments)
    assert answer.returncode == 0, answer.stderr
    assert json.loads(answer.stdout)["bytes"] == archive.stat().st_size
    files = {str(p.relative_to(stage)): p for p in stage.rglob("*") if p.is_file()}
    assert sorted(files) == ["handler", "hello/function.json", "host.json"] == json.loads(answer.stdout)["entries"]
    with zipfile.ZipFile(archive) as zipped:
        assert sorted(zipped.namelist()) == sorted(files)
        for entry in zipped.infolist():
            assert zipped.read(entry) == files[entry.filename].read_bytes()
            mode = entry.external_attr >> 16
            assert stat.S_IMODE(mode) == stat.S_IMODE(files[entry.filename].stat().st_mode)
        assert zipped.getinfo("handler").external_attr >> 16 & 0o777 == 0o755
    assert "It needs glibc 2." in answer.stderr
    assert run("package", "--app", str(app), "--stage", str(stage)).returncode == 1
