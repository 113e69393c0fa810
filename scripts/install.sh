#!/usr/bin/env bash
# Installs what is missing on a Debian 12 or 13 machine that has Swift 6.3 on its PATH, and nothing else.
#
#   scripts/install.sh build          what the service is built from (libraries, pkg-config, Python for the assets)
#   scripts/install.sh build web      also what the web app is built from: React, esbuild, TypeScript, KaTeX, Tailwind
#   scripts/install.sh build test     also what the tests need: a C compiler, sqlite3, Prometheus, nginx, Caddy, kcat, strace, wrk, Python packages
#   scripts/install.sh web clients    also what clients are generated with, and Java for one of the generators
#   scripts/install.sh web web-test   what the web app is built from, and a browser and jsdom for its tests
#   scripts/install.sh test-package   also lintian, and debootstrap, which makes the fresh system that the package is tried on
#   scripts/install.sh build bench    also a C compiler, wrk, nginx and kcat, and the Python packages of the FastAPI reference
#
# Says nothing and takes no time when everything is there. Runs as root, or with sudo.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

build_packages=(
    ca-certificates git pkg-config curl python3 python3-venv python3-pip
    libflint-dev libgmp-dev libmpfr-dev libsqlite3-dev libargon2-dev libcrypt-dev libjemalloc-dev librdkafka-dev
    zlib1g-dev libbrotli-dev
)
# From FLINT 3 on, which later releases have, these are parts of it.
case $(. /etc/os-release && echo "$VERSION_CODENAME") in
    bookworm | jammy) build_packages+=(libflint-arb-dev libcalcium-dev libantic-dev) ;;
esac
readonly build_packages
readonly web_packages=(
    python3 python3-venv nodejs esbuild terser zopfli node-react node-react-dom node-typescript node-csstype node-prop-types katex
    libjs-katex
)
readonly web_test_packages=(chromium node-jsdom)
readonly test_packages=(gcc sqlite3 groff-base systemd kcat openssl libfaketime strace slowhttptest wrk)
readonly clients_packages=(default-jre-headless)
readonly test_package_packages=(debootstrap lintian)
readonly bench_packages=(gcc wrk nginx-light kcat)

fail() {
    echo "install: $1" >&2
    exit 1
}

is_installed() {
    [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "needs root to install ${missing[*]}: run it as root, or install sudo"
    fi
}

# The package lists are fetched only when apt does not know the packages: a second run needs no network.
install_missing() {
    missing=()
    local package
    for package in "$@"; do
        is_installed "$package" || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    command -v apt-get >/dev/null || fail "this machine has no apt-get; install by hand: ${missing[*]}"
    echo "install: Debian packages ${missing[*]}"
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet --no-install-recommends "${missing[@]}")
    as_root "${apt[@]}" >/dev/null 2>&1 && return 0
    as_root apt-get update --quiet >/dev/null
    as_root "${apt[@]}" >/dev/null
}

# A virtual environment is made anew when a requirements file has changed since it was filled.
fill_environment() {
    local folder=$1
    shift
    local stamp
    stamp=$(cat "$@" | sha256sum | cut -d' ' -f1)
    [ "$(cat "$folder/.filled" 2>/dev/null || true)" != "$stamp" ] || return 0
    echo "install: Python packages into $folder"
    rm -rf "$folder"
    /usr/bin/python3 -m venv "$folder"
    "$folder/bin/pip" install --quiet --disable-pip-version-check --requirement "$1" ${2:+--constraint "$2"}
    echo "$stamp" >"$folder/.filled"
}

# Servers that tests start themselves, unpacked and not installed: their packages would start others.
unpack_servers() {
    local packages=(prometheus nginx nginx-common caddy)
    # A package of its own since Debian 13.
    if [ -n "$(apt-cache search --names-only '^promtool$' 2>/dev/null)" ]; then packages+=(promtool); fi
    [ "$(cat .build-tools/packages 2>/dev/null || true)" != "${packages[*]}" ] || return 0
    echo "install: ${packages[*]} into .build-tools"
    local work package
    work=$(mktemp -d)
    chmod 755 "$work"
    (cd "$work" && apt-get download --quiet "${packages[@]}" >/dev/null 2>&1) || {
        as_root apt-get update --quiet >/dev/null
        (cd "$work" && apt-get download --quiet "${packages[@]}" >/dev/null)
    }
    for package in "$work"/*.deb; do dpkg --extract "$package" .build-tools; done
    rm -r "$work"
    echo "${packages[*]}" >.build-tools/packages
}

check_swift() {
    command -v swift >/dev/null || fail "no swift on the PATH: install Swift 6.3 (https://www.swift.org/install/linux)"
    local version
    version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
    [ "$(printf '%s\n' 6.3 "$version" | sort --version-sort | head -n 1)" = 6.3 ] ||
        fail "Swift 6.3 or newer is needed; the one on the PATH is ${version:-of no version that can be read}"
}

# Any Node from 18 on; Debian's own is taken where there is none.
check_node() {
    command -v node >/dev/null || install_missing nodejs
}

[ $# -gt 0 ] || fail "say which groups: build, web, web-test, test, clients, test-package, bench"
for group in "$@"; do
    case $group in
        build)
            install_missing "${build_packages[@]}"
            check_swift
            ;;
        web)
            install_missing "${web_packages[@]}"
            check_node
            fill_environment .venv-web frontend/requirements.txt
            ;;
        web-test)
            install_missing "${web_test_packages[@]}"
            ;;
        test)
            install_missing "${test_packages[@]}"
            unpack_servers
            fill_environment .venv tests/requirements.txt tests/constraints.txt
            ;;
        clients)
            install_missing "${clients_packages[@]}"
            fill_environment .venv-clients tests/clients/requirements.txt tests/clients/constraints.txt
            ;;
        test-package)
            install_missing "${test_package_packages[@]}"
            ;;
        bench)
            install_missing "${bench_packages[@]}"
            fill_environment .venv-bench benchmarks/requirements.txt
            ;;
        *) fail "unknown group $group: build, web, web-test, test, clients, test-package and bench exist" ;;
    esac
done
