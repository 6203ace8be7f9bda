"""What is said about seats and decisions in several places: on the picture, in lists, in documents."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.domain.governance.bodies import MembershipState
from smartstad_desktop.domain.governance.organisations import PartnerCounts, Reach
from smartstad_desktop.domain.values import Period, Precision
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import Phrasebook

#: The most days between the first and the last day that a plain date of each kind can mean.
_LONGEST: Final = {
    Precision.DAY: 0,
    Precision.WEEK: 6,
    Precision.MONTH: 30,
    Precision.QUARTER: 91,
    Precision.SEASON: 183,
    Precision.YEAR: 365,
}


def seat_words(standing: MembershipState | None, name: str, phrases: Phrasebook, *, is_chair: bool = False) -> str:
    """Return who sits on a seat, or how far the filling has come; *name* may be unknown."""
    who = name or phrases.text("not named")
    if standing is None:
        return phrases.text("vacant")
    if standing is MembershipState.ASKED:
        return phrases.text("{name} has been asked", name=who)
    if standing is MembershipState.ACCEPTED:
        who = phrases.text("{name} has said yes", name=who)
    return phrases.text("{name}, chair", name=who) if is_chair else who


def stated_day(decided: Period | str | None, phrases: Phrasebook) -> str:
    """Return the day of a decision as it was stated."""
    if not isinstance(decided, Period):
        return decided or ""
    first, last = decided.first, decided.last
    if decided.precision is Precision.DAY and first != last:
        is_one_month = (first.year, first.month) == (last.year, last.month)
        return f"{first.day}–{phrases.day(last)}" if is_one_month else f"{phrases.day(first)} – {phrases.day(last)}"
    if decided.written and (last - first).days > _LONGEST[decided.precision]:
        # Several weeks, months or years: nothing shorter says it as exactly as it was written.
        return decided.written
    return phrases.period(decided)


def partner_counts_line(counts: PartnerCounts, phrases: Phrasebook) -> str:
    """Return how many partners there are, where they work, and how many are anchored; nothing while there are none."""
    if not counts.partners:
        return phrases.text("No partner yet") if counts.by_state else ""
    told = [phrases.plural("{count} partner", "{count} partners", counts.partners)]
    told += [
        f"{phrases.number(counts.by_reach[reach])} {label(reach, phrases).lower()}"
        for reach in Reach
        if counts.by_reach.get(reach)
    ]
    if counts.anchored:
        told.append(phrases.plural("{count} anchored", "{count} anchored", counts.anchored))
    return " · ".join(told)
