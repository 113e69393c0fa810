"""The executable on the machine itself: help, accounts, and settings that cannot work."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import stat
import subprocess
import tempfile
from pathlib import Path

import httpx
import pytest
from service import ADMIN, PASSWORD, Service, environment, executable, run, wait_until

SETTINGS = """
    HOST PORT DATA_DIR SECRET_KEY ACCESS_TOKEN_EXPIRE_MINUTES ADMIN_USERNAME ADMIN_PASSWORD CORS_ORIGINS SQLITE_DB
    EVENT_DURABILITY LOG_LEVEL LOG_FORMAT RATE_LIMIT_PER_MINUTE LOGIN_RATE_LIMIT_PER_MINUTE
""".split()
NO_ADMINISTRATOR = {"ADMIN_USERNAME": "", "ADMIN_PASSWORD": ""}


@pytest.fixture
def data_dir(tmp_path):
    return tmp_path / "data"


def test_the_help_names_every_subcommand(data_dir):
    for arguments in (["--help"], ["help"], []):
        shown = run(*arguments, data_dir=data_dir)
        assert shown.returncode == 0
        for subcommand in ("serve", "user", "openapi"):
            assert subcommand in shown.stdout
    for subcommand in (["serve"], ["user"], ["user", "add"], ["openapi"]):
        assert run(*subcommand, "--help", data_dir=data_dir).returncode == 0
    assert not data_dir.exists()


def test_the_version_is_one_line(data_dir):
    shown = run("--version", data_dir=data_dir)
    assert shown.returncode == 0 and re.fullmatch(r"\S+\n", shown.stdout)


def test_an_unknown_word_is_refused_with_usage(data_dir):
    refused = run("sevre", data_dir=data_dir)
    assert refused.returncode == 64 and "Usage" in refused.stderr


def test_every_setting_of_the_contract_is_in_the_help(data_dir):
    shown = run("serve", "--help", data_dir=data_dir).stdout
    for variable in SETTINGS:
        assert variable in shown, variable


def add(data_dir, name: str, *more: str, password: str = PASSWORD):
    return run(
        "user", "add", name, "--password-stdin", *more, data_dir=data_dir, stdin=password + "\n", **NO_ADMINISTRATOR
    )


def test_accounts_are_managed_before_the_service_ever_ran(data_dir):
    assert add(data_dir, "anna", "--role", "admin").returncode == 0
    assert add(data_dir, "bert", "--role", "user").returncode == 0
    listed = run("user", "list", data_dir=data_dir)
    assert listed.returncode == 0
    assert re.search(r"anna.*admin", listed.stdout) and re.search(r"bert.*user", listed.stdout)
    assert run("user", "role", "bert", "admin", data_dir=data_dir).returncode == 0
    assert re.search(r"bert.*admin", run("user", "list", data_dir=data_dir).stdout)
    service = Service(data_dir).start()
    try:
        assert service.sign_in("anna")["token_type"] == "bearer"
    finally:
        assert service.terminate() == 0


def test_accounts_are_managed_while_the_service_runs(start_service):
    service = start_service()
    place = service.data_dir
    assert add(place, "clara", "--role", "user").returncode == 0
    token = service.sign_in("clara")["access_token"]
    with service.client(token) as client:
        assert client.get("/users").status_code == 403
        assert run("user", "role", "clara", "admin", data_dir=place).returncode == 0
        assert client.get("/users").status_code == 200, "a new role holds at once"
        assert run("user", "disable", "clara", data_dir=place).returncode == 0
        assert client.get("/users").status_code == 401
    assert "clara" in run("user", "list", data_dir=place).stdout


def test_sessions_are_ended_while_the_service_runs_and_while_not(start_service):
    service = start_service()
    place = service.data_dir
    clients = {name: service.user(name) for name in ("fritz", "gerda")}
    assert run("user", "sign-out", "fritz", data_dir=place).stdout == "fritz is signed out everywhere.\n"
    assert [client.get("/me").status_code for client in clients.values()] == [401, 200]
    assert run("user", "sign-out", "nobody", data_dir=place).returncode == 1
    assert run("user", "sign-out", data_dir=place).returncode == 64
    assert run("user", "sign-out", "--all", data_dir=place).stdout == "Everybody is signed out.\n"
    assert clients["gerda"].get("/me").status_code == 401
    pair = service.sign_in("gerda")
    assert service.terminate() == 0
    assert run("user", "sign-out", "gerda", data_dir=place).returncode == 0
    service.start()
    assert service.client(pair["access_token"]).get("/me").status_code == 401


@pytest.mark.parametrize(
    "arguments, stdin",
    [
        (["user", "add", "dora", "--role", "king", "--password-stdin"], PASSWORD + "\n"),
        (["user", "add", "dora", "--password-stdin"], PASSWORD + "\n"),
        (["user", "add", "dora", "--role", "user"], ""),
        (["user", "add", "dora", "--role", "user", "--password-stdin"], ""),
        (["user", "add", "dora", "--role", "user", "--password-stdin"], "short\n"),
        (["user", "add", "dora", "--role", "user", "--password", PASSWORD], ""),
        (["user", "role", "nobody", "admin"], ""),
        (["user", "disable", "nobody"], ""),
    ],
)
def test_a_command_that_cannot_work_says_so_and_changes_nothing(data_dir, arguments, stdin):
    assert add(data_dir, "emil", "--role", "user").returncode == 0
    refused = run(*arguments, data_dir=data_dir, stdin=stdin, **NO_ADMINISTRATOR)
    assert refused.returncode in (1, 64)
    assert refused.stderr.strip() and PASSWORD not in refused.stderr
    assert "dora" not in run("user", "list", data_dir=data_dir).stdout


@pytest.mark.parametrize("arguments", [["list"], ["role", "emil", "admin"], ["disable", "emil"]])
def test_a_directory_without_accounts_is_said_and_not_made(data_dir, arguments):
    refused = run("user", *arguments, data_dir=data_dir)
    assert refused.returncode == 78 and "holds no accounts" in refused.stderr
    assert not data_dir.exists()


@pytest.mark.parametrize("arguments", [["eval", "1/3"], ["openapi"], ["user", "list"]])
def test_output_that_cannot_be_written_is_a_failure(data_dir, arguments):
    assert add(data_dir, "emil", "--role", "user").returncode == 0
    with open("/dev/full", "w") as full:
        failed = subprocess.run(
            [executable(), *arguments], env=environment(data_dir), stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert failed.returncode != 0 and "No space left" in failed.stderr


def test_a_closed_terminal_ends_the_service_in_order(start_service):
    service = start_service()
    service.terminate()
    # The tests themselves may have been started with the signal ignored.
    service.starter = ("env", "--default-signal=HUP")
    service.start()
    service.process.send_signal(signal.SIGHUP)
    assert service.process.wait(60) == 0
    assert any("stopped" in line for line in service.log)


def test_nohup_keeps_the_service_running(start_service):
    service = start_service()
    service.terminate()
    service.starter = ("nohup",)
    service.start()
    service.process.send_signal(signal.SIGHUP)
    assert httpx.get(service.url + "/healthz").status_code == 200
    assert service.terminate() == 0


def test_an_administrator_of_the_settings_who_is_none_is_told_of(start_service):
    service = start_service()
    service.register("ops")
    service.terminate()
    service.log.clear()
    service.settings |= {"ADMIN_USERNAME": "ops", "ADMIN_PASSWORD": "another good password"}
    service.start()
    assert any("administers nothing" in line and '"ops"' in line for line in service.log)


def test_a_name_is_taken_once(data_dir):
    assert add(data_dir, "emil", "--role", "user").returncode == 0
    again = add(data_dir, "emil", "--role", "user")
    assert again.returncode == 1 and "already exists" in again.stderr


def test_every_fault_of_the_settings_is_listed_and_nothing_is_opened(data_dir):
    faulty = {
        "PORT": "70000",
        "SECRET_KEY": "too short",
        "ACCESS_TOKEN_EXPIRE_MINUTES": "0",
        "LOG_LEVEL": "loud",
        "LOG_FORMAT": "xml",
        "EVENT_DURABILITY": "maybe",
        "CORS_ORIGINS": "*",
        "RATE_LIMIT_PER_MINUTE": "-1",
        "LOGIN_RATE_LIMIT_PER_MINUTE": "many",
        "ADMIN_USERNAME": "somebody",
        "ADMIN_PASSWORD": "short",
    }
    refused = run("serve", data_dir=data_dir, **faulty)
    assert refused.returncode == 78
    for name in set(faulty) - {"ADMIN_USERNAME"}:
        assert name in refused.stderr, name
    assert "too short" not in refused.stderr, "a secret is never shown"
    assert not data_dir.exists()


@pytest.mark.parametrize(
    "name, value",
    [
        ("PORT", "http"),
        ("PORT", "-1"),
        ("ACCESS_TOKEN_EXPIRE_MINUTES", "1e3"),
        ("ADMIN_PASSWORD", ""),
        ("HOST", "not a host"),
        ("SECRET_KEY", "x" * 31),
        ("CORS_ORIGINS", "localhost:5173"),
        ("SQLITE_DB", "data/service.db"),
        ("SQLITE_DB", "./data//service.db"),
    ],
)
def test_one_fault_is_enough(data_dir, name, value):
    refused = run("serve", data_dir=data_dir, **{name: value})
    assert refused.returncode == 78 and name in refused.stderr
    assert not data_dir.exists()


def test_flags_come_before_the_environment_and_that_before_the_file(tmp_path):
    data_dir = tmp_path / "data"
    (tmp_path / ".env").write_text("LOG_FORMAT=xml\nLOG_LEVEL=loud\n")
    by_file = run("serve", data_dir=data_dir, LOG_FORMAT="")
    assert by_file.returncode == 78 and "LOG_FORMAT" in by_file.stderr and ".env" in by_file.stderr
    by_flag = run("serve", "--port", "x", data_dir=data_dir, PORT="0", LOG_LEVEL="info")
    assert "--port" in by_flag.stderr and "LOG_LEVEL" not in by_flag.stderr


def test_the_port_is_in_its_file_while_the_service_listens(tmp_path):
    file = tmp_path / "port"
    file.write_text("1")
    process = subprocess.Popen(
        [executable(), "serve", "--port-file", file],
        env=environment(tmp_path / "data", LOG_LEVEL="warning"),
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        port = wait_until(lambda: file.exists() and file.read_text() != "1" and file.read_text(), what="the port")
        assert httpx.get(f"http://127.0.0.1:{int(port)}/healthz").status_code == 200
        process.terminate()
        assert process.wait(20) == 0 and process.stderr.read() == ""
        assert not file.exists()
    finally:
        process.kill()


def test_a_port_in_use_is_said_in_a_line(start_service, tmp_path):
    service = start_service()
    second = run("serve", data_dir=tmp_path / "second", PORT=str(service.port))
    assert second.returncode != 0 and str(service.port) in second.stderr
    assert "Fatal error" not in second.stderr


def test_a_second_service_on_the_same_data_is_refused(start_service):
    service = start_service()
    second = run("serve", data_dir=service.data_dir)
    assert second.returncode in (1, 78)
    assert str(service.data_dir) in second.stderr
    assert httpx.get(service.url + "/healthz").status_code == 200


def test_what_the_service_keeps_is_for_its_owner_alone(start_service):
    service = start_service()
    assert stat.S_IMODE(os.stat(service.data_dir).st_mode) == 0o700
    assert stat.S_IMODE(os.stat(service.data_dir / "secret.key").st_mode) == 0o600
    key = (service.data_dir / "secret.key").read_bytes()
    assert len(key.strip()) >= 32


def test_the_first_start_makes_an_administrator_and_says_so_once(tmp_path):
    def start() -> str:
        service = Service(tmp_path / "data", NO_ADMINISTRATOR).start()
        password = (tmp_path / "data/admin-password").read_text().strip()
        assert service.sign_in("admin", password)["token_type"] == "bearer"
        assert service.terminate() == 0
        shown = "\n".join(service.log + service.output)
        assert password not in shown, "whoever may read the log is not the administrator"
        return shown

    first, second = start(), start()
    file = re.search(r"password: +in the file (\S+)", first)[1]
    assert file == str(tmp_path / "data/admin-password")
    assert stat.S_IMODE(os.stat(file).st_mode) == 0o600
    assert file not in second


def test_the_named_administrator_is_made_once_and_keeps_a_changed_password(start_service):
    service = start_service()
    new = "changed by its owner"
    with service.administrator() as admin:
        body = {"username": ADMIN[0], "new_password": new, "confirm_password": new, "current_password": ADMIN[1]}
        assert admin.post("/reset-password", json=body).status_code == 200
    assert service.terminate() == 0
    again = start_service()
    assert again.sign_in(ADMIN[0], new)["token_type"] == "bearer"


def test_the_log_is_one_json_object_a_line(start_service):
    service = start_service(LOG_LEVEL="debug")
    httpx.get(service.url + "/me", headers={"X-Request-ID": "in-the-log"})
    service.terminate()
    entries = [json.loads(line) for line in service.log]
    assert all({"ts", "level", "msg"} <= set(entry) for entry in entries)
    assert any(entry.get("request_id") == "in-the-log" for entry in entries)


@pytest.fixture
def closed_directory(tmp_path):
    """A directory that the one who works in it may not look into, the executable where they may, and who they are."""
    place = Path(tempfile.mkdtemp(prefix="closed-"))
    place.chmod(0o755)
    program = shutil.copy(executable(), place / "math")
    closed, data = place / "closed", place / "data"
    closed.mkdir(mode=0o700)
    (closed / ".env").write_text("PORT=nonsense\n")
    data.mkdir(mode=0o700)
    somebody = {}
    if os.geteuid() == 0:
        os.chown(data, 65534, 65534)
        somebody = {"user": 65534, "group": 65534, "extra_groups": []}

    def command(*arguments: str) -> subprocess.CompletedProcess[str]:
        # Whoever is no superuser shuts it behind themselves.
        shut = [] if somebody or closed.stat().st_mode & 0o055 else ["bash", "-c", 'chmod 0 . && exec "$0" "$@"']
        try:
            return run_here([*shut, program, *arguments])
        finally:
            if shut:
                closed.chmod(0o700)

    def run_here(arguments: list) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            arguments,
            input=PASSWORD + "\n",
            env=environment(data, **NO_ADMINISTRATOR),
            cwd=closed,
            capture_output=True,
            text=True,
            timeout=60,
            **somebody,
        )

    yield closed, command
    closed.chmod(0o700)
    shutil.rmtree(place)


def test_commands_work_in_a_directory_that_is_closed_to_their_user(closed_directory):
    _, command = closed_directory
    for arguments in (
        ["user", "add", "bob", "--role", "admin", "--password-stdin"],
        ["user", "list"],
        ["eval", "1/3 + 1/6"],
        ["openapi"],
        ["--version"],
    ):
        done = command(*arguments)
        assert (done.returncode, done.stderr) == (0, ""), arguments
    assert "bob" in command("user", "list").stdout


def test_a_file_of_settings_that_is_there_and_closed_is_left_out_with_a_word(closed_directory):
    closed, command = closed_directory
    closed.chmod(0o755)
    (closed / ".env").chmod(0)
    done = command("user", "list")
    assert "math: .env is left out, it cannot be read: Permission denied." in done.stderr
    assert done.returncode == 78 and "holds no accounts" in done.stderr
