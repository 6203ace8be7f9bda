"""An answer to a request as documents and tables: what is public, and internal notes apart from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from smartstad_desktop.domain.packages.about import Answer, Closed, Item, Part
from smartstad_desktop.exchange.documents.document import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    KeyValues,
    Manner,
    Section,
    Table,
    Tone,
    cell,
    paragraph,
)
from smartstad_desktop.exchange.outgoing.plain_workbook import PlainSheet
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import Phrasebook

#: Parts with many short items are tables; the others have a heading for each item.
_IN_TABLES = {Part.HISTORY, Part.GOALS}


@dataclass(frozen=True, kw_only=True)
class Telling:
    """An answer with what is kept back this time (reasons by key), in a language."""

    answer: Answer
    reasons: Mapping[str, str]
    phrases: Phrasebook
    programme: str
    now: datetime

    @property
    def title(self) -> str:
        """Return what the answer is called."""
        return self.phrases.text("Everything about “{title}”", title=self.answer.title)

    @property
    def told(self) -> tuple[Item, ...]:
        """Return the items that are handed out."""
        return tuple(item for item in self.answer.items if item.key not in self.reasons)

    @property
    def noted(self) -> tuple[Item, ...]:
        """Return the items with an internal note."""
        return tuple(item for item in self.told if item.note)


def answer_document(telling: Telling) -> Document:
    """Return the public part as a document."""
    sections = [_opening(telling), _left_out(telling)]
    for part in Part:
        items = [item for item in telling.told if item.part is part]
        if items:
            sections.append(_part(telling, part, items))
    return _document(telling, telling.title, tuple(sections))


def notes_document(telling: Telling) -> Document:
    """Return the internal notes as a document of their own."""
    phrases = telling.phrases
    title = phrases.text("Internal notes: {title}", title=telling.answer.title)
    lead = phrases.text(
        "Notes that were written for the work itself. Such notes are public records only when they have been archived "
        "or add facts to a case: decide before they are handed out."
    )
    blocks: list[Block] = [paragraph(lead, Manner.LEAD)]
    for item in telling.noted:
        blocks += [Heading(f"{label(item.part, phrases)}: {item.title}", 3), paragraph(item.note)]
    return _document(telling, title, (Section(Heading(title), tuple(blocks)),))


def _document(telling: Telling, title: str, sections: tuple[Section, ...]) -> Document:
    phrases = telling.phrases
    day = phrases.day(telling.now.astimezone().date())
    return Document(
        title=title,
        language=phrases.language.value,
        subject=phrases.text("Request for public documents"),
        author=telling.programme,
        created=telling.now,
        cover=None,
        contents_title="",
        footer=" · ".join(part for part in (telling.programme, title, day) if part),
        page_label=phrases.text("Page {page} of {pages}", page="{page}", pages="{pages}"),
        sections=sections,
    )


def _opening(telling: Telling) -> Section:
    phrases, answer = telling.phrases, telling.answer
    told = Counter(item.part for item in telling.told)
    rows = tuple((cell(label(part, phrases)), cell(str(told[part]))) for part in Part if told[part])
    columns = (Column(phrases.text("Part"), 60), Column(phrases.text("Number"), 20, Align.RIGHT))
    pairs = (
        (phrases.text("Asked about"), cell(f"{label(answer.subject, phrases)}: {answer.title}")),
        (phrases.text("Compiled"), cell(phrases.day(telling.now.astimezone().date()))),
        (phrases.text("From"), cell(telling.programme)),
    )
    blocks: list[Block] = [KeyValues(tuple(pair for pair in pairs if pair[1].text), boxed=True)]
    if rows:
        blocks.append(Table(columns, rows, phrases.text("What is in the answer")))
    else:
        blocks.append(paragraph(phrases.text("Nothing of it can be handed out.")))
    return Section(Heading(telling.title), tuple(blocks))


def _left_out(telling: Telling) -> Section:
    """Return how much is not told and why, and each thing that was kept back with its reason."""
    phrases, answer = telling.phrases, telling.answer
    rows = [(cell(label(why, phrases)), cell(str(answer.closed[why]))) for why in Closed if answer.closed.get(why)]
    by_hand = Counter(telling.reasons[item.key] for item in answer.items if item.key in telling.reasons)
    rows += [(cell(reason), cell(str(count))) for reason, count in sorted(by_hand.items())]
    blocks: list[Block] = []
    if rows:
        columns = (Column(phrases.text("Reason"), 70), Column(phrases.text("Number"), 15, Align.RIGHT))
        total = (cell(phrases.text("Together"), Tone.STRONG), cell(str(left_out(telling)), Tone.STRONG))
        blocks.append(Table(columns, tuple(rows), phrases.text("Left out, by reason"), total))
    else:
        blocks.append(paragraph(phrases.text("Nothing was left out.")))
    notes = [phrases.text("Ballots of single persons and names of those who use the program are never told.")]
    if answer.concealed:
        notes.append(
            phrases.plural(
                "{count} place with personal data has been made unreadable (▪▪▪).",
                "{count} places with personal data have been made unreadable (▪▪▪).",
                answer.concealed,
            )
        )
    blocks += [paragraph(note, Manner.NOTE) for note in notes]
    return Section(Heading(phrases.text("What is not in the answer"), 2), tuple(blocks), starts_page=False)


def left_out(telling: Telling) -> int:
    """Return how many things are not told, for whatever reason."""
    return sum(telling.answer.closed.values()) + sum(item.key in telling.reasons for item in telling.answer.items)


def _part(telling: Telling, part: Part, items: Sequence[Item]) -> Section:
    phrases = telling.phrases
    name = label(part, phrases)
    heading = Heading(name, 2)
    if part in _IN_TABLES:
        columns = (Column(name, 40), Column(phrases.text("Details"), 60))
        rows = tuple(
            (cell(item.title, Tone.STRONG), cell("\n".join(f"{field}: {value}" for field, value in item.pairs)))
            for item in items
        )
        return Section(heading, (Table(columns, rows, name),), starts_page=False)
    blocks: list[Block] = []
    for item in items:
        blocks.append(Heading(item.title, 3))
        if item.pairs:
            blocks.append(KeyValues(tuple((field, cell(value)) for field, value in item.pairs)))
    return Section(heading, tuple(blocks), starts_page=False)


def answer_sheets(telling: Telling) -> list[PlainSheet]:
    """Return the public part as tables, one for each part: a column for each field that anything has."""
    phrases = telling.phrases
    found: list[PlainSheet] = []
    for part in Part:
        items = [item for item in telling.told if item.part is part]
        if not items:
            continue
        fields = list(dict.fromkeys(field for item in items for field, _value in item.pairs))
        rows = tuple((item.title, *(dict(item.pairs).get(field) for field in fields)) for item in items)
        found.append(PlainSheet(label(part, phrases), (phrases.text("Name"), *fields), rows))
    reasons = Counter({label(why, phrases): count for why, count in telling.answer.closed.items()})
    reasons.update(telling.reasons[item.key] for item in telling.answer.items if item.key in telling.reasons)
    headings = (phrases.text("Reason"), phrases.text("Number"))
    found.append(PlainSheet(phrases.text("What was left out"), headings, tuple(sorted(reasons.items()))))
    return found
