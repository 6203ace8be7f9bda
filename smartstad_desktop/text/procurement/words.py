"""Sentences about buying together: why something is a candidate, how a value stands to the limits, what is secret."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from smartstad_desktop.domain.follow_up.reminders import months_before
from smartstad_desktop.domain.procurement.candidates import Candidate, Ground
from smartstad_desktop.domain.procurement.procurement import ThresholdRule
from smartstad_desktop.domain.procurement.thresholds import Compared, Standing, Threshold
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import NO_BREAK, Phrasebook, current


def amount(value: int, currency: str, phrases: Phrasebook | None = None) -> str:
    """Return an amount in full with its currency: kronor as people write them, others by their code."""
    book = phrases or current()
    return book.money(value) if currency in {"SEK", "NOK"} else f"{book.number(value)}{NO_BREAK}{currency}"


def several(names: Sequence[str], phrases: Phrasebook | None = None) -> str:
    """Return names as in speech: ``Åstorp, Klippan och Bjuv``."""
    book = phrases or current()
    if len(names) < 2:  # noqa: PLR2004  two names are joined by a word
        return "".join(names)
    return book.text("{first} and {last}", first=", ".join(names[:-1]), last=names[-1])


def candidate_reason(candidate: Candidate, towns: Mapping[int, str], phrases: Phrasebook | None = None) -> str:
    """Return why something could be bought together, in a sentence or two."""
    book = phrases or current()
    names = _names(candidate.municipalities, towns, book)
    match candidate.ground:
        case Ground.SERVICE:
            why = _use(candidate, towns, book)
        case Ground.NEED:
            why = book.text("{names} have the same need and meet it with different services.", names=names)
        case Ground.TECHNOLOGY:
            why = book.text("{names} plan or run projects with {title}.", names=names, title=candidate.title)
        case Ground.GOAL:
            why = book.text("Projects of {names} serve “{title}” directly.", names=names, title=candidate.title)
        case Ground.SAID:
            why = book.text("{names} says that it could be bought together; nobody else has said so yet.", names=names)
    return " ".join(part for part in (why, _endings(candidate, towns, book), _willing(candidate, towns, book)) if part)


def _use(candidate: Candidate, towns: Mapping[int, str], book: Phrasebook) -> str:
    """Return who uses a service, and who has a need that it meets."""
    users = tuple(dict.fromkeys(each.municipality for each in candidate.contracts))
    others = [each for each in candidate.municipalities if each not in users]
    told = book.text("{names} use {title}.", names=_names(users, towns, book), title=candidate.title)
    if not others:
        return told
    return f"{told} {book.text('{names} have a need that it meets.', names=_names(others, towns, book))}"


def _endings(candidate: Candidate, towns: Mapping[int, str], book: Phrasebook) -> str:
    told = [
        book.text("{name} {day}", name=towns[each.municipality], day=book.day(each.ends_on))
        for each in candidate.ending
        if each.ends_on is not None and each.municipality in towns
    ]
    if not told:
        return ""
    return book.plural(
        "{count} contract ends within two years: {ends}.",
        "{count} contracts end within two years: {ends}.",
        len(told),
        ends=several(told, book),
    )


def _willing(candidate: Candidate, towns: Mapping[int, str], book: Phrasebook) -> str:
    if candidate.ground is Ground.SAID or not candidate.willing:
        return ""
    return book.text("Open to buying together: {names}.", names=_names(candidate.willing, towns, book))


def _names(municipalities: Sequence[int], towns: Mapping[int, str], book: Phrasebook) -> str:
    return several(sorted((towns[each] for each in municipalities if each in towns), key=book.sort_key), book)


def limit_line(compared: Compared, day: str, phrases: Phrasebook | None = None, *, is_least: bool = False) -> str:
    """Return how the value stands to one limit; with ``is_least`` values are missing and there is more to come."""
    book = phrases or current()
    rule = label(compared.rule, book)
    limit = compared.limit
    if limit is None:
        return book.text("{rule}: no limit holds on {day}. Add it to the limits.", rule=rule, day=day)
    figure = amount(limit.amount, limit.currency, book)
    if compared.standing is Standing.OTHER_CURRENCY:
        told = book.text("{rule}: {amount}. The amount in kronor is missing; add it.", rule=rule, amount=figure)
    elif compared.standing is Standing.BELOW and is_least:
        told = book.text("{rule} {amount}: what is known is below, but values are missing.", rule=rule, amount=figure)
    elif compared.standing is Standing.BELOW:
        told = book.text("{rule} {amount}: the value is below.", rule=rule, amount=figure)
    else:
        told = book.text("{rule} {amount}: the value reaches it.", rule=rule, amount=figure)
    return told if not compared.is_uncertain else book.text("{line} Not looked up for this day – check.", line=told)


def route_line(
    compared: Sequence[Compared],
    value: int,
    currency: str,
    phrases: Phrasebook | None = None,
    *,
    unknown: int = 0,
) -> str:
    """Return the way that the value points to, as guidance and no answer; ``unknown`` values are missing."""
    book = phrases or current()
    if not value:
        return book.text("No municipality has estimated its value yet.")
    if not unknown:
        return _way(compared, book)
    least = book.plural(
        "{count} municipality lacks a value, so the sum is at least {amount}.",
        "{count} municipalities lack a value, so the sum is at least {amount}.",
        unknown,
        amount=amount(value, currency, book),
    )
    return f"{least} {_least_way(compared, book)}"


def _least_way(compared: Sequence[Compared], book: Phrasebook) -> str:
    """Return what can be told when the value may be higher: never a way that is open only below a limit."""
    reached = {each.rule for each in compared if each.standing is Standing.ABOVE}
    if ThresholdRule.EU in reached:
        return _way(compared, book)
    if reached & {ThresholdRule.DIRECT_AWARD, ThresholdRule.NATIONAL}:
        return book.text("Points to a notice; whether in the whole EU/EEA cannot be told before all values are there.")
    return book.text("Which way it points to cannot be told before all values are there.")


def _way(compared: Sequence[Compared], book: Phrasebook) -> str:
    standing = {each.rule: each.standing for each in compared}
    if standing.get(ThresholdRule.EU) is Standing.ABOVE:
        return book.text("Points to a notice in the whole EU/EEA.")
    first = standing.get(ThresholdRule.DIRECT_AWARD) or standing.get(ThresholdRule.NATIONAL)
    if first is Standing.ABOVE:
        if standing.get(ThresholdRule.EU) is Standing.BELOW:
            return book.text("Points to a national notice.")
        return book.text("Points to a notice; whether in the whole EU/EEA cannot be told without that limit.")
    if first is Standing.BELOW:
        return book.text("Points to a direct award, if nothing of the same kind is bought besides.")
    return book.text("No limit that decides the way is known for the day.")


def guidance(phrases: Phrasebook | None = None) -> str:
    """Return what stands at every comparison with limits."""
    return (phrases or current()).text("Guidance only – confirm with procurement.")


def aggregation(phrases: Phrasebook | None = None) -> str:
    """Return the note about what counts together."""
    return (phrases or current()).text(
        "The value of all municipalities counts together, over the whole contract with extensions. Purchases of the "
        "same kind during the year are added."
    )


def secret_line(count: int, phrases: Phrasebook | None = None) -> str:
    """Return what is said where secret things have been left out."""
    return (phrases or current()).plural(
        "Secret until the award: {count} fact is left out.",
        "Secret until the award: {count} facts are left out.",
        count,
    )


def no_call_off(names: Sequence[str], phrases: Phrasebook | None = None) -> str:
    """Return the warning about municipalities that could not buy from the contract; empty without any."""
    if not names:
        return ""
    book = phrases or current()
    return book.text("{names} cannot call off from the contract.", names=several(names, book))


def holds_line(limit: Threshold, phrases: Phrasebook | None = None) -> str:
    """Return the days a limit holds."""
    book = phrases or current()
    start = "" if limit.valid_from is None else book.day(limit.valid_from)
    end = "" if limit.valid_to is None else book.day(limit.valid_to)
    if start and not end:
        return book.text("from {day}", day=start)
    return f"{start} – {end}"


def contract_line(ends_on: date | None, months: int, today: date, phrases: Phrasebook | None = None) -> str:
    """Return when a contract ends and when somebody is reminded; empty without a contract."""
    if ends_on is None:
        return ""
    book, remind = phrases or current(), months_before(ends_on, months)
    day = book.day(ends_on)
    if ends_on < today:
        return book.text("The contract ended {day}.", day=day)
    if remind <= today:
        return book.text("The contract ends {day}. It is time to decide: renew, change or end.", day=day)
    return book.text("The contract ends {day}; a reminder comes {remind}.", day=day, remind=book.day(remind))
