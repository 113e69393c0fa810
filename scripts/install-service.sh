#!/usr/bin/env bash
# Installs what has been built: the executable, the web app, the files of /docs, the manual page, the shell completions,
# the systemd services.
#
#   scripts/install-service.sh              into /usr/local, and prepares user, data directory and key
#   PREFIX=/usr DESTDIR=stage …             into a folder, for a package
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

prefix=${PREFIX:-/usr/local}
destination=${DESTDIR:-}
math=${MATH:-.build/release/math}
units=$([ "$prefix" = /usr ] && echo /usr/lib/systemd/system || echo /etc/systemd/system)
share=$destination$prefix/share

[ -x "$math" ] || { echo "install: no executable at $math: run make build first" >&2; exit 1; }
version=$("$math" --version)

# Through a new file, so that a running service keeps the one it was started from.
install -D --mode=0755 "$math" "$destination$prefix/bin/math.new"
[ -z "${STRIP-}" ] || "$STRIP" "$destination$prefix/bin/math.new"
mv "$destination$prefix/bin/math.new" "$destination$prefix/bin/math"

for folder in swagger-ui:.build-assets/swagger-ui web:frontend/dist; do
    [ -d "${folder#*:}" ] || { echo "install: ${folder#*:} is missing: run make build web first" >&2; exit 1; }
    rm -rf "$share/math-microservice/${folder%%:*}"
    mkdir -p "$share/math-microservice/${folder%%:*}"
    cp -r "${folder#*:}/." "$share/math-microservice/${folder%%:*}"
done
find "$share/math-microservice" -type d -exec chmod 0755 {} + -o -type f -exec chmod 0644 {} +

mkdir -p "$share/man/man1"
"$math" --experimental-dump-help | python3 scripts/manual.py "$version" | gzip -9n >"$share/man/man1/math.1.gz"
mkdir -p "$share/bash-completion/completions"
"$math" --generate-completion-script bash | sed '1{/^#!/d}' >"$share/bash-completion/completions/math"
chmod 0644 "$share/man/man1/math.1.gz" "$share/bash-completion/completions/math"

mkdir -p "$destination$units"
for unit in math-serve math-consume; do
    sed "s|@bindir@|$prefix/bin|" "infra/systemd/$unit.service" >"$destination$units/$unit.service"
    chmod 0644 "$destination$units/$unit.service"
done
# What /etc/math-microservice/environment begins as.
install -D --mode=0644 infra/systemd/environment "$share/math-microservice/environment"
install -D --mode=0644 --target-directory="$share/doc/math-microservice" README.md CHANGELOG.md LICENSE
install -D --mode=0644 --target-directory="$share/doc/math-microservice/docs" docs/*.md
python3 scripts/sbom.py components "$math" >"$share/doc/math-microservice/sbom.cdx.json"
python3 scripts/sbom.py notices >"$share/doc/math-microservice/NOTICE"

if [ -z "$destination" ]; then
    # What the Debian package does when it is installed: user, directory, key, settings.
    sh infra/debian/postinst prepare
    echo "Installed. Start it with: systemctl enable --now math-serve"
fi
