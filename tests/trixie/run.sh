#!/usr/bin/env bash
# The Swift suites and the end-to-end tests on Debian 13, where FLINT 3 is one library and nearly everything is newer.
#
# In a folder (MATH_TRIXIE, /var/tmp/math-trixie) that is kept from one run to the next: Debian's minimal system, with
# this machine's Swift toolchain and what its git and pip are set to. The toolchain for Debian 12 runs there unchanged.
# What has been committed is what is tried. `run.sh make unit-pure` runs another command there. Needs root.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
root=${MATH_TRIXIE:-/var/tmp/math-trixie}
readonly here root
[ "$(id -u)" -eq 0 ] || { echo "test-trixie: a system in a folder can only be made as root" >&2; exit 1; }

# The same place inside as outside; nothing that is outside can be changed from inside.
share() {
    local path
    for path in "$@"; do
        [ -e "$path" ] || continue
        if [ -d "$path" ]; then mkdir -p "$root$path"; else mkdir -p "$root$(dirname "$path")" && touch "$root$path"; fi
        mount --bind "$path" "$root$path"
        mount -o remount,bind,ro "$root$path"
    done
}

if [ ! -e "$root/etc/debian_version" ]; then
    "$here/scripts/install.sh" test-package
    debootstrap --variant=minbase trixie "$root"
fi

# Everything that is mounted goes with the namespace of this process.
if [ -z "${MATH_TRIXIE_MOUNTS:-}" ]; then
    exec unshare --mount --propagation private env MATH_TRIXIE_MOUNTS=1 "$0" "$@"
fi
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount --rbind /sys "$root/sys"
mount -t tmpfs tmpfs "$root/tmp"
chmod 1777 "$root/tmp"
share "$(dirname "$(dirname "$(dirname "$(readlink -f "$(command -v swift)")")")")" /etc/resolv.conf /etc/hosts \
    /etc/pip.conf /etc/gitconfig "$HOME/.gitconfig" "$HOME/.config/pip" /usr/local/share/ca-certificates ${PIP_FIND_LINKS:-}
# Copies of packages that git reads instead of fetching them.
while read -r copies; do share "$copies"; done < <(
    git config --get-regexp '^url[.]/.*[.]insteadof' | sed -n 's|^url\.\(/[^ ]*\)\.insteadof .*|\1|p' | sort -u)

inside() {
    chroot "$root" env -i HOME="$HOME" LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
        PATH="$(dirname "$(readlink -f "$(command -v swift)")"):/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" \
        ${PIP_FIND_LINKS:+PIP_FIND_LINKS="$PIP_FIND_LINKS"} PIP_CERT=/etc/ssl/certs/ca-certificates.crt \
        bash -euo pipefail -c "$1"
}

inside 'apt-get update --quiet >/dev/null
    apt-get install --yes --quiet --no-install-recommends ca-certificates git make binutils libc6-dev libstdc++-14-dev \
        libgcc-14-dev libcurl4-openssl-dev libedit2 libncurses6 libxml2-dev zlib1g-dev tzdata gnupg procps iproute2 >/dev/null
    update-ca-certificates >/dev/null 2>&1'

if [ ! -d "$root/source/.git" ]; then git clone --quiet --no-hardlinks "$here" "$root/source"; fi
git -C "$root/source" fetch --quiet --force "$here" HEAD
git -C "$root/source" checkout --quiet --force --detach FETCH_HEAD
command=${*:-make unit e2e}
inside "cd /source && $command"
