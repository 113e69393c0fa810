"""P2: no byte of an answer leaves before its event is on the disk, as the system calls of the running service show; and
what is left of its files when the power goes at any moment between them."""

from __future__ import annotations

import asyncio
import codecs
import json
import random
import re
import signal
import sqlite3
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from load import Ledger, Load
from machine import AS_ROOT
from stack import Stack, assert_clean

WATCHED = "trace=fdatasync,fsync,ftruncate,pwrite64,pwritev,write,writev,sendto,sendmsg"
CALL = re.compile(r"^(\d+) +(?:<\.\.\. (\w+) resumed>|(\w+)\()(.*)$")
ANSWER = re.compile(r"HTTP/1\.1 (?:200|422) .*?x-request-id: (load-\d+)\\r", re.IGNORECASE)
REQUEST = re.compile(r'request_id\\":\\"(load-\d+)\\"')
PWRITE = re.compile(r'"(.*)", (\d+), (\d+) *\) *= (\d+)$')
FILES = ("service.db", "service.db-wal")


@dataclass
class Call:
    """A system call, with the places in the order of events where it began and ended."""

    name: str
    text: str
    began: int
    ended: int

    def concerns(self, file: str) -> bool:
        return f"/{file}>" in self.text.split(",", 1)[0].split(")", 1)[0]

    @property
    def is_sync(self) -> bool:
        return self.name in ("fdatasync", "fsync")


def calls(lines: list[str]) -> Iterator[Call]:
    """The calls that have come to their end, and the answers that were on their way when the trace ended. A call that
    another thread interrupts takes two lines, else it is one."""
    unfinished: dict[str, Call] = {}
    for place, line in enumerate(lines):
        match = CALL.match(line)
        if not match:
            continue
        thread, resumed, name, rest = match.groups()
        if resumed:
            call = unfinished.pop(thread)
            call.text, call.ended = call.text + rest, place
        else:
            call = Call(name, rest, place, place)
        if line.endswith(("<unfinished ...>", "<detached ...>")):
            call.text = call.text.removesuffix("<unfinished ...>")
            unfinished[thread] = call
        else:
            yield call
    yield from (call for call in unfinished.values() if answered(call))


@dataclass
class Proof:
    """For each answered request whether its event had been written, and then synced, before its answer began."""

    covered: set[str]
    premature: set[str]
    syncs: int


def prove(done: list[Call]) -> Proof:
    syncs = [call for call in done if call.is_sync and call.concerns("service.db-wal")]
    assert all(re.search(r"\) *= 0$", call.text) for call in syncs)
    written: dict[str, int] = {}
    proof = Proof(set(), set(), len(syncs))
    for call in sorted(done, key=lambda call: call.began):
        if call.name.startswith("pwrite") and call.concerns("service.db-wal"):
            for id in REQUEST.findall(call.text):
                written.setdefault(id, call.ended)
        for id in answered(call):
            is_durable = id in written and any(s.began > written[id] and s.ended < call.began for s in reversed(syncs))
            (proof.covered if is_durable else proof.premature).add(id)
    return proof


def answered(call: Call) -> list[str]:
    """The requests whose answers a call sends."""
    return ANSWER.findall(call.text) if "HTTP/1.1 " in call.text else []


@dataclass
class Change:
    """What a call does to a file: bytes at a place, or (without any) the file's end."""

    call: Call
    place: int
    data: bytes | None

    @staticmethod
    def of(call: Call) -> Change:
        if call.name == "ftruncate":
            return Change(call, int(re.search(r", (\d+)", call.text)[1]), None)
        data, count, place, written = PWRITE.search(call.text).groups()
        data = codecs.decode(data, "unicode_escape").encode("latin-1")
        assert len(data) == int(count) == int(written)
        return Change(call, int(place), data)

    def apply(self, content: bytearray) -> None:
        end = self.place + len(self.data or b"")
        content.extend(bytes(max(0, end - len(content))))
        if self.data is None:
            del content[end:]
        else:
            content[self.place : end] = self.data


class Disk:
    """The journal's files as they were, and everything that happened to them since."""

    def __init__(self, before: dict[str, bytes], done: list[Call]):
        self.before = before
        self.syncs = {file: [c for c in done if c.is_sync and c.concerns(file)] for file in FILES}
        self.changes = {
            file: [Change.of(c) for c in done if c.concerns(file) and not c.is_sync and c.name != "write"]
            for file in FILES
        }

    def after_power_loss(self, cut: int) -> dict[str, bytes]:
        """What was synced is there; of what was written since, any part and no other."""
        files = {}
        for file in FILES:
            content = bytearray(self.before[file])
            synced = max((sync.began for sync in self.syncs[file] if sync.ended < cut), default=-1)
            for change in self.changes[file]:
                if change.call.ended <= synced or (change.call.began < cut and random.random() < 0.5):
                    change.apply(content)
            files[file] = bytes(content)
        return files


def journal_of(files: dict[str, bytes], folder: Path) -> set[str]:
    """The requests whose events SQLite finds in the files; it must find nothing wrong in them."""
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    with sqlite3.connect(folder / "service.db") as database:
        database.execute("PRAGMA synchronous = OFF")
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        messages = [json.loads(text) for (text,) in database.execute("SELECT message FROM journal")]
    database.close()
    return {message["request_id"] for message in messages}


class Strace:
    """Follows every thread of a running process."""

    def __init__(self, pid: int, output: Path):
        self.output = output
        # Whole writes, with the file that each goes to.
        self.process = subprocess.Popen(
            [*AS_ROOT, "strace", "-f", "-y", "-s", "70000", "-e", WATCHED, "-o", output, "-p", str(pid)],
            stderr=subprocess.PIPE,
            text=True,
        )
        assert "attached" in self.process.stderr.readline()

    def calls(self) -> list[Call]:
        """Lets go of the process; what it has called, in the order in which the calls began."""
        self.process.send_signal(signal.SIGINT)
        self.process.communicate(timeout=30)
        found = calls(self.output.read_text(errors="replace").splitlines())
        return sorted(found, key=lambda call: call.began)


@dataclass
class Trial:
    """What the system calls of a service under load have shown."""

    here: Stack
    ledger: Ledger
    proof: Proof
    # Of all power losses: how many events had been acknowledged before, and how many of these were gone.
    acknowledged: int = 0
    lost: int = 0


def trial(here: Stack, folder: Path, each: int, cuts: int) -> Trial:
    here.service.start()
    here.consumer.start()
    tokens, ledger = here.tokens(4), Ledger()
    here.settle()
    strace = Strace(here.service.process.pid, folder / "calls")
    before = {file: (here.service.data_dir / file).read_bytes() for file in FILES}

    async def run() -> None:
        load = Load(here.service.port, tokens, "load", ledger, connections=8, each=each)
        load.start()
        await load.finish()

    asyncio.run(run())
    done = strace.calls()
    here.settle()
    result = Trial(here, ledger, prove(done))
    disk, answers = Disk(before, done), [(call.began, id) for call in done for id in answered(call)]
    for number in range(cuts):
        cut = random.randrange(done[0].began, done[-1].ended)
        told = {id for began, id in answers if began < cut}
        result.acknowledged += len(told)
        result.lost += len(told - journal_of(disk.after_power_loss(cut), folder / f"cut{number}"))
    return result


def test_P2_no_answer_leaves_before_its_event_is_on_disk(stack, scale, note, tmp_path):
    cuts = scale(60, 500)
    found = trial(stack(), tmp_path, scale(40, 125), cuts)
    report = found.here.report(found.ledger)
    note(
        f"{len(found.ledger.acknowledged)} answers, {found.proof.syncs} syncs, {len(found.proof.premature)} answers "
        f"before theirs; {cuts} power losses, of {found.acknowledged} events acknowledged before them {found.lost} "
        f"lost; {report}"
    )
    assert found.proof.covered == set(found.ledger.acknowledged) and not found.proof.premature
    assert found.lost == 0 < found.acknowledged
    assert_clean(report)


def test_P2_a_service_that_does_not_wait_for_the_disk_is_caught(stack, note, tmp_path):
    found = trial(stack(EVENT_DURABILITY="process"), tmp_path, 20, 20)
    note(f"{len(found.proof.premature)} answers before their sync, {found.lost} events lost with the power")
    assert found.proof.premature and found.lost


WAL = "/data/service.db-wal>"
WRITE = f'7 pwrite64(9<{WAL}, "{{\\"request_id\\":\\"load-1\\"}}", 4096, 32) = 4096'
SYNC = f"7 fdatasync(9<{WAL}) = 0"
SENT = r'8 write(12<socket:[5]>, "HTTP/1.1 200 OK\r\nX-Request-ID: load-1\r\n\r\n{}", 50) = 50'


def proof_of(*lines: str) -> Proof:
    return prove(list(calls(list(lines))))


def test_an_answer_before_its_write_or_its_sync_is_caught():
    assert proof_of(WRITE, SYNC, SENT).covered == {"load-1"}
    for order in ([SENT, WRITE, SYNC], [WRITE, SENT, SYNC], [SYNC, WRITE, SENT]):
        assert proof_of(*order).premature == {"load-1"}, order
    # A sync that has begun and not ended covers nothing yet.
    begun, ended = f"7 fdatasync(9<{WAL} <unfinished ...>", "7 <... fdatasync resumed>) = 0"
    assert proof_of(WRITE, begun, SENT, ended).premature == {"load-1"}
    assert proof_of(WRITE, begun, ended, SENT).covered == {"load-1"}
    # An answer that was on its way when the trace ended is one.
    assert proof_of(WRITE, SYNC, SENT.replace(" = 50", " <unfinished ...>")).covered == {"load-1"}
    assert proof_of(WRITE, SYNC, SENT.replace(" = 50", " = ? <detached ...>")).covered == {"load-1"}
