"""What a revealed round says, in sentences: the value of an item, whom to ask, and facts about the whole."""

from __future__ import annotations

from smartstad_desktop.domain.workshop.results import Result
from smartstad_desktop.domain.workshop.rounds import Moved
from smartstad_desktop.domain.workshop.voting import EFFORT, IN_COLUMNS, SHARED_OUT, Method
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.text.round_words import must_words
from smartstad_desktop.ui.workshop.ballots.ballot_words import column_names, figure, listed
from smartstad_desktop.ui.workshop.results.result_facts import Facts


def value_words(facts: Facts, result: Result) -> str:
    """Return what came out for an item, as short as it can be said."""
    if not result.ballots:
        return _("nobody has answered")
    number, method = current().number, facts.tally.method
    if method in IN_COLUMNS:
        names = column_names(facts.sheet)
        counts = [
            f"{names[at] if at < len(names) else at + 1} {number(count)}"
            for at, count in enumerate(result.columns)
            if count
        ]
        return " · ".join(counts)
    if method in SHARED_OUT:
        return _shared_out(facts, result)
    if method is Method.PAIRS:
        return _("{wins} won, {draws} equal, {losses} lost", wins=result.wins, draws=result.draws, losses=result.losses)
    if result.x is not None and result.y is not None:
        quadrant = "" if result.quadrant is None else " · " + label(result.quadrant)
        both = {"benefit": number(result.y.mean, 1), "effort": number(result.x.mean, 1)}
        return _("benefit {benefit}, effort {effort}", **both) + quadrant
    return _mean_words(facts, result)


def _shared_out(facts: Facts, result: Result) -> str:
    given = {"sum": current().number(result.value or 0, _decimals(result.value)), "count": result.supporters}
    match facts.tally.method:
        case Method.HUNDRED:
            return _("{sum} kronor from {count}", **given)
        case Method.DOTS:
            return _("{sum} dots from {count}", **given)
        case _:
            return _("{sum} points from {count}", **given)


def _mean_words(facts: Facts, result: Result) -> str:
    mean = current().number(result.mean or 0, 1)
    if facts.tally.method is Method.RANKING:
        return _("mean place {mean}", mean=mean)
    highest = figure(facts.sheet.rules.scale[1])
    return _("{mean} of {highest}", mean=mean, highest=highest)


def _decimals(value: float | None) -> int:
    return 0 if value is None or abs(value - round(value)) < 0.05 else 1  # noqa: PLR2004  what one decimal shows


def talk_words(facts: Facts, result: Result) -> str:
    """Return the sentence that starts the talk: where they differ most, and whom to ask."""
    found = facts.outliers(result)
    if found is None:
        told = facts.agreement_of(result)
        return _("The answers lie close together.") if told is not None else _few_words(facts)
    names = {"low": facts.name(found.low), "high": facts.name(found.high)}
    if not found.axis:
        return _("Ask {high} and {low} to tell how they think.", **names)
    where = _("the effort") if found.axis == EFFORT else _("the benefit")
    return _("They differ most about {where}. Ask {high} and {low} to tell how they think.", where=where, **names)


def _few_words(facts: Facts) -> str:
    if facts.tally.method is Method.PAIRS:
        return ""
    return _("Fewer than three have answered: no answer is shown by itself.")


def agreement_words(facts: Facts, result: Result) -> tuple[str, str]:
    """Return how far the group agrees on an item, and on all items on average."""
    mine, mean = facts.agreement_of(result), facts.mean_agreement
    if mine is None or mean is None:
        return "", ""
    percent = current().percent
    return (
        _("Agreement {share}", share=percent(mine)),
        _("Mean of all items: {share}", share=percent(mean)),
    )


def moved_words(facts: Facts, result: Result) -> str:
    """Return how an item moved since the first round."""
    found = facts.moved.get(result.item)
    if found is None:
        return ""
    match found.moved:
        case Moved.UP:
            return _("Up from place {place}", place=found.from_place)
        case Moved.DOWN:
            return _("Down from place {place}", place=found.from_place)
        case Moved.CAME:
            return _("New since the first round")
        case Moved.WENT:
            return _("Gone since the first round")
        case Moved.STAYED:
            return _("Same place as in the first round")


def whole_facts(facts: Facts) -> tuple[str, ...]:
    """Return what is said about the round as a whole; facts only, nothing is decided by them."""
    tally = facts.tally
    said = [
        ngettext("{count} ballot", "{count} ballots", tally.ballots_cast)
        + (", " + ngettext("{count} blank", "{count} blank", tally.blank) if tally.blank else "")
        + f" · {label(tally.unit)}"
    ]
    if tally.agreement is not None and tally.agreement_level is not None:
        said.append(f"{label(tally.agreement_level)} ({current().percent(tally.agreement)})")
    if tally.uncounted:
        said.append(
            ngettext(
                "{count} ballot has no place in this unit.",
                "{count} ballots have no place in this unit.",
                tally.uncounted,
            )
        )
    must = must_words(tally, facts.sheet.effort, current())
    if must:
        said.append(must)
    if tally.circular_triads:
        said.append(
            ngettext(
                "{count} circle: three items of which each wins over the next.",
                "{count} circles: three items of which each wins over the next.",
                tally.circular_triads,
            )
        )
    return tuple(said)


def differ_words(facts: Facts) -> tuple[str, ...]:
    """Return what another voting unit would change; only for whoever leads the meeting."""
    said: list[str] = []
    for each in facts.would_differ:
        names = listed([_("number {number}", number=item) for item in each.items[:3]])
        words = _("By “{unit}” the order would differ on {items}.", unit=label(each.unit), items=names)
        said.append(words + (" " + _("Something else would be first.") if each.has_other_first else ""))
    return tuple(said)


def approval_words(facts: Facts, result: Result) -> str:
    """Return the simple majority as a fact."""
    approval = result.approval
    if approval is None:
        return ""
    number = current().number
    words = _("{for_it} for, {against} against", for_it=number(approval.in_favour), against=number(approval.against))
    majority = _("more for than against") if approval.majority else _("not more for than against")
    if facts.tally.method in IN_COLUMNS and result.column is not None:
        names = column_names(facts.sheet)
        where = names[result.column] if result.column < len(names) else str(result.column + 1)
        return f"{where}: {words} ({majority})"
    return f"{words} ({majority})"


def finger_words(facts: Facts, result: Result) -> tuple[str, ...]:
    """Return what a fist of five says: whether it passes, who is asked to speak, and blocks."""
    fingers = result.fingers
    if fingers is None:
        return ()
    said = [_("Passes: all show three or more.") if fingers.passes else _("Does not pass yet.")]
    if fingers.blocks:
        said.append(ngettext("{count} blocks.", "{count} block.", fingers.blocks))
    if fingers.must_speak:
        names = listed([facts.name(each) for each in fingers.speakers])
        count = ngettext("{count} shows two or fewer.", "{count} show two or fewer.", fingers.must_speak)
        said.append(f"{count} " + (_("Let {names} speak.", names=names) if names else _("Ask who wants to speak.")))
    return tuple(said)
