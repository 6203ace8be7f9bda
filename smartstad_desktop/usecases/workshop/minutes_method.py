"""How a round in the minutes was voted: its rules, its times, who answered, and the criteria it was locked with."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from smartstad_desktop.domain.workshop.turns import taken_up_again
from smartstad_desktop.domain.workshop.voting import Method, Unit
from smartstad_desktop.exchange.documents.document import Align, Block, Cell, Column, Table, cell
from smartstad_desktop.reads.workshop.results import Outcome
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.round_words import figure, scale_words
from smartstad_desktop.usecases.workshop.minutes_material import Material, is_told, lines


def method_pairs(material: Material, counted: Outcome) -> tuple[tuple[str, Cell], ...]:
    """Return the method sheet of a round: its rules, its times, and who answered."""
    phrases, sheet = material.phrases, counted.sheet
    pairs = (
        (phrases.text("Question"), sheet.question),
        (phrases.text("One vote is"), _unit(material, counted)),
        (phrases.text("May be told"), label(sheet.visibility, phrases)),
        (phrases.text("Scale"), scale_words(sheet.rules, sheet.columns, phrases)),
        (phrases.text("Lines between the fields"), _cut(material, counted)),
        (
            phrases.text("Own projects"),
            phrases.text("Left to the others by the municipality that leads them") if sheet.has_recusal else "",
        ),
        (
            phrases.text("Left out as unclear"),
            ", ".join(material.title(each) for each in sheet.items if each.is_unclear),
        ),
        (phrases.text("Times"), _times(material, counted)),
        (phrases.text("Ballots"), _ballots(material, counted)),
        (phrases.text("How they came in"), _channels(material, counted)),
        (phrases.text("Agreement"), _agreement(material, counted) if is_told(counted) else ""),
    )
    return tuple((name, cell(text)) for name, text in pairs if text)


def _unit(material: Material, counted: Outcome) -> str:
    phrases, sheet = material.phrases, counted.sheet
    told = label(sheet.unit, phrases)
    weights = {Unit.KEY: sheet.rules.key, Unit.POPULATION: sheet.rules.populations}.get(sheet.unit)
    if not weights:
        return told
    here = {caster.municipality for caster in sheet.casters}
    named = [f"{material.name(town)} {phrases.number(each)}" for town, each in weights.items() if town in here]
    return f"{told}: {', '.join(named)}"


def _cut(material: Material, counted: Outcome) -> str:
    phrases, sheet = material.phrases, counted.sheet
    if sheet.method is not Method.IMPACT_EFFORT:
        return ""
    effort, benefit = sheet.rules.cut
    both = {"benefit": figure(benefit, phrases), "effort": figure(effort, phrases)}
    return phrases.text("benefit {benefit}, effort {effort}", **both)


def _times(material: Material, counted: Outcome) -> str:
    phrases, sheet = material.phrases, counted.sheet
    again = [
        (phrases.text("revealed again") if each.is_revealed else phrases.text("answers taken up again"), each.at)
        for each in taken_up_again(material.history.turns.get(sheet.id, ()))
    ]
    named = (
        (phrases.text("opened"), _moment(sheet.opened_at)),
        (phrases.text("revealed"), _moment(sheet.revealed_at)),
        *again,
        (phrases.text("closed"), _moment(sheet.closed_at)),
    )
    return ", ".join(f"{name} {material.clock(at)}" for name, at in named if at is not None)


def _moment(written: str | None) -> datetime | None:
    return None if written is None else datetime.fromisoformat(written)


def _ballots(material: Material, counted: Outcome) -> str:
    phrases, tally = material.phrases, counted.tally
    told = phrases.plural("{count} ballot", "{count} ballots", tally.ballots_cast)
    if tally.blank:
        told += ", " + phrases.plural("{count} blank", "{count} blank", tally.blank)
    return f"{told}. {_turnout(material, counted)}".rstrip()


def _turnout(material: Material, counted: Outcome) -> str:
    """Return who had answered when the room saw the answers; who was asked cannot be told when everybody has left."""
    phrases, sheet = material.phrases, counted.sheet
    share = {"done": sheet.turnout.answered, "total": sheet.turnout.asked}
    if sheet.at_reveal is not None:
        return phrases.text("When they were revealed, {done} of {total} had answered.", **share)
    return phrases.text("{done} of {total} have answered", **share) + "." if material.is_draft else ""


def _channels(material: Material, counted: Outcome) -> str:
    found = Counter(ballot.channel for ballot in counted.ballots)
    return ", ".join(f"{label(channel, material.phrases)}: {count}" for channel, count in sorted(found.items()))


def _agreement(material: Material, counted: Outcome) -> str:
    tally = counted.tally
    if tally.agreement is None or tally.agreement_level is None:
        return ""
    return f"{label(tally.agreement_level, material.phrases)} ({material.phrases.percent(tally.agreement)})"


def criteria_tables(material: Material, counted: Outcome) -> list[Block]:
    """Return the criteria as the round was locked with them, each step in words."""
    phrases, criteria = material.phrases, counted.sheet.criteria
    if not criteria:
        return []
    whole = sum(each.weight for each in criteria) or 1
    columns = (
        Column(phrases.text("Criterion"), 30),
        Column(phrases.text("Weight"), 11, Align.RIGHT),
        Column(phrases.text("Steps"), 60),
    )
    rows = tuple(
        (
            lines(each.name.in_language(phrases.language), label(each.direction, phrases)),
            cell(phrases.percent(each.weight / whole)),
            lines(*(f"{step} {text.in_language(phrases.language)}" for step, text in sorted(each.steps.items()))),
        )
        for each in criteria
    )
    return [Table(columns, rows, phrases.text("Criteria, weights and steps"))]
