#!/usr/bin/env bash
# Runs one Kafka broker, and the ZooKeeper it needs unless KAFKA_ZOOKEEPER_CONNECT names another machine.
#
#   KAFKA_LISTENERS             where the broker listens: PLAINTEXT://:9092
#   KAFKA_ADVERTISED_LISTENERS  where its clients find it: PLAINTEXT://kafka-with-zookeeper:9092
#   KAFKA_ZOOKEEPER_CONNECT     its ZooKeeper: localhost:2181
#
# Ends when either of the two ends. SIGTERM stops the broker first, which tells ZooKeeper that it goes.
set -euo pipefail
readonly home=${KAFKA_HOME:-/opt/kafka}
readonly data=${KAFKA_DATA:-/var/lib/zookeeper-kafka}
readonly here=$(dirname "${BASH_SOURCE[0]}")
readonly patience=60

fail() {
    echo "start.sh: $1" >&2
    exit 78
}

check_environment() {
    local name missing=()
    for name in KAFKA_LISTENERS KAFKA_ADVERTISED_LISTENERS KAFKA_ZOOKEEPER_CONNECT; do
        [ -n "${!name:-}" ] || missing+=("$name")
    done
    [ ${#missing[@]} -eq 0 ] || fail "${missing[*]} not set; .env.example shows what they look like"
    [[ $KAFKA_ZOOKEEPER_CONNECT =~ ^[^,/:]+:([0-9]+) ]] ||
        fail "KAFKA_ZOOKEEPER_CONNECT is \"$KAFKA_ZOOKEEPER_CONNECT\", which is not host:port"
    zookeeper_host=${KAFKA_ZOOKEEPER_CONNECT%%:*}
    zookeeper_port=${BASH_REMATCH[1]}
}

is_zookeeper_ours() {
    case $zookeeper_host in
        localhost | 127.0.0.1 | "$(hostname)" | kafka-with-zookeeper | zookeeper-kafka) return 0 ;;
        *) return 1 ;;
    esac
}

write_configuration() {
    mkdir -p "$data/config" "$data/zookeeper"
    {
        cat "$here/kafka/server.properties"
        printf '%s\n' "log.dirs=$data/kafka" "listeners=$KAFKA_LISTENERS" \
            "advertised.listeners=$KAFKA_ADVERTISED_LISTENERS" "zookeeper.connect=$KAFKA_ZOOKEEPER_CONNECT"
    } >"$data/config/server.properties"
    printf '%s\n' "dataDir=$data/zookeeper" "clientPort=$zookeeper_port" maxClientCnxns=0 admin.enableServer=false \
        >"$data/config/zookeeper.properties"
}

start_zookeeper() {
    "$home/bin/zookeeper-server-start.sh" "$data/config/zookeeper.properties" &
    zookeeper=$!
    local second
    for ((second = 0; second < patience; second++)); do
        kill -0 "$zookeeper" 2>/dev/null || fail "ZooKeeper ended before it was ready; its last lines are above"
        (exec 3<>"/dev/tcp/127.0.0.1/$zookeeper_port") 2>/dev/null && return
        sleep 1
    done
    fail "ZooKeeper does not listen on port $zookeeper_port after $patience s"
}

stop() {
    local process
    for process in "$broker" "$zookeeper"; do
        [ -n "$process" ] || continue
        kill -TERM "$process" 2>/dev/null || true
        wait "$process" || true
    done
}

zookeeper='' broker=''
check_environment
write_configuration
trap 'exit 0' TERM INT
trap stop EXIT
if is_zookeeper_ours; then start_zookeeper; fi
"$home/bin/kafka-server-start.sh" "$data/config/server.properties" &
broker=$!
status=0
wait -n || status=$?
echo "start.sh: $(kill -0 "$broker" 2>/dev/null && echo ZooKeeper || echo the broker) ended with status $status" >&2
exit "$((status == 0 ? 1 : status))"
