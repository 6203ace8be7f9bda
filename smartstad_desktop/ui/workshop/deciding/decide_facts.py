"""Deciding against what was computed: where the result would put each project, and which cards lie elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from smartstad_desktop.domain.values import ColumnId, ProjectId
from smartstad_desktop.domain.workshop.meeting import NoteKind
from smartstad_desktop.reads.board import BoardCards
from smartstad_desktop.reads.workshop.round_items import RoundItem
from smartstad_desktop.reads.workshop.session_rows import NoteRow
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.workshop.results.result_facts import Facts
from smartstad_desktop.usecases.workshop.deciding import proposed_columns


@dataclass(frozen=True)
class Deciding:
    """A board beside the result of a round."""

    facts: Facts
    board: BoardCards
    notes: tuple[NoteRow, ...] = ()

    @cached_property
    def items(self) -> Mapping[ProjectId, RoundItem]:
        """Return the items of the round by their projects."""
        return {item.project: item for item in self.facts.sheet.items if item.project is not None}

    @cached_property
    def expected(self) -> Mapping[ProjectId, ColumnId]:
        """Return the column that the result would put each project in."""
        columns = [(column.id, column.meaning) for column in self.board.columns]
        numbers = {item.number: project for project, item in self.items.items()}
        return {
            numbers[number]: column
            for column, band in proposed_columns(columns, self.facts.tally)
            for number in band
            if number in numbers
        }

    @cached_property
    def lies(self) -> Mapping[ProjectId, ColumnId]:
        """Return the column each placed project lies in."""
        return {card.project: column.id for column in self.board.columns for card in column.cards}

    def is_against(self, project: ProjectId) -> bool:
        """Return whether a project lies elsewhere than the result would put it."""
        expected, lies = self.expected.get(project), self.lies.get(project)
        return expected is not None and lies is not None and expected != lies

    def reason(self, project: ProjectId) -> NoteRow | None:
        """Return why a project lies where it does, as it was said last, if somebody has said it."""
        item = self.items.get(project)
        notes = (note for note in reversed(self.notes) if note.kind is NoteKind.REASON)
        return None if item is None else next((note for note in notes if note.round_item == item.id), None)

    def name(self, column: ColumnId | None) -> str:
        """Return what a column is called."""
        return next((each.name for each in self.board.columns if each.id == column), "")

    def card_notes(self) -> dict[ProjectId, str]:
        """Return what stands on each card: its place in the result, and how far the group agrees."""
        found: dict[ProjectId, str] = {}
        for project, item in self.items.items():
            result = self.facts.tally.result(item.number)
            if result is None or result.place is None:
                continue
            agreement = self.facts.agreement_of(result)
            told = "" if agreement is None else current().percent(agreement)
            if self.reason(project):
                told = _("reason given")
            place = _("place {place}", place=result.place)
            found[project] = " · ".join(part for part in (place, told) if part)
        return found
