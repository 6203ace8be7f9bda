#!/usr/bin/env bash
# Starts SMARTstad from a source checkout and installs first what is missing.
#
#   ./installers/run.sh              the demonstration region, in a window; without a display as files in out/demo
#   ./installers/run.sh ARGUMENTS    the program with these arguments, for example a workspace file
set -euo pipefail
# shellcheck source=installers/setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

caller=$PWD
prepare requirements.lock
smartstad=("$VENV/bin/python" -m smartstad_desktop)

if [ $# -gt 0 ]; then
    cd "$caller"
    exec "$VENV/bin/smartstad" "$@"
fi

if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    say "There is no display: making the demonstration as files."
    exec "${smartstad[@]}" demo out/demo
fi

workspace=out/demonstration.smartstad
mkdir -p out
[ -e "$workspace" ] || "${smartstad[@]}" new "$workspace" --template demo
exec "${smartstad[@]}" "$workspace"
