# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the swift-azure-functions authors
"""What people see: progress on standard error, results on standard output, colours on a terminal only."""

import os
import sys
import time


class Console:
    def __init__(self):
        self.began = time.monotonic()
        self.is_colored = sys.stdout.isatty() and "NO_COLOR" not in os.environ

    def say(self, text):
        """A progress line."""
        elapsed = int(time.monotonic() - self.began)
        print(f"bench: {elapsed // 60}:{elapsed % 60:02}  {text}", file=sys.stderr, flush=True)

    def colored(self, text, code):
        return f"\x1b[{code}m{text}\x1b[0m" if self.is_colored else text

    def good(self, text):
        return self.colored(text, 32)

    def bad(self, text):
        return self.colored(text, 31)

    def dim(self, text):
        return self.colored(text, 2)
