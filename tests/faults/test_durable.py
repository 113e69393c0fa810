"""P2: no byte of an answer leaves before its event is on the disk, as the system calls of the running service show."""

from __future__ import annotations

import asyncio
import re
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from load import Ledger, Load
from machine import AS_ROOT
from stack import assert_clean

WATCHED = "trace=fdatasync,fsync,pwrite64,pwritev,write,writev,sendto,sendmsg"
CALL = re.compile(r"^(\d+) +(?:<\.\.\. (\w+) resumed>|(\w+)\()(.*)$", re.DOTALL)
ANSWER = re.compile(r"HTTP/1\.1 (?:200|422) .*?x-request-id: (load-\d+)\\r", re.IGNORECASE)
REQUEST = re.compile(r'request_id\\":\\"(load-\d+)\\"')


@dataclass
class Call:
    """A system call, with the places in the order of events where it began and ended."""

    name: str
    text: str
    began: int
    ended: int

    @property
    def is_to_the_journal(self) -> bool:
        return "/service.db-wal>" in self.text.split(",", 1)[0]


def calls(lines: list[str]) -> Iterator[Call]:
    """The calls that have come to their end. One that another thread interrupts takes two lines, else it is one."""
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
        if line.endswith("<unfinished ...>"):
            unfinished[thread] = call
        else:
            yield call


@dataclass
class Proof:
    """For each answered request whether its event had been written, and then synced, before its answer began."""

    covered: set[str]
    premature: set[str]
    syncs: int


def prove(lines: list[str]) -> Proof:
    done = sorted(calls(lines), key=lambda call: call.began)
    syncs = [call for call in done if call.name in ("fdatasync", "fsync") and call.is_to_the_journal]
    assert all(re.search(r"\) *= 0$", call.text) for call in syncs)
    written: dict[str, int] = {}
    proof = Proof(set(), set(), len(syncs))
    for call in done:
        if call.name.startswith("pwrite") and call.is_to_the_journal:
            for id in REQUEST.findall(call.text):
                written.setdefault(id, call.ended)
        for id in ANSWER.findall(call.text) if "HTTP/1.1" in call.text else ():
            is_durable = id in written and any(
                sync.began > written[id] and sync.ended < call.began for sync in reversed(syncs)
            )
            (proof.covered if is_durable else proof.premature).add(id)
    return proof


class Strace:
    """Follows every thread of a running process."""

    def __init__(self, pid: int, output: Path):
        self.output = output
        # Whole writes, with the file that each goes to; of the journal's pages too.
        self.process = subprocess.Popen(
            [*AS_ROOT, "strace", "-f", "-y", "-s", "70000", "-e", WATCHED, "-o", output, "-p", str(pid)],
            stderr=subprocess.PIPE,
            text=True,
        )
        assert "attached" in self.process.stderr.readline()

    def lines(self) -> list[str]:
        """Lets go of the process; what it has called."""
        self.process.send_signal(signal.SIGINT)
        self.process.communicate(timeout=30)
        return self.output.read_text(errors="replace").splitlines()


def test_P2_no_answer_leaves_before_its_event_is_on_disk(stack, scale, note, tmp_path):
    each = scale(40, 125)
    here = stack()
    here.service.start()
    here.consumer.start()
    tokens, ledger = here.tokens(4), Ledger()
    strace = Strace(here.service.process.pid, tmp_path / "calls")

    async def run() -> None:
        load = Load(here.service.port, tokens, "load", ledger, connections=8, each=each)
        load.start()
        await load.finish()

    asyncio.run(run())
    proof = prove(strace.lines())
    here.settle()
    report = here.report(ledger)
    note(f"{len(ledger.acknowledged)} answers, {proof.syncs} syncs, {len(proof.premature)} answers before; {report}")
    assert proof.covered == set(ledger.acknowledged) and not proof.premature
    assert_clean(report)


WAL = "/data/service.db-wal>"
WRITE = f'7 pwrite64(9<{WAL}, "{{\\"request_id\\":\\"load-1\\"}}", 4096, 32) = 4096'
SYNC = f"7 fdatasync(9<{WAL}) = 0"
SENT = r'8 write(12<socket:[5]>, "HTTP/1.1 200 OK\r\nX-Request-ID: load-1\r\n\r\n{}", 50) = 50'


def test_an_answer_before_its_write_or_its_sync_is_caught():
    assert prove([WRITE, SYNC, SENT]).covered == {"load-1"}
    for order in ([SENT, WRITE, SYNC], [WRITE, SENT, SYNC], [SYNC, WRITE, SENT]):
        assert prove(order).premature == {"load-1"}, order
    # A sync that has begun and not ended covers nothing yet.
    begun, ended = f"7 fdatasync(9<{WAL} <unfinished ...>", "7 <... fdatasync resumed>) = 0"
    assert prove([WRITE, begun, SENT, ended]).premature == {"load-1"}
    assert prove([WRITE, begun, ended, SENT]).covered == {"load-1"}
