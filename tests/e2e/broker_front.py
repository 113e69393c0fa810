"""What the mock cluster does not do itself, in front of it: TLS and SASL/PLAIN.

Certificates are made by openssl, and Python's own TLS ends the connection. The cluster's answers say where the brokers
are; their ports are replaced by ours, so that clients stay here for all that they do.
"""

from __future__ import annotations

import asyncio
import ssl
import struct
import subprocess
import threading
from pathlib import Path

from broker import MockBroker

SASL_HANDSHAKE, API_VERSIONS = 17, 18


class Authority:
    """A certificate authority of its own in a folder."""

    def __init__(self, folder: Path):
        folder.mkdir()
        self.folder, self.certificate, self.key = folder, folder / "ca.pem", folder / "ca.key"
        openssl("req", "-x509", "-subj", "/CN=Test CA", "-days", "30", "-keyout", self.key, "-out", self.certificate)

    def issue(self, name: str, alternative: str) -> tuple[Path, Path]:
        """A certificate for a subject alternative name, and its key."""
        key, request, certificate, extra = (self.folder / f"{name}.{end}" for end in ("key", "csr", "pem", "ext"))
        openssl("req", "-new", "-subj", f"/CN={name}", "-keyout", key, "-out", request)
        extra.write_text(f"subjectAltName={alternative}\n")
        authority = ["-CA", self.certificate, "-CAkey", self.key, "-CAcreateserial"]
        openssl("x509", "-req", "-in", request, *authority, "-days", "30", "-extfile", extra, "-out", certificate)
        return certificate, key


def openssl(command: str, *arguments: object) -> None:
    options = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"] if command == "req" else []
    subprocess.run(["openssl", command, *options, *map(str, arguments)], check=True, capture_output=True)


class BrokerFront:
    """Takes TLS connections for a mock cluster of one broker, and lets in whom it should.

    `clients`: the authority whose certificates clients must show. `login`: the name and
    password that they must send: SaslHandshake, then the token as a message of its own (Kafka's protocol before
    SaslAuthenticate).
    """

    def __init__(
        self,
        broker: MockBroker,
        certificate: tuple[Path, Path],
        clients: Authority | None = None,
        login: tuple[str, str] | None = None,
    ):
        self.login, self.port = login, 0
        self.upstream = int(broker.servers.rpartition(":")[2])
        self.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.tls.load_cert_chain(*certificate)
        if clients:
            self.tls.verify_mode = ssl.CERT_REQUIRED
            self.tls.load_verify_locations(clients.certificate)
        self.loop: asyncio.AbstractEventLoop | None = None
        self.stopping = asyncio.Event()
        ready = threading.Event()
        self.thread = threading.Thread(target=lambda: asyncio.run(self._run(ready)), daemon=True)
        self.thread.start()
        assert ready.wait(60)

    @property
    def servers(self) -> str:
        return f"127.0.0.1:{self.port}"

    def stop(self) -> None:
        self.loop.call_soon_threadsafe(self.stopping.set)
        self.thread.join(60)

    async def _run(self, ready: threading.Event) -> None:
        self.loop = asyncio.get_running_loop()
        # A client that does not like our certificate is what some tests are about.
        self.loop.set_exception_handler(lambda *_: None)
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=self.tls)
        self.port = server.sockets[0].getsockname()[1]
        ready.set()
        await self.stopping.wait()
        server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        upstream_reader, upstream_writer = await asyncio.open_connection("127.0.0.1", self.upstream)
        lists: set[bytes] = set()
        answers = asyncio.create_task(self._answers(upstream_reader, writer, lists))
        try:
            isKnown = self.login is None
            while (frame := await read_frame(reader)) is not None:
                kind, correlation = struct.unpack_from(">h", frame)[0], frame[4:8]
                if not isKnown and frame == "\0".join(("", *self.login)).encode():
                    isKnown = True
                    write_frame(writer, b"")
                elif kind == SASL_HANDSHAKE:
                    write_frame(writer, correlation + struct.pack(">hih5s", 0, 1, 5, b"PLAIN"))
                elif kind == API_VERSIONS:
                    lists.add(correlation)
                    write_frame(upstream_writer, frame)
                elif isKnown:
                    write_frame(upstream_writer, frame)
                else:
                    break
        finally:
            answers.cancel()
            upstream_writer.close()
            writer.close()

    async def _answers(self, upstream: asyncio.StreamReader, writer: asyncio.StreamWriter, lists: set[bytes]) -> None:
        theirs, ours = (b"127.0.0.1" + struct.pack(">i", port) for port in (self.upstream, self.port))
        while (frame := await read_frame(upstream)) is not None:
            if frame[:4] in lists:
                frame = with_handshake(frame)
            write_frame(writer, frame.replace(theirs, ours))
        writer.close()


def with_handshake(versions: bytes) -> bytes:
    """The mock cluster's list of what it understands, and SaslHandshake."""
    error, count = struct.unpack_from(">hi", versions, 4)
    if error:
        return versions
    return versions[:4] + struct.pack(">hihhh", 0, count + 1, SASL_HANDSHAKE, 0, 0) + versions[10:]


async def read_frame(reader: asyncio.StreamReader) -> bytes | None:
    """One length-prefixed message of Kafka's protocol; nothing at the end of the connection."""
    try:
        (length,) = struct.unpack(">i", await reader.readexactly(4))
        return await reader.readexactly(length)
    except (asyncio.IncompleteReadError, OSError):
        return None


def write_frame(writer: asyncio.StreamWriter, frame: bytes) -> None:
    writer.write(struct.pack(">i", len(frame)) + frame)
