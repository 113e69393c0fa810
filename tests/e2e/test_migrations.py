"""`kill -9` while tables are brought up to date: a database is of the old version or of the new one, never between."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import time
from contextlib import closing

import pytest
from legacy import make_events, message
from service import ADMIN, Service, environment, executable, run, wait_until

KILLS = 20
ROWS = 60_000
NEW_COLUMNS = {"event_id", "user", "event", "status", "time", "partition", "kafka_offset"}


@pytest.fixture(scope="module")
def legacy_events(tmp_path_factory):
    """A store of the legacy service, large enough that bringing it up to date takes its time."""
    path = tmp_path_factory.mktemp("legacy") / "events.db"
    return make_events(
        path, [message("add", {"a": n, "b": 1}, n + 1, f"user{n % 100}", 1.7e9 + n) for n in range(ROWS)]
    )


def version(directory) -> str:
    """`old` or `new`, read from a copy, so that nothing here repairs anything; anything between fails."""
    copy = directory / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    copy.mkdir()
    for file in directory.glob("events.db*"):
        if not file.name.endswith("-shm"):
            shutil.copy(file, copy)
    with sqlite3.connect(copy / "events.db") as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        (rows,) = database.execute("SELECT count(*) FROM kafka_logs WHERE id <= ?", (ROWS,)).fetchone()
        assert rows == ROWS
        columns = {row[1] for row in database.execute("PRAGMA table_info(kafka_logs)")} - {"id", "topic", "message"}
        tables = {name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        if not columns:
            assert not tables & {"positions", "dead_letters", "time_blocks"}
            return "old"
        assert columns == NEW_COLUMNS
        assert tables >= {"positions", "dead_letters", "time_blocks"}
        (empty,) = database.execute('SELECT count(*) FROM kafka_logs WHERE "user" IS NULL').fetchone()
        assert empty == 0
        return "new"


def test_killed_twenty_times_on_the_way_to_the_new_version(legacy_events, tmp_path, capsys):
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    shutil.copy(legacy_events, data / "events.db")
    began = time.monotonic()
    service = Service(data).start(timeout=60)
    duration = time.monotonic() - began
    service.kill()
    assert version(data) == "new"
    seen = []
    for number in range(KILLS):
        for file in data.glob("events.db*"):
            file.unlink()
        shutil.copy(legacy_events, data / "events.db")
        process = subprocess.Popen(
            [executable(), "serve"], env=environment(data), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(2 * duration * (number + 0.5) / KILLS)
        process.kill()
        process.wait()
        seen.append(version(data))
    with capsys.disabled():
        print(f"\nkilled {KILLS} times within {2 * duration:.2f} s: {seen.count('old')} old, {seen.count('new')} new")
    assert "old" in seen, "no kill came before the end of the migration"
    service = Service(data).start(timeout=60)
    try:
        assert version(data) == "new"
        with service.administrator() as admin:
            assert len(admin.get("/events?user=user7&limit=100").json()["events"]) == 100
    finally:
        service.kill()


def test_killed_during_the_very_first_start(tmp_path):
    for number in range(KILLS // 2):
        data = tmp_path / f"data{number}"
        process = subprocess.Popen(
            [executable(), "serve"], env=environment(data), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        wait_until(data.exists, what="the data directory being made")
        time.sleep(number * 0.006)
        process.kill()
        process.wait()
        service = Service(data).start()
        try:
            service.sign_in(*ADMIN)
            assert service.terminate() == 0
        finally:
            service.kill()


@pytest.mark.parametrize("name", ["service.db", "events.db"])
def test_a_database_of_a_newer_version_is_refused_and_left_alone(start_service, name):
    service = start_service()
    assert service.terminate() == 0
    with closing(sqlite3.connect(service.data_dir / name, isolation_level=None)) as database:
        database.execute("INSERT INTO grdb_migrations VALUES ('of the future')")
    before = (service.data_dir / name).read_bytes()
    refused = run("serve", data_dir=service.data_dir)
    assert refused.returncode == 78 and "newer version" in refused.stderr and name in refused.stderr
    assert (service.data_dir / name).read_bytes() == before
