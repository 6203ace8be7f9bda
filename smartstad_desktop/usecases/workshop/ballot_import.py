"""Ballots from a file: read, understood cell by cell, checked by the rules of the round, and cast all at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import isfinite
from pathlib import Path
from typing import Final

from smartstad_desktop.domain.errors import RowGone
from smartstad_desktop.domain.files import FileMissing
from smartstad_desktop.domain.values import Language, RoundId
from smartstad_desktop.domain.workshop.ballot_files import (
    BallotFileAxis,
    BallotFileCaster,
    BallotFileEmpty,
    BallotFileItem,
    BallotFileOther,
    BallotFileRule,
    BallotFileTwice,
    BallotFileUnlike,
    BallotFileValue,
)
from smartstad_desktop.domain.workshop.ballots import BallotTrouble, checked
from smartstad_desktop.domain.workshop.meeting import VOTING, RoundNotOpen, Whose
from smartstad_desktop.domain.workshop.voting import IN_COLUMNS, Channel, Mark, Method
from smartstad_desktop.exchange.outgoing.separated import read_rows
from smartstad_desktop.reads.workshop.rounds import RoundSheet, round_sheet
from smartstad_desktop.text.phrases import current, phrasebook
from smartstad_desktop.text.round_words import column_names
from smartstad_desktop.text.trouble import sentence
from smartstad_desktop.usecases.workshop.ballot_sheet import (
    AGAINST,
    BLANK,
    CONCERN,
    EQUAL,
    LEADING,
    NUMBER,
    Line,
    axes_of,
    casters_of,
    expected,
    lines_of,
    titles_of,
)
from smartstad_desktop.usecases.workshop.ballots import CastBallots, NewMark, WholeBallot
from smartstad_desktop.usecases.workspace import Workspace

_BOOKS: Final = tuple(phrasebook(language) for language in Language)


@dataclass(slots=True)
class _Ballot:
    """A column of the file as far as it has been read; ``lines`` says where each item was answered."""

    name: str
    whose: Whose
    marks: list[NewMark] = field(default_factory=list[NewMark])
    said: list[Mark] = field(default_factory=list[Mark])
    lines: dict[int, int] = field(default_factory=dict[int, int])
    is_blank: bool = False
    concern: str = ""


def import_ballots(workspace: Workspace, round_id: RoundId, path: Path) -> int:
    """Read the ballots of a file into a round, each instead of what its caster had; return how many there were.

    Raises:
        RoundNotOpen: the round is not in its silent phase.
        RuleError: a line cannot be taken; nothing has changed.
        FileTrouble: the file cannot be read.
    """
    sheet = workspace.read(round_sheet, round_id)
    if sheet is None:
        raise RowGone(kind="round", row_id=round_id)
    if sheet.phase not in VOTING:
        raise RoundNotOpen
    try:
        content = path.read_bytes()
    except OSError as error:
        raise FileMissing(path=str(path)) from error
    ballots = read_ballots(sheet, content, path.name)
    workspace.run(CastBallots(round=round_id, ballots=ballots, channel=Channel.CSV))
    return len(ballots)


def read_ballots(sheet: RoundSheet, content: bytes, name: str) -> tuple[WholeBallot, ...]:
    """Return the ballots that *content* holds.

    Raises:
        RuleError: a line cannot be taken.
        ListTrouble: it cannot be read as separated values at all.
    """
    rows = read_rows(content, name)
    if not rows or len(rows[0]) <= LEADING or not _is_heading(rows[0]):
        raise BallotFileUnlike(name=name)
    ballots = _columns(sheet, rows[0])
    known = {_place(line): line for line in lines_of(sheet)}
    met: set[object] = set()
    for number, row in enumerate(rows[1:], start=2):
        cells = [*row, *[""] * (LEADING + len(ballots) - len(row))]
        if not any(cells):
            continue
        if not cells[0]:
            _take_words(cells, ballots)
            continue
        line = _line(sheet, known, cells, number)
        if line.key in met:
            raise BallotFileTwice(line=number, what=cells[0])
        met.add(line.key)
        _take_answers(sheet, line, cells, ballots, number)
    filled = tuple(each for each in ballots if each is not None and (each.marks or each.is_blank))
    if not filled:
        raise BallotFileEmpty(name=name)
    for each in filled:
        _check(sheet, each)
    return tuple(_whole(each) for each in filled)


def _is_heading(row: Sequence[str]) -> bool:
    found = (row[0].casefold(), row[1].casefold())
    return any(found == (book.text(NUMBER).casefold(), book.text(AGAINST).casefold()) for book in _BOOKS)


def _columns(sheet: RoundSheet, heading: Sequence[str]) -> list[_Ballot | None]:
    """Return a ballot for each column; None where nobody is named."""
    known = {name.casefold(): whose for book in _BOOKS for name, whose in casters_of(sheet, book).items()}
    known |= {
        caster.mark.letters.casefold(): caster.whose for caster in sheet.casters if caster.mark and not caster.label
    }
    found: list[_Ballot | None] = []
    for name in heading[LEADING:]:
        whose = known.get(name.casefold()) or _sheet_number(sheet, name)
        if name and whose is None:
            names = ", ".join(casters_of(sheet, current()))
            raise BallotFileCaster(line=1, caster=name, known=names)
        if any(each is not None and each.whose == whose for each in found):
            raise BallotFileTwice(line=1, what=name)
        found.append(_Ballot(name, whose) if whose is not None else None)
    return found


def _sheet_number(sheet: RoundSheet, name: str) -> Whose | None:
    """Return the sheet that a number names in an anonymous round, also one beyond those that were printed."""
    digits = name.rpartition(" ")[2]
    is_numbered = bool(sheet.casters) and all(caster.whose.number is not None for caster in sheet.casters)
    return Whose(number=int(digits)) if is_numbered and digits.isdecimal() and int(digits) > 0 else None


def _place(line: Line) -> tuple[int, str, int | None]:
    return line.item.number, line.axis, None if line.other is None else line.other.number


def _line(sheet: RoundSheet, known: dict[tuple[int, str, int | None], Line], cells: Sequence[str], number: int) -> Line:
    """Return what a row is about.

    Raises:
        RuleError: the round asks nothing such.
    """
    item, other = _whole_number(cells[0]), _whole_number(cells[1])
    numbers = {line.item.number for line in known.values()} | {
        line.other.number for line in known.values() if line.other
    }
    for written, read in ((cells[0], item), (cells[1], other)):
        if written and (read is None or read not in numbers):
            raise BallotFileItem(line=number, number=written)
    axis = _axis(sheet, cells[2], number)
    line = known.get((item or 0, axis, other)) or known.get((other or 0, axis, item))
    if line is None:
        raise BallotFileItem(line=number, number=" – ".join(cell for cell in cells[:2] if cell))
    titles = titles_of(line, _BOOKS)
    if cells[3] and cells[3].casefold() not in {title.casefold() for title in titles}:
        raise BallotFileOther(line=number, number=cells[0], found=cells[3], title=line.item.title)
    return line


def _axis(sheet: RoundSheet, written: str, number: int) -> str:
    axes = sheet.rules.axes
    if axes == ("",) or sheet.method is Method.PAIRS:
        return ""
    named = {name.casefold(): axis for book in _BOOKS for axis, name in axes_of(sheet, book).items()}
    found = named.get(written.casefold()) or (written if written in axes else None)
    if found is None:
        raise BallotFileAxis(line=number, axis=written)
    return found


def _take_words(cells: Sequence[str], ballots: Sequence[_Ballot | None]) -> None:
    """Take the rows at the end: who abstains, and concerns."""
    title = cells[3].casefold()
    is_blank = any(title == book.text(BLANK).casefold() for book in _BOOKS)
    is_concern = any(title == book.text(CONCERN).casefold() for book in _BOOKS)
    for ballot, cell in zip(ballots, cells[LEADING:], strict=False):
        if ballot is not None and cell and is_blank:
            ballot.is_blank = True
        if ballot is not None and cell and is_concern:
            ballot.concern = cell


def _take_answers(
    sheet: RoundSheet, line: Line, cells: Sequence[str], ballots: Sequence[_Ballot | None], number: int
) -> None:
    for ballot, cell in zip(ballots, cells[LEADING:], strict=False):
        if ballot is None or cell in {"", "-", "–"}:
            continue
        value = _value(sheet, line, cell)
        if value is None:
            raise BallotFileValue(line=number, caster=ballot.name, value=cell, expected=expected(sheet, current()))
        other = None if line.other is None else line.other.id
        ballot.marks.append(NewMark(item=line.item.id, value=value, axis=line.axis, other=other))
        against = None if line.other is None else line.other.number
        ballot.said.append(Mark(item=line.item.number, value=value, axis=line.axis, other=against))
        ballot.lines.setdefault(line.item.number, number)


def _value(sheet: RoundSheet, line: Line, cell: str) -> float | None:
    """Return what a cell says; None when it is not understood."""
    if line.other is not None:
        if cell == EQUAL:
            return 0.5
        chosen = _whole_number(cell)
        return {line.item.number: 1.0, line.other.number: 0.0}.get(chosen or 0)
    if sheet.method in IN_COLUMNS:
        return _column(sheet, cell)
    try:
        value = float(cell.replace(",", ".").replace("\u00a0", "").replace(" ", ""))
    except ValueError:
        return None
    return value if isfinite(value) else None


def _column(sheet: RoundSheet, cell: str) -> float | None:
    for book in _BOOKS:
        names = [name.casefold() for name in column_names(sheet.method, sheet.columns, book)]
        if cell.casefold() in names:
            return float(names.index(cell.casefold()))
    number = _whole_number(cell)
    return None if number is None or not 1 <= number <= sheet.rules.columns else float(number - 1)


def _whole_number(text: str) -> int | None:
    plain = text.strip().removesuffix(".0").removesuffix(",0")
    return int(plain) if plain.isascii() and plain.isdecimal() else None


def _check(sheet: RoundSheet, ballot: _Ballot) -> None:
    """Let the rules of the round look at a ballot before anything is written.

    Raises:
        BallotFileRule: one of them refuses it.
    """
    municipality = next((each.municipality for each in sheet.casters if each.whose == ballot.whose), None)
    if ballot.is_blank:
        return
    try:
        checked(sheet.rules, ballot.said, municipality=municipality)
    except BallotTrouble as trouble:
        last = max(ballot.lines.values(), default=1)
        line = ballot.lines.get(int(str(trouble.parameters.get("item", 0))), last)
        raise BallotFileRule(line=line, caster=ballot.name, why=sentence(trouble)) from trouble


def _whole(ballot: _Ballot) -> WholeBallot:
    marks = () if ballot.is_blank else tuple(ballot.marks)
    return WholeBallot(whose=ballot.whose, marks=marks, is_blank=ballot.is_blank, concern=ballot.concern)
