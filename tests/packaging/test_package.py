"""The package on a fresh Debian 12: installed by dpkg, started as its unit says, used, upgraded, removed.

The tests are the chapters of one story and run in their order.
"""

from __future__ import annotations

import re
import shutil
import signal
import subprocess

import httpx
from service import ROOT, wait_until

USER = "math-microservice"
DATA = "var/lib/math-microservice"
PASSWORD = "a long enough passphrase"


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


def test_dpkg_names_what_is_missing_and_apt_brings_it(debian, package):
    shutil.copy(package, debian.root / "tmp")
    alone = debian.run("dpkg", "--install", f"/tmp/{package.name}")
    assert alone.returncode != 0 and "librdkafka1" in alone.stderr and "libflint17" in alone.stderr
    debian.run("apt-get", "update")
    whole = debian.run("apt-get", "--fix-broken", "--yes", "--no-install-recommends", "install")
    assert whole.returncode == 0, whole.stdout + whole.stderr
    state = debian.run("dpkg-query", "--show", "--showformat=${Status}", USER)
    assert state.stdout == "install ok installed"
    assert debian.run("dpkg", "--verify", USER).stdout == ""


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
    settings = debian.root / "etc/math-microservice/environment"
    settings.write_text(settings.read_text() + "ACCESS_LOG_EVERY=1\n")
    again = debian.run("dpkg", "--install", "--force-confold", f"/tmp/{package.name}")
    assert again.returncode == 0, again.stderr
    assert (debian.root / DATA / "secret.key").read_text() == key
    assert "ACCESS_LOG_EVERY=1" in settings.read_text(), "what was set by hand stays"
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


def test_removed_it_leaves_the_data_and_purged_it_leaves_nothing(debian):
    assert debian.run("dpkg", "--remove", USER).returncode == 0
    assert (debian.root / DATA / "service.db").exists()
    assert not (debian.root / "usr/bin/math").exists()
    assert debian.run("dpkg", "--purge", USER).returncode == 0
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
    assert debian.run("sh", "/tmp/postinst", "configure").returncode == 0
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
