"""The items of a round: their numbers, which people vote by, and which of them stay when others are chosen."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session as OrmSession

from smartstad_desktop.domain.values import ProjectId, RoundId
from smartstad_desktop.domain.workshop.meeting import TITLE_ON_THE_WALL, checked
from smartstad_desktop.domain.workshop.rounds import neutral_order
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.workshop import Round, RoundItem
from smartstad_desktop.usecases.command import Transaction


def items_of(session: OrmSession, round_id: RoundId) -> list[RoundItem]:
    """Return the items of a round by their numbers."""
    return list(session.scalars(select(RoundItem).where(RoundItem.round_id == round_id).order_by(RoundItem.number)))


def _last_number(session: OrmSession, row: Round) -> int:
    """Return the last number taken in a round and in the one it repeats, where a number means the same item."""
    rounds = [row.id] if row.repeats_id is None else [row.id, row.repeats_id]
    return session.scalar(select(func.max(RoundItem.number)).where(RoundItem.round_id.in_(rounds))) or 0


def _first_numbers(session: OrmSession, row: Round) -> dict[ProjectId, int]:
    """Return the numbers that projects have in the round that is repeated."""
    if row.repeats_id is None:
        return {}
    first = items_of(session, RoundId(row.repeats_id))
    return {ProjectId(item.project_id): item.number for item in reversed(first) if item.project_id is not None}


def choose_items(tx: Transaction, row: Round, projects: Sequence[ProjectId]) -> None:
    """Choose the projects of a round; those that stay keep their numbers."""
    wanted = dict.fromkeys(projects)
    for item in items_of(tx.session, RoundId(row.id)):
        if item.project_id is not None and ProjectId(item.project_id) in wanted:
            del wanted[ProjectId(item.project_id)]
        elif item.project_id is not None:
            tx.session.delete(item)
    tx.session.flush()
    add_items(tx, row, tuple(wanted))


def add_title(tx: Transaction, row: Round, written: str) -> RoundItem:
    """Add an item that is no project, last.

    Raises:
        FieldInvalid: the title is missing or longer than the wall can show.
    """
    title = checked(written, "title", TITLE_ON_THE_WALL, is_optional=False)
    item = RoundItem(round_id=row.id, number=_last_number(tx.session, row) + 1, title=title)
    tx.session.add(item)
    tx.session.flush()
    return item


def add_items(tx: Transaction, row: Round, projects: Sequence[ProjectId]) -> None:
    """Add projects with the next numbers; one that comes back to a second round has the number it had."""
    free = _first_numbers(tx.session, row)
    taken = {item.number for item in items_of(tx.session, RoundId(row.id))}
    last = _last_number(tx.session, row)
    for project in neutral_order(dict.fromkeys(projects), row.seed):
        number = free.get(ProjectId(project))
        if number is None or number in taken:
            number = last = last + 1
        taken.add(number)
        title = tx.get(Project, project).title
        shown = title if len(title) <= TITLE_ON_THE_WALL else title[: TITLE_ON_THE_WALL - 1].rstrip() + "…"
        tx.session.add(RoundItem(round_id=row.id, project_id=project, number=number, title=shown))
