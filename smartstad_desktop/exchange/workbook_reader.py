"""Workbooks read in a child process: a parser that crashes or runs away never takes the window with it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from typing_extensions import override

from smartstad_desktop.domain import list_troubles
from smartstad_desktop.domain.progress import Cancelled
from smartstad_desktop.exchange import cell_marks
from smartstad_desktop.exchange.precheck import Format
from smartstad_desktop.exchange.reading import Cell, ErrorCell

#: The argument with which a packaged program starts itself as the reader; ``__main__`` looks for it.
CHILD_ARGUMENT: Final = "--read-workbook"
TIME_LIMIT_S: Final = 60.0
_POLL_S: Final = 0.02

_TROUBLES: Final = {
    "password_protected": list_troubles.PasswordProtected,
    "too_large": list_troubles.TooLarge,
    "damaged": list_troubles.ListDamaged,
}

Area = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class RawSheet:
    """A sheet as it is: cells from A1 on, merged areas as first row, first column, last row, last column from 0."""

    name: str
    rows: list[list[Cell]]
    merges: tuple[Area, ...] = ()
    is_visible: bool = True
    is_1904: bool = False
    errors: dict[tuple[int, int], ErrorCell] = field(default_factory=dict[tuple[int, int], ErrorCell])


def never() -> bool:
    """Return that nobody has asked to stop."""
    return False


def read_sheets(content: bytes, kind: Format, is_cancelled: Callable[[], bool] = never) -> tuple[RawSheet, ...]:
    """Return the sheets of a workbook that has passed the pre-check."""
    answer = _ask_child(content, is_cancelled)
    if "trouble" in answer:
        trouble = _TROUBLES.get(str(answer["trouble"]), list_troubles.ListDamaged)
        raise trouble(limit=str(answer.get("limit", "")))
    marks = cell_marks.of(content) if kind in {Format.XLSX, Format.XLSM} else cell_marks.Marks()
    return tuple(_sheet(each, marks) for each in answer["sheets"])


def _sheet(answer: dict[str, Any], marks: cell_marks.Marks) -> RawSheet:
    name = str(answer["name"])
    return RawSheet(
        name=name,
        rows=[[_value(cell) if type(cell) is list else cell for cell in row] for row in answer["rows"]],
        merges=tuple((int(a), int(b), int(c), int(d)) for a, b, c, d in answer["merges"]),
        is_visible=bool(answer["visible"]),
        is_1904=marks.is_1904,
        errors=marks.errors.get(name, {}),
    )


def _value(cell: list[Any]) -> Cell:
    """Return the date that stands behind the letter d."""
    written = str(cell[1])
    if len(written) > len("2026-01-01"):
        moment = datetime.fromisoformat(written)
        return moment if moment.hour or moment.minute else moment.date()
    return date.fromisoformat(written)


def _command() -> list[str]:
    is_python = Path(sys.executable).stem.lower().startswith("py")
    if getattr(sys, "frozen", False) or not is_python:
        return [sys.executable, CHILD_ARGUMENT]
    return [sys.executable, "-X", "utf8", "-m", "smartstad_desktop.exchange.workbook_child"]


def _environment() -> dict[str, str]:
    """Return the surroundings of the child, which must find the same program wherever this one was started."""
    here = str(Path(__file__).parents[2])
    return {**os.environ, "PYTHONPATH": os.pathsep.join((here, *filter(None, [os.environ.get("PYTHONPATH")])))}


def _ask_child(content: bytes, is_cancelled: Callable[[], bool]) -> dict[str, Any]:
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    with subprocess.Popen(  # noqa: S603  our own interpreter and module, no shell
        _command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=flags,
        env=_environment(),
    ) as child:
        talk = _Talk(child, content)
        talk.start()
        deadline = time.monotonic() + TIME_LIMIT_S
        while talk.is_alive():
            talk.join(_POLL_S)
            if is_cancelled() or time.monotonic() > deadline:
                child.kill()
                talk.join()
                raise Cancelled if is_cancelled() else list_troubles.TooLarge(limit="60 s")
    if child.returncode or not talk.answer:
        # Only a runaway allocation ends the child without an answer: its errors are caught and told.
        raise list_troubles.TooLarge(limit="1 GiB")
    return json.loads(talk.answer)


class _Talk(threading.Thread):
    """Sends the workbook and collects the answer, so that the caller can watch clock and cancel."""

    def __init__(self, child: subprocess.Popen[bytes], content: bytes) -> None:
        super().__init__(daemon=True)
        self._child = child
        self._content = content
        self.answer = b""

    @override
    def run(self) -> None:
        """Talk until the child is done or killed."""
        try:
            self.answer = self._child.communicate(self._content)[0]
        except (OSError, ValueError):
            self.answer = b""
