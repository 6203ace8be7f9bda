"""How a value that has changed between two versions is written, and what its field is called."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.domain.plan.changes import FieldChange, LinkPart, SumPart, Value
from smartstad_desktop.domain.plan.parts import AsideKind, Horizon
from smartstad_desktop.domain.plan.plan import CommitmentRole
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import N_, Phrasebook

#: What stands where there was nothing, or is nothing any more.
NOTHING: Final = "–"
#: A text that is longer is shown from a little before to a little after the place that differs.
_LONGEST: Final = 160
_AROUND: Final = 40
_CUT: Final = "…"

_FIELDS: Final[dict[str, str]] = {
    "title": N_("Name"),
    "subtitle": N_("Subtitle"),
    "first_year": N_("First year"),
    "last_year": N_("Last year"),
    "case_number": N_("Case number"),
    "responsible": N_("Responsible"),
    "summary": N_("Summary"),
    "not_prioritised": N_("About what was not prioritised"),
    "band": N_("Band"),
    "why": N_("Why"),
    "what": N_("What"),
    "effect": N_("Effect"),
    "beneficiary": N_("Who benefits"),
    "horizon": N_("When the effect is seen"),
    "owner": N_("Owner"),
    "owner_municipality_id": N_("Owner’s municipality"),
    "time": N_("Time"),
    "money_one_off": N_("Cost once"),
    "money_running": N_("Cost per year"),
    "money_source": N_("Source of the money"),
    "risk": N_("Risk"),
    "next_decision": N_("Next decision"),
    "deviation_reason": N_("Why another place"),
    "role": N_("Role"),
    "year": N_("Year"),
    "budget": N_("Budget"),
    "owner_unit": N_("Responsible unit"),
    "comment": N_("Comment"),
    "reason": N_("Reason"),
    "municipality_id": N_("Municipality"),
    "receiver": N_("Who takes over"),
    "text": N_("Text"),
}
_LINKS: Final = {
    LinkPart.GOAL: N_("Goal: {name}"),
    LinkPart.RISK: N_("Risk: {name}"),
    LinkPart.CASE: N_("Test or procurement: {name}"),
}
_SUMS: Final = {
    SumPart.ONE_OFF: N_("What the measures cost once"),
    SumPart.RUNNING: N_("What the measures cost per year"),
    SumPart.COMMITTED: N_("What the municipalities set aside"),
}
_OWN_PART: Final = N_("What the municipality sets aside")
_MONEY: Final = frozenset({"money_one_off", "money_running", "budget"})
_CHAPTER: Final = N_("Chapter")


def field_words(name: str, phrases: Phrasebook) -> str:
    """Return what a field is called; the amount of one year is called by its year."""
    return name if name.isdigit() else phrases.text(_FIELDS[name])


def link_words(part: LinkPart, name: str, phrases: Phrasebook) -> str:
    """Return what a tie of a measure is called."""
    return phrases.text(_LINKS[part], name=name)


def sum_words(part: SumPart, phrases: Phrasebook, *, is_own: bool = False) -> str:
    """Return what a sum is of; of one municipality there is only what it sets aside."""
    return phrases.text(_OWN_PART if is_own else _SUMS[part])


def part_words(part: str, phrases: Phrasebook) -> str:
    """Return what something beside the measures is: not prioritised, to be ended, or a chapter."""
    return label(AsideKind(part), phrases) if part in set(AsideKind) else phrases.text(_CHAPTER)


def value_words(name: str, value: Value, phrases: Phrasebook) -> str:
    """Return a value as people read it."""
    if value is None or value == "":
        return NOTHING
    if name == "role":
        return label(CommitmentRole(value), phrases)
    if name == "horizon":
        return label(Horizon(value), phrases)
    if isinstance(value, int):
        return phrases.money(value) if name in _MONEY or name.isdigit() else str(value)
    return value


def both_words(change: FieldChange, phrases: Phrasebook) -> tuple[str, str]:
    """Return what a field said and says; of long texts only the part that differs, with something around it."""
    before, after = (value_words(change.name, value, phrases) for value in (change.before, change.after))
    if max(len(before), len(after)) <= _LONGEST or NOTHING in {before, after}:
        return _short(before), _short(after)
    start = _alike(before, after)
    end = _alike(before[start:][::-1], after[start:][::-1])
    return _around(before, start, end), _around(after, start, end)


def _alike(one: str, other: str) -> int:
    """Return how many signs both begin with."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _around(text: str, start: int, end: int) -> str:
    first = max(start - _AROUND, 0)
    last = min(len(text) - end + _AROUND, len(text))
    # Whole words only, where there is a blank to cut at.
    first = text.find(" ", first, start) + 1 or first if first else 0
    last = max(text.rfind(" ", len(text) - end, last), 0) or last if last < len(text) else last
    return (_CUT if first else "") + _short(text[first:last]) + (_CUT if last < len(text) else "")


def _short(text: str) -> str:
    limit = 2 * _LONGEST
    return text if len(text) <= limit else text[:limit].rsplit(" ", 1)[0] + _CUT
