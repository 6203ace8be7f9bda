"""Workbooks read in a child process: a parser that crashes or runs away never takes the window with it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final, Self

from typing_extensions import override

from smartstad_desktop.domain.lists import list_troubles
from smartstad_desktop.domain.lists.collecting import no_collecting
from smartstad_desktop.domain.progress import Cancelled
from smartstad_desktop.exchange.cells.reading import Cell
from smartstad_desktop.exchange.incoming import cell_marks, precheck
from smartstad_desktop.exchange.incoming.cell_marks import Marks, SheetMarks
from smartstad_desktop.exchange.incoming.precheck import Format
from smartstad_desktop.exchange.incoming.raw_sheet import RawSheet

#: The argument with which a packaged program starts itself as the reader; ``__main__`` looks for it.
CHILD_ARGUMENT: Final = "--read-workbook"
TIME_LIMIT_S: Final = 60.0
#: A process that has read more than this does not read another file: it may have little memory left of its limit.
_SMALL: Final = 1 << 20
_POLL_S: Final = 0.02


def never() -> bool:
    """Return that nobody has asked to stop."""
    return False


def read_workbook(
    content: bytes,
    password: str | None = None,
    is_cancelled: Callable[[], bool] = never,
    readers: Readers | None = None,
) -> tuple[Format, tuple[RawSheet, ...]]:
    """Return the format and the sheets of a workbook, after a look at whether it is safe to parse.

    *readers* are the processes to use where many files are read.
    """
    # The child starts while the file is looked at, and parses while the marks are looked for.
    with readers.one() if readers else _Child() as child:
        parts: dict[str, bytes] = {}
        try:
            kind: Format | None = precheck.examine(content, parts)
        except list_troubles.PasswordProtected:
            if password is None or content.startswith(b"PK"):
                raise
            kind = None
        child.send(content, password if kind in {None, Format.XLS} else None)
        # An old workbook is no zip: its records are gone through where its cells are.
        marks = cell_marks.marks_of(kind, parts) if kind and kind is not Format.XLS else None
        answer = child.answer(is_cancelled)
    if "trouble" in answer:
        raise list_troubles.by_code(str(answer["trouble"]))(limit=str(answer.get("limit", "")))
    if marks is None:
        kind, marks = Format(answer.get("format", Format.XLS)), cell_marks.from_json(answer["marks"])
    return kind or Format.XLSX, tuple(_sheet(each, each["rows"], marks) for each in answer["sheets"])


def _sheet(answer: dict[str, Any], rows: list[list[Cell]], marks: Marks) -> RawSheet:
    name = str(answer["name"])
    mark = marks.sheets.get(name, SheetMarks())
    return RawSheet(
        name=name,
        rows=rows,
        merges=tuple((int(a), int(b), int(c), int(d)) for a, b, c, d in answer["merges"]),
        is_visible=bool(answer["visible"]),
        is_1904=marks.is_1904,
        errors=mark.errors,
        hidden_rows=mark.hidden_rows,
        hidden_columns=mark.hidden_columns,
    )


def _told(lines: list[bytes]) -> dict[str, Any]:
    """Return what the child says: one line of what there is, then the rows, so many lines per sheet."""
    pieces = iter(lines[1:])
    answer: dict[str, Any] = json.loads(lines[0])
    for sheet in answer.get("sheets", ()):
        rows: list[list[Cell]] = []
        for _piece in range(int(sheet["rows"])):
            rows.extend(json.loads(next(pieces), object_hook=_revived, parse_constant=lambda _sign: ""))
        sheet["rows"] = rows
    return answer


def _revived(told: dict[str, Any]) -> Any:
    """Return the date that an object with the letter d stands for; other objects stay as they are."""
    written = told.get("d")
    return told if written is None else _date(str(written))


def _date(written: str) -> Cell:
    if len(written) > len("2026-01-01"):
        moment = datetime.fromisoformat(written)
        return moment if moment.hour or moment.minute else moment.date()
    return date.fromisoformat(written)


def _command() -> list[str]:
    is_python = Path(sys.executable).stem.lower().startswith("py")
    if getattr(sys, "frozen", False) or not is_python:
        return [sys.executable, CHILD_ARGUMENT]
    return [sys.executable, "-X", "utf8", "-m", "smartstad_desktop.exchange.incoming.workbook_child"]


def _environment() -> dict[str, str]:
    """Return the surroundings of the child, which must find the same program wherever this one was started."""
    here = str(Path(__file__).parents[3])
    return {**os.environ, "PYTHONPATH": os.pathsep.join((here, *filter(None, [os.environ.get("PYTHONPATH")])))}


class _Child:
    """The process that parses; it is gone when the block ends, whatever happened inside.

    It *is_fit* for another file while it has read nothing, or only what was small, open and sound.
    """

    def __init__(self) -> None:
        self.is_fit = True
        self._process = subprocess.Popen(  # noqa: S603  our own interpreter and module, no shell
            _command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            env=_environment(),
        )
        self._may_stay = False
        self._deadline = 0.0
        self._talk: _Talk | None = None

    def __enter__(self) -> Self:
        """Return the child."""
        return self

    def __exit__(self, *_error: object) -> None:
        """End the process if it still runs, and let its pipes go."""
        self._process.kill()
        if self._talk is not None:
            self._talk.join()
        self._talk = None
        # What it was not sent any more cannot be written out; the rest of the pipes is read and closed.
        with suppress(OSError):
            self._process.communicate()

    def send(self, content: bytes, password: str | None) -> None:
        """Hand over the file; the child begins at once."""
        asked = json.dumps({"password": password, "size": len(content)}).encode() + b"\n"
        self.is_fit = False
        self._may_stay = password is None and len(content) <= _SMALL
        self._deadline = time.monotonic() + TIME_LIMIT_S
        self._talk = _Talk(self._process, asked + content)
        self._talk.start()

    def answer(self, is_cancelled: Callable[[], bool]) -> dict[str, Any]:
        """Return what the child says, or raise what keeps it from saying anything."""
        talk = self._talk
        assert talk is not None  # noqa: S101  the file is sent before anybody waits for the answer
        while talk.is_alive():
            talk.join(_POLL_S)
            if is_cancelled():
                raise Cancelled
            if time.monotonic() > self._deadline:
                raise list_troubles.TooSlow(limit=f"{TIME_LIMIT_S:.0f}")
        if not talk.answer:
            # Only a runaway allocation ends the child without an answer: its errors are caught and told.
            raise list_troubles.TooMuchMemory(limit="1 GiB")
        with no_collecting():
            answer = _told(talk.answer)
        self.is_fit = self._may_stay and "trouble" not in answer
        return answer


class Readers:
    """Processes that read one small file after the other: to start one costs as much as to read ten short lists.

    Any thread may use it; all are gone when the block ends, or when they are told to rest.
    """

    def __init__(self) -> None:
        self._idle: list[_Child] = []

    def __enter__(self) -> Self:
        """Return these readers."""
        return self

    def __exit__(self, *_error: object) -> None:
        """End the processes."""
        self.rest()

    def rest(self) -> None:
        """End the processes that have nothing to read; new ones start when they are asked for."""
        for child in self._idle:
            with child:
                pass
        self._idle.clear()

    @contextmanager
    def one(self) -> Generator[_Child]:
        """Lend a process; one that met trouble, or read what is large or locked, is not used again."""
        try:
            child = self._idle.pop()
        except IndexError:
            child = _Child()
        try:
            yield child
        finally:
            if child.is_fit:
                self._idle.append(child)
            else:
                with child:
                    pass


class _Talk(threading.Thread):
    """Sends the workbook and collects the answer, so that the caller can watch clock and cancel."""

    def __init__(self, process: subprocess.Popen[bytes], content: bytes) -> None:
        super().__init__(daemon=True)
        self._process = process
        self._content = content
        self.answer: list[bytes] = []

    @override
    def run(self) -> None:
        """Talk until the child has answered or is killed."""
        # A pipe that is closed, or half an answer, is none.
        with suppress(OSError, ValueError):
            self.answer = self._talked()

    def _talked(self) -> list[bytes]:
        """Return the lines of the answer: the first tells how many follow."""
        into, out = self._process.stdin, self._process.stdout
        assert into is not None  # noqa: S101  both were asked for
        assert out is not None  # noqa: S101  as above
        into.write(self._content)
        into.flush()
        lines = [out.readline()]
        for _piece in range(sum(int(sheet["rows"]) for sheet in json.loads(lines[0]).get("sheets", ()))):
            lines.append(out.readline())
            if not lines[-1].endswith(b"\n"):
                return []
        return lines
