"""What every part of the plan document is made from, and the small things they share."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from smartstad_desktop.domain.order.weighed import Facts
from smartstad_desktop.domain.plan.plan import TAKING_PART, PlanStatus
from smartstad_desktop.domain.values import MunicipalityId, Period
from smartstad_desktop.exchange.documents.document import Cell, Mark, Tone, cell
from smartstad_desktop.reads.plan.plan import MeasureRow, MunicipalityRow, PlanRead, PlanRow
from smartstad_desktop.reads.plan.plan_evidence import Evidence
from smartstad_desktop.text.phrases import Phrasebook


@dataclass(frozen=True)
class Material:
    """A plan, what stands behind it, and the language it is told in."""

    read: PlanRead
    evidence: Evidence
    phrases: Phrasebook
    #: What the order is computed from, when the document is to tell it.
    priority: Facts | None = None

    @property
    def plan(self) -> PlanRow:
        """Return the version as a whole."""
        return self.read.plan

    @property
    def is_draft(self) -> bool:
        """Return whether the document is working material."""
        return self.plan.status is PlanStatus.DRAFT

    @cached_property
    def measures(self) -> tuple[tuple[int, MeasureRow], ...]:
        """Return the measures with their numbers; those about confidential projects are left out."""
        shown = [measure for measure in self.read.measures if not measure.is_confidential]
        return tuple(enumerate(shown, start=1))

    @cached_property
    def municipalities(self) -> tuple[MunicipalityRow, ...]:
        """Return the municipalities of the programme in this language's alphabetical order."""
        return tuple(sorted(self.read.municipalities, key=lambda row: self.phrases.sort_key(row.name)))

    @cached_property
    def by_id(self) -> dict[MunicipalityId, MunicipalityRow]:
        """Return the municipalities by id."""
        return {row.id: row for row in self.read.municipalities}

    def mark(self, municipality: MunicipalityId) -> Mark:
        """Return a municipality's mark."""
        row = self.by_id[municipality]
        return Mark(row.mark, row.colour, row.name)

    def named(self, municipality: MunicipalityId, tone: Tone = Tone.PLAIN) -> Cell:
        """Return a cell with a municipality's mark and its short name."""
        return cell(self.by_id[municipality].short_name, tone, marks=(self.mark(municipality),))

    def taking_part(self, measure: MeasureRow) -> tuple[Mark, ...]:
        """Return the marks of those that take part in a measure, the leading one first."""
        return tuple(self.mark(row.municipality) for row in measure.commitments if row.role in TAKING_PART)

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
