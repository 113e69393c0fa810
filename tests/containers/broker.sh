#!/usr/bin/env bash
# The mock cluster tells clients that it is at 127.0.0.1 on some port. For the other containers
#   broker serve    runs it, and lets the network in on :9092
#   broker relay    makes 127.0.0.1 and that port lead to it, beside a client in the client's own network
set -euo pipefail
readonly shared=/run/broker/port

case $1 in
    serve)
        rm -f "$shared"
        mkfifo /tmp/commands
        mock_broker 1 logs 3 <>/tmp/commands >/tmp/answers &
        until [ -s /tmp/answers ]; do sleep 0.1; done
        port=$(head -n 1 /tmp/answers)
        port=${port##*:}
        echo "$port" >"$shared.new"
        mv "$shared.new" "$shared"
        echo "mock broker on $port"
        exec socat TCP-LISTEN:9092,fork,reuseaddr "TCP:127.0.0.1:$port"
        ;;
    relay)
        until [ -s "$shared" ]; do sleep 0.1; done
        exec socat "TCP-LISTEN:$(cat "$shared"),bind=127.0.0.1,fork,reuseaddr" TCP:zookeeper-kafka:9092
        ;;
esac
