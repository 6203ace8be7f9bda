"""What is said of one file of an import: how far it is, what was found in it, and what is to be done."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from smartstad_desktop.domain.lists.importing import ListPlan
from smartstad_desktop.domain.lists.list_columns import ReadColumn
from smartstad_desktop.domain.lists.list_troubles import LockUnknown, PasswordProtected
from smartstad_desktop.domain.lists.lists import ReadList, ReadSheet, SheetKind
from smartstad_desktop.reads.lists.importing import KnownMunicipality
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.text.trouble import sentence
from smartstad_desktop.ui.importing.arrivals import Arrival, Stage


class FileState(StrEnum):
    """What a file needs."""

    WAITING = "waiting"
    READING = "reading"
    READY = "ready"
    ASKING = "asking"
    LOCKED = "locked"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFace:
    """One file of the import; *step* moves its bar while it is read."""

    name: str
    lines: str
    state: FileState
    town: KnownMunicipality | None = None
    step: int = 0

    @property
    def is_bad(self) -> bool:
        """Return whether nothing can be taken from it."""
        return self.state in {FileState.FAILED, FileState.LOCKED}

    def spoken(self) -> str:
        """Return the file in one sentence, for a screen reader."""
        return f"{self.name}, {self.lines}"


def arriving(arrival: Arrival) -> FileFace:
    """Return the face of a file that is not read yet."""
    if arrival.stage is Stage.WAITING:
        return FileFace(name=arrival.name, lines=_("waiting"), state=FileState.WAITING)
    seconds = arrival.seconds
    lines = _("reading") if seconds < _TOLD_SECONDS else _("reading · {seconds} s", seconds=seconds)
    return FileFace(name=arrival.name, lines=lines, state=FileState.READING, step=arrival.ticks)


#: A reading that takes longer than this tells for how long.
_TOLD_SECONDS = 2


def arrived(plan: ListPlan, town: KnownMunicipality | None) -> FileFace:
    """Return the face of a file that has been read."""
    read = plan.read
    if read.trouble is not None:
        is_locked = isinstance(read.trouble, PasswordProtected) and not isinstance(read.trouble, LockUnknown)
        state = FileState.LOCKED if is_locked else FileState.FAILED
        return FileFace(name=read.name, lines=file_trouble(read), state=state, town=town)
    rows = sum(bool(each.row.row) for each in plan.candidates)
    parts = [ngettext("{count} row", "{count} rows", rows)]
    header = read.sheets[0].header_row if read.sheets else 1
    if header > 1:
        parts.append(_("headings on row {number}", number=header))
    open_questions = question_words(plan)
    parts += open_questions or [_("ready")]
    state = FileState.ASKING if open_questions else FileState.READY
    return FileFace(name=read.name, lines=" · ".join(parts), state=state, town=town)


def question_words(plan: ListPlan) -> list[str]:
    """Return what a person has to say about a list, in few words."""
    told: list[str] = []
    if plan.needs_municipality:
        told.append(_("whose list?"))
    doubtful = len(asking_columns(plan.read))
    if doubtful:
        told.append(ngettext("{count} column unclear", "{count} columns unclear", doubtful))
    if plan.asking and not plan.needs_municipality:
        told.append(ngettext("{count} to decide", "{count} to decide", len(plan.asking)))
    return told


def asking_columns(read: ReadList) -> tuple[ReadColumn, ...]:
    """Return the columns of which somebody should say what they mean."""
    return tuple(column for sheet in read.sheets for column in sheet.asking)


def file_trouble(read: ReadList) -> str:
    """Return why a list cannot be read."""
    if read.trouble is None:
        return ""
    # The name stands above the sentence already; inside a sentence it is said all the same.
    told = sentence(type(read.trouble)(**{**read.trouble.parameters, "name": _("The file")}))
    return told if told.startswith(_("The file")) else sentence(read.trouble)


def place_words(read: ReadList) -> str:
    """Return where in a file the rows stand."""
    told = [_sheet_words(sheet) for sheet in read.sheets]
    count = len(read.sheets[0].columns) if read.sheets else 0
    known = ngettext("{count} column understood", "{count} columns understood", count)
    is_workbook = read.format != "csv"
    sheets = _("sheet {name}", name=", ".join(told)) if is_workbook else ""
    return " · ".join(part for part in (sheets, known, *hidden_words(read)) if part)


def hidden_words(read: ReadList) -> list[str]:
    """Return what of a file cannot be seen in a spreadsheet: rows that were read, and sheets that were not."""
    rows = sum(len(sheet.hidden_rows) for sheet in read.sheets)
    told = [ngettext("{count} hidden row is read too", "{count} hidden rows are read too", rows)] if rows else []
    if read.hidden_sheets:
        told.append(_("not read, because it is hidden: {names}", names=", ".join(read.hidden_sheets)))
    return told


def _sheet_words(sheet: ReadSheet) -> str:
    if sheet.kind is SheetKind.PROJECTS:
        return sheet.label
    return f"{sheet.label} ({len(sheet.rows)})"
