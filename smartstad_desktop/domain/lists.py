"""What was read from a list somebody sent: rows with meaning, and everything that needs a second look."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from typing_extensions import override

from smartstad_desktop.domain.errors import FileTrouble
from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.values import Period

#: A value of one field after reading: money is whole kronor (int), several values are a tuple.
Value: TypeAlias = "str | int | bool | Period | Status | tuple[str, ...]"


class ListTrouble(FileTrouble):
    """A list cannot be read; nothing has been taken from it. Parameters: ``name``."""

    code = "list_unreadable"

    @property
    def public_code(self) -> str:
        """Return the identifier that ``inspect --json`` gives."""
        return self.code


class ListGone(ListTrouble):
    """The file is not there, or cannot be opened."""

    code = "list_gone"


class PasswordProtected(ListTrouble):
    """The workbook is locked with a password."""

    code = "password_protected"


class NotAWorkbook(ListTrouble):
    """The file is something else than a list."""

    code = "not_a_workbook"


class ListDamaged(ListTrouble):
    """The workbook is cut off, or parts of it are broken or forbidden."""

    code = "list_damaged"

    @property
    @override
    def public_code(self) -> str:
        """Return the identifier that ``inspect --json`` gives; inside, a damaged workspace has that name."""
        return "damaged"


class TooLarge(ListTrouble):
    """The workbook is past a limit. Parameters: ``limit``, a figure with its unit."""

    code = "too_large"


class UnsupportedFormat(ListTrouble):
    """A known kind of file that holds no rows we can read, such as a PDF."""

    code = "unsupported_format"


class NoTableFound(ListTrouble):
    """The workbook can be read, but no sheet has a table of projects."""

    code = "no_table_found"


class Why(StrEnum):
    """Why a row of the sheet is not a record."""

    TOTAL = "total"
    NOTE = "note"
    SECTION = "section"
    HEADER = "header"
    EMPTY = "empty"


class IssueCode(StrEnum):
    """What is doubtful about a cell."""

    MONEY_UNREADABLE = "money_unreadable"
    MONEY_CURRENCY = "money_currency"
    MONEY_NEGATIVE = "money_negative"
    MONEY_UNIT = "money_unit"
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
    ERROR_CELL = "error_cell"
    FORMULA_EMPTY = "formula_not_calculated"
    PERSONAL_NUMBER = "personal_number"
    COLUMN_GUESSED = "column_guessed"


#: Issues that must be answered before the row can be taken as it is.
BLOCKING = frozenset(
    {
        IssueCode.MONEY_UNREADABLE,
        IssueCode.MONEY_CURRENCY,
        IssueCode.MONEY_NEGATIVE,
        IssueCode.MONEY_UNIT,
        IssueCode.DATE_UNREADABLE,
        IssueCode.END_BEFORE_START,
        IssueCode.STATUS_UNKNOWN,
        IssueCode.MUNICIPALITY_UNKNOWN,
        IssueCode.TITLE_MISSING,
        IssueCode.TITLE_TOO_LONG,
        IssueCode.LESSON_MISSING,
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
        """Return whether the row waits for an answer."""
        return self.code in BLOCKING


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnFound:
    """A column of the sheet that we understand; *others* are columns it may mean as well."""

    key: str
    heading: str
    letter: str
    confidence: float
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row that is no record."""

    row: int
    why: Why


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRow:
    """One record: the row number a person sees, the values by field, and columns we do not know by heading.

    ``sheet`` is the name of its sheet; ``issues`` are those of this row.
    """

    sheet: str
    row: int
    values: dict[str, Value]
    extra: dict[str, str] = field(default_factory=dict[str, str])
    issues: tuple[CellIssue, ...] = ()

    @property
    def title(self) -> str:
        """Return the name of the project, or nothing."""
        title = self.values.get("title", "")
        return title if isinstance(title, str) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSheet:
    """One sheet with projects."""

    name: str
    header_row: int
    columns: tuple[ColumnFound, ...]
    unmapped: tuple[str, ...]
    skipped: tuple[SkippedRow, ...]
    rows: tuple[ReadRow, ...]
    kind: str = "projects"

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
    municipality: str = ""
    trouble: ListTrouble | None = None
    stamp: dict[str, str] = field(default_factory=dict[str, str])
    received: bytes = field(default=b"", repr=False)
    sha256: str = ""
    is_pasted: bool = False

    @property
    def rows(self) -> tuple[ReadRow, ...]:
        """Return the records of all sheets."""
        return tuple(row for sheet in self.sheets for row in sheet.rows)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words a programme uses: theme key and municipality key with the names that mean it."""

    themes: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    municipalities: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
