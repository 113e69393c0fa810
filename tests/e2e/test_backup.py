"""Backups under load hold what was acknowledged before they began, and give it back."""

from __future__ import annotations

import asyncio
import json
import os
import sqlite3
import stat
from collections import Counter

import httpx
import pytest
from load import Ledger, Load
from service import Service, environment, executable, run, stored_messages, wait_until

BACKUPS = 20


def query(path, sql: str) -> list[tuple]:
    with sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True) as database:
        return database.execute(sql).fetchall()


async def back_up(service: Service, target) -> None:
    process = await asyncio.create_subprocess_exec(
        executable(),
        "backup",
        str(target),
        env=environment(service.data_dir, **service.settings),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, err = await process.communicate()
    assert process.returncode == 0, err.decode()
    assert b"service.db" in out and b"events.db" in out


@pytest.fixture(scope="module")
def backups(tmp_path_factory):
    """A service under load, 20 backups made meanwhile, and what was acknowledged before each began."""
    root = tmp_path_factory.mktemp("backup")
    service = Service(root / "data").start()
    service.register("saver")
    token = service.sign_in("saver")["access_token"]
    ledger, made = Ledger(), []

    async def under_load() -> None:
        load = Load(service.port, token, "save", ledger, connections=8)
        load.start()
        for number in range(BACKUPS):
            await asyncio.sleep(0.05)
            before = set(ledger.acknowledged)
            await back_up(service, root / f"backup-{number}")
            made.append((root / f"backup-{number}", before))
        load.stopping = True
        await load.finish()

    try:
        asyncio.run(under_load())
        yield service, token, ledger, made
        assert service.terminate() == 0
    finally:
        service.kill()


def test_each_backup_holds_everything_acknowledged_before_it_began(backups, capsys):
    _, _, ledger, made = backups
    sent = ledger.ambiguous.union(ledger.acknowledged)
    for directory, before in made:
        journal = query(directory / "service.db", "SELECT message ->> '$.request_id', event_id FROM journal")
        saved = Counter(id for id, _ in journal)
        assert not [id for id in before if saved[id] != 1]
        assert not [id for id in saved if id.startswith("save") and id not in sent]
        rows = query(directory / "events.db", "SELECT event_id FROM kafka_logs")
        assert len(rows) == len(set(rows))
        ((next,),) = query(directory / "events.db", "SELECT next_offset FROM positions WHERE topic = 'journal'")
        assert next - 1 <= len(journal), "the store's copy is never ahead of the journal's"
    with capsys.disabled():
        print(f"\n{BACKUPS} backups under load; {len(made[0][1])} to {len(made[-1][1])} acknowledged events in them")


def test_each_backup_is_whole_and_one_file_a_database(backups):
    *_, made = backups
    for directory, _ in made:
        assert sorted(os.listdir(directory)) == ["backup.json", "events.db", "secret.key", "service.db"]
        for name in ("service.db", "events.db"):
            assert query(directory / name, "PRAGMA integrity_check") == [("ok",)]
        assert stat.S_IMODE(os.stat(directory).st_mode) == 0o700
        assert {stat.S_IMODE(os.stat(directory / name).st_mode) for name in os.listdir(directory)} == {0o600}
    assert not list(made[0][0].parent.glob("*.partial"))


def test_a_restored_backup_is_the_service_of_that_moment(backups, tmp_path):
    _, token, _, made = backups
    directory, before = made[-1]
    restored = run("restore", str(directory), data_dir=tmp_path / "data")
    assert restored.returncode == 0, restored.stderr
    service = Service(tmp_path / "data").start()
    try:
        with service.client(token) as client:
            assert client.get("/math/add?a=1&b=1").json()["result"] == 2, "a token of then is good now: same key"

        def all_stored() -> bool:
            return before <= {message["request_id"] for message in stored_messages(service.events_db)}

        wait_until(all_stored, what="every acknowledged event being in the event store")
        count = Counter(message["request_id"] for message in stored_messages(service.events_db))
        assert max(count.values()) == 1
        assert service.terminate() == 0
    finally:
        service.kill()


def test_a_backup_of_a_service_that_does_not_run(start_service, tmp_path):
    service = start_service()
    service.register("sleeper")
    service.kill()
    made = run("backup", str(tmp_path / "saved"), data_dir=service.data_dir)
    assert made.returncode == 0, made.stderr
    assert ("sleeper",) in query(tmp_path / "saved/service.db", "SELECT username FROM accounts")


@pytest.mark.parametrize("harm", ["flip", "cut", "missing", "manifest", "stranger"])
def test_a_damaged_backup_changes_nothing(start_service, tmp_path, harm):
    service = start_service()
    assert service.terminate() == 0
    assert run("backup", str(tmp_path / "saved"), data_dir=service.data_dir).returncode == 0
    database = tmp_path / "saved/service.db"
    if harm == "flip":
        content = bytearray(database.read_bytes())
        content[len(content) // 2] ^= 1
        database.write_bytes(content)
    elif harm == "cut":
        database.write_bytes(database.read_bytes()[:-4096])
    elif harm == "missing":
        database.unlink()
    elif harm == "manifest":
        (tmp_path / "saved/backup.json").unlink()
    else:
        manifest = json.loads((tmp_path / "saved/backup.json").read_text())
        manifest["files"][0]["name"] = "../service.db"
        (tmp_path / "saved/backup.json").write_text(json.dumps(manifest))
    refused = run("restore", str(tmp_path / "saved"), data_dir=tmp_path / "new")
    assert refused.returncode == 1 and str(tmp_path / "saved") in refused.stderr
    assert not list((tmp_path / "new").glob("*.db"))


def test_what_is_there_is_replaced_only_when_asked_for_and_kept(start_service, tmp_path):
    service = start_service()
    service.register("first")
    assert run("backup", str(tmp_path / "saved"), data_dir=service.data_dir).returncode == 0
    again = run("backup", str(tmp_path / "saved"), data_dir=service.data_dir)
    assert again.returncode == 1 and "exists" in again.stderr
    running = run("restore", str(tmp_path / "saved"), "--replace", data_dir=service.data_dir)
    assert running.returncode == 1 and "in use" in running.stderr
    service.register("second")
    assert service.terminate() == 0
    refused = run("restore", str(tmp_path / "saved"), data_dir=service.data_dir)
    assert refused.returncode == 1 and "--replace" in refused.stderr
    replaced = run("restore", str(tmp_path / "saved"), "--replace", data_dir=service.data_dir)
    assert replaced.returncode == 0, replaced.stderr
    again = start_service()
    assert httpx.post(again.url + "/token", data={"username": "second", "password": "x"}).status_code == 401
    again.sign_in("first")
    (kept,) = service.data_dir.glob("replaced-*")
    assert ("second",) in query(kept / "service.db", "SELECT username FROM accounts")


def test_there_has_to_be_something_to_copy(tmp_path):
    refused = run("backup", str(tmp_path / "saved"), data_dir=tmp_path / "nothing")
    assert refused.returncode == 1 and "no database" in refused.stderr
    assert not (tmp_path / "saved").exists() and not (tmp_path / "saved.partial").exists()
