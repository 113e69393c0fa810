#!/usr/bin/env bash
# A Docker engine for the container tests on a machine that has none, or that reaches no registry.
#
#   engine.sh start DIR    starts an engine of its own in DIR; prints how to reach it
#   engine.sh images       makes stand-ins for the base images that can neither be found nor pulled
#   engine.sh stop DIR     ends that engine and puts the packet filter back
#
# The stand-ins are Debian's minimal system, and that with this machine's Swift: what the Dockerfiles do with them is the
# same. Needs root.
set -euo pipefail

readonly here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

start() {
    local dir=$1
    command -v dockerd >/dev/null || apt-get -o DPkg::Lock::Timeout=300 install --yes --quiet --no-install-recommends docker.io >/dev/null
    mkdir -p "$dir"
    plugins "$dir"
    local policy
    policy=$(iptables -S FORWARD 2>/dev/null | head -n 1 | cut -d' ' -f3)
    echo "${policy:-ACCEPT}" >"$dir/forward"
    setsid dockerd --data-root "$dir/data" --exec-root "$dir/exec" --pidfile "$dir/pid" --host "unix://$dir/docker.sock" \
        >"$dir/log" 2>&1 </dev/null &
    local _
    for _ in $(seq 60); do
        docker --host "unix://$dir/docker.sock" info >/dev/null 2>&1 && break
        sleep 0.5
    done
    docker --host "unix://$dir/docker.sock" info >/dev/null || { tail "$dir/log" >&2; exit 1; }
    echo "export DOCKER_HOST=unix://$dir/docker.sock DOCKER_CONFIG=$dir/cli"
}

# Compose and Buildx for the command line, from Debian's next release, where this machine's has none.
plugins() {
    local dir=$1
    mkdir -p "$dir/cli/cli-plugins"
    [ ! -x "$dir/cli/cli-plugins/docker-compose" ] || return 0
    local work
    work=$(mktemp -d)
    chmod 755 "$work"
    mkdir -p "$work/lists/partial"
    echo "deb http://deb.debian.org/debian trixie main" >"$work/sources.list"
    local apt=(apt-get --quiet -o "Dir::Etc::sourcelist=$work/sources.list" -o Dir::Etc::sourceparts=-
        -o "Dir::State::lists=$work/lists" -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache=)
    "${apt[@]}" update >/dev/null
    (cd "$work" && "${apt[@]}" download docker-compose docker-buildx >/dev/null 2>&1)
    local package
    for package in "$work"/*.deb; do dpkg --extract "$package" "$work/root"; done
    find "$work/root" -type f \( -name docker-compose -o -name docker-buildx \) \
        -exec install --mode=0755 {} "$dir/cli/cli-plugins/" \;
    rm -r "$work"
}

has_image() {
    docker image inspect "$1" >/dev/null 2>&1 || timeout 20 docker pull --quiet "$1" >/dev/null 2>&1
}

images() {
    has_image debian:bookworm-slim || debian_image
    has_image swift:6.3-bookworm || swift_image
}

debian_image() {
    command -v debootstrap >/dev/null || apt-get -o DPkg::Lock::Timeout=300 install --yes --quiet --no-install-recommends debootstrap >/dev/null
    local root
    root=$(mktemp -d)
    echo "engine: stand-in for debian:bookworm-slim"
    debootstrap --variant=minbase bookworm "$root" http://deb.debian.org/debian >/dev/null
    rm -rf "$root"/var/cache/apt/archives/*.deb "$root"/var/lib/apt/lists/* "$root"/usr/share/{doc,man,locale}/*
    echo "deb http://deb.debian.org/debian-security bookworm-security main" >>"$root/etc/apt/sources.list"
    # Whoever stands between this machine and the package archives is known to it, and has to be inside, too.
    if ls /usr/local/share/ca-certificates/*.crt >/dev/null 2>&1; then
        mkdir -p "$root/usr/local/share/ca-certificates"
        cp /usr/local/share/ca-certificates/*.crt "$root/usr/local/share/ca-certificates/"
    fi
    tar --directory "$root" --create . | docker import --change 'CMD ["bash"]' - debian:bookworm-slim >/dev/null
    rm -rf "$root"
}

# The toolchain of this machine, and the copies of packages that its git is told to use.
swift_image() {
    echo "engine: stand-in for swift:6.3-bookworm"
    local toolchain context
    toolchain=$(dirname "$(dirname "$(dirname "$(readlink -f "$(command -v swift)")")")")
    context=$(mktemp -d)
    mkdir "$context/packages"
    local copies
    copies=$( (git config --get-regexp '^url[.].*[.]insteadof' || true) | sed -n 's|^url\.\(/.*\)\.insteadof https://github.com/$|\1|p')
    if [ -n "$copies" ]; then cp -r "$copies/." "$context/packages"; fi
    # Hard links: the toolchain has gigabytes.
    cp -al "$toolchain/usr" "$context/usr" 2>/dev/null || cp -a "$toolchain/usr" "$context/usr"
    cat >"$context/Dockerfile" <<'DOCKERFILE'
FROM debian:bookworm-slim
RUN apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -yq --no-install-recommends \
        binutils ca-certificates git gnupg libc6-dev libcurl4-openssl-dev libedit2 libgcc-12-dev libncurses-dev \
        libpython3-dev libsqlite3-0 libstdc++-12-dev libxml2-dev libz3-dev pkg-config tzdata zlib1g-dev \
    && rm -rf /var/lib/apt/lists/*
COPY packages /opt/packages
RUN git config --system url./opt/packages/.insteadOf https://github.com/ && git config --system safe.directory '*'
COPY usr /usr
DOCKERFILE
    DOCKER_BUILDKIT=0 docker build --quiet --tag swift:6.3-bookworm "$context" >/dev/null
    rm -rf "$context"
}

stop() {
    local dir=$1
    [ -f "$dir/pid" ] || return 0
    local pid
    pid=$(cat "$dir/pid")
    kill "$pid"
    while kill -0 "$pid" 2>/dev/null; do sleep 0.2; done
    iptables -P FORWARD "$(cat "$dir/forward")" 2>/dev/null || true
}

"$@"
