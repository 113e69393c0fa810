#!/usr/bin/env bash
# Fetches the files of Swagger UI that /docs serves, into .build-assets/swagger-ui. Does nothing when they are there.
# They come from a Python wheel that carries them unchanged, with their licence: no request to any other host is needed
# later, neither by the service nor by a browser.
set -euo pipefail

cd "$(dirname "$0")/.."
version=2026.10.1
target=.build-assets/swagger-ui
stamp=$target/version

if [ "$(cat "$stamp" 2>/dev/null)" = "$version" ]; then
    exit 0
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip download --quiet --disable-pip-version-check --no-deps --dest "$work" \
    "drf-spectacular-sidecar==$version"
mkdir -p "$target"
python3 - "$work" "$target" <<'PYTHON'
import gzip, pathlib, sys, zipfile

work, target = map(pathlib.Path, sys.argv[1:])
wheel = zipfile.ZipFile(next(work.glob("*.whl")))
dist = "drf_spectacular_sidecar/static/drf_spectacular_sidecar/swagger-ui-dist/"
for name in ("swagger-ui-bundle.js", "swagger-ui.css"):
    data = wheel.read(dist + name)
    (target / name).write_bytes(data)
    (target / (name + ".gz")).write_bytes(gzip.compress(data, 9, mtime=0))
licences = [name for name in wheel.namelist() if "swagger" in name.lower() and "licen" in name.lower()]
for name in licences:
    (target / pathlib.PurePath(name).name).write_bytes(wheel.read(name))
PYTHON
echo "$version" >"$stamp"
echo "Swagger UI is in $target"
