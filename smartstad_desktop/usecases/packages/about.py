"""Everything about a project, a need, a decision or a case, as it may be handed out (domain 4.6)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection

from smartstad_desktop.domain.packages.about import Answer, Item, NothingAbout, SeveralAbout, Subject
from smartstad_desktop.domain.values import Language
from smartstad_desktop.reads.packages.linked import Linked, linked
from smartstad_desktop.reads.packages.subjects import SubjectRow, found, subjects
from smartstad_desktop.text.phrases import phrasebook
from smartstad_desktop.usecases.packages.about_cases import procurement_items, test_items
from smartstad_desktop.usecases.packages.about_past import decision_items, history_items, round_items
from smartstad_desktop.usecases.packages.about_records import goal_items, measure_items, need_items, project_items
from smartstad_desktop.usecases.packages.asking import Asking
from smartstad_desktop.usecases.packages.concealing import veil

#: So many keys are named where a name fits several things.
_NAMED = 8
_PARTS = (
    project_items,
    history_items,
    need_items,
    goal_items,
    measure_items,
    test_items,
    procurement_items,
    decision_items,
    round_items,
)


def the_subject(connection: Connection, words: str) -> SubjectRow:
    """Return the one thing that *words* name, by key, title, or words that nothing else has.

    Raises:
        NothingAbout: there is none.
        SeveralAbout: there are several.
    """
    rows = found(subjects(connection), words)
    if not rows:
        raise NothingAbout(words=words)
    first, *others = rows
    if others:
        raise SeveralAbout(words=words, keys=", ".join(row.key for row in rows[:_NAMED]))
    return first


def answer(connection: Connection, subject: Subject, number: int, language: Language, today: date) -> Answer:
    """Return all that belongs to a subject: what may be told of it, and a count of what may not.

    Raises:
        NothingAbout: it has been deleted meanwhile.
    """
    row = next((each for each in subjects(connection) if (each.subject, each.id) == (subject, number)), None)
    if row is None:
        raise NothingAbout(words="")
    phrases = phrasebook(language)
    asking = Asking(connection=connection, phrases=phrases, veil=veil(connection), today=today)
    items = _items(asking, linked(connection, subject, number))
    title = phrases.text("Confidential record") if row.is_confidential else asking.veil.text(row.title)
    return Answer(
        subject=subject, title=title, items=tuple(items), closed=dict(asking.closed), concealed=asking.veil.count
    )


def _items(asking: Asking, found: Linked) -> list[Item]:
    return [item for part in _PARTS for item in part(asking, found)]
