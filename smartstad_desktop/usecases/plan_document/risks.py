"""The part of the plan document about risks: where they stand in a picture, and how each is met."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from smartstad_desktop.domain.programme.risks import STEPS, Gravity, gravity
from smartstad_desktop.exchange.documents.document import (
    Align,
    Block,
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
from smartstad_desktop.exchange.documents.drawing import Anchor, Box, Drawing, Shape, Words
from smartstad_desktop.exchange.documents.word_room import wrapped
from smartstad_desktop.reads.programme.risks import RiskRow
from smartstad_desktop.text.programme.risks import CONSEQUENCES, LIKELIHOODS, count_words, step_words, value_words
from smartstad_desktop.usecases.plan_document.material import Material

_TONES: Final = {Gravity.HIGH: Tone.BAD, Gravity.MEDIUM: Tone.STRONG, Gravity.LOW: Tone.PLAIN}
_GROUNDS: Final = {Gravity.HIGH: "attention_tint", Gravity.MEDIUM: "primary_tint", Gravity.LOW: "panel"}
_NAMES: Final = 92.0
_CELL: Final = 96.0
_HIGH: Final = 34.0
_SIZE: Final = 8.0


def risk_section(material: Material) -> Section | None:
    """Return the open risks as a picture and a table, the gravest first, or None when there are none."""
    phrases = material.phrases
    risks = [risk for risk in material.evidence.risks if risk.is_open]
    if not risks:
        return None
    lead = phrases.text("Likelihood times consequence, each from 1 to 4; the most is 16.")
    counted = count_words((risk.gravity for risk in risks), phrases)
    blocks: list[Block] = [paragraph(f"{lead} {counted[0].upper()}{counted[1:]}.", Manner.LEAD)]
    note = phrases.text("The figures are the numbers of the risks in the table.")
    blocks += [_figure(material, risks), paragraph(note, Manner.NOTE), _table(material, risks)]
    return Section(Heading(phrases.text("Risks")), tuple(blocks), starts_page=False)


def _table(material: Material, risks: list[RiskRow]) -> Table:
    phrases = material.phrases
    touched: defaultdict[int, list[str]] = defaultdict(list)
    for number, measure in material.measures:
        for risk in measure.risks:
            touched[risk.risk].append(str(number))
    has_owners = any(risk.owner for risk in risks)
    columns = (
        Column(phrases.text("No."), 5, Align.RIGHT),
        Column(phrases.text("Risk"), 38),
        Column(phrases.text("Weight"), 15),
        Column(phrases.text("Response"), 38),
        *((Column(phrases.text("Owner"), 25),) if has_owners else ()),
        Column(phrases.text("Measures"), 13),
    )
    rows = tuple(
        (
            cell(str(number)),
            cell(risk.name.in_language(phrases.language)),
            Cell(cell(value_words(risk.value, risk.gravity, phrases), _TONES[risk.gravity]).runs),
            cell(risk.response.in_language(phrases.language) or "–"),
            *((cell(risk.owner or "–"),) if has_owners else ()),
            cell(", ".join(touched[risk.id]) or "–"),
        )
        for number, risk in enumerate(risks, start=1)
    )
    return Table(columns, rows, phrases.text("Risks with weight and response"))


def _figure(material: Material, risks: list[RiskRow]) -> Drawing:
    """Return a field for each likelihood and consequence, with the numbers of the risks that stand there."""
    phrases = material.phrases
    held: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for number, risk in enumerate(risks, start=1):
        held[risk.likelihood, risk.consequence].append(str(number))
    shapes: list[Shape] = []
    for row, likelihood in enumerate(reversed(STEPS)):
        top = row * _HIGH
        shapes.append(Words(x=0, y=top + _HIGH / 2 + 3, text=step_words(LIKELIHOODS, likelihood, phrases), size=_SIZE))
        for consequence in STEPS:
            shapes += _field(likelihood, consequence, top, held[likelihood, consequence])
    height = _HIGH * len(STEPS)
    for column, consequence in enumerate(STEPS):
        shapes.append(
            Words(
                x=_NAMES + column * _CELL + _CELL / 2,
                y=height + 12,
                text=step_words(CONSEQUENCES, consequence, phrases),
                size=_SIZE,
                anchor=Anchor.MIDDLE,
            )
        )
    axes = f"{phrases.text('Likelihood')} ↑   {phrases.text('Consequence')} →"
    shapes.append(Words(x=0, y=height + 12, text=axes, size=_SIZE, role="ink_soft", is_strong=True))
    told = "; ".join(
        f"{step_words(LIKELIHOODS, at[0], phrases)}, {step_words(CONSEQUENCES, at[1], phrases)}: {', '.join(found)}"
        for at, found in sorted(held.items(), reverse=True)
        if found
    )
    return Drawing(width=_NAMES + _CELL * len(STEPS), height=height + 18, shapes=tuple(shapes), alternative=f"{told}.")


def _field(likelihood: int, consequence: int, top: float, numbers: list[str]) -> Iterator[Shape]:
    left = _NAMES + (consequence - 1) * _CELL
    grave = gravity(likelihood, consequence)
    yield Box(
        x=left + 1,
        y=top + 1,
        width=_CELL - 2,
        height=_HIGH - 2,
        fill=_GROUNDS[grave],
        edge="attention" if grave is Gravity.HIGH else "",
        radius=3,
    )
    lines = wrapped(", ".join(numbers), 9, _CELL - 10, 2, is_strong=True)
    for index, line in enumerate(lines):
        yield Words(
            x=left + _CELL / 2,
            y=top + _HIGH / 2 + 3 + (index - (len(lines) - 1) / 2) * 11,
            text=line,
            size=9,
            is_strong=True,
            anchor=Anchor.MIDDLE,
        )
