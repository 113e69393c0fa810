"""What only the machine's administrator may do."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

# Before a command that needs it.
AS_ROOT = [] if os.geteuid() == 0 else ["sudo"]


def as_root(*command: str | Path) -> None:
    subprocess.run([*AS_ROOT, *command], check=True)


class SmallDisk:
    """A file system of a few MiB."""

    def __init__(self, path: Path, mebibytes: int):
        self.path = path
        path.mkdir()
        # Everybody's, as a temporary folder is: the service need not be root's.
        as_root("mount", "-t", "tmpfs", "-o", f"size={mebibytes}m,mode=1777", "tmpfs", path)

    def remount(self, options: str) -> None:
        """`size=64m` makes it larger, `ro` read-only; what is on it stays."""
        as_root("mount", "-o", f"remount,{options}", self.path)

    @property
    def free(self) -> int:
        """Bytes."""
        return shutil.disk_usage(self.path).free

    def fill(self, leave: int) -> None:
        """Takes all but so many bytes away."""
        (self.path / "ballast").write_bytes(bytes(max(0, self.free - leave)))

    def end(self) -> None:
        as_root("umount", "--lazy", self.path)
