"""What every part of the plan document is made from, and the small things they share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Final

from smartstad_desktop.domain.order.weighed import Facts
from smartstad_desktop.domain.plan.changes import PlanChanges
from smartstad_desktop.domain.plan.decision import APPROVING
from smartstad_desktop.domain.plan.plan import TAKING_PART, PlanStatus
from smartstad_desktop.domain.values import GoalId, MunicipalityId, Period
from smartstad_desktop.exchange.documents.document import Block, Cell, Manner, Mark, Tone, cell, paragraph
from smartstad_desktop.reads.plan.asides import AsideRow
from smartstad_desktop.reads.plan.chapters import ChapterRow
from smartstad_desktop.reads.plan.decision import DecisionSheet
from smartstad_desktop.reads.plan.measure import MeasureRow
from smartstad_desktop.reads.plan.plan import MunicipalityRow, PlanRead, PlanRow
from smartstad_desktop.reads.plan.plan_evidence import Evidence
from smartstad_desktop.text.phrases import Phrasebook
from smartstad_desktop.text.plan.left_out import left_out_words
from smartstad_desktop.usecases.plan.public_data import PublicData

#: What is kept back because somebody has said that it is confidential.
_CONFIDENTIAL: Final = ("project", "routine_case", "procurement_case")
_REGISTER: Final = "person"


@dataclass(frozen=True)
class Material:
    """A plan, what stands behind it, and the language it is told in.

    ``data`` is what goes with the version; ``changes`` is None for a first version. ``priority`` is what the order is
    computed from, when the document is to tell it.
    """

    read: PlanRead
    evidence: Evidence
    decision: DecisionSheet
    asides: tuple[AsideRow, ...]
    chapters: tuple[ChapterRow, ...]
    phrases: Phrasebook
    today: date
    data: PublicData
    changes: PlanChanges | None = None
    priority: Facts | None = None

    @property
    def plan(self) -> PlanRow:
        """Return the version as a whole."""
        return self.read.plan

    @property
    def fingerprint(self) -> str:
        """Return the print of the data that goes with the version."""
        return self.data.sha256

    @property
    def is_draft(self) -> bool:
        """Return whether the version may still be changed."""
        return self.plan.status is PlanStatus.DRAFT

    @property
    def is_decided(self) -> bool:
        """Return whether the plan has been approved, now or once; older files tell only the day of it."""
        is_over = self.plan.status in {PlanStatus.APPROVED, PlanStatus.REPLACED}
        is_approved = self.plan.outcome in APPROVING or (self.plan.outcome is None and self.plan.decided_on is not None)
        return is_over and is_approved

    @property
    def day(self) -> date:
        """Return the day of the document: of the decision, else of the freezing, else today."""
        if self.plan.decided_on is not None:
            return self.plan.decided_on
        return datetime.fromisoformat(self.plan.frozen_at).date() if self.plan.frozen_at else self.today

    @property
    def left_out_count(self) -> int:
        """Return how much is left out for being confidential."""
        return sum(self.data.left_out.get(kind, 0) for kind in _CONFIDENTIAL)

    @cached_property
    def measures(self) -> tuple[tuple[int, MeasureRow], ...]:
        """Return the measures with their numbers; those about confidential projects are left out."""
        shown = [measure for measure in self.read.measures if not measure.is_confidential]
        return tuple(enumerate(shown, start=1))

    @cached_property
    def numbers(self) -> dict[int, int]:
        """Return the numbers of the measures by their ids."""
        return {measure.id: number for number, measure in self.measures}

    @cached_property
    def by_project(self) -> dict[int, int]:
        """Return the numbers of the measures by the projects behind them."""
        return {measure.project: number for number, measure in self.measures if measure.project is not None}

    @cached_property
    def municipalities(self) -> tuple[MunicipalityRow, ...]:
        """Return the municipalities of the programme in this language's alphabetical order."""
        return tuple(sorted(self.read.municipalities, key=lambda row: self.phrases.sort_key(row.name)))

    @cached_property
    def participating(self) -> tuple[MunicipalityRow, ...]:
        """Return those that take part in the programme."""
        return tuple(row for row in self.municipalities if row.is_participating)

    @cached_property
    def by_id(self) -> dict[MunicipalityId, MunicipalityRow]:
        """Return the municipalities by id."""
        return {row.id: row for row in self.read.municipalities}

    @cached_property
    def goal_numbers(self) -> dict[GoalId, int]:
        """Return the numbers that goals are called by in the figure of the goal matrix."""
        return {goal.id: number for number, goal in enumerate(self.evidence.goals.ends, start=1)}

    def serves(self, measure: MeasureRow) -> dict[GoalId, int]:
        """Return how a measure serves the goals, as people said of it, or else of the project behind it."""
        if measure.goals:
            return {goal.goal: goal.contribution for goal in measure.goals if goal.contribution}
        return dict(self.evidence.goals.served.get(measure.project or 0, {}))

    def mark(self, municipality: MunicipalityId) -> Mark:
        """Return a municipality's mark."""
        row = self.by_id[municipality]
        return Mark(row.mark, row.colour, row.name)

    def named(self, municipality: MunicipalityId | None, tone: Tone = Tone.PLAIN) -> Cell:
        """Return a cell with a municipality's mark and its short name."""
        if municipality is None or municipality not in self.by_id:
            return cell("–")
        return cell(self.by_id[municipality].short_name, tone, marks=(self.mark(municipality),))

    def taking_part(self, measure: MeasureRow) -> tuple[Mark, ...]:
        """Return the marks of those that take part in a measure, the leading one first."""
        return tuple(self.mark(row.municipality) for row in measure.commitments if row.role in TAKING_PART)

    def amount(self, kronor: int | None, tone: Tone = Tone.PLAIN) -> Cell:
        """Return a cell with an amount as people say it."""
        return cell("–" if kronor is None else self.phrases.short_money(kronor), tone)

    def money(self, measure: MeasureRow) -> str:
        """Return what a measure costs, in words: ``1,2 mkr once, 240 tkr per year``."""
        parts: list[str] = []
        if measure.money_one_off is not None:
            amount = self.phrases.short_money(measure.money_one_off)
            parts.append(self.phrases.text("{amount} once", amount=amount))
        if measure.money_running is not None:
            amount = self.phrases.short_money(measure.money_running)
            parts.append(self.phrases.text("{amount} per year", amount=amount))
        return ", ".join(parts)

    def time(self, start: Period | None, end: Period | None) -> str:
        """Return the time of a project from its first and last date, each as exactly as it was written."""
        texts = [self.phrases.period(period) for period in (start, end) if period is not None]
        return " – ".join(dict.fromkeys(texts))


def is_passed_over(material: Material) -> bool:
    """Return whether another version came before anybody decided on this one."""
    plan = material.plan
    return plan.status is PlanStatus.REPLACED and plan.outcome is None and not material.is_decided


def told_left_out(material: Material) -> list[Block]:
    """Return what is left out and how much of it; the register of persons is no part of any plan."""
    left_out = {kind: count for kind, count in material.data.left_out.items() if kind != _REGISTER}
    words = left_out_words(left_out, material.phrases)
    if not words:
        return []
    return [paragraph(material.phrases.text("Left out: {list}.", list="; ".join(words)), Manner.NOTE)]


def joined(words: list[str], phrases: Phrasebook) -> str:
    """Return words as a list in a sentence, with “and” before the last."""
    if len(words) < 2:  # noqa: PLR2004  one word needs no “and”
        return "".join(words)
    return phrases.text("{names} and {last}", names=", ".join(words[:-1]), last=words[-1])
