"""What the plan's tabs say about a version and about what municipalities have decided."""

from __future__ import annotations

from collections.abc import Iterable

from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.reads.plan.decision import AdoptionRow
from smartstad_desktop.reads.plan.measure import MeasureRow
from smartstad_desktop.reads.plan.plan import PlanRead
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current, ngettext


def described(read: PlanRead) -> str:
    """Return what stands beneath the name of the plan: version, how far it has come, how many measures."""
    plan = read.plan
    parts = [
        _("version {version}", version=plan.version) + f", {label(plan.status).lower()}",
        ngettext("{count} measure", "{count} measures", len(read.measures)),
    ]
    missing = sum(bool(measure.missing) for measure in read.measures)
    if missing:
        parts.append(ngettext("{count} lacks something", "{count} lack something", missing))
    return " · ".join(parts)


def adoption_words(row: AdoptionRow) -> str:
    """Return a municipality's decision in one line: ``Antagen · KS § 214 · 3 februari 2027``."""
    place = " ".join(part for part in (row.body, f"§ {row.paragraph.lstrip('§ ')}" if row.paragraph else "") if part)
    day = current().day(row.decided_on) if row.decided_on else ""
    return " · ".join(part for part in (label(row.outcome), place, day, row.case_number) if part)


def adopted_words(measure: MeasureRow, adoptions: Iterable[AdoptionRow]) -> dict[MunicipalityId, str]:
    """Return by municipality what it has decided about a measure."""
    by_id = {row.id: row for row in adoptions}
    return {
        said.municipality: adoption_words(by_id[said.adoption_id]) if said.adoption_id in by_id else said.adoption
        for said in measure.commitments
    }


def plan_years(read: PlanRead) -> tuple[int, ...]:
    """Return the years a budget is asked for: those of the plan, none while it has no years."""
    first, last = read.plan.first_year, read.plan.last_year
    return () if first is None or last is None else tuple(range(first, min(last, first + 7) + 1))
