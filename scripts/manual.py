#!/usr/bin/env python3
"""Writes math(1) from what the executable says of its own commands: `math --experimental-dump-help | manual.py`."""

from __future__ import annotations

import json
import sys

HEAD = """\
.\\" Made from the definitions of the commands; do not edit.
.TH MATH 1 "" "math {version}" "User Commands"
.SH NAME
math \\- exact calculator service
.SH SYNOPSIS
.B math
.I command
.RI [ options ]
.SH DESCRIPTION
{abstract}
"""

TAIL = """\
.SH FILES
.TP
.I service.db
Accounts and the journal of events, in
.BR DATA_DIR .
.TP
.I events.db
The event store, plain SQLite, in
.B DATA_DIR
unless
.B SQLITE_DB
says otherwise; never to be written by anything else.
.TP
.I secret.key
The key of the tokens, unless
.B SECRET_KEY
is set.
.TP
.I /etc/math\\-microservice/environment
Settings of the systemd services
.B math\\-serve
and
.BR math\\-consume .
.SH EXIT STATUS
.TP
.B 0
All went well; for a service also that it was told to stop and has.
.TP
.B 1
It did not; a line on standard error says why.
.TP
.B 64
The command line is not understood.
.TP
.B 78
A setting cannot work: all faults are listed, and nothing was opened.
"""


def escape(text: str) -> str:
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line.startswith((".", "'")) else line for line in text.splitlines())


def names(argument: dict) -> str:
    if argument["kind"] == "positional":
        text = f"\\fI{escape(argument['valueName'])}\\fR"
        return text + " ..." if argument["isRepeating"] else text
    flags = [("-" if name["kind"] == "short" else "--") + name["name"] for name in argument["names"]]
    text = ", ".join(f"\\fB{escape(flag)}\\fR" for flag in flags)
    return text if argument["kind"] == "flag" else f"{text} \\fI{escape(argument['valueName'])}\\fR"


def arguments(command: dict) -> list[dict]:
    """Those of the command itself: help and version are everywhere."""
    common = {"help", "version"}
    return [
        argument
        for argument in command.get("arguments", [])
        if argument["shouldDisplay"] and not common & {name["name"] for name in argument.get("names", [])}
    ]


def section(command: dict, path: list[str]) -> str:
    title = " ".join([*path, command["commandName"]])
    lines = [f".SS {escape(title)}", escape(command.get("abstract", ""))]
    if "discussion" in command:
        lines += [".PP", escape(command["discussion"])]
    for argument in arguments(command):
        lines += [".TP", names(argument)]
        values = argument.get("allValues")
        text = argument.get("abstract", "") + (f" One of: {', '.join(values)}." if values else "")
        lines.append(escape(text))
    children = [section(child, [*path, command["commandName"]]) for child in command.get("subcommands", [])]
    return "\n".join(lines) + "\n" + "".join(children)


def manual(command: dict, version: str) -> str:
    page = HEAD.format(version=version, abstract=escape(command["abstract"])) + ".SH COMMANDS\n"
    for child in command["subcommands"]:
        if child["shouldDisplay"] and child["commandName"] != "help":
            page += section(child, ["math"])
    return page + TAIL


if __name__ == "__main__":
    print(manual(json.load(sys.stdin)["command"], sys.argv[1]), end="")
