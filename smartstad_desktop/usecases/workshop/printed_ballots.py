"""What is printed before a vote: a ballot for everybody who answers, and the board on paper in case the power fails."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import combinations
from pathlib import Path
from string import ascii_uppercase

from sqlalchemy import Connection

from smartstad_desktop.domain.errors import RowGone
from smartstad_desktop.domain.progress import Progress
from smartstad_desktop.domain.values import Language, RoundId
from smartstad_desktop.domain.workshop.meeting import TITLE_ON_THE_WALL
from smartstad_desktop.domain.workshop.voting import EFFORT, HUNDRED, IMPACT, IN_COLUMNS, MOST_FINGERS, Method
from smartstad_desktop.exchange.documents.ballot_paper import Answer, BallotPapers, FieldKind, Paper, PaperRow
from smartstad_desktop.exchange.documents.document import Mark
from smartstad_desktop.reads.programme.programme import programme
from smartstad_desktop.reads.workshop.casters import Caster
from smartstad_desktop.reads.workshop.round_items import RoundItem
from smartstad_desktop.reads.workshop.rounds import RoundSheet, round_sheet
from smartstad_desktop.reads.workshop.sessions import session as read_session
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import Phrasebook, phrasebook
from smartstad_desktop.text.round_words import axis_name, column_names, figure
from smartstad_desktop.text.workshop.laps import lap_words
from smartstad_desktop.usecases.workshop.minutes_material import paper_mark


def ballot_papers(connection: Connection, round_id: RoundId, language: Language, now: datetime) -> BallotPapers:
    """Return the ballots of a round, one for each who answers in it.

    Raises:
        RowGone: the round has been deleted meanwhile.
    """
    sheet = round_sheet(connection, round_id)
    session = None if sheet is None else read_session(connection, sheet.session)
    if sheet is None or session is None:
        raise RowGone(kind="round", row_id=round_id)
    phrases, held = phrasebook(language), programme(connection)
    is_pairs = sheet.method is Method.PAIRS
    heading = phrases.text(
        "Round {number}: {method}", number=lap_words(sheet.lap, phrases), method=label(sheet.method, phrases)
    )
    return BallotPapers(
        title=f"{phrases.text('Ballots')}: {session.name}, {heading}",
        language=language.value,
        author="" if held is None else held.name,
        created=now,
        session=session.name,
        heading=heading,
        question=sheet.question or label(sheet.method, phrases),
        how=_how(sheet, phrases),
        answers=_answers(sheet, phrases),
        rows=_rows(sheet, phrases),
        papers=tuple(_paper(sheet, caster, phrases) for caster in sheet.casters),
        item_heading=phrases.text("Pair") if is_pairs else phrases.text("Item"),
        own_words=phrases.text("Yours") if is_pairs else phrases.text("Your own: leave it to the others"),
        continued=phrases.text("continued"),
        steps=_steps(sheet, phrases),
        concern=phrases.text("If you show two or fewer: what is your concern?") if sheet.method is Method.FIST else "",
    )


def write_ballots(papers: BallotPapers, target: Path, progress: Progress | None = None) -> int:
    """Write the ballots as a PDF, whole or not at all, and return its size in bytes; safe in a worker.

    Raises:
        FileTrouble: the target cannot be written.
    """
    from smartstad_desktop.exchange.documents.pdf import ballots as pdf_ballots  # noqa: PLC0415  half a second of reportlab, only when used

    return pdf_ballots.write(papers, target, progress)


def caster_name(caster: Caster, phrases: Phrasebook) -> str:
    """Return what whoever answers is called on paper and in files: a number, a municipality, or a seat there."""
    if caster.whose.number is not None:
        return phrases.text("Ballot {number}", number=caster.whose.number)
    name = "" if caster.mark is None else caster.mark.name
    return ", ".join(part for part in (name, caster.label) if part) or phrases.text("Seat")


def _paper(sheet: RoundSheet, caster: Caster, phrases: Phrasebook) -> Paper:
    own = frozenset(number for number in sheet.rules.items if sheet.rules.owns(caster.municipality, number))
    mark = None if caster.mark is None else paper_mark(caster.mark)
    return Paper(whose=caster_name(caster, phrases), mark=mark, own=own)


def _taking_part(sheet: RoundSheet) -> list[RoundItem]:
    return [item for item in sheet.items if not item.is_unclear]


def _title(item: RoundItem, phrases: Phrasebook) -> str:
    if item.is_confidential:
        return phrases.text("Confidential project")
    title = item.title
    return title if len(title) <= TITLE_ON_THE_WALL else title[: TITLE_ON_THE_WALL - 1].rstrip() + "…"


def _rows(sheet: RoundSheet, phrases: Phrasebook) -> tuple[PaperRow, ...]:
    items = _taking_part(sheet)
    if sheet.method is Method.PAIRS:
        return tuple(
            PaperRow(
                number=str(number),
                title=f"{one.number}. {_title(one, phrases)}",
                other=f"{other.number}. {_title(other, phrases)}",
                about=(one.number, other.number),
            )
            for number, (one, other) in enumerate(combinations(items, 2), start=1)
        )
    return tuple(
        PaperRow(number=str(item.number), title=_title(item, phrases), marks=_marks(item), about=(item.number,))
        for item in items
    )


def _marks(item: RoundItem) -> tuple[Mark, ...]:
    return () if item.is_confidential else tuple(paper_mark(mark) for mark in item.marks)


def _answers(sheet: RoundSheet, phrases: Phrasebook) -> tuple[Answer, ...]:
    method, rules = sheet.method, sheet.rules
    if method in IN_COLUMNS:
        names = column_names(method, sheet.columns, phrases)
        return (Answer(heading="", kind=FieldKind.BOX, labels=names),)
    if method is Method.DOTS:
        labels = ("",) * rules.most_per_item
        return (Answer(heading=phrases.text("Dots"), kind=FieldKind.DOT, labels=labels),)
    if method is Method.FIST:
        fingers = tuple(str(number) for number in range(MOST_FINGERS + 1))
        return (Answer(heading=phrases.text("Fingers"), kind=FieldKind.DOT, labels=fingers),)
    if method is Method.PAIRS:
        return (Answer(heading="", kind=FieldKind.BOX, labels=("←", "=", "→")),)
    return tuple(Answer(heading=heading, kind=FieldKind.FRAME) for heading in _frames(sheet, phrases))


def _frames(sheet: RoundSheet, phrases: Phrasebook) -> Sequence[str]:
    match sheet.method:
        case Method.IMPACT_EFFORT:
            return axis_name(IMPACT, phrases), axis_name(EFFORT, phrases)
        case Method.CRITERIA:
            # Their names are too long for narrow fields: letters lead to what is told beneath.
            return ascii_uppercase[: len(sheet.criteria)]
        case Method.RANKING:
            return (phrases.text("Place"),)
        case Method.HUNDRED:
            return (phrases.text("Kronor"),)
        case _:
            return (phrases.text("Points"),)


def _how(sheet: RoundSheet, phrases: Phrasebook) -> str:
    told = how_to_answer(sheet, phrases)
    return f"{sheet.instruction} {told}".strip()


def how_to_answer(sheet: RoundSheet, phrases: Phrasebook) -> str:
    """Return how a ballot of a round is filled in, in one sentence."""
    rules = sheet.rules
    if sheet.method is Method.DOTS:
        return phrases.plural(
            "You have {count} dot. Fill in the ring of what you choose.",
            "You have {count} dots. Fill in the rings of what you choose.",
            rules.marks,
        )
    lowest, highest = (figure(end, phrases) for end in rules.scale)
    one_cross = phrases.text("Put one cross in each row.")
    return {
        Method.COLUMNS: one_cross,
        Method.MOSCOW: one_cross,
        Method.IMPACT_EFFORT: phrases.text(
            "Write from {lowest} (low) to {highest} (high).", lowest=lowest, highest=highest
        ),
        Method.RANKING: phrases.text(
            "Write 1 at the most important, then 2, and so on. You may stop whenever you like."
        ),
        Method.THREE_TWO_ONE: phrases.text("Write 3 at the most important, then 2 and 1."),
        Method.HUNDRED: phrases.text("Share out exactly {sum} kronor in whole kronor.", sum=HUNDRED),
        Method.CRITERIA: phrases.text(
            "Write from {lowest} to {highest}. The steps are told below.", lowest=lowest, highest=highest
        ),
        Method.PAIRS: phrases.text(
            "Put one cross in each row: at the arrow towards the one you choose, or at = when equal."
        ),
        Method.FIST: phrases.text("Fill in how many fingers you show: 5 is full support, 3 lets it pass, 0 stops it."),
    }[sheet.method]


def _steps(sheet: RoundSheet, phrases: Phrasebook) -> tuple[str, ...]:
    """Return what the steps of each criterion mean."""
    told: list[str] = []
    for letter, each in zip(ascii_uppercase, sheet.criteria, strict=False):
        steps = " · ".join(f"{step} {text.in_language(phrases.language)}" for step, text in sorted(each.steps.items()))
        told.append(f"{letter}. {each.name.in_language(phrases.language)} ({label(each.direction, phrases)}): {steps}")
    return tuple(told)
