"""The sentences of the programme's own rules: what is in place, and what is missing."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.domain.programme.checks import Rule, RuleCheck
from smartstad_desktop.domain.programme.sizes import SizeClass
from smartstad_desktop.text.phrases import N_, Phrasebook, current

_SIZES: Final = {
    SizeClass.LARGE: (N_("{count} large"), N_("{count} large")),
    SizeClass.MEDIUM: (N_("{count} middle-sized"), N_("{count} middle-sized")),
    SizeClass.SMALL: (N_("{count} small"), N_("{count} small")),
}
_AIM: Final = (N_("{count} project; the aim is {aim}"), N_("{count} projects; the aim is {aim}"))
_MET: Final = {
    Rule.MUNICIPALITIES: (
        N_("{count} municipality takes part, as is required"),
        N_("{count} municipalities take part; at least {least} were required"),
    ),
    Rule.SIZES: (N_("Municipalities of different size take part: {sizes}"),) * 2,
    Rule.REPORTS: (
        N_("{count} report to the steering group is planned or given"),
        N_("{count} reports to the steering group are planned or given"),
    ),
    Rule.LATE_REPORTS: (N_("No report to the steering group is late"),) * 2,
    Rule.RECEIVERS: (N_("Every measure in the plan has a receiver"),) * 2,
    Rule.RISK_OWNERS: (N_("Somebody answers for the greatest risks"),) * 2,
    Rule.LATE: (N_("Nothing on the timeline is late"),) * 2,
    Rule.PROJECTS: _AIM,
}
_MISSING: Final = {
    Rule.MUNICIPALITIES: (
        N_("{count} municipality takes part; at least {least} should"),
        N_("{count} municipalities take part; at least {least} should"),
    ),
    Rule.SIZES: (N_("Municipalities of one size only take part: {sizes}"),) * 2,
    Rule.POPULATION: (
        N_("{count} municipality has no population, so its size is unknown"),
        N_("{count} municipalities have no population, so their size is unknown"),
    ),
    Rule.REPORTS: (
        N_("{count} report to the steering group is planned or given; at least {least} should be"),
        N_("{count} reports to the steering group are planned or given; at least {least} should be"),
    ),
    Rule.LATE_REPORTS: (
        N_("{count} report to the steering group is late"),
        N_("{count} reports to the steering group are late"),
    ),
    Rule.RECEIVERS: (N_("{count} measure has no receiver"), N_("{count} measures have no receiver")),
    Rule.RISK_OWNERS: (
        N_("Nobody answers for {count} of the greatest risks"),
        N_("Nobody answers for the {count} greatest risks"),
    ),
    Rule.LATE: (N_("{count} thing on the timeline is late"), N_("{count} things on the timeline are late")),
    Rule.PROJECTS: _AIM,
}


def check_words(check: RuleCheck, phrases: Phrasebook | None = None) -> str:
    """Return how a rule stands, as “3 municipalities take part; at least 5 should”."""
    book = phrases or current()
    one, many = (_MET if check.is_met else _MISSING)[check.rule]
    sizes = ", ".join(book.plural(*_SIZES[size], count) for size, count in check.sizes)
    aim = _aim(check, book)
    return book.plural(one, many, check.count, least=check.least, sizes=sizes, aim=aim)


def _aim(check: RuleCheck, book: Phrasebook) -> str:
    if check.most is None:
        return book.text("at least {least}", least=book.number(check.least))
    if not check.least:
        return book.text("at most {most}", most=book.number(check.most))
    return f"{book.number(check.least)}–{book.number(check.most)}"
