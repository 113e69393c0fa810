"""`math worker` as the service starts it: jobs in, replies out, over one socket."""

from __future__ import annotations

import json
import socket
import subprocess

from service import executable


class Ended(Exception):
    """The worker is no more: how it ended, and what it said."""

    def __init__(self, status: int, words: str):
        super().__init__(f"exit {status}: {words.strip() or 'without a word'}")
        # As the service tells it: what FLINT, GMP and Swift say when there is no memory.
        self.is_for_want_of_memory = any(word in words.lower() for word in ("memory", "allocat"))


class Late(Exception):
    """There was no reply in time."""


def told(frame: bytes) -> dict:
    """A reply: its kind, then faults, a text, or behind its text with four bytes of length an answer."""
    kind, rest = frame[0], frame[1:]
    if kind == 2:
        return {"text": rest.decode()}
    return json.loads(rest if kind == 3 else rest[4 + int.from_bytes(rest[:4], "little") :])


class Worker:
    def __init__(self, memory_limit_mb: int = 256):
        self.socket, theirs = socket.socketpair()
        self.process = subprocess.Popen(
            [executable(), "worker", "--memory-limit-mb", str(memory_limit_mb)],
            stdin=theirs,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={"SWIFT_BACKTRACE": "enable=no", "LIBDISPATCH_LOG": "NO"},
        )
        theirs.close()
        self.socket.settimeout(60)
        self.receive()

    def ask(self, job: dict, seconds: float) -> dict:
        """The reply to a job of one reply."""
        frame = json.dumps(job).encode()
        self.socket.settimeout(seconds)
        try:
            self.socket.sendall(len(frame).to_bytes(4, "little") + frame)
            return told(self.receive())
        except TimeoutError:
            raise Late from None
        except ConnectionError:
            # It has ended, or is about to.
            words = self.process.stdout.read().decode(errors="replace")
            raise Ended(self.process.wait(), words[-500:]) from None

    def receive(self) -> bytes:
        return self.read(int.from_bytes(self.read(4), "little"))

    def read(self, count: int) -> bytes:
        parts = b""
        while len(parts) < count:
            part = self.socket.recv(count - len(parts))
            if not part:
                raise ConnectionResetError
            parts += part
        return parts

    def end(self) -> None:
        self.socket.close()
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()
