# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the swift-azure-functions authors
"""What the parts share: where things are, how thorough the run is, the programs, and what was found out."""

import dataclasses
import pathlib

from . import machine
from .authority.authority import Authority
from .console import Console

ROOT = pathlib.Path(__file__).resolve().parents[2]


@dataclasses.dataclass
class Run:
    console: Console
    # Where everything is written.
    work: pathlib.Path
    is_quick: bool
    authority: Authority
    # The peers, or none and why.
    peers: list
    no_peers: str | None
    builds: object
    # Seconds left to wait for other people's work on this machine to end.
    patience: float
    figures: dict = dataclasses.field(default_factory=dict)

    def say(self, text):
        self.console.say(text)

    def wait_until_quiet(self):
        if self.patience > 0:
            self.patience -= machine.wait_until_quiet(min(self.patience, 30))

    def environment(self, target):
        """What a target is told about its authority."""
        return self.authority.environment if target.is_ours else self.authority.peer_environment

    def log(self, target):
        return self.work / "logs" / f"{''.join(c if c.isalnum() else '-' for c in target.name)}.log"

    def requests_file(self, form):
        return self.work / f"requests-{form}"
