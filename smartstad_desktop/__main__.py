"""Starts SMARTstad: the window, or a command without one."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the program with the words it was started with."""
    if sys.argv[1:] == ["--read-workbook"]:
        # A packaged program starts itself as the process that parses one untrusted workbook.
        from smartstad_desktop.exchange.incoming.workbook_child import main as read_workbook  # noqa: PLC0415  see below

        return read_workbook()
    # Imported here, so that the time to the first window counts nothing that is not needed for it.
    from smartstad_desktop.app.start import run  # noqa: PLC0415  see above

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
