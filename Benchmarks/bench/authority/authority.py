# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the swift-azure-functions authors
"""The authority as a whole: a key server that runs, and the corpus that its keys signed."""

import json
import pathlib
import subprocess
import sys

from . import corpus
from .corpus import Corpus


class Authority:
    """Ends its server on exit; `folder` gets the documents."""

    def __init__(self, folder, count):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bench.authority.keyserver", str(self.folder)], stdout=subprocess.PIPE, text=True,
            stdin=subprocess.DEVNULL, cwd=pathlib.Path(__file__).resolve().parents[2])
        self.origin = f"http://127.0.0.1:{int(self.process.stdout.readline())}"
        base = f"{self.origin}/{corpus.TENANT}"
        self.issuer = f"{base}/v2.0"
        self.keys_url = f"{base}/discovery/v2.0/keys"
        self.metadata_url = f"{self.issuer}/.well-known/openid-configuration"
        self.corpus = Corpus(self.issuer, count)
        metadata = {
            "issuer": self.issuer, "jwks_uri": self.keys_url,
            "authorization_endpoint": f"{base}/oauth2/v2.0/authorize", "token_endpoint": f"{base}/oauth2/v2.0/token",
            "id_token_signing_alg_values_supported": ["RS256"],
        }
        (self.folder / "metadata.json").write_text(json.dumps(metadata))
        (self.folder / "keys.json").write_text(json.dumps(self.corpus.key_set()))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    @property
    def peer_environment(self):
        """What the peers are told by."""
        return {
            "AUTH_TENANT": corpus.TENANT, "AUTH_ISSUER": self.issuer, "AUTH_AUDIENCE": corpus.API,
            "AUTH_SCOPE": corpus.SCOPE, "AUTH_JWKS_URL": self.keys_url, "AUTH_OIDC_URL": self.metadata_url,
        }

    @property
    def environment(self):
        """What our handlers are told by. A tenant on this machine is accepted in development only."""
        return {
            "AZURE_FUNCTIONS_ENVIRONMENT": "Development", "AzureAd__Instance": f"{self.origin}/",
            "AzureAd__TenantId": corpus.TENANT, "AzureAd__ClientId": corpus.API,
            # In development lines are written at once; deployed, they travel in the result.
            "LOG_DESTINATION": "result",
        }
