#!/usr/bin/env bash
# Prints what a build calls itself: the number in VERSION and, in a git repository, +COUNT.gHASH: how many commits are
# behind it and the last one's name, with .dirty when files have been changed since. To dpkg, a later commit is a higher
# version. Where only a part of the history is there, and so no count, it is the number alone.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

number=$(<VERSION)
commit=
if [ "$(git rev-parse --show-toplevel 2>/dev/null)" = "$PWD" ] &&
    [ "$(git rev-parse --is-shallow-repository)" = false ]; then
    commit="+$(git rev-list --count HEAD).g$(git rev-parse --short=10 HEAD)"
    git diff --quiet HEAD || commit+=.dirty
fi
echo "$number$commit"
