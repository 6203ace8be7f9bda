"""Commands about lists: inspect, import, export."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from smartstad_desktop.app.cli_answer import DONE, FAILED, Answer, WrongUsage
from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.lists.importing import Candidate, ImportPlan, ListPlan, MunicipalityUnclear
from smartstad_desktop.domain.lists.lists import ReadList, ReadSheet, SheetKind
from smartstad_desktop.domain.values import Language
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current, ngettext, phrasebook
from smartstad_desktop.text.trouble import sentence

if TYPE_CHECKING:
    from smartstad_desktop.usecases.lists.exporting import Exported
    from smartstad_desktop.usecases.workspace import Workspace


#: Endings of what can be written.
_WORKBOOK: Final = (".xlsx",)
_INVENTORY: Final = (".xlsx", ".csv", ".json")


def inspect(arguments: Namespace) -> Answer:
    """Say what the importer sees in each list; one that cannot be read does not stop the others."""
    from smartstad_desktop.exchange.incoming.inspection import as_json  # noqa: PLC0415  help must not wait for it
    from smartstad_desktop.exchange.incoming.many_lists import read_all  # noqa: PLC0415  help must not wait for it

    found = read_all([Path(name) for name in arguments.lists])
    messages = {each.name: sentence(each.trouble) for each in found if each.trouble}
    lines = [line for each in found for line in _seen(each)]
    is_nothing = all(each.trouble for each in found)
    return Answer(document=as_json(found, messages), lines=lines, code=FAILED if is_nothing else DONE)


def _seen(read: ReadList) -> list[str]:
    if read.trouble:
        return [sentence(read.trouble)]
    return [
        f"{read.name}, {sheet.name}: "
        + _records(sheet)
        + ", "
        + ngettext("{count} cell to look at", "{count} cells to look at", len(sheet.issues))
        for sheet in read.sheets
    ]


def _records(sheet: ReadSheet) -> str:
    count = len(sheet.rows)
    if sheet.kind is SheetKind.PROJECTS:
        return ngettext("{count} project", "{count} projects", count)
    return ngettext("{count} row", "{count} rows", count)


def import_lists(arguments: Namespace) -> Answer:
    """Import what needs no answer, and report the rest.

    Raises:
        WrongUsage: the rows that were not taken are to be written to something else than a workbook.
    """
    if arguments.failed and Path(arguments.failed).suffix.casefold() not in _WORKBOOK:
        raise WrongUsage(arguments.failed)
    from smartstad_desktop.app.cli_workspace import opened  # noqa: PLC0415  brings SQLAlchemy
    from smartstad_desktop.usecases.lists.import_report import import_report  # noqa: PLC0415  beside what follows
    from smartstad_desktop.usecases.lists.importing import plan_import, run_import  # noqa: PLC0415  brings SQLAlchemy

    with opened(arguments.file) as workspace:
        plan = plan_import(workspace, [Path(name) for name in arguments.lists], arguments.municipality)
        if arguments.accept == "theirs":
            plan = plan.with_theirs()
        step = run_import(workspace, plan).step if plan.taken_count else None
        failed = _send_back(workspace, plan, Path(arguments.failed)) if arguments.failed else {}
    document: dict[str, Any] = import_report(plan, current()) | {"step": step}
    lines = [line for each in plan.lists for line in _brought(each)]
    if arguments.failed:
        document["failed"] = [{"path": str(path), "rows": rows} for path, rows in failed.items()]
        lines += [
            ngettext("{path}: {count} row", "{path}: {count} rows", rows, path=path) for path, rows in failed.items()
        ]
    refused = _refusal(plan)
    if refused is None:
        return Answer(document=document, lines=lines)
    document["error"] = {**refused.parameters, "code": refused.code, "message": sentence(refused)}
    return Answer(document=document, lines=lines, code=FAILED)


def _send_back(workspace: Workspace, plan: ImportPlan, target: Path) -> dict[Path, int]:
    """Write the rows of each list that were not taken, in its municipality's language; return the files with counts."""
    from smartstad_desktop.usecases.lists.exporting import own_language  # noqa: PLC0415  brings openpyxl
    from smartstad_desktop.usecases.lists.import_log import failed_rows, save_failed_rows  # noqa: PLC0415  the same

    wanted = [each for each in plan.lists if failed_rows(each, current())]
    made: dict[Path, int] = {}
    for each in wanted:
        # One list has the name that was given, each of several its own behind it.
        path = target if len(wanted) == 1 else target.with_stem(f"{target.stem} {Path(each.read.name).stem}")
        town = each.municipality
        phrases = current() if town is None else phrasebook(workspace.read(own_language, town))
        made[path] = save_failed_rows(each, path, phrases)
    return made


def _refusal(plan: ImportPlan) -> DomainError | None:
    """Return why nothing at all could be done with the lists, or None."""
    if plan.taken_count:
        return None
    refusals: list[DomainError | None] = [
        each.read.trouble or (MunicipalityUnclear(name=each.read.name) if each.needs_municipality else None)
        for each in plan.lists
    ]
    return refusals[0] if all(refusals) else None


def _brought(plan: ListPlan) -> list[str]:
    if plan.read.trouble:
        return [sentence(plan.read.trouble)]
    counts = [f"{label(verdict)} {count}" for verdict, count in plan.counts().items() if count]
    told = [f"{plan.read.name}: {', '.join(counts)}"]
    if plan.needs_municipality:
        told.append(sentence(MunicipalityUnclear(name=plan.read.name)))
    return told + [_asks(each) for each in plan.asking]


def _asks(candidate: Candidate) -> str:
    place = _("row {row}", row=candidate.row.row)
    return f"  {place}: {label(candidate.verdict)}, {candidate.row.title}"


def export(arguments: Namespace) -> Answer:
    """Write a municipality's workbook, or without one the whole inventory.

    Raises:
        WrongUsage: the ending of the target names no format that it can be written in.
    """
    if Path(arguments.output).suffix.casefold() not in (_WORKBOOK if arguments.municipality else _INVENTORY):
        raise WrongUsage(arguments.output)
    if not arguments.municipality:
        return _export_inventory(arguments)
    from smartstad_desktop.app.cli_workspace import opened  # noqa: PLC0415  brings SQLAlchemy
    from smartstad_desktop.usecases.lists.exporting import export_workbook  # noqa: PLC0415  brings openpyxl

    language = Language(arguments.language) if arguments.language else None
    with opened(arguments.file) as workspace:
        made = export_workbook(workspace, arguments.municipality, Path(arguments.output), language)
    return Answer(document=exported(made), lines=(exported_line(made),))


def _export_inventory(arguments: Namespace) -> Answer:
    from smartstad_desktop.app.cli_workspace import opened  # noqa: PLC0415  brings SQLAlchemy
    from smartstad_desktop.exchange.outgoing.inventory_files import format_of  # noqa: PLC0415  see below
    from smartstad_desktop.usecases.lists.exporting_inventory import export_inventory  # noqa: PLC0415  brings openpyxl

    target = Path(arguments.output)
    with opened(arguments.file) as workspace:
        count = export_inventory(workspace, target, current().language)
    line = ngettext("{path}: {count} project", "{path}: {count} projects", count, path=target)
    besides = (
        (_("Needs, services and examples go along in a workbook or as JSON."),) if format_of(target).is_table else ()
    )
    return Answer(document={"path": str(target), "projects": count}, lines=(line, *besides))


def exported(made: Exported) -> dict[str, Any]:
    """Return what was exported, as JSON."""
    return {"path": str(made.path), "projects": made.count, "stamp": made.stamp}


def exported_line(made: Exported) -> str:
    """Return what was exported, in words."""
    return ngettext("{path}: {count} project", "{path}: {count} projects", made.count, path=made.path)
