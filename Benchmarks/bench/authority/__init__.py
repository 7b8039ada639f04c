# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the swift-azure-functions authors
"""An authority on loopback: keys, tokens and the server that publishes the keys."""
