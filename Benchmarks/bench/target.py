# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the swift-azure-functions authors
"""A program that is measured: how it is started, and how it is called."""

import dataclasses
import pathlib


@dataclasses.dataclass
class Target:
    name: str
    command: list
    environment: dict
    # "h": answers the hello path; "a": answers an authorized call.
    works: str = "ha"
    hello: str = "/hello"
    # "envelope" is what the host posts by default, "plain" what it forwards.
    form: str = "envelope"
    folder: pathlib.Path | None = None
    # How many cores it may use under load.
    cores: int = 1
    # Answers without looking at the request: what nobody can be quicker than.
    is_limit: bool = False

    @property
    def language(self):
        return self.name.split()[0]

    @property
    def is_ours(self):
        return self.name.startswith("ours")

    def words(self, port):
        """The command line; "{port}" in it is the port."""
        return [word.replace("{port}", str(port)) for word in self.command]
