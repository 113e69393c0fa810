#!/usr/bin/env bash
# Makes a Debian package of what has been built: dist/math-microservice_VERSION_ARCHITECTURE.deb
# The libraries that it depends on are found in the executable.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

math=${MATH:-.build/release/math}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
stage=$work/stage
mkdir -m 0755 "$stage"

MATH=$math PREFIX=/usr DESTDIR=$stage STRIP=strip scripts/install-service.sh
version=$("$math" --version)
architecture=$(dpkg --print-architecture)

mkdir "$work/debian" "$stage/DEBIAN"
printf 'Source: math-microservice\n\nPackage: math-microservice\nArchitecture: any\n' >"$work/debian/control"
depends=$(cd "$work" && dpkg-shlibdeps -O --warnings=1 -Sstage stage/usr/bin/math)

documentation=$stage/usr/share/doc/math-microservice
install -D --mode=0644 README.md "$documentation/README.md"
install -D --mode=0644 --target-directory="$documentation/docs" docs/*.md
install --mode=0755 infra/debian/postinst infra/debian/prerm infra/debian/postrm "$stage/DEBIAN"
echo /etc/math-microservice/environment >"$stage/DEBIAN/conffiles"
(cd "$stage" && find . -path ./DEBIAN -prune -o -type f -printf '%P\0' | sort -z | xargs -0 md5sum >DEBIAN/md5sums)
cat >"$stage/DEBIAN/control" <<CONTROL
Package: math-microservice
Version: $version
Architecture: $architecture
Maintainer: The math-microservice authors <math-microservice@localhost>
Installed-Size: $(du --summarize --apparent-size --block-size=1024 --exclude=DEBIAN "$stage" | cut -f1)
Depends: ${depends#shlibs:Depends=}, passwd
Section: math
Priority: optional
Description: exact calculator service with a durable record of everything it was asked
 Calculates exactly, prints only digits that are certain, and keeps every action in a
 durable log. One executable, an HTTP interface, a web app; needs no database server.
CONTROL
mkdir -p dist
# Not xz: to pack a quarter smaller would take twenty times as long.
dpkg-deb -Zzstd -z10 --root-owner-group --build "$stage" "dist/math-microservice_${version}_$architecture.deb"
