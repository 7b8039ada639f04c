# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the swift-azure-functions authors
"""The peers: other people's programs for the same job, in a folder beside this repository."""

import os
import pathlib
import shlex
import shutil
import subprocess

from .target import Target

# Those that Debian and PyPI can build in minutes; the Swift peers take longest, and are feasibility code.
DEFAULT = "c go rust node python"


def folder(source, work, prepared, say):
    """A writable copy with the peers built, or None and the reason."""
    if prepared:
        return pathlib.Path(prepared), None
    if not (source / "setup.sh").exists():
        return None, f"there are no peers in {source}"
    copy = work / "peers"
    shutil.copytree(source, copy, dirs_exist_ok=True)
    done = copy / "built.txt"
    wanted = os.environ.get("PEERS", DEFAULT)
    if not done.exists() or done.read_text() != wanted:
        say(f"installing and building the peers: {wanted}")
        log = copy / "setup.log"
        with open(log, "wb") as output:
            built = subprocess.run(
                ["bash", "setup.sh"], cwd=copy, env={**os.environ, "PEERS": wanted}, stdout=output,
                stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
        if built.returncode != 0:
            return None, f"the peers could not be built; see {log}"
        done.write_text(wanted)
    return copy, None


def targets(folder):
    """Every peer that is built, from the folder's table: name, works, environment, command."""
    found = []
    for line in (folder / "targets.tsv").read_text().splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        name, works, environment, command = line.split("\t")
        words = shlex.split(command.replace("$B", str(folder)))
        if shutil.which(words[0]) is None:
            continue
        variables = dict(pair.split("=", 1) for pair in environment.split(",") if pair)
        found.append(Target(name, words, variables, works=works.rstrip("!"), is_limit="!" in works))
    return found
