"""A round counted once, with what is read off it: what is agreed, what to talk about, and what moved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeAlias

from smartstad_desktop.domain.workshop.alternatives import Difference, would_differ
from smartstad_desktop.domain.workshop.results import Result, Tally
from smartstad_desktop.domain.workshop.rounds import Movement, Outliers, agreed, movement, outliers, to_talk_about
from smartstad_desktop.reads.board import MunicipalityMark
from smartstad_desktop.reads.workshop import results as reads
from smartstad_desktop.reads.workshop import rounds
from smartstad_desktop.reads.workshop.results import Outcome
from smartstad_desktop.reads.workshop.round_items import RoundItem
from smartstad_desktop.reads.workshop.rounds import RoundSheet

#: How a query is read from the open workspace.
Read: TypeAlias = Callable[..., Any]


@dataclass(frozen=True)
class Facts:
    """What the console says about a round once it is revealed."""

    outcome: Outcome

    @property
    def sheet(self) -> RoundSheet:
        """Return the round."""
        return self.outcome.sheet

    @property
    def tally(self) -> Tally:
        """Return the count."""
        return self.outcome.tally

    @cached_property
    def items(self) -> Mapping[int, RoundItem]:
        """Return the items by their numbers."""
        return {item.number: item for item in self.sheet.items}

    @cached_property
    def marks(self) -> Mapping[int, MunicipalityMark]:
        """Return what the municipalities that answer, or own something, are known by."""
        owners = {
            municipality: mark
            for item in self.sheet.items
            for municipality, mark in zip(item.municipalities, item.marks, strict=False)
        }
        casters = {
            caster.municipality: caster.mark
            for caster in self.sheet.casters
            if caster.municipality is not None and caster.mark is not None
        }
        return {**owners, **casters}

    @cached_property
    def agreed(self) -> tuple[Result, ...]:
        """Return what the group agrees on most."""
        return agreed(self.tally)

    @cached_property
    def to_talk_about(self) -> tuple[Result, ...]:
        """Return where the group is farthest apart."""
        return to_talk_about(self.tally)

    @cached_property
    def would_differ(self) -> tuple[Difference, ...]:
        """Return which other units would give another top."""
        return would_differ(self.sheet.rules, self.outcome.ballots)

    @cached_property
    def moved(self) -> Mapping[int, Movement]:
        """Return what moved since the first round; nothing when this is the first."""
        before = self.outcome.before
        return {} if before is None else {each.item: each for each in movement(before, self.tally)}

    @cached_property
    def mean_agreement(self) -> float | None:
        """Return the mean agreement of all items, to hold one item against."""
        known = [each for each in (self.agreement_of(result) for result in self.tally.results) if each is not None]
        return sum(known) / len(known) if known else None

    def agreement_of(self, result: Result) -> float | None:
        """Return how far the group agrees on an item, counted as in the minutes and on the whole round."""
        return result.agreement

    def outliers(self, result: Result) -> Outliers | None:
        """Return whom to ask about an item."""
        return outliers(result)

    def name(self, municipality: int) -> str:
        """Return what a municipality is called."""
        mark = self.marks.get(municipality)
        return "" if mark is None else mark.name


def counted(read: Read, sheet: RoundSheet, before: Facts | None) -> Facts | None:
    """Return a round counted; what was counted *before* is kept while nobody has said anything else."""
    if before is not None and before.sheet == sheet and before.outcome.ballots == read(rounds.ballots, sheet):
        return before
    found = read(reads.outcome, sheet.id)
    return None if found is None else Facts(replace(found, sheet=sheet))
