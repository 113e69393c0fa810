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
    mkdir -p "$dir"
    engine "$dir"
    export PATH=$dir/bin:$PATH DOCKER_HOST=unix://$dir/docker.sock DOCKER_CONFIG=$dir/cli
    local policy
    policy=$(iptables -S FORWARD 2>/dev/null | head -n 1 | cut -d' ' -f3)
    echo "${policy:-ACCEPT}" >"$dir/forward"
    # As Docker 29 has it of itself: what is different there (no tag is exported twice) is met here.
    setsid dockerd --feature containerd-snapshotter=true --data-root "$dir/data" --exec-root "$dir/exec" \
        --pidfile "$dir/pid" --host "$DOCKER_HOST" >"$dir/log" 2>&1 </dev/null &
    local _
    for _ in $(seq 60); do
        docker info >/dev/null 2>&1 && break
        sleep 0.5
    done
    docker info >/dev/null || { tail "$dir/log" >&2; exit 1; }
    printf '%s\n' "PATH=$PATH" "DOCKER_HOST=$DOCKER_HOST" "DOCKER_CONFIG=$DOCKER_CONFIG"
}

# Engine, Compose and Buildx of Debian's next release: this machine's are too old for what the compose file asks for.
# What starts the containers, runc and tini, is this machine's own; theirs would need a newer C library.
engine() {
    local dir=$1
    [ ! -x "$dir/cli/cli-plugins/docker-compose" ] || return 0
    local needed=(runc tini iptables)
    dpkg-query --show "${needed[@]}" >/dev/null 2>&1 || installed "${needed[@]}"
    local work
    work=$(mktemp -d)
    chmod 755 "$work"
    mkdir -p "$work/lists/partial"
    echo "deb http://deb.debian.org/debian testing main" >"$work/sources.list"
    local apt=(apt-get --quiet -o "Dir::Etc::sourcelist=$work/sources.list" -o Dir::Etc::sourceparts=-
        -o "Dir::State::lists=$work/lists" -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache=)
    "${apt[@]}" update >/dev/null
    (cd "$work" && "${apt[@]}" download docker.io docker-cli docker-compose docker-buildx containerd >/dev/null 2>&1)
    local package
    for package in "$work"/*.deb; do dpkg --extract "$package" "$work/root"; done
    mkdir -p "$dir/bin" "$dir/cli/cli-plugins"
    find "$work/root" -type f \( -name dockerd -o -name docker-proxy -o -name docker -o -name containerd \
        -o -name containerd-shim-runc-v2 \) -path '*bin/*' -exec install --mode=0755 {} "$dir/bin/" \;
    find "$work/root" -type f -path '*/cli-plugins/*' -exec install --mode=0755 {} "$dir/cli/cli-plugins/" \;
    rm -r "$work"
}

installed() {
    apt-get -o DPkg::Lock::Timeout=300 install --yes --quiet --no-install-recommends "$@" >/dev/null
}

has_image() {
    docker image inspect "$1" >/dev/null 2>&1 || timeout 20 docker pull --quiet "$1" >/dev/null 2>&1
}

images() {
    has_image debian:bookworm-slim || debian_image
    has_image swift:6.3-bookworm || swift_image
}

debian_image() {
    command -v debootstrap >/dev/null || installed debootstrap
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
    docker build --quiet --tag swift:6.3-bookworm "$context" >/dev/null
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
