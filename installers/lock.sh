#!/usr/bin/env bash
# Writes requirements.lock (the program) and requirements-dev.lock (the program and its tests): every version with the
# hashes of all its files, for Python 3.11 and later on Linux, Windows and macOS. Run it after changing a dependency.
# With --upgrade it takes the newest versions that pyproject.toml allows; without, only what must change.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
python3 -m venv "$tools"
"$tools/bin/pip" install --quiet 'uv>=0.13,<0.14'

lock() {
    "$tools/bin/uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
        --custom-compile-command ./installers/lock.sh pyproject.toml "$@"
}

lock --extra build --extra signing --output-file requirements.lock "$@"
# The tests run with exactly what the program runs with.
lock --extra build --extra signing --extra dev --constraint requirements.lock --output-file requirements-dev.lock "$@"
