#!/usr/bin/env python3
"""What lies beside an executable that is handed on: which parts are in it, and under which licences.

sbom.py components EXECUTABLE   a CycloneDX 1.6 document of the executable and the web app beside it
sbom.py notices                 the licences and notices of the parts
sbom.py copyright               Debian's copyright file
"""

from __future__ import annotations

import json
import re
import sys
import uuid

from dependencies import (
    Component,
    debian_version,
    fail,
    libraries,
    output,
    owners,
    release,
    swift_itself,
    swift_packages,
    tables,
    web_libraries,
)

HOLDER = "2026 The math-microservice authors"


def debian_packages(executable: str) -> list[Component]:
    """The packages of every library that the executable is started with, as they are installed here."""
    licences = {name: each["licence"] for each in libraries() for name in each.get(release(), {})}
    homes = {name: each["home"] for each in libraries() for name in each.get(release(), {})}
    files = re.findall(r"^\s*\S*?([^/\s]+\.so\S*) (?:=> (/\S+) )?\(", output("ldd", executable), flags=re.M)
    # Not the kernel's own, and in a debug build the toolchain's.
    wanted = [name for name, path in files if not name.startswith("linux-vdso") and "/swift/" not in path]
    found = []
    for name in sorted(owners(*wanted)):
        version = debian_version(name)
        purl = f"pkg:deb/debian/{name}@{version.replace('+', '%2B').replace(':', '%3A')}?distro={release()}"
        found.append(Component(name, version, licences.get(name, ""), purl, homes.get(name, "")))
    return found


def entry(component: Component) -> dict:
    licences = {"licenses": [{"expression": component.licence}]} if component.licence else {}
    home = {"externalReferences": [{"type": "website", "url": component.home}]} if component.home else {}
    return {
        "type": "library",
        "bom-ref": f"{component.purl}#{component.name}" if "fonts" in component.name else component.purl,
        "name": component.name,
        "version": component.version,
        "purl": component.purl,
        **licences,
        **home,
    }


def components(executable: str) -> str:
    version = output(executable, "--version").strip()
    parts = [swift_itself(), *swift_packages(), *tables(), *web_libraries(), *debian_packages(executable)]
    entries = [entry(part) for part in parts]
    own = f"pkg:deb/debian/math-microservice@{version.replace('+', '%2B')}?distro={release()}"
    bom = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        # The same parts make the same document.
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, own + json.dumps(entries))}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": own,
                "name": "math-microservice",
                "version": version,
                "purl": own,
                "licenses": [{"expression": "Apache-2.0"}],
            }
        },
        "components": entries,
        "dependencies": [{"ref": own, "dependsOn": [part["bom-ref"] for part in entries]}],
    }
    return json.dumps(bom, indent=2)


def inside() -> list[Component]:
    return [*swift_packages(), *tables(), *web_libraries()]


def notices() -> str:
    """Texts that several parts share stand there once."""
    owners: dict[str, list[str]] = {}
    for part in inside():
        for file in part.texts:
            owners.setdefault(file.read_text(errors="replace").strip(), []).append(f"{part.name} {part.version}")
    head = f"The executable and the web app of math-microservice, {HOLDER}, have these parts of others in them.\n"
    return head + "".join(f"\n{'=' * 80}\n{', '.join(names)}\n{'=' * 80}\n\n{text}\n" for text, names in owners.items())


def copyright() -> str:
    """Machine-readable (format 1.0). The texts of the parts' licences are in NOTICE, beside it."""
    texts = {
        "Apache-2.0": "On Debian systems, the whole text is in /usr/share/common-licenses/Apache-2.0.",
        "MIT": "Permission is granted as the text in NOTICE, in this folder, says.",
    }

    def paragraph(files: str, holders: list[str], licence: str) -> str:
        return f"Files: {files}\nCopyright: {(chr(10) + '           ').join(holders)}\nLicense: {licence}\n"

    parts = [f"{part.name} {part.version}: {part.licence}" for part in inside()]
    executable = [HOLDER, *(f"the authors of {part.name}" for part in swift_packages())]
    web = [HOLDER, *(f"the authors of {part.name}" for part in web_libraries())]
    comment = "Comment: What the executable and the web app have of others in them, with its licences:\n"
    return "\n".join(
        [
            "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
            "Upstream-Name: math-microservice\n" + comment + "".join(f" {part}\n" for part in parts),
            paragraph("*", [HOLDER], "Apache-2.0"),
            paragraph("usr/bin/math", executable, "Apache-2.0 and MIT"),
            paragraph("usr/share/math-microservice/*", web, "Apache-2.0 and MIT and OFL-1.1"),
            *(f"License: {name}\n {text}\n" for name, text in texts.items()),
            "License: OFL-1.1\n The SIL Open Font License, version 1.1: https://openfontlicense.org.\n",
        ]
    )


if __name__ == "__main__":
    actions = {"components": components, "notices": notices, "copyright": copyright}
    if len(sys.argv) < 2 or sys.argv[1] not in actions:
        fail(f"say which: {', '.join(actions)}")
    print(actions[sys.argv[1]](*sys.argv[2:]))
