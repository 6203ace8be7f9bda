"""A municipality's part of the plan: what is asked of it, its measures and money, and the form for its decision."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Final

from smartstad_desktop.domain.plan.plan import TAKING_PART
from smartstad_desktop.exchange.documents.document import (
    Align,
    Block,
    BulletList,
    Cell,
    Column,
    Document,
    Heading,
    KeyFigures,
    KeyValues,
    Manner,
    Section,
    SignatureRow,
    SignatureTable,
    Table,
    Tone,
    cell,
    paragraph,
)
from smartstad_desktop.reads.plan.measure import MeasureRow
from smartstad_desktop.reads.plan.measure_parts import CommitmentRow
from smartstad_desktop.text.labels import label
from smartstad_desktop.usecases.packages.part import TownPart
from smartstad_desktop.usecases.plan_document.rich import rich_cell

#: As many years as fit beside the names of the measures.
_MOST_YEARS: Final = 6


def part_document(part: TownPart) -> Document:
    """Return the part of the plan that concerns one municipality."""
    phrases = part.phrases
    title = phrases.text(
        "{municipality} in the plan “{title}”", municipality=part.town.name, title=part.read.plan.title
    )
    sections = (
        _opening(part, title),
        _asked(part),
        _answers(part),
        _money(part),
        *(_measure(part, *each) for each in part.mine),
        _unanswered(part),
        _reservations(part),
        _risks(part),
        _form(part),
    )
    told = tuple(each for each in sections if each is not None)
    return part.document(title, phrases.text("Part of the plan"), told, is_of_plan=True)


def _opening(part: TownPart, title: str) -> Section:
    phrases, plan = part.phrases, part.read.plan
    pairs = (
        (phrases.text("Plan"), plan.title),
        (phrases.text("Version"), f"{plan.version}, {label(plan.status, phrases).lower()}"),
        (phrases.text("Case number"), plan.case_number),
        (phrases.text("Programme"), part.programme.name if part.programme else ""),
    )
    taking = [each for each in part.mine if each[2].role in TAKING_PART]
    budget = sum(said.budget or 0 for _number, _measure, said in part.mine)
    figures = KeyFigures(
        (
            (phrases.number(len(part.measures)), phrases.text("measures in the plan")),
            (phrases.number(len(taking)), phrases.text("you take part in")),
            (phrases.number(len(part.unanswered)), phrases.text("not answered yet")),
            (phrases.short_money(budget), phrases.text("your budget")),
        )
    )
    told = KeyValues(tuple((name, cell(value)) for name, value in pairs if value), boxed=True)
    return Section(Heading(title), (told, figures))


def _asked(part: TownPart) -> Section:
    phrases = part.phrases
    points: list[str] = []
    until = phrases.text(" by {day}", day=phrases.day(part.due)) if part.due else ""
    if part.unanswered:
        points.append(
            phrases.plural(
                "Answer {count} measure in the workbook{until}.",
                "Answer {count} measures in the workbook{until}.",
                len(part.unanswered),
                until=until,
            )
        )
    if part.is_draft:
        points.append(phrases.text("Check your answers in the workbook and send it back{until}.", until=until))
    else:
        points.append(
            phrases.text("The version is locked: what you change in the workbook goes into the next version.")
        )
    if part.mine:
        points.append(phrases.text("Let the right body decide on your measures, and fill in the form at the end."))
    told = phrases.text(
        "The steering group recommends. A measure binds you when your municipality itself has decided on it."
    )
    return _section(phrases.text("What is asked of you"), (BulletList(tuple(points)), paragraph(told, Manner.NOTE)))


def _answers(part: TownPart) -> Section | None:
    if not part.mine:
        return None
    phrases = part.phrases
    columns = (
        Column(phrases.text("No."), 6, Align.RIGHT),
        Column(phrases.text("Measure"), 40),
        Column(phrases.text("Commitment"), 20),
        Column(phrases.text("Year"), 14),
        Column(phrases.text("Budget"), 16, Align.RIGHT),
        Column(phrases.text("Adopted"), 24),
    )
    rows = tuple(
        (
            cell(str(number)),
            cell(measure.title, Tone.STRONG),
            cell(label(said.role, phrases)),
            cell(said.year or "–"),
            cell("–" if said.budget is None else phrases.short_money(said.budget)),
            cell(_adopted(part, measure, said)),
        )
        for number, measure, said in part.mine
    )
    return _section(phrases.text("Your commitments"), (Table(columns, rows, phrases.text("Your commitments")),))


def _adopted(part: TownPart, measure: MeasureRow, said: CommitmentRow) -> str:
    phrases = part.phrases
    for row in part.decision.adoptions:
        if row.municipality == part.town.id and (measure.id in row.measures or row.id == said.adoption_id):
            day = phrases.day(row.decided_on) if row.decided_on else ""
            return ", ".join(bit for bit in (label(row.outcome, phrases), row.body, day, row.paragraph) if bit)
    return said.adoption or ("–" if said.role not in TAKING_PART else phrases.text("waiting"))


def _money(part: TownPart) -> Section | None:
    """Return the budget by measure and year, where any year is told."""
    phrases = part.phrases
    years = sorted({each.year for _number, _measure, said in part.mine for each in said.years})
    if not years or len(years) > _MOST_YEARS:
        return None
    sums: Counter[int] = Counter()
    rows: list[tuple[Cell, ...]] = []
    for number, measure, said in part.mine:
        amounts = {each.year: each.amount for each in said.years}
        sums.update({year: int(amount) for year, amount in amounts.items()})
        shown = [cell(phrases.short_money(amounts[year]) if year in amounts else "–") for year in years]
        if amounts:
            rows.append((cell(f"{number}. {measure.title}"), *shown))
    columns = (Column(phrases.text("Measure"), 60), *(Column(str(year), 18, Align.RIGHT) for year in years))
    total = (
        cell(phrases.text("Together"), Tone.STRONG),
        *(cell(phrases.short_money(sums[year]), Tone.STRONG) for year in years),
    )
    name = phrases.text("Your budget per year")
    return _section(name, (Table(columns, tuple(rows), name, total),))


def _measure(part: TownPart, number: int, measure: MeasureRow, said: CommitmentRow) -> Section:
    phrases = part.phrases
    partners: defaultdict[str, list[str]] = defaultdict(list)
    names = {row.id: row.short_name for row in part.read.municipalities}
    for row in measure.commitments:
        partners[label(row.role, phrases)].append(names.get(row.municipality, "?"))
    together = "\n".join(f"{role}: {', '.join(towns)}" for role, towns in partners.items())
    pairs = (
        (phrases.text("Your commitment"), cell(_own_words(part, said), Tone.STRONG)),
        (phrases.text("Why"), rich_cell(measure.why)),
        (phrases.text("What"), rich_cell(measure.what)),
        (phrases.text("Effect"), rich_cell(measure.effect)),
        (phrases.text("Owner"), cell(measure.owner)),
        (phrases.text("Time"), cell(measure.time)),
        (phrases.text("Risk"), cell(measure.risk)),
        (phrases.text("Next decision"), cell(measure.next_decision)),
        (phrases.text("Municipalities"), cell(together)),
        (phrases.text("Your comment"), cell(said.comment)),
    )
    blocks = (KeyValues(tuple(pair for pair in pairs if pair[1].text)),)
    return _section(f"{number}. {measure.title}", blocks)


def _own_words(part: TownPart, said: CommitmentRow) -> str:
    phrases = part.phrases
    money = "" if said.budget is None else phrases.money(said.budget)
    return ", ".join(bit for bit in (label(said.role, phrases), said.year, money, said.owner_unit) if bit)


def _unanswered(part: TownPart) -> Section | None:
    if not part.unanswered:
        return None
    phrases = part.phrases
    columns = (
        Column(phrases.text("No."), 6, Align.RIGHT),
        Column(phrases.text("Measure"), 40),
        Column(phrases.text("What"), 60),
        Column(phrases.text("Time"), 22),
    )
    rows = tuple(
        (cell(str(number)), cell(measure.title, Tone.STRONG), rich_cell(measure.what), cell(measure.time))
        for number, measure in part.unanswered
    )
    name = phrases.text("Measures you have not answered")
    return _section(name, (Table(columns, rows, name),))


def _reservations(part: TownPart) -> Section | None:
    if not part.reservations:
        return None
    phrases = part.phrases
    names = {row.id: row.short_name for row in part.read.municipalities}
    titles = {measure.id: f"{number}. {measure.title}" for number, measure in part.measures}
    columns = (
        Column(phrases.text("About"), 34),
        Column(phrases.text("Who"), 30),
        Column(phrases.text("What was said"), 60),
    )
    whole = phrases.text("The whole plan")
    rows = tuple(
        (
            cell(titles.get(row.measure, whole) if row.measure else whole),
            cell(", ".join(bit for bit in (row.who, names[row.municipality] if row.municipality else "") if bit)),
            cell(f"{label(row.kind, phrases)}: {row.text}"),
        )
        for row in part.reservations
    )
    name = phrases.text("Reservations that concern you")
    return _section(name, (Table(columns, rows, name),))


def _risks(part: TownPart) -> Section | None:
    if not part.risks:
        return None
    phrases = part.phrases
    language = phrases.language
    columns = (
        Column(phrases.text("Risk"), 50),
        Column(phrases.text("Weight"), 14, Align.RIGHT),
        Column(phrases.text("Response"), 56),
    )
    rows = tuple(
        (cell(row.name.in_language(language)), cell(str(row.value)), cell(row.response.in_language(language)))
        for row in part.risks
    )
    name = phrases.text("Risks of the programme")
    return _section(name, (Table(columns, rows, name),))


def _form(part: TownPart) -> Section:
    """Return the form where the municipality writes what it decided; everything may be filled in by hand."""
    phrases = part.phrases
    columns = (
        Column(phrases.text("No."), 6, Align.RIGHT),
        Column(phrases.text("Measure"), 54),
        Column(phrases.text("Adopted (yes/no)"), 24),
        Column(phrases.text("Note"), 36),
    )
    rows = tuple((cell(str(number)), cell(measure.title), cell(""), cell("")) for number, measure, _said in part.mine)
    blank = "………………………………"
    facts = (
        phrases.text("Deciding body"),
        phrases.text("Day of the decision"),
        phrases.text("Paragraph"),
        phrases.text("Case number of the municipality"),
    )
    blocks: list[Block] = [
        paragraph(phrases.text("Fill in and send back together with the workbook, or send an extract of the minutes.")),
        KeyValues(tuple((fact, cell(blank)) for fact in facts), boxed=True),
    ]
    if rows:
        blocks.append(Table(columns, rows, phrases.text("What the municipality has decided")))
    headings = (
        phrases.text("Organisation"),
        phrases.text("Role"),
        phrases.text("Name and signature"),
        phrases.text("Date"),
    )
    role = part.town.chief_title or phrases.text("Chief executive")
    blocks.append(
        SignatureTable(headings, (SignatureRow(organisation=part.town.name, role=role),), phrases.text("Signatures"))
    )
    return Section(Heading(phrases.text("The municipality's decision"), 2), tuple(blocks))


def _section(heading: str, blocks: tuple[Block, ...]) -> Section:
    return Section(Heading(heading, 2), blocks, starts_page=False)
