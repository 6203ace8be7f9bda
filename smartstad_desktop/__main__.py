"""Starts SMARTstad: the window, or a command without one."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the program with the words it was started with."""
    # Imported here, so that the time to the first window counts nothing that is not needed for it.
    from smartstad_desktop.app.cli import main as run  # noqa: PLC0415  see above

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
