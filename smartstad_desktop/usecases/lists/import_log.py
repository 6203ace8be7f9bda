"""What is left of an import: the file as it was received, and the rows that could not be taken."""

from __future__ import annotations

from pathlib import Path

from smartstad_desktop.domain.errors import RowGone
from smartstad_desktop.domain.lists.importing import Answer, Candidate, ListPlan, Verdict
from smartstad_desktop.domain.lists.lists import SheetKind
from smartstad_desktop.domain.personal.noticing import concealed
from smartstad_desktop.exchange import whole_file
from smartstad_desktop.exchange.outgoing.failed_rows import FailedRow, write_failed_rows
from smartstad_desktop.exchange.sheets.sheet_kinds import FORMS
from smartstad_desktop.reads.lists import import_log as reads
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import Phrasebook
from smartstad_desktop.usecases.workspace import Workspace

#: Fields that a list and a project call by other names.
_NAMES = {"theme": "themes", "sdg": "sdgs", "municipality": "municipality_id", "confidential": "is_confidential"}


def save_received(workspace: Workspace, sha256: str, target: Path) -> None:
    """Write a received file to *target*, byte for byte.

    Raises:
        RowGone: it is not kept.
        TargetInUse: another program has the old file open.
        FileUnwritable: the folder cannot be written to.
    """
    kept = workspace.read(reads.received, sha256)
    if kept is None:
        raise RowGone(kind="received_file", row_id=None)
    with whole_file.beside(target) as part:
        part.write_bytes(kept.content)


def failed_rows(plan: ListPlan, phrases: Phrasebook) -> tuple[FailedRow, ...]:
    """Return the rows of a list that need something from the municipality, with what it is in words."""
    return tuple(
        FailedRow(table=each.row.sheet, row=each.row.row, wrong=_wrong(each, phrases))
        for each in plan.candidates
        if each.row.row and not each.is_taken and _is_theirs_to_mend(each)
    )


def save_failed_rows(plan: ListPlan, target: Path, phrases: Phrasebook, password: str | None = None) -> int:
    """Write the rows that could not be taken to *target* and return how many they are.

    Raises:
        ListTrouble: the list as it was received cannot be read any more.
        TargetInUse: another program has the old file open.
        FileUnwritable: the folder cannot be written to.
    """
    rows = failed_rows(plan, phrases)
    write_failed_rows(target, plan.read, rows, phrases, password)
    return len(rows)


def _is_theirs_to_mend(candidate: Candidate) -> bool:
    if candidate.verdict is Verdict.ERROR:
        return True
    return candidate.verdict in {Verdict.CONFLICT, Verdict.DUPLICATE} and candidate.answer is not Answer.SKIP


def _wrong(candidate: Candidate, phrases: Phrasebook) -> str:
    """Return what is wrong with a row, one sentence per line."""
    kind = candidate.kind
    if candidate.verdict is Verdict.ERROR:
        return "\n".join(
            f"{_field(issue.field, kind, phrases)}: {_quoted(issue.value, phrases)}{label(issue.code, phrases)}."
            for issue in candidate.open_issues
        )
    if candidate.verdict is Verdict.CONFLICT:
        names = ", ".join(_field(cell.field, kind, phrases) for cell in candidate.conflicts if cell.is_asking)
        return phrases.text("{fields}: changed on both sides since the list went out. Which is right?", fields=names)
    if candidate.repeats is not None:
        return phrases.text("The same project stands on row {number} already.", number=candidate.repeats)
    title = candidate.twin.title if candidate.twin else ""
    return phrases.text("Much like the project “{title}”. Is it the same one?", title=title)


def _field(name: str, kind: SheetKind, phrases: Phrasebook) -> str:
    column = FORMS[kind].by_key.get(name)
    if kind is not SheetKind.PROJECTS and column is not None:
        return column.heading.in_language(phrases.language)
    return field_name(_NAMES.get(name, name), phrases)


def _quoted(text: str, phrases: Phrasebook) -> str:
    return phrases.text("“{text}”", text=concealed(text)) + " " if text else ""
