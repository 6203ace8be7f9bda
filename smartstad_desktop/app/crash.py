"""The last chance: an error nobody expected is written to a report, told calmly, and the work goes on."""

from __future__ import annotations

import faulthandler
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import IO, Final

KEPT: Final = 20
#: Python writes here, without any code of ours, when the process itself breaks.
_FAULT: Final = "last-fault.txt"


class CrashReports:
    """Writes a report for every unexpected error and tells whoever listens."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._trace: IO[str] | None = None
        self.tell: Callable[[Path | None], None] | None = None
        #: What the last run left behind when it broke so hard that it could tell nothing; known after ``install``.
        self.earlier: Path | None = None
        #: What has been told: an error in painting comes back sixty times a second, and telling it paints again.
        self._seen: set[str] = set()

    def install(self) -> None:
        """Take unexpected errors from now on, also those of threads and those that end the process."""
        sys.excepthook = self.take
        threading.excepthook = lambda args: self.take(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self.earlier = self._keep_fault()
            self._trace = (self._folder / _FAULT).open("w", encoding="utf-8")
            faulthandler.enable(self._trace)
        except OSError:
            faulthandler.enable()

    def uninstall(self) -> None:
        """Let Python take unexpected errors again."""
        sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__
        if self._trace is not None:
            faulthandler.disable()
            self._trace.close()
            self._trace = None

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Write a report about *error* and tell, once; the program goes on. It may be called from any thread."""
        import traceback  # noqa: PLC0415  a start without errors does not need it

        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        sys.stderr.write(text)
        if text in self._seen:
            return
        self._seen.add(text)
        report = self._write(text)
        if self.tell is not None:
            self.tell(report)

    def _keep_fault(self) -> Path | None:
        """Make a report of what the last run left behind, before this run writes there."""
        try:
            left = (self._folder / _FAULT).read_text("utf-8", errors="replace")
        except OSError:
            return None
        return self._write(left) if left.strip() else None

    def _write(self, text: str) -> Path | None:
        import platform  # noqa: PLC0415  a start without errors does not need it
        from datetime import UTC, datetime  # noqa: PLC0415  as above

        now = datetime.now(UTC)
        path = self._folder / f"report-{now:%Y%m%d-%H%M%S-%f}.txt"
        head = f"SMARTstad {now.isoformat()}\n{platform.platform()} Python {platform.python_version()}\n\n"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path.write_text(head + text, "utf-8")
            for old in sorted(self._folder.glob("report-*.txt"))[:-KEPT]:
                old.unlink()
        except OSError:
            return None
        return path
