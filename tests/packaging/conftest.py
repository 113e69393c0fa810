"""A fresh Debian of this machine's release in a folder, and the package that `make package` has made."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RELEASE = re.search(r"^VERSION_CODENAME=(\w+)", Path("/etc/os-release").read_text(), flags=re.M)[1]
sys.path.insert(0, str(ROOT / "tests/e2e"))


class Debian:
    """A system of its own in a folder; commands run in it as root or as another user."""

    def __init__(self, root: Path):
        self.root = root
        subprocess.run(["debootstrap", "--variant=minbase", RELEASE, root], check=True, stdout=subprocess.DEVNULL)
        subprocess.run(["mount", "-t", "proc", "proc", root / "proc"], check=True)

    def command(self, *arguments: str, user: str = "root", folder: str = "/", **environment: str) -> list[str]:
        variables = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive"} | environment
        settings = [f"{name}={value}" for name, value in variables.items()]
        return ["chroot", f"--userspec={user}", str(self.root), "env", "-i", "-C", folder, *settings, *arguments]

    def run(self, *arguments: str, user: str = "root", **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(*arguments, user=user, **environment), capture_output=True, text=True, timeout=300
        )

    def close(self) -> None:
        for process in Path("/proc").glob("[0-9]*"):
            try:
                if os.readlink(process / "root") == str(self.root):
                    os.kill(int(process.name), signal.SIGKILL)
            except OSError:
                continue
        subprocess.run(["umount", self.root / "proc"], check=True)


@pytest.fixture(scope="module")
def debian(tmp_path_factory):
    assert os.geteuid() == 0, "a system in a folder can only be made as root: sudo make test-package"
    system = Debian(tmp_path_factory.mktemp("debian") / "root")
    try:
        yield system
    finally:
        system.close()


@pytest.fixture(scope="session")
def package() -> Path:
    (found,) = (ROOT / "dist").glob("math-microservice_*.deb")
    return found


@pytest.fixture(scope="session")
def older(package, tmp_path_factory) -> Path:
    """The same as the package that came before: of a lower version, and with its settings as dpkg's conffile."""
    folder = tmp_path_factory.mktemp("older")
    tree = folder / "tree"
    subprocess.run(["dpkg-deb", "--raw-extract", package, tree], check=True)
    control = tree / "DEBIAN/control"
    control.write_text(re.sub(r"^Version: .*$", "Version: 0.1.0", control.read_text(), flags=re.M))
    settings = tree / "etc/math-microservice/environment"
    settings.parent.mkdir(parents=True)
    settings.write_text("# Settings as they were.\n")
    settings.chmod(0o644)
    (tree / "DEBIAN/conffiles").write_text("/etc/math-microservice/environment\n")
    made = folder / "math-microservice_0.1.0.deb"
    subprocess.run(
        ["dpkg-deb", "-Zgzip", "-z1", "--root-owner-group", "--build", tree, made], check=True, capture_output=True
    )
    return made
