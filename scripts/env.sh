#!/usr/bin/env bash
# Makes .env from .env.example with secrets of its own. An .env that exists is left as it is.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if [ -e .env ]; then
    echo ".env exists and was left as it is"
    exit 0
fi
secret() { head --bytes=32 /dev/urandom | base64; }
umask 077
sed -e "s|^SECRET_KEY=\$|SECRET_KEY=$(secret)|" -e "s|^GRAFANA_PASSWORD=\$|GRAFANA_PASSWORD=$(secret)|" \
    .env.example >.env.new
mv .env.new .env
echo "Made .env with a SECRET_KEY of its own"
