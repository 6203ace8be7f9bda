"""How long each kind of personal data is kept after the programme's end, and what may be done with it then."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from smartstad_desktop.domain import cleaning
from smartstad_desktop.domain.cleaning import Cleaner
from smartstad_desktop.domain.errors import FieldInvalid, RuleError
from smartstad_desktop.domain.personal.kinds import PersonalCategory, Weeding

_MOST_MONTHS: Final = 1200
_YEAR: Final = 12


class WeedingUnfit(FieldInvalid):
    """What is to be done does not fit this kind of data."""

    code = "weeding_unfit"


class MonthsUnlikely(FieldInvalid):
    """A number of months that nobody means. Parameters: ``limit``."""

    code = "months_unlikely"


class NothingToWeed(RuleError):
    """Of what was chosen nothing is left to weed."""

    code = "nothing_to_weed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What is done with a kind of data so many months after the programme's end."""

    category: PersonalCategory
    weeding: Weeding
    months: int | None
    note: str = ""

    def due_on(self, ended_on: date | None) -> date | None:
        """Return the day from which this may be done, or None when it is kept or nobody knows when it ends."""
        if self.weeding is Weeding.KEEP or self.months is None or ended_on is None:
            return None
        months = ended_on.month - 1 + self.months
        year, month = ended_on.year + months // _YEAR, months % _YEAR + 1
        return date(year, month, min(ended_on.day, monthrange(year, month)[1]))


#: What a rule says until somebody changes it: the start that domain 4.5 proposes; the local document plan decides.
DEFAULTS: Final[Mapping[PersonalCategory, Rule]] = {
    rule.category: rule
    for rule in (
        Rule(category=PersonalCategory.CONTACTS, weeding=Weeding.REMOVE, months=24),
        Rule(category=PersonalCategory.SEATS, weeding=Weeding.ANONYMISE, months=24),
        Rule(category=PersonalCategory.ATTENDANCE, weeding=Weeding.KEEP, months=None),
        Rule(category=PersonalCategory.QUOTES, weeding=Weeding.KEEP, months=None),
        Rule(category=PersonalCategory.NOTES, weeding=Weeding.REMOVE, months=12),
        Rule(category=PersonalCategory.SIGNATURES, weeding=Weeding.REMOVE, months=24),
    )
}
#: What can be done with each kind: only names become roles, the rest is kept or goes.
CHOICES: Final[Mapping[PersonalCategory, tuple[Weeding, ...]]] = {
    category: (Weeding.KEEP, Weeding.ANONYMISE if category is PersonalCategory.SEATS else Weeding.REMOVE)
    for category in PersonalCategory
}


def _months(name: str, value: Any) -> int | None:
    months = cleaning.whole(name, value)
    if months is not None and months not in range(_MOST_MONTHS + 1):
        raise MonthsUnlikely(field=name, limit=_MOST_MONTHS)
    return months


RULE_FIELDS: Final[Mapping[str, Cleaner]] = {
    "weeding": cleaning.choice(Weeding),
    "months": _months,
    "note": cleaning.text,
}


def check_rule(rule: Rule) -> None:
    """Refuse a rule that does not fit its kind of data.

    Raises:
        WeedingUnfit: it does not.
    """
    if rule.weeding not in CHOICES[rule.category]:
        raise WeedingUnfit(field="weeding")
