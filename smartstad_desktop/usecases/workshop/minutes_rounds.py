"""A round in the minutes: how it was voted, what came out, how far apart the answers lay, and what was said."""

from __future__ import annotations

from smartstad_desktop.domain.order.priority import FEWEST
from smartstad_desktop.domain.workshop.alternatives import would_differ
from smartstad_desktop.domain.workshop.disclosure import is_told_by_few
from smartstad_desktop.domain.workshop.meeting import NoteKind
from smartstad_desktop.domain.workshop.results import Result
from smartstad_desktop.domain.workshop.rounds import Movement, movement
from smartstad_desktop.domain.workshop.voting import IN_COLUMNS, Method
from smartstad_desktop.exchange.documents.document import (
    Align,
    Block,
    BulletList,
    Cell,
    Column,
    Heading,
    KeyValues,
    Manner,
    Section,
    Table,
    cell,
    paragraph,
)
from smartstad_desktop.reads.workshop.results import Outcome
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.round_words import (
    agreement_words,
    column_names,
    figure,
    moved_words,
    must_words,
    spread_words,
    value_words,
)
from smartstad_desktop.text.workshop.laps import lap_words
from smartstad_desktop.usecases.workshop.minutes_material import Material, is_told, paper_mark
from smartstad_desktop.usecases.workshop.minutes_method import criteria_tables, method_pairs
from smartstad_desktop.usecases.workshop.minutes_towns import town_tables


def round_section(material: Material, counted: Outcome) -> Section:
    """Return the method sheet of a round and, when the room has seen it, its result."""
    phrases, sheet = material.phrases, counted.sheet
    name = phrases.text(
        "Round {number}: {method}", number=lap_words(sheet.lap, phrases), method=label(sheet.method, phrases)
    )
    if sheet.opened_at is None:
        told = paragraph(phrases.text("The round was not held: {question}", question=sheet.question or "–"))
        return Section(Heading(name, 2), (told,), starts_page=False)
    blocks: list[Block] = [KeyValues(method_pairs(material, counted)), *criteria_tables(material, counted)]
    if not is_told(counted):
        blocks.append(paragraph(_why_not_told(material, counted)))
    elif counted.tally.is_small:
        blocks.append(paragraph(phrases.text("Fewer than three answered, so the result is not told.")))
    else:
        blocks += [*_results(material, counted), *town_tables(material, counted), *_facts(material, counted)]
    blocks += _explanations(material, counted)
    return Section(Heading(name, 2), tuple(blocks), starts_page=False)


def _why_not_told(material: Material, counted: Outcome) -> str:
    if counted.sheet.revealed_at is None:
        return material.phrases.text("The answers were not revealed, so they are not told.")
    return material.phrases.text("The answers were taken up again and not revealed anew, so they are not told.")


def _results(material: Material, counted: Outcome) -> list[Block]:
    phrases, sheet = material.phrases, counted.sheet
    moved = _moved(counted)
    columns = [
        Column(phrases.text("Place"), 9, Align.RIGHT),
        Column(phrases.text("Leads"), 11),
        Column(phrases.text("Item"), 40),
        Column(phrases.text("Result"), 36),
        Column(phrases.text("Spread"), 17, Align.RIGHT),
        Column(phrases.text("Agreement"), 18, Align.RIGHT),
    ]
    if moved:
        columns.append(Column(phrases.text("Since the first round"), 30))
    items = {item.number: item for item in sheet.items}
    rows: list[tuple[Cell, ...]] = []
    for result in counted.tally.results:
        item = items[result.item]
        row = [
            cell("–" if result.place is None else str(result.place)),
            Cell(marks=() if item.is_confidential else tuple(map(paper_mark, item.marks[:1]))),
            cell(f"{result.item}. {material.title(item)}"),
            cell("–" if is_told_by_few(result, sheet.method) else _value(material, counted, result)),
            cell(spread_words(result, phrases)),
            cell(agreement_words(result, phrases)),
        ]
        if moved:
            found = moved.get(result.item)
            row.append(cell(moved_words(found, phrases) if found else "–"))
        rows.append(tuple(row))
    caption = phrases.text("Result of round {number}", number=lap_words(sheet.lap, phrases))
    few = phrases.text("Spread is the standard deviation. Items are called by their number on the ballot.")
    return [Table(tuple(columns), tuple(rows), caption), paragraph(few, Manner.NOTE)]


def _value(material: Material, counted: Outcome, result: Result) -> str:
    phrases, sheet = material.phrases, counted.sheet
    told = value_words(counted.tally, sheet.rules.scale[1], sheet.columns, result, phrases)
    if sheet.method is Method.FIST and sum(result.columns) >= FEWEST:
        hands = [f"{fingers}: {figure(count, phrases)}" for fingers, count in enumerate(result.columns) if count]
        told = f"{told} ({', '.join(hands)})"
    return told


def _moved(counted: Outcome) -> dict[int, Movement]:
    before = counted.before
    return {} if before is None else {each.item: each for each in movement(before, counted.tally)}


def _facts(material: Material, counted: Outcome) -> list[Block]:
    """Return what is said about the round as a whole, what another unit would change, and the concerns."""
    phrases, tally = material.phrases, counted.tally
    said = [*_passing(material, counted), *_approvals(material, counted)]
    if must := must_words(tally, counted.sheet.effort, phrases):
        said.append(must)
    if tally.circular_triads:
        said.append(
            phrases.plural(
                "{count} circle: three items of which each wins over the next.",
                "{count} circles: three items of which each wins over the next.",
                tally.circular_triads,
            )
        )
    if tally.uncounted:
        said.append(
            phrases.plural(
                "{count} ballot has no place in this unit.",
                "{count} ballots have no place in this unit.",
                tally.uncounted,
            )
        )
    said += _differences(material, counted)
    blocks: list[Block] = [BulletList(tuple(said))] if said else []
    if tally.concerns:
        named = [
            f"{name}: {each.text}" if (name := material.name(each.municipality)) else each.text
            for each in tally.concerns
        ]
        blocks += [Heading(phrases.text("Concerns in their own words"), 3), BulletList(tuple(named))]
    return blocks


def _passing(material: Material, counted: Outcome) -> list[str]:
    phrases = material.phrases
    said: list[str] = []
    for result in counted.tally.results:
        fingers = result.fingers
        if fingers is None:
            continue
        said.append(
            phrases.text("Passes: all show three or more.")
            if fingers.passes
            else phrases.text("Does not pass: somebody shows two or fewer.")
        )
        if fingers.must_speak:
            said.append(phrases.plural("{count} shows two or fewer.", "{count} show two or fewer.", fingers.must_speak))
        if fingers.blocks:
            said.append(phrases.plural("{count} blocks.", "{count} block.", fingers.blocks))
    return said


def _approvals(material: Material, counted: Outcome) -> list[str]:
    """Return the simple majority in columns as a fact; the program decides nothing by it."""
    phrases, sheet = material.phrases, counted.sheet
    if sheet.method not in IN_COLUMNS:
        return []
    names = column_names(sheet.method, sheet.columns, phrases)
    clear = [
        f"{result.item} {names[result.column]}"
        for result in counted.tally.results
        if result.approval is not None and result.approval.majority and result.column is not None
    ]
    return [phrases.text("More than half chose the same column: {items}.", items=", ".join(clear))] if clear else []


def _differences(material: Material, counted: Outcome) -> list[str]:
    phrases = material.phrases
    said: list[str] = []
    for each in would_differ(counted.sheet.rules, counted.ballots):
        numbers = ", ".join(str(item) for item in each.items)
        unit = label(each.unit, phrases)
        told = phrases.text("By “{unit}” the order would differ on number {numbers}.", unit=unit, numbers=numbers)
        first = " " + phrases.text("Something else would be first.") if each.has_other_first else ""
        said.append(told + first)
    return said


def _explanations(material: Material, counted: Outcome) -> list[Block]:
    """Return reasons and reservations about items that lie in no column, which the decisions do not tell."""
    phrases = material.phrases
    mine = {item.id: item for item in counted.sheet.items}
    points: list[str] = []
    for note in material.notes(NoteKind.REASON, NoteKind.RESERVATION):
        item = mine.get(note.round_item) if note.round_item is not None else None
        if item is not None and item.about not in material.decided_projects:
            points.append(f"{item.number}. {material.title(item)}: {material.explained(note)}")
    if not points:
        return []
    return [Heading(phrases.text("Reasons and reservations"), 3), BulletList(tuple(points))]
