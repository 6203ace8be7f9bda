"""Rows of the other sheets of a workbook: needs, services, examples and answers to the plan, judged and written.

What differs between the kinds is data: the column with the name, the columns that are compared, and the command that
writes a record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, Final, TypeAlias

from sqlalchemy import select

from smartstad_desktop.domain.lists.import_cells import cell_changes
from smartstad_desktop.domain.lists.importing import Candidate, FoundBy, RowKey, Verdict
from smartstad_desktop.domain.lists.lists import HOLDS, INVENTORY, ReadList, ReadRow, SheetKind, Value
from smartstad_desktop.domain.values import MunicipalityId, Period, PlanItemId, ProjectId
from smartstad_desktop.exchange.cells.folding import fold
from smartstad_desktop.exchange.sheets.commitment_columns import BY_YEAR
from smartstad_desktop.exchange.sheets.sheet_kinds import FORMS
from smartstad_desktop.reads.lists.importing import Known, Names
from smartstad_desktop.reads.lists.listed_records import PASSING
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.needs import CitizenNeed, MarketService, ServiceUse
from smartstad_desktop.storage.tables.plan import Commitment, CommitmentYear
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.inventory.inventory import AddProject, EditProject
from smartstad_desktop.usecases.inventory.needs import AddNeed, EditNeed
from smartstad_desktop.usecases.inventory.services import AddService, EditService
from smartstad_desktop.usecases.lists.exporting import kept_key
from smartstad_desktop.usecases.lists.import_checks import revealed_row
from smartstad_desktop.usecases.lists.import_references import meet_needs, named_needs, of_measure, with_needs
from smartstad_desktop.usecases.lists.import_values import as_fields, known_before
from smartstad_desktop.usecases.plan.commitments import SetCommitment

#: The other kinds, in the order of the sheets.
OTHERS: Final = tuple(kind for kind in FORMS if kind is not SheetKind.PROJECTS)

Changes: TypeAlias = "Mapping[str, Value | None]"


def record_candidates(
    known: Known, index: int, read: ReadList, town: MunicipalityId | None, mended: Mapping[tuple[str, int], ReadRow]
) -> list[Candidate]:
    """Return the rows of the other sheets of a list with their verdicts; without a municipality they wait for one.

    *mended* are rows as somebody has mended them, by sheet and number.
    """
    found: list[Candidate] = []
    for kind in OTHERS:
        rows = [mended.get((row.sheet, row.row), row) for row in read.rows_of(kind)]
        if rows:
            placed = [(RowKey(index, row.sheet, row.row), row) for row in rows]
            found += _of_kind(known, read, kind, town, placed)
    return found


def _of_kind(
    known: Known, read: ReadList, kind: SheetKind, town: MunicipalityId | None, rows: Iterable[tuple[RowKey, ReadRow]]
) -> Iterable[Candidate]:
    title = FORMS[kind].title
    by_name: dict[MunicipalityId | None, dict[str, str]] = {None: {}}
    used: dict[str, int] = {}
    for at, row in rows:
        whose, held = _held(known, read, kind, town, row)
        if whose not in by_name:
            # Of two with the same name it is the first.
            by_name[whose] = {fold(str(held[key].get(title, ""))): key for key in reversed([*held])}
        key, found_by = _found(row, held, by_name[whose], title)
        candidate = Candidate(
            key=at, row=row, verdict=Verdict.NEW, kind=kind, municipality=whose,
            record=key, found_by=found_by,
        )  # fmt: skip
        if key is not None and key in used:
            yield replace(candidate, record=None, verdict=Verdict.DUPLICATE, repeats=used[key])
        else:
            if key is not None:
                used[key] = row.row
            yield judged_record(known, candidate, read)


def _held(
    known: Known, read: ReadList, kind: SheetKind, town: MunicipalityId | None, row: ReadRow
) -> tuple[MunicipalityId | None, Mapping[str, Mapping[str, Value]]]:
    """Return whose a row is, and what we have of that kind: nobody's if we have it so, whose it says, or the list's.

    The services of a workbook of the whole inventory are compared with what all municipalities say of them.
    """
    nobodys = known.records.get(None, {}).get(kind, {})
    is_common = kind is not SheetKind.SERVICES or read.stamp.get(HOLDS) == INVENTORY
    if is_common and str(row.values.get("row_key", "")) in nobodys:
        return None, nobodys
    named = row.values.get("municipality")
    found = known.names.municipality(named) if isinstance(named, str) else None
    whose = found.id if found else town
    return whose, {} if whose is None else known.records.get(whose, {}).get(kind, {})


def _found(
    row: ReadRow, held: Mapping[str, Any], by_name: Mapping[str, str], title: str
) -> tuple[str | None, FoundBy | None]:
    key = str(row.values.get("row_key", ""))
    if key in held:
        return key, FoundBy.KEY
    named = by_name.get(fold(str(row.values.get(title, ""))))
    return (named, FoundBy.NAME) if named else (None, None)


def judged_record(known: Known, candidate: Candidate, read: ReadList) -> Candidate:
    """Return the row with the verdict that its values and doubts give."""
    town = candidate.municipality
    if candidate.kind is SheetKind.COMMITMENTS and candidate.record is None:
        candidate = of_measure(known, candidate)
        if candidate.record is None:
            return candidate
    if candidate.kind is SheetKind.SERVICES:
        candidate = replace(candidate, row=with_needs(known, candidate, read))
    ours = known.records[town][candidate.kind][candidate.record] if candidate.record else {}
    if candidate.row.issues:
        candidate = replace(candidate, row=revealed_row(candidate.row, ours, {}))
    if candidate.open_issues:
        return replace(candidate, verdict=Verdict.ERROR)
    if candidate.record is None:
        return candidate
    form = FORMS[candidate.kind]
    compared = (form.answered or form.by_key.keys()) - PASSING
    theirs = {name: value for name, value in candidate.row.values.items() if name in compared}
    keys = (kept_key(candidate.kind, candidate.record),)
    base = known_before(known, read, candidate.municipality, keys, theirs)
    if base is not None and candidate.kind is SheetKind.SERVICES:
        base |= {"needs": named_needs(known, candidate, read, base.get("needs"))[0]}
    is_guest = base is None and candidate.kind is SheetKind.SERVICES
    cleared = candidate.row.cleared & compared - {form.title}
    cells = cell_changes(theirs, ours, base, cleared, is_guest=is_guest)
    asking = any(cell.is_asking for cell in cells)
    changed = any(cell.is_writing for cell in cells)
    verdict = Verdict.CONFLICT if asking else Verdict.CHANGED if changed else Verdict.UNCHANGED
    return replace(candidate, verdict=verdict, cells=cells)


# Writing


def write_record(tx: Transaction, candidate: Candidate, names: Names) -> str:
    """Write one row and return the key of its record.

    Raises:
        FieldInvalid: a rule refuses a value.
    """
    new = candidate.record is None
    form = FORMS[candidate.kind]
    values: Changes = candidate.row.values if new else candidate.outcome
    wanted = {name: value for name, value in values.items() if name in form.by_key and name not in PASSING}
    return _WRITERS[candidate.kind](tx, candidate, wanted, names)


def _write_need(tx: Transaction, candidate: Candidate, values: Changes, _names: Names) -> str:
    fields = {name: _plain(value) for name, value in values.items()}
    if candidate.record is None:
        number = AddNeed(fields={**fields, "municipality_id": candidate.municipality}).execute(tx)
        return tx.get(CitizenNeed, number).key
    row = tx.session.scalars(select(CitizenNeed).where(CitizenNeed.key == candidate.record)).one()
    EditNeed(need=row.id, changes=fields).execute(tx)
    return row.key


def _write_service(tx: Transaction, candidate: Candidate, values: Changes, names: Names) -> str:
    fields = {name: _plain(value) for name, value in values.items() if name != "contract_ends_on"}
    row = tx.session.scalars(select(MarketService).where(MarketService.key == (candidate.record or ""))).one_or_none()
    mine = select(ServiceUse).where(ServiceUse.service_id == (row.id if row else 0))
    uses = {use.municipality_id: use.contract_ends_on for use in tx.session.scalars(mine)}
    users = candidate.row.values.get("used_by", ())
    for name in users if isinstance(users, tuple) else ():
        town = names.municipality(name)
        if town:
            uses.setdefault(town.id, None)
    if candidate.municipality is not None:
        ends = values.get("contract_ends_on", uses.get(candidate.municipality))
        uses[candidate.municipality] = _plain(ends)
    needs = fields.pop("needs", ())
    if row is None:
        row = tx.get(MarketService, AddService(fields={**fields, "uses": uses}).execute(tx))
    else:
        EditService(service=row.id, changes={**fields, "uses": uses}).execute(tx)
    if "needs" in values:
        meet_needs(tx, row.id, candidate.municipality, needs or ())
    return row.key


def _write_example(tx: Transaction, candidate: Candidate, values: Changes, names: Names) -> str:
    fields = as_fields({name: value for name, value in values.items() if name != "adopters"}, names)
    if "transferability" in values:
        fields["transferability"] = values["transferability"]
    if "adopters" in values:
        told = values["adopters"]
        towns = [names.municipality(name) for name in told] if isinstance(told, tuple) else []
        fields["adopters"] = {town.id for town in towns if town}
    if candidate.record is None:
        fields |= {"is_external": True, "municipality_id": candidate.municipality}
        return tx.get(Project, AddProject(fields=fields).execute(tx)).key
    row = tx.session.scalars(select(Project).where(Project.key == candidate.record)).one()
    EditProject(project=ProjectId(row.id), changes=fields).execute(tx)
    return row.key


def _write_commitment(tx: Transaction, candidate: Candidate, values: Changes, _names: Names) -> str:
    key = candidate.record or ""
    changes = {name: _plain(value) for name, value in values.items() if name in FORMS[SheetKind.COMMITMENTS].answered}
    measure = PlanItemId(int(key.rpartition("-")[2]))
    if candidate.municipality is not None and changes:
        changes = _with_years(tx, measure, candidate.municipality, changes)
        SetCommitment(measure=measure, municipality=candidate.municipality, changes=changes).execute(tx)
    return key


def _with_years(
    tx: Transaction, measure: PlanItemId, municipality: MunicipalityId, changes: dict[str, Any]
) -> dict[str, Any]:
    """Return the changes with the amounts of years together.

    What is told by year counts, and its sum is the budget. A new budget alone takes the place of years that make up
    another sum: nobody can know which of them changed.
    """
    told = {BY_YEAR[name]: value for name, value in changes.items() if name in BY_YEAR}
    rest = {name: value for name, value in changes.items() if name not in BY_YEAR}
    query = (
        select(CommitmentYear.year, CommitmentYear.amount)
        .join(Commitment, Commitment.id == CommitmentYear.commitment_id)
        .where(Commitment.plan_item_id == measure, Commitment.municipality_id == municipality)
    )
    held: dict[int, int | None] = {row.year: row.amount for row in tx.session.execute(query)}
    if told:
        years = held | told
        if any(amount is not None for amount in years.values()):
            rest.pop("budget", None)
        return rest | {"years": years}
    if len(held) > 1 and "budget" in rest:
        return rest | {"years": {}}
    return rest


def _plain(value: Any) -> Any:
    """Return a value as a record keeps it: of a period that is its first day."""
    return value.first if isinstance(value, Period) else value


_WRITERS: Final[Mapping[SheetKind, Callable[[Transaction, Candidate, Changes, Names], str]]] = {
    SheetKind.NEEDS: _write_need,
    SheetKind.SERVICES: _write_service,
    SheetKind.EXAMPLES: _write_example,
    SheetKind.COMMITMENTS: _write_commitment,
}
