"""When personal data may go."""

from __future__ import annotations

from datetime import date

import pytest

from smartstad_desktop.domain.personal.kinds import PersonalCategory, Weeding
from smartstad_desktop.domain.personal.weeding import CHOICES, DEFAULTS, Rule, WeedingUnfit, check_rule


def test_every_kind_has_a_rule_that_fits_it() -> None:
    assert set(DEFAULTS) == set(PersonalCategory)
    for rule in DEFAULTS.values():
        check_rule(rule)
    assert DEFAULTS[PersonalCategory.ATTENDANCE].weeding is Weeding.KEEP


@pytest.mark.parametrize(
    ("months", "end", "due"),
    [
        (24, date(2026, 12, 31), date(2028, 12, 31)),
        (1, date(2027, 1, 31), date(2027, 2, 28)),
        (0, date(2026, 5, 4), date(2026, 5, 4)),
        (14, date(2026, 11, 30), date(2028, 1, 30)),
    ],
)
def test_months_are_counted_from_the_end(months: int, end: date, due: date) -> None:
    rule = Rule(category=PersonalCategory.CONTACTS, weeding=Weeding.REMOVE, months=months)

    assert rule.due_on(end) == due
    assert rule.due_on(None) is None


def test_what_is_preserved_is_never_due() -> None:
    kept = Rule(category=PersonalCategory.NOTES, weeding=Weeding.KEEP, months=1)

    assert kept.due_on(date(2020, 1, 1)) is None
    assert CHOICES[PersonalCategory.NOTES] == (Weeding.KEEP, Weeding.REMOVE)
    with pytest.raises(WeedingUnfit):
        check_rule(Rule(category=PersonalCategory.NOTES, weeding=Weeding.ANONYMISE, months=1))
