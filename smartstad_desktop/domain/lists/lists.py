"""What was read from a list somebody sent: rows with meaning, and everything that needs a second look."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.lists.list_columns import ColumnChoice, ReadColumn
from smartstad_desktop.domain.lists.list_troubles import ListTrouble
from smartstad_desktop.domain.values import Period

#: A value of one field after reading: money is whole kronor (int), several values are a tuple.
Value: TypeAlias = "str | int | bool | Period | Status | tuple[str, ...]"


class Why(StrEnum):
    """Why a row of the sheet is not a record."""

    TOTAL = "total"
    NOTE = "note"
    SECTION = "section"
    HEADER = "header"
    EMPTY = "empty"
    TABLE = "table"


class SheetKind(StrEnum):
    """What the rows of a sheet are."""

    PROJECTS = "projects"
    NEEDS = "needs"
    SERVICES = "services"
    EXAMPLES = "examples"
    COMMITMENTS = "commitments"


class IssueCode(StrEnum):
    """What is doubtful about a cell."""

    MONEY_UNREADABLE = "money_unreadable"
    MONEY_CURRENCY = "money_currency"
    MONEY_NEGATIVE = "money_negative"
    MONEY_UNIT = "money_unit"
    NUMBER_UNREADABLE = "number_unreadable"
    DATE_UNREADABLE = "date_unreadable"
    DATE_YEAR_ASSUMED = "date_year_assumed"
    END_BEFORE_START = "end_before_start"
    STATUS_UNKNOWN = "status_unknown"
    THEME_UNKNOWN = "theme_unknown"
    MUNICIPALITY_UNKNOWN = "municipality_unknown"
    MUNICIPALITY_SPELLING = "municipality_spelling"
    CHOICE_UNKNOWN = "choice_unknown"
    TITLE_MISSING = "title_missing"
    TITLE_TOO_LONG = "title_too_long"
    LESSON_MISSING = "lesson_missing"
    MEASURE_UNKNOWN = "measure_unknown"
    NEED_UNKNOWN = "need_unknown"
    ERROR_CELL = "error_cell"
    FORMULA_EMPTY = "formula_not_calculated"
    PERSONAL_NUMBER = "personal_number"
    PRIVATE_EMAIL = "private_email"
    PHONE_NUMBER = "phone_number"
    HIDDEN_NUMBER = "hidden_number"
    COLUMN_GUESSED = "column_guessed"


#: Issues that must be answered before the row can be taken as it is.
BLOCKING = frozenset(
    {
        IssueCode.MONEY_UNREADABLE,
        IssueCode.MONEY_CURRENCY,
        IssueCode.MONEY_NEGATIVE,
        IssueCode.MONEY_UNIT,
        IssueCode.NUMBER_UNREADABLE,
        IssueCode.DATE_UNREADABLE,
        IssueCode.END_BEFORE_START,
        IssueCode.STATUS_UNKNOWN,
        IssueCode.MUNICIPALITY_UNKNOWN,
        IssueCode.TITLE_MISSING,
        IssueCode.TITLE_TOO_LONG,
        IssueCode.LESSON_MISSING,
        IssueCode.MEASURE_UNKNOWN,
        IssueCode.ERROR_CELL,
        IssueCode.FORMULA_EMPTY,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CellIssue:
    """One doubtful cell, where a person finds it in the sheet, and what we would write there."""

    row: int
    column: str
    field: str
    code: IssueCode
    value: str
    suggestion: Value | None = None

    @property
    def is_blocking(self) -> bool:
        """Return whether the row waits for an answer; a cell that is none of our fields never asks."""
        return self.code in BLOCKING and bool(self.field)


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnFound:
    """A column of the sheet that we understand; *others* are columns it may mean as well."""

    key: str
    heading: str
    letter: str
    confidence: float
    others: tuple[str, ...] = ()


#: What the stamp of a workbook says of one that holds what all municipalities have.
HOLDS, INVENTORY = "holds", "inventory"


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row that is no record."""

    row: int
    why: Why


@dataclass(slots=True, kw_only=True)
class ReadRow:
    """One record: the row number a person sees, the values by field, and columns we do not know by heading.

    Nobody changes one. It is not frozen, as ``importing.Candidate`` is not: that would make each take four times as
    long to make, and there are ten thousand.

    ``sheet`` is the label of its table (``ReadSheet.label``); ``issues`` are those of this row; ``cleared`` holds the
    fields that have a column but no content here; ``is_hidden`` says that the row is hidden in the sheet.
    """

    sheet: str
    row: int
    values: dict[str, Value]
    extra: dict[str, str] = field(default_factory=dict[str, str])
    issues: tuple[CellIssue, ...] = ()
    cleared: frozenset[str] = frozenset()
    is_hidden: bool = False

    @property
    def title(self) -> str:
        """Return the name of the project, the need or the service, or nothing."""
        values = self.values
        title = values.get("title") or values.get("need") or values.get("name", "")
        return title if isinstance(title, str) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSheet:
    """One table: a sheet, or a part of it where a sheet holds several tables.

    ``columns`` are those taken for a field, ``seen`` all that have a heading, with what else they may mean;
    ``place`` is the range of cells, ``part`` which of the sheet's ``parts`` tables it is, from 1.
    """

    name: str
    header_row: int
    columns: tuple[ColumnFound, ...]
    unmapped: tuple[str, ...]
    skipped: tuple[SkippedRow, ...]
    rows: tuple[ReadRow, ...]
    kind: SheetKind = SheetKind.PROJECTS
    seen: tuple[ReadColumn, ...] = ()
    place: str = ""
    part: int = 1
    parts: int = 1
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """Return the name of the sheet, with the range of cells where it holds several tables."""
        return f"{self.name} {self.place}" if self.parts > 1 else self.name

    @property
    def asking(self) -> tuple[ReadColumn, ...]:
        """Return the columns of which a person should say once what they mean."""
        return tuple(column for column in self.seen if column.is_asking)

    @property
    def issues(self) -> tuple[CellIssue, ...]:
        """Return what is doubtful in the sheet, from the top."""
        return tuple(issue for row in self.rows for issue in row.issues)


@dataclass(frozen=True, slots=True)
class Pasted:
    """A table that was copied as text, and the name it goes by; it is read where a file could be."""

    name: str
    text: str

    @property
    def stem(self) -> str:
        """Return the name, which has no ending."""
        return self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadList:
    """One file, or text that was pasted, as it was received and what we see in it."""

    name: str
    format: str
    sheets: tuple[ReadSheet, ...] = ()
    other_sheets: tuple[str, ...] = ()
    hidden_sheets: tuple[str, ...] = ()
    municipality: str = ""
    trouble: ListTrouble | None = None
    stamp: dict[str, str] = field(default_factory=dict[str, str])
    received: bytes = field(default=b"", repr=False)
    sha256: str = ""
    is_pasted: bool = False

    @property
    def rows(self) -> tuple[ReadRow, ...]:
        """Return the projects of all sheets."""
        return self.rows_of(SheetKind.PROJECTS)

    def rows_of(self, kind: SheetKind) -> tuple[ReadRow, ...]:
        """Return the records of one kind, of all sheets."""
        return tuple(row for sheet in self.sheets if sheet.kind is kind for row in sheet.rows)


def remembered(read: ReadList, choices: Iterable[ColumnChoice]) -> dict[tuple[str, str], str]:
    """Return what to remember of *choices* for the next list: kind of sheet and heading, and what it means."""
    said = {(choice.sheet, choice.letter): choice.means for choice in choices}
    return {
        (sheet.kind.value, column.heading_key): said[sheet.label, column.letter]
        for sheet in read.sheets
        for column in sheet.seen
        if column.heading_key and (sheet.label, column.letter) in said
    }


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words a programme uses: theme key and municipality key with the names that mean it."""

    themes: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    municipalities: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
