"""The ranking protocol among the appendices: what every round came to, and the order by criteria."""

from __future__ import annotations

from smartstad_desktop.exchange.documents.document import (
    Align,
    Block,
    Column,
    Heading,
    KeyValues,
    Manner,
    Section,
    Table,
    cell,
    paragraph,
)
from smartstad_desktop.reads.plan.told_rounds import ToldRound
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.round_words import agreement_words, must_words, scale_words, spread_words, value_words
from smartstad_desktop.usecases.plan_document.material import Material
from smartstad_desktop.usecases.plan_document.method import round_name, unit_words
from smartstad_desktop.usecases.plan_document.priority import order_blocks


def protocol_sections(material: Material) -> tuple[Section, ...]:
    """Return the results of the rounds and both orders; nothing when there are none."""
    phrases = material.phrases
    orders = order_blocks(material)
    if not material.evidence.rounds and not orders:
        return ()
    lead = phrases.text("Items are called by their number on the ballot. Spread is the standard deviation.")
    title = Section(Heading(phrases.text("Appendix: ranking protocol")), (paragraph(lead, Manner.LEAD),))
    rounds = tuple(_round(material, each) for each in material.evidence.rounds)
    if not orders:
        return (title, *rounds)
    heading, *rest = orders
    assert isinstance(heading, Heading)  # noqa: S101  order_blocks begins with its heading
    return (title, *rounds, Section(heading, tuple(rest), starts_page=False))


def _round(material: Material, each: ToldRound) -> Section:
    phrases, tally = material.phrases, each.tally
    day = phrases.day(each.day) if each.day else ""
    facts = (
        (phrases.text("Workshop"), ", ".join(part for part in (each.session, each.occasion, day) if part)),
        (phrases.text("Question"), each.sheet.question),
        (phrases.text("One vote is"), unit_words(material, each)),
        (phrases.text("Scale"), scale_words(each.sheet.rules, each.sheet.columns, phrases)),
        (phrases.text("Answered"), _answered(material, each)),
        (phrases.text("Agreement"), _agreement(material, each)),
    )
    blocks: list[Block] = [KeyValues(tuple((name, cell(text)) for name, text in facts if text))]
    if tally.results:
        blocks.append(_results(material, each))
    else:
        blocks.append(paragraph(phrases.text("Fewer than three answered, so the result is not told.")))
    if must := must_words(tally, each.effort, phrases):
        blocks.append(paragraph(must, Manner.NOTE))
    return Section(Heading(round_name(material, each), 3), tuple(blocks), starts_page=False)


def _answered(material: Material, each: ToldRound) -> str:
    phrases, tally, turnout = material.phrases, each.tally, each.sheet.turnout
    told = phrases.plural("{count} ballot", "{count} ballots", tally.ballots_cast)
    if tally.blank:
        told += ", " + phrases.plural("{count} blank", "{count} blank", tally.blank)
    share = phrases.text("{done} of {total}", done=turnout.answered, total=turnout.asked)
    return f"{share} ({told})" if turnout.asked else told


def _agreement(material: Material, each: ToldRound) -> str:
    tally = each.tally
    if tally.agreement is None or tally.agreement_level is None or not tally.results:
        return ""
    return f"{label(tally.agreement_level, material.phrases)} ({material.phrases.percent(tally.agreement)})"


def _results(material: Material, each: ToldRound) -> Table:
    phrases, titles = material.phrases, each.titles
    columns = (
        Column(phrases.text("Place"), 10, Align.RIGHT),
        Column(phrases.text("Item"), 56),
        Column(phrases.text("Result"), 34),
        Column(phrases.text("Spread"), 16, Align.RIGHT),
        Column(phrases.text("Agreement"), 19, Align.RIGHT),
    )
    highest = each.sheet.rules.scale[1]
    rows = tuple(
        (
            cell("–" if result.place is None else str(result.place)),
            cell(f"{result.item}. {titles.get(result.item) or phrases.text('Confidential project')}"),
            cell(
                "–"
                if result.item in each.few
                else value_words(each.tally, highest, each.sheet.columns, result, phrases)
            ),
            cell(spread_words(result, phrases)),
            cell(agreement_words(result, phrases)),
        )
        for result in each.tally.results
    )
    return Table(columns, rows, phrases.text("Result of {round}", round=round_name(material, each)))
