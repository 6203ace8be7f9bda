"""The inventory, the decisions and the routines as files of the archive: workbook, separated values and PDF."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from sqlalchemy import Connection

from smartstad_desktop.domain.packages.files import PackageFile, numbered, safe_name
from smartstad_desktop.domain.values import Named, Period
from smartstad_desktop.exchange.cells.showing import Wording
from smartstad_desktop.exchange.documents.document import (
    Block,
    BulletList,
    Heading,
    KeyValues,
    Manner,
    Section,
    cell,
    paragraph,
)
from smartstad_desktop.exchange.outgoing import plain_workbook
from smartstad_desktop.exchange.outgoing.fixed_zip import as_fixed
from smartstad_desktop.exchange.outgoing.inventory_files import TITLE, WholeInventory, filled_inventory, write_inventory
from smartstad_desktop.exchange.outgoing.plain_workbook import PlainSheet
from smartstad_desktop.exchange.sheets.filled_sheet import FilledSheet, Row
from smartstad_desktop.exchange.sheets.sheet_kinds import FORMS
from smartstad_desktop.reads.governance.decisions import DecisionRow, DecisionsShown, decisions
from smartstad_desktop.reads.lists import importing as reads
from smartstad_desktop.reads.lists import sending
from smartstad_desktop.reads.testbeds.routines import RoutineSheet, routine_sheet, versions
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import Phrasebook
from smartstad_desktop.usecases.packages.concealing import Veil, veil
from smartstad_desktop.usecases.packages.pages import as_pdf, plain_document

#: Columns that are kept for those who work with the records.
_INTERNAL: Final = frozenset({"comment", "contact_email"})
#: Columns by which rows are told apart and found again.
_KEYS: Final = frozenset({"row_key", "number"})


def inventory_files(
    connection: Connection, phrases: Phrasebook, folder: str, programme: str, now: datetime
) -> tuple[list[PackageFile], int]:
    """Return the inventory as a workbook and as one table for each kind, and how many confidential rows it lacks."""
    known = reads.known(connection)
    wording = Wording(phrases=phrases, themes=reads.theme_names(connection, phrases.language.value))
    rows = [project.values for project in known.projects]
    hide = veil(connection)
    # Columns of their own that municipalities have sent along are not told: nobody has looked at what is in them.
    told: list[tuple[Row, dict[str, str]]] = [(_public(values, hide), {}) for values in rows if not _is_closed(values)]
    short = {town.id: town.short_name for town in known.names.municipalities}
    sheets = [filled_inventory(told, wording)]
    closed = len(rows) - len(told)
    for kind, found in sending.of_all(connection, short).items():
        open_rows = [_public(row, hide) for row in found if not _is_closed(row)]
        closed += len(found) - len(open_rows)
        if open_rows:
            sheets.append(FilledSheet(form=FORMS[kind], rows=open_rows, wording=wording))
    title = phrases.text(TITLE, programme=programme)
    whole = WholeInventory(title=title, filled=sheets[0], others=sheets[1:], values={})
    about = phrases.text("All projects, needs, examples and services")
    files = [PackageFile(f"{folder}/{phrases.text('Inventory of all')}.xlsx", _workbook(whole, now), about)]
    files += [
        PackageFile(
            f"{folder}/{sheet.name}.csv", plain_workbook.separated(_plain(sheet)), phrases.text("As text (UTF-8)")
        )
        for sheet in sheets
    ]
    return files, closed


def _workbook(whole: WholeInventory, now: datetime) -> bytes:
    with TemporaryDirectory(prefix="smartstad-") as folder:
        target = Path(folder) / "inventory.xlsx"
        write_inventory(target, whole)
        return as_fixed(target.read_bytes(), now)


def _is_closed(row: Row) -> bool:
    return "confidential" in row


def _public(row: Row, hide: Veil) -> Row:
    kept = {name: value for name, value in row.items() if name not in _INTERNAL}
    return {name: value if name in _KEYS else hide.value(value) for name, value in kept.items()}


def _plain(sheet: FilledSheet) -> PlainSheet:
    rows = tuple(tuple(None if shown is None else str(shown) for shown in row) for row in sheet.cells)
    return PlainSheet(sheet.name, sheet.headings, rows)


def decision_files(
    connection: Connection, phrases: Phrasebook, folder: str, programme: str, now: datetime
) -> list[PackageFile]:
    """Return the log of decisions as a document and as a table; nothing where none has been noted."""
    shown = decisions(connection, now.astimezone().date())
    if not shown.rows:
        return []
    name = phrases.text("Decision log")
    blocks: list[Block] = []
    hide = veil(connection)
    rows = [
        {heading: hide.text(text) for heading, text in _told(row, shown, phrases).items()}
        for row in reversed(shown.rows)
    ]
    for told in rows:
        title, *rest = told.values()
        pairs = tuple((heading, cell(text)) for heading, text in zip([*told][1:], rest, strict=True) if text)
        blocks += [Heading(title, 3), KeyValues(pairs)]
    document = plain_document(name, phrases, programme, now, (Section(Heading(name), tuple(blocks)),))
    table = PlainSheet(name, tuple(rows[0]), tuple(tuple(told.values()) for told in rows))
    return [
        PackageFile(f"{folder}/{name}.pdf", as_pdf(document), phrases.text("All decisions, the earliest first")),
        PackageFile(f"{folder}/{name}.csv", plain_workbook.separated(table), phrases.text("As text (UTF-8)")),
    ]


def _told(row: DecisionRow, shown: DecisionsShown, phrases: Phrasebook) -> dict[str, str]:
    body = shown.bodies.get(row.body or 0)
    amended = shown.decision(row.amends)
    given = (
        ", ".join(part for part in (each.text, each.receiver, label(each.state, phrases)) if part)
        for each in row.assignments
    )
    return {
        phrases.text("Name"): row.title,
        phrases.text("Body"): row.body_written or ("" if body is None else body.in_language(phrases.language)),
        phrases.text("Decided"): phrases.period(row.decided) if isinstance(row.decided, Period) else row.decided or "",
        phrases.text("Status"): label(row.state, phrases),
        phrases.text("Decision"): label(row.outcome, phrases) if row.outcome else "",
        phrases.text("Case number"): row.case_number,
        phrases.text("Paragraph"): row.paragraph,
        phrases.text("Clauses"): "\n".join(clause.text for clause in row.clauses),
        phrases.text("Dissent"): row.dissent,
        phrases.text("Changes the decision"): "" if amended is None else amended.title,
        phrases.text("Assignments"): "\n".join(given),
        phrases.text("Documents"): "\n".join(row.documents),
    }


def routine_files(
    connection: Connection, phrases: Phrasebook, folder: str, programme: str, now: datetime
) -> list[PackageFile]:
    """Return every version of every routine as a document."""
    taken: set[str] = set()
    files: list[PackageFile] = []
    for row in reversed(versions(connection)):
        sheet = routine_sheet(connection, row.id)
        if sheet is None:
            continue
        title = f"{row.name.in_language(phrases.language)} {row.version}"
        sections = (_routine(sheet, title, phrases),)
        name = numbered(f"{safe_name(title)}.pdf", taken)
        about = f"{title}, {label(row.state, phrases).lower()}"
        document = plain_document(title, phrases, programme, now, sections)
        files.append(PackageFile(f"{folder}/{name}", as_pdf(document), about))
    return files


def _routine(sheet: RoutineSheet, title: str, phrases: Phrasebook) -> Section:
    def said(name: Named) -> str:
        return name.in_language(phrases.language)

    row = sheet.row
    state = label(row.state, phrases)
    adopted = phrases.day(row.adopted_on) if row.adopted_on else ""
    blocks: list[Block] = [paragraph(", ".join(part for part in (state, adopted, row.note) if part), Manner.LEAD)]
    for number, stage in enumerate(sheet.text.stages, start=1):
        blocks.append(Heading(f"{number}. {said(stage.name)}", 2))
        facts = ((phrases.text("Responsible"), said(stage.responsible)), (phrases.text("Gate"), said(stage.gate)))
        pairs = tuple((name, cell(text)) for name, text in facts if text)
        if pairs:
            blocks.append(KeyValues(pairs))
        points = tuple(_points((said(point.name), said(point.evidence)) for point in stage.points))
        if points:
            blocks.append(BulletList(points))
    return Section(Heading(title), tuple(blocks))


def _points(points: Iterable[tuple[str, str]]) -> Iterable[str]:
    return (f"{name} ({wanted})" if wanted else name for name, wanted in points)
