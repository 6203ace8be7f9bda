# Shared by run.sh and test.sh: what must be there before the program can start. Sourced, not run.
#
#   prepare LOCKFILE          system libraries, virtual environment, pinned dependencies, the project itself, its texts
#   prepare_python LOCKFILE   the same without the system libraries
#
# Everything is done only when needed, so a second start takes a moment.
# shellcheck shell=bash

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
VENV="$ROOT/.venv"
PATH="$PATH:/usr/sbin:/sbin"

# What Qt loads at start, as library=Debian package. The second line is for windows on X11.
QT_LIBRARIES=(
    libEGL.so.1=libegl1 libGL.so.1=libgl1 libxkbcommon.so.0=libxkbcommon0 libfontconfig.so.1=libfontconfig1
    libdbus-1.so.3=libdbus-1-3 libglib-2.0.so.0=libglib2.0-0
    libxcb-cursor.so.0=libxcb-cursor0 libxcb-icccm.so.4=libxcb-icccm4 libxcb-keysyms.so.1=libxcb-keysyms1
    libxcb-shape.so.0=libxcb-shape0 libxcb-xkb.so.1=libxcb-xkb1 libxkbcommon-x11.so.0=libxkbcommon-x11-0
)

say() { printf '== %s\n' "$*"; }

# The packages may be installed without asking anybody: root, or sudo that needs no password.
may_install() {
    command -v apt-get >/dev/null || return 1
    [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

# Install Debian packages, or say the exact command. Returns 1 when they are not there afterwards.
install_packages() {
    if ! may_install; then
        say "These system packages are missing. Please install them:"
        printf '     sudo apt-get install --no-install-recommends %s\n' "$*"
        return 1
    fi
    say "Installing system packages: $*"
    # A third-party source that cannot be reached must not stop us: Debian's own may have been updated all the same.
    [ -n "${LISTS_ARE_NEW:-}" ] || as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq || true
    LISTS_ARE_NEW=yes
    if ! as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null; then
        say "That did not work. The command was: apt-get install --no-install-recommends $*"
        return 1
    fi
}

# Everything the system lacks, in one go, so that a person without rights has one command to hand on.
ensure_system() {
    local known missing=() entry python
    known=$(ldconfig -p 2>/dev/null || true)
    for entry in "${QT_LIBRARIES[@]}"; do
        [[ "$known" == *"${entry%%=*} "* ]] || missing+=("${entry#*=}")
    done
    # Debian ships Python without ensurepip; it is in a package of its own.
    python=$(find_python) || return 1
    [ -x "$VENV/bin/python" ] || "$python" -c 'import ensurepip' 2>/dev/null \
        || missing+=("python$(version_of "$python")-venv")
    # Not fatal here: libraries may lie where ldconfig does not look. check_window has the last word.
    [ ${#missing[@]} = 0 ] || install_packages "${missing[@]}" || true
}

# The newest Python that is at least 3.11; the plain python3 first, because it is the one people expect.
find_python() {
    local name
    for name in python3 python3.14 python3.13 python3.12 python3.11; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
    say "Python 3.11 or later is needed:  sudo apt-get install python3" >&2
    return 1
}

version_of() { "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])'; }

make_environment() {
    local python version
    python=$(find_python) || return 1
    version=$(version_of "$python")
    if [ -x "$VENV/bin/python" ] && [ "$(version_of "$VENV/bin/python" 2>/dev/null)" = "$version" ] \
        && "$VENV/bin/python" -c 'import pip' 2>/dev/null; then
        return
    fi
    say "Making the virtual environment with Python $version"
    if "$python" -c 'import ensurepip' 2>/dev/null; then
        "$python" -m venv --clear "$VENV"
    elif "$python" -m pip --version >/dev/null 2>&1; then
        # No right to install packages, but a pip of the system: it fills an environment that has none.
        "$python" -m venv --clear --without-pip "$VENV"
        "$python" -m pip --python "$VENV/bin/python" install --quiet pip
    else
        say "For that Python needs a package more:  sudo apt-get install python$version-venv"
        return 1
    fi
}

# Install what the lock file names, unless exactly that was installed last time.
install_locked() {
    local lock=$1 wanted stamp="$VENV/.$1.installed"
    wanted=$(cat "$ROOT/$lock" "$ROOT/pyproject.toml" | sha256sum)
    [ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ] || return 0
    say "Installing the dependencies of $lock (the first time about 150 MB)"
    "$VENV/bin/python" -m pip install -qq --disable-pip-version-check --require-hashes -r "$ROOT/$lock"
    "$VENV/bin/python" -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e "$ROOT"
    printf '%s\n' "$wanted" >"$stamp"
}

# Qt can be loaded; if not, say which library it misses.
check_window() {
    QT_QPA_PLATFORM=offscreen "$VENV/bin/python" -c 'import PySide6.QtWidgets' || {
        say "Qt could not be loaded. The line above names the library that is missing."
        return 1
    }
}

prepare() {
    cd "$ROOT" || return 1
    ensure_system
    prepare_python "$1"
}

# What comes after the system's packages: nothing of it needs the right to install them.
prepare_python() {
    make_environment
    install_locked "$1"
    "$VENV/bin/python" "$ROOT/installers/build_texts.py"
    check_window
}
