# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the swift-azure-functions authors
"""The handler measured beside what a user would pick instead; run by scripts/bench. Standard library only."""
