"""The part of the plan document about priorities: criteria and weights, how firm the order is, and both orders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from smartstad_desktop.domain.order import order as rules
from smartstad_desktop.domain.order.order import Order, Row
from smartstad_desktop.domain.order.priority import FEWEST
from smartstad_desktop.domain.order.scoring import Spread
from smartstad_desktop.domain.order.weighed import Facts
from smartstad_desktop.exchange.documents.document import (
    Align,
    Block,
    Column,
    Heading,
    Manner,
    Table,
    Tone,
    cell,
    paragraph,
)
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import Phrasebook
from smartstad_desktop.usecases.plan_document.material import Material

#: As many projects are said to stay among the first.
_FIRST: Final = 3
#: A weighed mean of fewer answers than this share of all weight is marked.
_WHOLE: Final = 0.995


def criteria_blocks(material: Material) -> list[Block]:
    """Return the criteria with their weights and how firm the order is; nothing when nothing has been scored."""
    found = _found(material)
    if found is None:
        return []
    facts, made, _placed = found
    phrases = material.phrases
    lead = phrases.text(
        "Each project has a score from 1 to 5 on each criterion. The order follows their weighed mean; "
        "a criterion without a score counts neither for nor against."
    )
    blocks: list[Block] = [Heading(phrases.text("Criteria and weights"), 3), paragraph(lead)]
    blocks += [paragraph(_source(facts, phrases)), _criteria(facts, made, phrases)]
    return [*blocks, *_firmness(facts, made, phrases)]


def order_blocks(material: Material) -> list[Block]:
    """Return the computed order beside the decided one; nothing when nothing has been scored."""
    found = _found(material)
    if found is None or material.priority is None:
        return []
    facts, _made, placed = found
    phrases = material.phrases
    blocks: list[Block] = [Heading(phrases.text("The order by criteria"), 3), *_by_hand(placed, phrases)]
    blocks += [Heading(phrases.text("Both orders"), 3), _orders(placed, phrases)]
    return [*blocks, *_left(material, len(facts.projects) - len(placed))]


def places(material: Material) -> dict[int, tuple[int, int]]:
    """Return the place of each project in the decided order, and of how many."""
    found = _found(material)
    if found is None:
        return {}
    return {row.project.id: (row.final_place or 0, len(found[2])) for row in found[2]}


def _found(material: Material) -> tuple[Facts, Order, list[Row]] | None:
    """Return the order of what is not confidential, or None when nothing has a place in it."""
    if material.priority is None:
        return None
    shown = tuple(project for project in material.priority.projects if not project.is_confidential)
    facts = replace(material.priority, projects=shown)
    made = rules.order(facts)
    placed = [row for row in made.final if row.place is not None]
    return (facts, made, placed) if placed and sum(made.weights) else None


def _source(facts: Facts, phrases: Phrasebook) -> str:
    """Return where the weights come from."""
    joint = facts.weightings.get(None)
    own = sum(bool(each.shares) for whose, each in facts.weightings.items() if whose is not None)
    if joint is None or not joint.shares:
        text = phrases.text("The weights are the programme’s own.")
    else:
        text = phrases.text(
            "The weights were agreed together on {day} (method: {method}).",
            day=phrases.day(datetime.fromisoformat(joint.at).date()) if joint.at else "–",
            method=label(joint.method, phrases).lower(),
        )
    if not own:
        return text
    more = phrases.plural(
        "{count} municipality has weighed for itself.", "{count} municipalities have weighed for themselves.", own
    )
    return f"{text} {more}"


def _criteria(facts: Facts, made: Order, phrases: Phrasebook) -> Table:
    mean = rules.mean_weights(facts)
    spreads: Sequence[Spread | None] = mean.spreads if mean is not None else ()
    is_spread = bool(mean and mean.spreads and mean.spreads[0].count >= FEWEST)
    columns = [
        Column(phrases.text("Criterion"), 46),
        Column(phrases.text("Scale"), 22),
        Column(phrases.text("Weight"), 14, Align.RIGHT),
    ]
    if is_spread:
        columns.append(Column(phrases.text("Among the municipalities"), 26, Align.RIGHT))
    whole = sum(made.weights)
    rows = [
        [
            cell(criterion.name.in_language(phrases.language), Tone.STRONG),
            cell(label(criterion.direction, phrases)),
            cell(phrases.percent(made.weights[number] / whole)),
            *([cell(_from_to(spreads[number], phrases))] if is_spread else []),
        ]
        for number, criterion in enumerate(facts.criteria)
    ]
    return Table(tuple(columns), tuple(tuple(row) for row in rows), phrases.text("Criteria and their weights"))


def _from_to(spread: Spread | None, phrases: Phrasebook) -> str:
    return "–" if spread is None else f"{phrases.percent(spread.lowest)} – {phrases.percent(spread.highest)}"


def _firmness(facts: Facts, made: Order, phrases: Phrasebook) -> list[Block]:
    """Return how far the order depends on the exact weights."""
    # Loads numpy, which only this part of the document needs.
    from smartstad_desktop.domain.order import robustness as robust  # noqa: PLC0415  see above

    placed = [row for row in made.rows if row.place is not None]
    if len(placed) < 2:  # noqa: PLR2004  one alone has no order
        return []
    first = min(_FIRST, len(placed))
    field = robust.Field(rules.score_rows(facts), facts.directions)
    found = field.robustness(made.weights, bands=(first,), weightings=robust.AT_REST)
    numbers = {project.id: number for number, project in enumerate(facts.projects)}
    share = min(found.standings[numbers[row.project.id]].keeps_band for row in placed[:first])
    told = phrases.text(
        "Each of the first {count} stays among them in at least {share} of {weightings} plausible weightings.",
        count=phrases.number(first),
        share=phrases.percent(share),
        weightings=phrases.number(found.weightings),
    )
    return [paragraph(told)]


def _orders(placed: Sequence[Row], phrases: Phrasebook) -> Table:
    """Return both orders beside each other."""
    is_spread = any(row.spread is not None for row in placed)
    columns = [
        Column(phrases.text("Place"), 10, Align.RIGHT),
        Column(phrases.text("Computed"), 15, Align.RIGHT),
        Column(phrases.text("Project"), 56),
        Column(phrases.text("Value"), 12, Align.RIGHT),
        Column(phrases.text("Answered"), 15, Align.RIGHT),
    ]
    if is_spread:
        columns.append(Column(phrases.text("Among the municipalities"), 22, Align.RIGHT))

    def between(spread: Spread | None) -> str:
        return "–" if spread is None else f"{phrases.number(spread.lowest, 1)} – {phrases.number(spread.highest, 1)}"

    rows = tuple(
        (
            cell(str(row.final_place), Tone.STRONG),
            cell(str(row.place)),
            cell(row.project.title, Tone.STRONG if row.by_hand is not None else Tone.PLAIN),
            cell("–" if row.value is None else phrases.number(row.value, 2)),
            cell(phrases.percent(row.valued.coverage), Tone.PLAIN if row.valued.coverage >= _WHOLE else Tone.SOFT),
            *((cell(between(row.spread)),) if is_spread else ()),
        )
        for row in placed
    )
    return Table(tuple(columns), rows, phrases.text("The order that was decided, beside the computed one"))


def _by_hand(placed: Sequence[Row], phrases: Phrasebook) -> list[Block]:
    """Return which places were decided against the computed order, and why."""
    moved = [(row, row.by_hand) for row in placed if row.by_hand is not None]
    if not moved:
        return [paragraph(phrases.text("No place was decided by hand: the order is the computed one."))]
    columns = (
        Column(phrases.text("Project"), 40),
        Column(phrases.text("Computed"), 15, Align.RIGHT),
        Column(phrases.text("Decided"), 13, Align.RIGHT),
        Column(phrases.text("Why"), 66),
    )
    rows = tuple(
        (
            cell(row.project.title, Tone.STRONG),
            cell(str(row.place)),
            cell(str(row.final_place)),
            cell(hand.reason),
        )
        for row, hand in moved
    )
    return [
        paragraph(phrases.text("Places decided by hand:")),
        Table(columns, rows, phrases.text("Places decided by hand, with reasons")),
    ]


def _left(material: Material, unscored: int) -> list[Block]:
    phrases = material.phrases
    # The plan's data holds no confidential project any more, only how many there are.
    confidential = material.data.left_out.get("project", 0)
    told: list[str] = []
    if unscored:
        told.append(
            phrases.plural(
                "{count} project has no score and stands in no order.",
                "{count} projects have no score and stand in no order.",
                unscored,
            )
        )
    if confidential:
        told.append(
            phrases.plural(
                "{count} confidential item is left out.", "{count} confidential items are left out.", confidential
            )
        )
    return [paragraph(" ".join(told), Manner.NOTE)] if told else []
