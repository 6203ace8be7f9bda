"""What a command answers: one document for machines, and lines for people."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path
from typing import Any, Final

DONE: Final = 0
FAILED: Final = 1
WRONG_USAGE: Final = 2
_WIDEST: Final = 60


class WrongUsage(Exception):
    """The words of the command line do not fit together; ``about`` names the argument, when one is known."""

    def __init__(self, about: str = "") -> None:
        super().__init__(about)
        self.about = about


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The outcome of a command; ``code`` is what the process ends with."""

    document: dict[str, Any]
    lines: Sequence[str] = field(default=())
    code: int = DONE


def speak_utf8() -> None:
    """Let both streams write every letter, also where the console's own encoding lacks some."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


def show(answer: Answer, *, as_json: bool) -> int:
    """Write *answer* and return the exit code."""
    told = [json.dumps(answer.document, ensure_ascii=False, indent=1, default=plain)] if as_json else answer.lines
    stream = sys.stdout if as_json or answer.code == DONE else sys.stderr
    try:
        for line in told:
            print(line, file=stream)
        stream.flush()
    except BrokenPipeError:
        # Whoever read has seen enough, as head does; Python would complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    return answer.code


def trouble(code: str, message: str, *, ends_with: int = FAILED, fields: Mapping[str, object] | None = None) -> Answer:
    """Return the answer that something could not be done."""
    document = {"error": {**(fields or {}), "code": code, "message": message}}
    return Answer(document=document, lines=(message,), code=ends_with)


def plain(value: object) -> object:
    """Return *value* as JSON knows it."""
    match value:
        case Path():
            return str(value)
        case date():
            return value.isoformat()
        case StrEnum():
            return value.value
        case tuple() | frozenset() | set():
            return list(value)  # pyright: ignore[reportUnknownVariableType]  whatever it holds is plain in its turn
        case _:
            return str(value)


def table(rows: Iterable[Sequence[object]]) -> list[str]:
    """Return lines with the cells of *rows* below each other; long cells are cut, numbers stand to the right."""
    cells = [[_cell(value) for value in row] for row in rows]
    if not cells:
        return []
    widths = [max(len(text) for text, _ in column) for column in zip(*cells, strict=True)]
    return [
        "  ".join(
            text.rjust(width) if is_number else text.ljust(width)
            for (text, is_number), width in zip(row, widths, strict=True)
        ).rstrip()
        for row in cells
    ]


def _cell(value: object) -> tuple[str, bool]:
    if value is None:
        return "–", False
    if isinstance(value, (list, tuple)):
        value = ", ".join(str(each) for each in value)  # pyright: ignore[reportUnknownVariableType]  only shown
    text = f"{value:g}" if isinstance(value, float) else str(value)
    return (text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"), isinstance(value, (int, float))
