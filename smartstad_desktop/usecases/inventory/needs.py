"""What a user can do with residents' needs: add, change, gather under value words, promote to a project, delete."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import delete, func, select

from smartstad_desktop.domain import ordering
from smartstad_desktop.domain.errors import FieldInvalid, RowGone
from smartstad_desktop.domain.inventory import TITLE_LIMIT, Status
from smartstad_desktop.domain.needs import check_need, cleaned_need
from smartstad_desktop.domain.values import MunicipalityId, ProjectId
from smartstad_desktop.storage.tables.goals import Goal
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.needs import CitizenNeed, NeedGoal, NeedProject, ValueWord
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.usecases.command import Transaction, typing_key
from smartstad_desktop.usecases.inventory import project_fields
from smartstad_desktop.usecases.inventory.inventory import new_key

_SHOWN: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class AddNeed:
    """Add a need, last under its value word."""

    fields: Mapping[str, Any]

    def execute(self, tx: Transaction) -> int:
        """Return the new need's id."""
        need = CitizenNeed(key=new_key(), need="", quote="", order_key=_last(tx, self.fields.get("value_word_id")))
        _write(tx, need, {"need": ""} | dict(self.fields))
        tx.describe(title=said(need))
        return need.id


@dataclass(frozen=True, slots=True, kw_only=True)
class EditNeed:
    """Change fields of a need. With ``is_typing``, pieces of one field's text become one step."""

    need: int
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.need)

    def execute(self, tx: Transaction) -> None:
        """Write the changes."""
        need = tx.get(CitizenNeed, self.need)
        _write(tx, need, self.changes)
        tx.describe(title=said(need), fields=sorted(self.changes))


@dataclass(frozen=True, slots=True, kw_only=True)
class GatherNeeds:
    """Put needs under a value word (None is ungrouped), before a need there or last, in the order given."""

    needs: tuple[int, ...]
    word: int | None
    before: int | None = None

    def execute(self, tx: Transaction) -> None:
        """Move them.

        Raises:
            RowGone: the word, a need or the need to go before is not there any more.
        """
        word = None if self.word is None else tx.get(ValueWord, self.word)
        moved = [tx.get(CitizenNeed, need) for need in self.needs]
        lying = [need for need in _under(tx, self.word) if need.id not in self.needs]
        place = len(lying)
        if self.before is not None and self.before not in self.needs:
            place = next((number for number, need in enumerate(lying) if need.id == self.before), -1)
            if place < 0:
                raise RowGone(kind=CitizenNeed.__tablename__, row_id=self.before)
        above = lying[place - 1].order_key if place else None
        below = lying[place].order_key if place < len(lying) else None
        for need, key in zip(moved, ordering.between_many(above, below, len(moved)), strict=True):
            need.value_word_id, need.order_key = self.word, key
        tx.describe(count=len(moved), title=said(moved[0]) if moved else "")
        if word is None:
            tx.describe(form="ungrouped")
        else:
            tx.describe(word=word.name_sv)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteNeeds:
    """Delete needs; the projects that answer them stay."""

    needs: tuple[int, ...]

    def execute(self, tx: Transaction) -> None:
        """Delete them."""
        found = [tx.get(CitizenNeed, need) for need in self.needs]
        tx.describe(count=len(found), title=said(found[0]) if found else "")
        tx.session.execute(delete(CitizenNeed).where(CitizenNeed.id.in_(self.needs)))


@dataclass(frozen=True, slots=True, kw_only=True)
class PromoteNeeds:
    """Make one project, an idea of *municipality*, out of needs; the links between them stay."""

    needs: tuple[int, ...]
    municipality: MunicipalityId
    title: str = ""

    def execute(self, tx: Transaction) -> ProjectId:
        """Return the new project's id."""
        tx.get(Municipality, self.municipality)
        found = [tx.get(CitizenNeed, need) for need in self.needs]
        if not found:
            raise RowGone(kind=CitizenNeed.__tablename__, row_id=None)
        project = Project(key=new_key(), title="", status="")
        fields = {
            "title": (self.title or said(found[0]))[:TITLE_LIMIT],
            "municipality_id": self.municipality,
            "status": Status.IDEA,
            "needs": "\n".join(need.need or need.quote for need in found),
            "goals": dict.fromkeys(_goals_of(tx, self.needs), 1),
        }
        project_fields.change(tx, project, fields)
        tx.session.add_all(NeedProject(need_id=need.id, project_id=project.id) for need in found)
        tx.session.flush()
        tx.describe(title=project.title, count=len(found))
        return ProjectId(project.id)


def said(need: CitizenNeed) -> str:
    """Return a need as one short line, for names of steps."""
    line = " ".join((need.need or need.quote or "").split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1].rstrip()}…"


def _write(tx: Transaction, need: CitizenNeed, changes: Mapping[str, Any]) -> None:
    clean = {name: cleaned_need(name, value) for name, value in changes.items()}
    for name in clean.keys() - _LINKS.keys():
        _refuse_stranger(tx, name, clean[name])
        setattr(need, name, clean[name])
    check_need(need.need or "", need.quote or "")
    tx.session.add(need)
    tx.session.flush()
    for name in sorted(_LINKS.keys() & clean.keys()):
        _link(tx, name, need.id, clean[name])


def _refuse_stranger(tx: Transaction, name: str, value: Any) -> None:
    table = {"municipality_id": Municipality, "value_word_id": ValueWord}.get(name)
    if table is not None and value is not None and tx.session.get(table, value) is None:
        raise FieldInvalid(field=name)


_LINKS: Final[Mapping[str, tuple[type[NeedGoal | NeedProject], str, type[Goal | Project]]]] = {
    "goals": (NeedGoal, "goal_id", Goal),
    "projects": (NeedProject, "project_id", Project),
}


def _link(tx: Transaction, name: str, need: int, wanted: frozenset[int]) -> None:
    """Make the linked rows be *wanted*, touching only those that differ."""
    table, column, target = _LINKS[name]
    if wanted - set(tx.session.scalars(select(target.id).where(target.id.in_(wanted)))):
        raise FieldInvalid(field=name)
    held = {getattr(row, column): row for row in tx.session.scalars(select(table).where(table.need_id == need))}
    for number in held.keys() - wanted:
        tx.session.delete(held[number])
    tx.session.add_all(table(need_id=need, **{column: number}) for number in sorted(wanted - held.keys()))
    tx.session.flush()


def _goals_of(tx: Transaction, needs: tuple[int, ...]) -> list[int]:
    return list(tx.session.scalars(select(NeedGoal.goal_id).where(NeedGoal.need_id.in_(needs)).distinct()))


def _under(tx: Transaction, word: int | None) -> list[CitizenNeed]:
    here = CitizenNeed.value_word_id.is_(None) if word is None else CitizenNeed.value_word_id == word
    return list(tx.session.scalars(select(CitizenNeed).where(here).order_by(CitizenNeed.order_key, CitizenNeed.id)))


def _last(tx: Transaction, word: int | None) -> str:
    here = CitizenNeed.value_word_id.is_(None) if word is None else CitizenNeed.value_word_id == word
    return ordering.between(tx.session.scalar(select(func.max(CitizenNeed.order_key)).where(here)), None)
