#!/usr/bin/env bash
# Makes a Debian package of what has been built: dist/math-microservice_VERSION_ARCHITECTURE.deb
# The libraries that it depends on are found in the executable.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Who hands out packages puts an address of their own.
readonly maintainer=${MAINTAINER:-The math-microservice authors <maintainers@math-microservice.invalid>}
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
# What Debian wants to be called otherwise.
rm "$documentation/LICENSE"
python3 scripts/sbom.py copyright >"$documentation/copyright"
gzip -9n "$documentation/CHANGELOG.md"
gzip -9n >"$documentation/changelog.gz" <<CHANGELOG
math-microservice ($version) stable; urgency=medium

  * What has changed is in CHANGELOG.md.gz beside this file.

 -- $maintainer  $(date --utc --rfc-email --date="@$(git log -1 --format=%ct 2>/dev/null || date +%s)")
CHANGELOG
find "$documentation" -type f -exec chmod 0644 {} +
install --mode=0755 infra/debian/postinst infra/debian/prerm infra/debian/postrm "$stage/DEBIAN"
(cd "$stage" && find . -path ./DEBIAN -prune -o -type f -printf '%P\0' | sort -z | xargs -0 md5sum >DEBIAN/md5sums)
cat >"$stage/DEBIAN/control" <<CONTROL
Package: math-microservice
Version: $version
Architecture: $architecture
Maintainer: $maintainer
Installed-Size: $(du --summarize --apparent-size --block-size=1024 --exclude=DEBIAN "$stage" | cut -f1)
Depends: ${depends#shlibs:Depends=}, passwd
Section: math
Priority: optional
Description: exact calculator service with a durable record of everything it was asked
 Calculates exactly, prints only digits that are certain, and keeps every
 action in a durable log. One executable, an HTTP interface, a web app; needs
 no database server.
CONTROL
mkdir -p dist
rm -f dist/math-microservice_*
name=math-microservice_${version}_$architecture
cp "$documentation/sbom.cdx.json" "dist/$name.cdx.json"
# As quick as it gets, in a form that every dpkg reads.
dpkg-deb -Zxz -z0 --root-owner-group --build "$stage" "dist/$name.deb"
