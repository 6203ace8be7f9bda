"""What a round of voting and its outcome are called in documents: columns, scale, values, movement."""

from __future__ import annotations

from collections.abc import Sequence

from smartstad_desktop.domain.workshop.effort import Effort
from smartstad_desktop.domain.workshop.results import Result, Tally
from smartstad_desktop.domain.workshop.rounds import Moved, Movement
from smartstad_desktop.domain.workshop.voting import EFFORT, HUNDRED, IMPACT, IN_COLUMNS, SHARED_OUT, Method, Rules
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import Phrasebook

#: What one decimal cannot show.
_TINY = 0.05


def column_names(method: Method, columns: Sequence[str], phrases: Phrasebook) -> tuple[str, ...]:
    """Return what the columns of a round are called, from the best."""
    if columns:
        return tuple(columns)
    if method is Method.MOSCOW:
        return phrases.text("Must"), phrases.text("Should"), phrases.text("Could"), phrases.text("Not now")
    return phrases.text("Now"), phrases.text("Next"), phrases.text("Later"), phrases.text("Not now")


def axis_name(axis: str, phrases: Phrasebook) -> str:
    """Return what an axis of benefit × effort is called; anything else has no name here."""
    return {IMPACT: phrases.text("Benefit"), EFFORT: phrases.text("Effort")}.get(axis, axis)


def figure(value: float, phrases: Phrasebook) -> str:
    """Return a value with a decimal only where it has one."""
    return phrases.number(value, 0 if abs(value - round(value)) < _TINY else 1)


def scale_words(rules: Rules, columns: Sequence[str], phrases: Phrasebook) -> str:
    """Return what one could give, in one line."""
    if rules.method is Method.DOTS:
        told = phrases.plural("{count} dot each", "{count} dots each", rules.marks)
        most = phrases.plural("at most {count} on an item", "at most {count} on an item", rules.most_per_item)
        return f"{told}, {most}"
    if rules.method in IN_COLUMNS:
        return ", ".join(column_names(rules.method, columns, phrases))
    lowest, highest = (figure(end, phrases) for end in rules.scale)
    return {
        Method.IMPACT_EFFORT: phrases.text("benefit and effort {lowest}–{highest}", lowest=lowest, highest=highest),
        Method.THREE_TWO_ONE: phrases.text("3, 2 and 1 point"),
        Method.HUNDRED: phrases.text("{sum} kronor each", sum=HUNDRED),
        Method.RANKING: phrases.text("places {lowest}–{highest}", lowest=lowest, highest=highest),
        Method.FIST: phrases.text("fingers {lowest}–{highest}", lowest=lowest, highest=highest),
        Method.CRITERIA: phrases.text("scores {lowest}–{highest}", lowest=lowest, highest=highest),
        Method.PAIRS: phrases.text("pair by pair"),
    }[rules.method]


def value_words(tally: Tally, highest: float, columns: Sequence[str], result: Result, phrases: Phrasebook) -> str:
    """Return what came out for an item, as short as it can be said."""
    if not result.ballots:
        return phrases.text("nobody has answered")
    if tally.method in IN_COLUMNS:
        names = column_names(tally.method, columns, phrases)
        counted = enumerate(result.columns)
        return " · ".join(f"{names[at]} {figure(count, phrases)}" for at, count in counted if count and at < len(names))
    if tally.method in SHARED_OUT:
        return _shared_out(tally.method, result, phrases)
    if tally.method is Method.PAIRS:
        duels = {"wins": result.wins, "draws": result.draws, "losses": result.losses}
        return phrases.text("{wins} won, {draws} equal, {losses} lost", **duels)
    if result.x is not None and result.y is not None:
        both = {"benefit": phrases.number(result.y.mean, 1), "effort": phrases.number(result.x.mean, 1)}
        quadrant = "" if result.quadrant is None else " · " + label(result.quadrant, phrases)
        return phrases.text("benefit {benefit}, effort {effort}", **both) + quadrant
    mean = phrases.number(result.mean or 0, 1)
    if tally.method is Method.RANKING:
        return phrases.text("mean place {mean}", mean=mean)
    return phrases.text("{mean} of {highest}", mean=mean, highest=figure(highest, phrases))


def _shared_out(method: Method, result: Result, phrases: Phrasebook) -> str:
    told = {"sum": figure(result.value or 0, phrases), "supporters": result.supporters}
    count = 1 if told["sum"] == "1" else 2
    if method is Method.DOTS:
        return phrases.plural("{sum} dot from {supporters}", "{sum} dots from {supporters}", count, **told)
    if method is Method.THREE_TWO_ONE:
        return phrases.plural("{sum} point from {supporters}", "{sum} points from {supporters}", count, **told)
    return phrases.plural("{sum} krona from {supporters}", "{sum} kronor from {supporters}", count, **told)


def must_words(tally: Tally, effort: Effort, phrases: Phrasebook) -> str:
    """Return that too much is a must, and what that was reckoned by; empty when it is not too much."""
    if not tally.is_overloaded or tally.must_share is None:
        return ""
    share = phrases.percent(tally.must_share)
    told = phrases.text("{share} of what is to be done is a must. Above 60 % it is hard to keep.", share=share)
    return f"{told} {_weighed_by(tally, effort, phrases)}"


def _weighed_by(tally: Tally, effort: Effort, phrases: Phrasebook) -> str:
    if not tally.is_must_by_effort:
        return phrases.text("Reckoned by the number of projects.")
    if effort.round is None:
        return phrases.text("Reckoned by the projects’ budgets.")
    return phrases.text("Reckoned by the effort the group judged in round {number}.", number=effort.round)


def spread_words(result: Result, phrases: Phrasebook) -> str:
    """Return how far apart the answers lie, on both axes where there are two."""
    axes = [axis.spread for axis in (result.y, result.x) if axis is not None]
    known = [spread for spread in axes or [result.spread] if spread is not None]
    return " / ".join(f"±{phrases.number(spread.deviation, 1)}" for spread in known) or "–"


def agreement_words(result: Result, phrases: Phrasebook) -> str:
    """Return how far the group agrees on an item; on two axes by the one that parts it most."""
    axes = [axis.agreement for axis in (result.x, result.y) if axis is not None and axis.agreement is not None]
    agreement = min(axes) if axes else result.agreement
    return "–" if agreement is None else phrases.percent(agreement)


def moved_words(movement: Movement, phrases: Phrasebook) -> str:
    """Return how an item moved since the first round."""
    match movement.moved:
        case Moved.UP:
            return phrases.text("Up from place {place}", place=movement.from_place)
        case Moved.DOWN:
            return phrases.text("Down from place {place}", place=movement.from_place)
        case Moved.CAME:
            return phrases.text("New since the first round")
        case Moved.WENT:
            return phrases.text("Gone since the first round")
        case Moved.STAYED:
            return phrases.text("Same place as in the first round")
