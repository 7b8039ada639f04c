# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the swift-azure-functions authors
"""Serves metadata and keys on loopback: python3 -m bench.authority.keyserver FOLDER prints its port and serves FOLDER's
metadata.json and keys.json, read at each request."""

import asyncio
import pathlib
import sys


class Connection(asyncio.Protocol):
    """One GET after another; answers are as small and quick as Python makes them, since cold starts wait for them."""

    folder = pathlib.Path()

    def connection_made(self, transport):
        self.transport, self.received = transport, b""

    def data_received(self, data):
        self.received += data
        if len(self.received) > 65_536:
            self.transport.abort()
        while b"\r\n\r\n" in self.received:
            head, self.received = self.received.split(b"\r\n\r\n", 1)
            self.answer(head)

    def answer(self, head):
        path = head.split(b" ")[1].split(b"?")[0] if head.startswith(b"GET ") else b""
        name = {b"keys": "keys.json", b"openid-configuration": "metadata.json"}.get(path.rsplit(b"/", 1)[-1])
        body = (self.folder / name).read_bytes() if name else b"{}"
        status = b"200 OK" if name else b"404 Not Found"
        close = b"connection: close" in head.lower()
        self.transport.write(
            b"HTTP/1.1 %s\r\nContent-Type: application/json\r\nCache-Control: max-age=86400, private\r\n"
            b"Content-Length: %d\r\n%s\r\n" % (status, len(body), b"Connection: close\r\n" if close else b"") + body)
        if close:
            self.transport.close()


async def serve(folder):
    Connection.folder = pathlib.Path(folder)
    server = await asyncio.get_running_loop().create_server(Connection, "127.0.0.1", 0, backlog=256)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1]))
