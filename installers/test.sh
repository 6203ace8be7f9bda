#!/usr/bin/env bash
# Installs what is missing and runs every check: format, lint, types, layers, tests. Ends with 0 only if all passed.
#
#   ./installers/test.sh              everything
#   ./installers/test.sh ARGUMENTS    only pytest, with these arguments
set -euo pipefail
# shellcheck source=installers/setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

cd "$ROOT"
ensure_system
# Independent readers of what the program makes. Tests that need one say so when it is not there. They come while
# Python's packages do: both wait for the network most of the time.
readers=()
command -v qpdf >/dev/null || readers+=(qpdf)
command -v pdftotext >/dev/null || readers+=(poppler-utils)
command -v soffice >/dev/null || readers+=(libreoffice-calc)
[ ${#readers[@]} = 0 ] || install_packages "${readers[@]}" &
prepare_python requirements-dev.lock
wait

export QT_QPA_PLATFORM=offscreen
# Dozens of tests start the program as a process of its own: each would compile all of it again.
unset PYTHONDONTWRITEBYTECODE
export PATH="$VENV/bin:$PATH"

if [ $# -gt 0 ]; then
    exec pytest "$@"
fi

failed=()
check() {
    local name=$1 started=$SECONDS
    shift
    say "$name"
    if "$@"; then
        say "$name: passed ($((SECONDS - started)) s)"
    else
        say "$name: FAILED"
        failed+=("$name")
    fi
}

# The types take one core for a minute or two; tests wait now and then, so both together are faster than in turn.
told=$(mktemp)
trap 'rm -f "$told"' EXIT
basedpyright >"$told" 2>&1 &
types=$!
of_types() {
    wait "$types" && passed=0 || passed=$?
    cat "$told"
    return "$passed"
}

check "Format" ruff format --check --quiet .
check "Lint" ruff check --quiet .
check "Layers" lint-imports --no-cache
check "Tests" pytest -n 2 -q
check "Types" of_types

if [ ${#failed[@]} -gt 0 ]; then
    say "FAILED: ${failed[*]}"
    exit 1
fi
say "All checks passed."
