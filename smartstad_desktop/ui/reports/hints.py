"""What the data says under each heading of a report, so that nobody writes it once more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from smartstad_desktop.domain.follow_up.reports import Heading
from smartstad_desktop.domain.follow_up.reuse import ReuseState
from smartstad_desktop.domain.programme.work import Light
from smartstad_desktop.reads.follow_up.material import ReportMaterial
from smartstad_desktop.reads.follow_up.reuse import SharedResult
from smartstad_desktop.text.follow_up.reports import names_words
from smartstad_desktop.text.phrases import N_, _, current, ngettext

_NOTHING: Final = {
    Heading.DONE: N_("The data has nothing that was done in the period."),
    Heading.NEXT: N_("The timeline has nothing that comes."),
    Heading.DEVIATIONS: N_("Nothing is late."),
    Heading.DECISIONS: N_("No decision is proposed."),
    Heading.RESOURCES: N_("There is no budget yet."),
    Heading.MANDATE: N_("The data has no decision of the period and no open risk."),
    Heading.SPREAD: N_("No municipality has shown an interest in another's result yet."),
}


def hints(material: ReportMaterial, results: Sequence[SharedResult]) -> dict[Heading, str]:
    """Return a sentence for each heading: what the report tells there by itself."""
    done, coming, late = ([line.name for line in lines] for lines in (material.done, material.coming, material.late))
    late += [what for what, _who, _day in material.overdue]
    risks = [risk.name.in_language(current().language) for risk in material.risks]
    told = {
        Heading.SUMMARY: [_lights(material)],
        Heading.DONE: [_listed(_("done: {names}."), done)],
        Heading.NEXT: [_listed(_("coming: {names}."), coming)],
        Heading.DEVIATIONS: [_listed(_("late: {names}."), late)],
        Heading.DECISIONS: [_listed(_("proposed: {names}."), material.asked)],
        Heading.RESOURCES: [_listed(_("budget: {names}."), [line.name for line in material.money])],
        Heading.MANDATE: [_listed(_("decided: {names}."), material.decided), _listed(_("risks: {names}."), risks)],
        Heading.SPREAD: [_spread(results)],
    }
    return {heading: _sentence(heading, told.get(heading, ())) for heading in Heading}


def _sentence(heading: Heading, told: Sequence[str]) -> str:
    parts = [part for part in told if part]
    if parts:
        return _("The report adds: {what}", what=" ".join(parts))
    nothing = _NOTHING.get(heading)
    return current().text(nothing) if nothing else _("The report has only what you write here.")


def _listed(message: str, names: Sequence[str]) -> str:
    return message.replace("{names}", names_words(names)) if names else ""


def _lights(material: ReportMaterial) -> str:
    if not material.parts:
        return ""
    off = [part for part in material.parts if part.light in {Light.YELLOW, Light.RED}]
    parts = ngettext("{count} part of the programme", "{count} parts of the programme", len(material.parts))
    if not off:
        return _("the great figures and {parts}, none off plan.", parts=parts)
    names = names_words([part.name.in_language(current().language) for part in off])
    return _("the great figures and {parts}, off plan: {names}.", parts=parts, names=names)


def _spread(results: Sequence[SharedResult]) -> str:
    noted = [note for result in results for note in result.notes if note.state is not ReuseState.DECLINED]
    if not noted:
        return ""
    over = sum(note.state is ReuseState.TAKEN_OVER for note in noted)
    return _("{over} taken over, {more} on the way.", over=over, more=len(noted) - over)
