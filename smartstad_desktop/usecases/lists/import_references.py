"""Rows that name other records: services the needs they meet, by number, and answers the measures of the plan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from sqlalchemy import select

from smartstad_desktop.domain.lists.importing import Candidate, FoundBy, Verdict
from smartstad_desktop.domain.lists.lists import CellIssue, IssueCode, ReadList, ReadRow, SheetKind, Value
from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.exchange.cells.folding import fold
from smartstad_desktop.exchange.sheets.sheet_kinds import FORMS
from smartstad_desktop.reads.lists.importing import Known
from smartstad_desktop.storage.tables.needs import CitizenNeed, NeedService
from smartstad_desktop.usecases.command import Transaction

#: How far a service meets a need that a list says it meets: largely, until somebody looks closer.
_MEETS: Final = 2


def of_measure(known: Known, candidate: Candidate) -> Candidate:
    """Return the answer to a measure with the measure it names now, or with the doubt that there is none."""
    row, form = candidate.row, FORMS[SheetKind.COMMITMENTS]
    held = known.records.get(candidate.municipality, {}).get(form.kind, {}) if candidate.municipality else {}
    named = fold(str(row.values.get(form.title, "")))
    key = next((key for key, values in held.items() if fold(str(values.get(form.title, ""))) == named), None)
    if key is not None:
        return replace(candidate, record=key, found_by=FoundBy.NAME)
    if candidate.open_issues:
        return replace(candidate, verdict=Verdict.ERROR)
    if not form.answered & row.values.keys():
        # A line that answers nothing asks for nothing.
        return replace(candidate, verdict=Verdict.UNCHANGED)
    issue = CellIssue(row=row.row, column="", field=form.title, code=IssueCode.MEASURE_UNKNOWN, value=row.title)
    return replace(candidate, row=replace(row, issues=(*row.issues, issue)), verdict=Verdict.ERROR)


def with_needs(known: Known, candidate: Candidate, read: ReadList) -> ReadRow:
    """Return the row of a service with the needs it meets by their words, where it numbers those of its own list."""
    row = candidate.row
    named, unknown = named_needs(known, candidate, read, row.values.get("needs"))
    values = {name: value for name, value in row.values.items() if name != "needs"}
    issues = tuple(
        CellIssue(row=row.row, column="", field="needs", code=IssueCode.NEED_UNKNOWN, value=each) for each in unknown
    )
    return replace(row, values=values | ({"needs": named} if named else {}), issues=(*row.issues, *issues))


def named_needs(
    known: Known, candidate: Candidate, read: ReadList, told: Value | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the needs that *told* means, in our words where we have them, and what means none."""
    town = candidate.municipality
    # A service as all see it meets needs of any municipality.
    several = known.records.values() if town is None else (known.records.get(town, {}),)
    held = {key: values for records in several for key, values in records.get(SheetKind.NEEDS, {}).items()}
    words = {fold(text): text for values in held.values() if (text := str(values["need"]))}
    for row in read.rows_of(SheetKind.NEEDS):
        ours = held.get(str(row.values.get("row_key", "")), {})
        text = words.setdefault(fold(row.title), str(ours.get("need", row.title)))
        words[str(row.values.get("number", ""))] = text
    asked = told if isinstance(told, tuple) else ()
    named = dict.fromkeys(words[fold(each)] for each in asked if fold(each) in words)
    return tuple(named), tuple(each for each in asked if fold(each) not in words)


def meet_needs(tx: Transaction, service: int, town: MunicipalityId | None, wanted: Iterable[str]) -> None:
    """Let a service meet just these needs of the municipality, or of all where it names none.

    How well it does stays where somebody has said it.
    """
    whose = () if town is None else (CitizenNeed.municipality_id == town,)
    mine = {need.id: fold(need.need) for need in tx.session.scalars(select(CitizenNeed).where(*whose))}
    asked = {fold(each) for each in wanted}
    linked = select(NeedService).where(NeedService.service_id == service, NeedService.need_id.in_(mine))
    held = {link.need_id: link for link in tx.session.scalars(linked)}
    # Two municipalities may put a need in the same words, and the service meets that of one of them.
    met = {mine[need] for need, link in held.items() if link.coverage} if town is None else set[str]()
    for need, words in mine.items():
        link = held.get(need)
        if link is None and words in asked - met:
            tx.session.add(NeedService(need_id=need, service_id=service, coverage=_MEETS))
        elif link is not None and link.coverage and words not in asked:
            tx.session.delete(link)
        elif link is not None and words in asked:
            link.coverage = link.coverage or _MEETS
    tx.session.flush()
