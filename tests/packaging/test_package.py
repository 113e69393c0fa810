"""The package on a fresh Debian: installed by dpkg, started as its unit says, used, upgraded, removed.

The tests are the chapters of one story and run in their order.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess

import httpx
from conftest import RELEASE
from service import ROOT, wait_until

USER = "math-microservice"
DATA = "var/lib/math-microservice"
ENABLED = "etc/systemd/system/multi-user.target.wants"
PASSWORD = "a long enough passphrase"
LIBRARIES = json.loads((ROOT / "infra/dependencies.json").read_text())["libraries"]


def unit(debian) -> dict[str, str]:
    """The settings of the unit where the package has put it, or `make install`."""
    places = (debian.root / folder / "systemd/system/math-serve.service" for folder in ("lib", "etc"))
    (text,) = (place.read_text() for place in places if place.exists())
    return dict(line.split("=", 1) for line in text.splitlines() if re.match(r"[A-Za-z]+=", line))


class Running:
    """The service as its unit starts it, on another port."""

    def __init__(self, debian, port: int):
        settings = unit(debian)
        environment = dict(pair.split("=", 1) for pair in settings["Environment"].split())
        file = debian.root / settings["EnvironmentFile"].lstrip("-/")
        environment |= dict(re.findall(r"^([A-Z_]+)=(.*)$", file.read_text(), flags=re.MULTILINE))
        command = debian.command(
            *settings["ExecStart"].split(),
            user=settings["User"],
            folder=settings["WorkingDirectory"],
            **environment,
            PORT=str(port),
        )
        self.url = f"http://127.0.0.1:{port}"
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        wait_until(self.is_ready, 30, "the installed service being ready")

    def is_ready(self) -> bool:
        assert self.process.poll() is None, self.process.stderr.read()
        try:
            return httpx.get(self.url + "/readyz").status_code == 200
        except httpx.TransportError:
            return False

    def stop(self) -> str:
        self.process.send_signal(signal.SIGTERM)
        _, log = self.process.communicate(timeout=20)
        assert self.process.returncode == 0, log
        return log


def calculate(url: str, register: bool) -> None:
    if register:
        answer = httpx.post(url + "/register", json={"username": "alice", "password": PASSWORD})
        assert answer.status_code == 200, answer.text
    token = httpx.post(url + "/token", data={"username": "alice", "password": PASSWORD}).json()["access_token"]
    bearer = {"Authorization": f"Bearer {token}"}
    answer = httpx.get(url + "/math/sqrt?x=2&precision=50", headers=bearer).json()
    assert answer["decimal"] == "1.4142135623730950488016887242096980785696718753769"
    assert httpx.get(url + "/history", headers=bearer).json()[0]["operation"] == "sqrt"


def is_enabled(debian, unit: str) -> bool:
    return os.path.lexists(debian.root / ENABLED / f"{unit}.service")


def apt_install(debian, file) -> None:
    """As an upgrade that nobody watches: what would be asked is an error."""
    shutil.copy(file, debian.root / "tmp")
    done = debian.run("apt-get", "--yes", "--no-install-recommends", "install", f"/tmp/{file.name}")
    assert done.returncode == 0, done.stdout + done.stderr


def test_lintian_finds_no_fault(package):
    found = subprocess.run(
        ["lintian", "--allow-root", "--fail-on", "error,warning", package], capture_output=True, text=True
    )
    assert found.returncode == 0, found.stdout


def test_its_parts_are_listed_beside_it(package):
    parts = json.loads(package.with_suffix(".cdx.json").read_text())
    assert parts["bomFormat"] == "CycloneDX" and f"_{parts['metadata']['component']['version']}_" in package.name


def test_dpkg_names_what_is_missing_and_apt_brings_it(debian, older):
    shutil.copy(older, debian.root / "tmp")
    alone = debian.run("dpkg", "--install", f"/tmp/{older.name}")
    # Of the C library and its like, a minimal system has enough.
    for name in ("libflint", "librdkafka"):
        listed = {package for library in LIBRARIES for package in library[RELEASE] if package.startswith(name)}
        assert listed and all(package in alone.stderr for package in listed)
    assert alone.returncode != 0
    debian.run("apt-get", "update")
    whole = debian.run("apt-get", "--fix-broken", "--yes", "--no-install-recommends", "install")
    assert whole.returncode == 0, whole.stdout + whole.stderr


def test_a_newer_one_takes_its_place_and_asks_nothing(debian, package):
    """Also where the settings were changed by hand, and those of the package have changed too."""
    settings = debian.root / "etc/math-microservice/environment"
    settings.write_text(settings.read_text() + "ACCESS_LOG_EVERY=1\n")
    apt_install(debian, package)
    assert settings.read_text().endswith("ACCESS_LOG_EVERY=1\n"), "what was set by hand stays"
    assert debian.run("stat", "--format=%U %G %a", f"/{settings.relative_to(debian.root)}").stdout == (
        f"root {USER} 640\n"
    ), "it may hold secrets, and is no longer readable for everybody"
    assert debian.run("dpkg-query", "--show", "--showformat=${Version}", USER).stdout in package.name
    state = debian.run("dpkg-query", "--show", "--showformat=${Status}", USER)
    assert state.stdout == "install ok installed"


def test_where_no_systemd_runs_it_is_enabled_for_when_one_does(debian):
    assert is_enabled(debian, "math-serve") and not is_enabled(debian, "math-consume")


def test_every_library_is_there(debian):
    libraries = debian.run("ldd", "/usr/bin/math").stdout
    assert "librdkafka" in libraries and "not found" not in libraries
    assert "swift" not in libraries.lower(), "Swift's own library is in the executable"
    assert debian.run("math", "--version").stdout.strip()


def test_user_directory_and_key_are_made_and_are_the_services_own(debian):
    owner = debian.run("stat", "--format=%U %a", f"/{DATA}", f"/{DATA}/secret.key").stdout.split("\n")
    assert owner[:2] == [f"{USER} 700", f"{USER} 600"]
    assert len((debian.root / DATA / "secret.key").read_text().strip()) >= 32
    account = debian.run("getent", "passwd", USER).stdout
    assert account.strip().endswith("/usr/sbin/nologin")


def test_it_starts_as_its_unit_says_and_calculates(debian):
    running = Running(debian, 18231)
    calculate(running.url, register=True)
    page = httpx.get(running.url + "/", headers={"Accept": "text/html"})
    assert page.status_code == 200 and '<div id="root">' in page.text
    (script,) = re.findall(r'src="(/assets/[^"]+\.js)"', page.text)[:1]
    assert httpx.get(running.url + script).status_code == 200
    assert "swagger-ui" in httpx.get(running.url + "/docs").text
    running.stop()


def test_what_it_knew_it_knows_after_a_restart_and_an_upgrade(debian, package):
    key = (debian.root / DATA / "secret.key").read_text()
    again = debian.run("dpkg", "--install", f"/tmp/{package.name}")
    assert again.returncode == 0, again.stderr
    assert (debian.root / DATA / "secret.key").read_text() == key
    running = Running(debian, 18232)
    calculate(running.url, register=False)
    running.stop()


def test_commands_work_on_the_installed_data(debian):
    listed = debian.run("math", "user", "list", "--data-dir", f"/{DATA}", user=USER)
    assert "alice" in listed.stdout, listed.stderr
    saved = debian.run("math", "backup", "/tmp/saved", "--data-dir", f"/{DATA}", user=USER)
    assert saved.returncode == 0, saved.stderr


def test_manual_and_completions_are_installed(debian):
    manual = subprocess.run(
        ["zcat", debian.root / "usr/share/man/man1/math.1.gz"], capture_output=True, text=True
    ).stdout
    assert "math backup" in manual and "math import\\-legacy" in manual
    completions = (debian.root / "usr/share/bash-completion/completions/math").read_text()
    assert "import-legacy" in completions


def test_removed_and_installed_again_it_is_as_enabled_as_before(debian, package):
    # What `systemctl enable` and `systemctl disable` do, which is not there.
    serve, consume = (debian.root / ENABLED / f"{name}.service" for name in ("math-serve", "math-consume"))
    consume.symlink_to("/usr/lib/systemd/system/math-consume.service")
    removed = debian.run("dpkg", "--remove", USER)
    assert removed.returncode == 0, removed.stderr
    assert (debian.root / DATA / "service.db").exists()
    assert not (debian.root / "usr/bin/math").exists()
    apt_install(debian, package)
    assert is_enabled(debian, "math-serve") and is_enabled(debian, "math-consume")
    serve.unlink()
    debian.run("dpkg", "--remove", USER)
    apt_install(debian, package)
    assert not is_enabled(debian, "math-serve"), "what was disabled by hand stays so"


def test_purged_it_leaves_nothing(debian):
    assert debian.run("dpkg", "--purge", USER).returncode == 0
    assert not is_enabled(debian, "math-serve") and not is_enabled(debian, "math-consume")
    assert not (debian.root / DATA).exists() and not (debian.root / "etc/math-microservice").exists()
    assert debian.run("getent", "passwd", USER).stdout == ""
    left = subprocess.run(["find", debian.root / "usr", "-name", "*math-microservice*"], capture_output=True, text=True)
    assert left.stdout == ""


def test_make_install_puts_the_same_under_another_prefix(debian):
    """Into the system of its own, and there what it does last, as `sudo make install` does both."""
    done = subprocess.run(
        [ROOT / "scripts/install-service.sh"],
        env={"PATH": "/usr/bin:/bin", "DESTDIR": str(debian.root), "PREFIX": "/usr/local"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    shutil.copy(ROOT / "infra/debian/postinst", debian.root / "tmp")
    prepared = debian.run("sh", "/tmp/postinst", "prepare")
    assert prepared.returncode == 0, prepared.stderr
    assert (debian.root / "etc/math-microservice/environment").read_text() == (
        ROOT / "infra/systemd/environment"
    ).read_text()
    for name in ("math-serve", "math-consume"):
        text = (debian.root / f"etc/systemd/system/{name}.service").read_text()
        assert f"ExecStart=/usr/local/bin/math {name[5:]}\n" in text and "@bindir@" not in text
    running = Running(debian, 18233)
    calculate(running.url, register=True)
    assert '<div id="root">' in httpx.get(running.url + "/", headers={"Accept": "text/html"}).text
    assert "swagger-ui" in httpx.get(running.url + "/docs").text
    running.stop()
    assert debian.run("gzip", "--test", "/usr/local/share/man/man1/math.1.gz").returncode == 0
    assert "complete" in (debian.root / "usr/local/share/bash-completion/completions/math").read_text()
