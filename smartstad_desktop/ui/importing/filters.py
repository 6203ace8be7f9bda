"""Which rows of a list are shown: by verdict, those that ask, those about people."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Final

from smartstad_desktop.domain.lists.importing import Candidate, ListPlan, Verdict
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.ui.importing.faces import PERSONAL
from smartstad_desktop.ui.importing.row_paint import verdict_sign
from smartstad_desktop.ui.kit.chips import ChipFace

#: Chips that are no verdicts.
ALL: Final = "all"
ASKING: Final = "asking"
NOTICED: Final = "noticed"


def chips_of(plan: ListPlan) -> list[ChipFace]:
    """Return the chips of a list, with how many rows each stands for."""
    faces = [ChipFace(ALL, _("All"), len(plan.candidates))]
    if plan.asking:
        faces.append(ChipFace(ASKING, _("To decide"), len(plan.asking), icon="circle-help"))
    faces += [
        ChipFace(each, chip_words(each, count), count, icon=verdict_sign(each))
        for each, count in plan.counts().items()
        if count
    ]
    noticed = sum(map(_is_noticed, plan.candidates))
    if noticed:
        faces.append(ChipFace(NOTICED, _("About people"), noticed, icon="shield-alert"))
    return faces


def is_shown(candidate: Candidate, wanted: frozenset[Hashable]) -> bool:
    """Return whether a row is among those that are wanted."""
    return (
        ALL in wanted
        or candidate.verdict in wanted
        or (ASKING in wanted and candidate.is_asking)
        or (NOTICED in wanted and _is_noticed(candidate))
    )


def _is_noticed(candidate: Candidate) -> bool:
    return any(issue.code in PERSONAL for issue in candidate.row.issues)


def chip_words(verdict: Verdict, count: int) -> str:
    """Return the word for rows with *verdict*, many or one."""
    match verdict:
        case Verdict.NEW:
            return ngettext("New (one)", "New (several)", count)
        case Verdict.CHANGED:
            return ngettext("Changed (one)", "Changed (several)", count)
        case Verdict.UNCHANGED:
            return ngettext("Unchanged (one)", "Unchanged (several)", count)
        case Verdict.CONFLICT:
            return ngettext("Conflict (one)", "Conflicts", count)
        case Verdict.DUPLICATE:
            return ngettext("Duplicate (one)", "Duplicates", count)
        case _:
            return label(verdict)
