"""The part of the plan document about how was prioritised: rounds, what one vote was, weights, other orders."""

from __future__ import annotations

from smartstad_desktop.domain.workshop.voting import Unit
from smartstad_desktop.exchange.documents.document import (
    Align,
    Block,
    BulletList,
    Cell,
    Column,
    Heading,
    Manner,
    Section,
    Table,
    Tone,
    cell,
    paragraph,
)
from smartstad_desktop.reads.plan.told_rounds import ToldRound
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.workshop.laps import lap_words
from smartstad_desktop.usecases.plan_document.material import Material, joined
from smartstad_desktop.usecases.plan_document.priority import criteria_blocks


def method_section(material: Material) -> Section | None:
    """Return how the measures were chosen, or None when nothing was voted on and nothing scored."""
    phrases = material.phrases
    rounds, criteria = material.evidence.rounds, criteria_blocks(material)
    if not rounds and not criteria:
        return None
    blocks: list[Block] = []
    if rounds:
        lead = phrases.text(
            "The municipalities answered in silence and at the same time; then the results were shown and talked "
            "about. No ballot is told here, only what they came to."
        )
        blocks += [paragraph(lead, Manner.LEAD), _rounds(material), *_notes(material)]
    blocks += criteria
    told = phrases.text(
        "The results of each round, and both orders, stand in the ranking protocol among the appendices."
    )
    blocks.append(paragraph(told, Manner.NOTE))
    return Section(Heading(phrases.text("How the measures were prioritised")), tuple(blocks), starts_page=False)


def round_name(material: Material, each: ToldRound) -> str:
    """Return what a round is called: its number and its method."""
    phrases = material.phrases
    return phrases.text(
        "Round {number}: {method}", number=lap_words(each.sheet.lap, phrases), method=label(each.sheet.method, phrases)
    )


def _rounds(material: Material) -> Table:
    phrases = material.phrases
    columns = (
        Column(phrases.text("Day"), 17),
        Column(phrases.text("Workshop"), 27),
        Column(phrases.text("Round"), 34),
        Column(phrases.text("One vote is"), 30),
        Column(phrases.text("Answered"), 15, Align.RIGHT),
    )
    rows = tuple(
        (
            cell(phrases.day(each.day) if each.day else "–"),
            cell(each.session),
            cell(round_name(material, each), Tone.STRONG),
            cell(unit_words(material, each)),
            _answered(material, each),
        )
        for each in material.evidence.rounds
    )
    return Table(columns, rows, phrases.text("Rounds of voting that the plan rests on"))


def unit_words(material: Material, each: ToldRound) -> str:
    """Return what one vote is in a round, with how much each municipality counts where they do not count alike."""
    told = label(each.sheet.unit, material.phrases)
    if not each.weights:
        return told
    named = [f"{name} {material.phrases.number(weight)}" for name, weight in sorted(each.weights.items())]
    return f"{told}: {', '.join(named)}"


def _answered(material: Material, each: ToldRound) -> Cell:
    turnout = each.sheet.turnout
    told = material.phrases.text("{done} of {total}", done=turnout.answered, total=turnout.asked)
    return cell(told if turnout.asked else "–")


def _notes(material: Material) -> list[Block]:
    """Return the rule of decision, the quorum, and on what another unit of voting would have differed."""
    phrases = material.phrases
    told: list[str] = []
    for each in material.evidence.rounds:
        quorum = _quorum(material, each)
        if quorum and quorum not in told:
            told.append(quorum)
    decided = dict.fromkeys(each.decision_rule for each in material.evidence.rounds if each.decision_rule)
    told += [phrases.text("Rule of decision: {rule}", rule=rule) for rule in decided]
    told += [text for each in material.evidence.rounds for text in differences(material, each)]
    if material.evidence.rounds and not any(each.differences for each in material.evidence.rounds):
        told.append(phrases.text("Every other unit of voting would have given the same first five."))
    return [BulletList(tuple(told))] if told else []


def _quorum(material: Material, each: ToldRound) -> str:
    phrases = material.phrases
    parts: list[str] = []
    if each.quorum_municipalities:
        parts.append(phrases.plural("{count} municipality", "{count} municipalities", each.quorum_municipalities))
    if each.quorum_persons:
        parts.append(phrases.plural("{count} person", "{count} persons", each.quorum_persons))
    if not parts:
        return ""
    return phrases.text("Quorum at “{workshop}”: at least {who}.", workshop=each.session, who=", ".join(parts))


def differences(material: Material, each: ToldRound) -> list[str]:
    """Return on which items another unit of voting would have given another order."""
    phrases, titles = material.phrases, each.titles
    told: list[str] = []
    for other in each.differences:
        names = [titles.get(item) or phrases.text("Confidential project") for item in other.items]
        text = phrases.text(
            "{round}: by “{unit}” the order would differ on {items}.",
            round=f"{each.session}, {round_name(material, each)}",
            unit=label(Unit(other.unit), phrases).lower(),
            items=joined(names, material.phrases),
        )
        first = f" {phrases.text('Something else would be first.')}" if other.has_other_first else ""
        told.append(text + first)
    return told
