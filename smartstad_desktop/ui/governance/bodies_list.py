"""The organisation as a list: the same bodies and seats as in the picture, for reading and walking by key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from smartstad_desktop.reads.governance.bodies import BodiesShown, BodyRow, SeatRow
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import Phrasebook, _, current, ngettext
from smartstad_desktop.ui.governance.term_card import days_of
from smartstad_desktop.ui.kit.records_table import DEPTH_ROLE, RecordsTable
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel
from smartstad_desktop.usecases.governance.chart_layout import Node, Size, children_of
from smartstad_desktop.usecases.governance.organisation_picture import Target, seat_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A line of the list: a body or a seat, as deep as it stands."""

    target: Target
    depth: int
    name: str
    who: str
    kind: str
    appointed_by: str
    days: str


class _Lines(RowsModel[Listed]):
    """Lines that stand as deep as they belong."""

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Tell the depth too."""
        if role == DEPTH_ROLE:
            row = self.row_at(index)
            return 0 if row is None else row.depth
        return super().data(index, role)


class BodiesList(RecordsTable):
    """The list. What is chosen is told by ``chosen``; ``target`` says what that is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        columns = [
            Column[Listed](_("Body and seat"), lambda row: row.name),
            Column[Listed](_("Who"), lambda row: row.who),
            Column[Listed](field_name("role"), lambda row: row.kind),
            Column[Listed](field_name("appointed_by"), lambda row: row.appointed_by),
            Column[Listed](_("Days"), lambda row: row.days),
        ]
        self.listed = _Lines(columns, key=lambda row: row.target, accessible=_spoken)
        super().__init__(self.listed, _("Bodies and seats"), (260, 200, 150, 160, 170), parent)
        self.listed.setParent(self)

    @property
    def target(self) -> Target | None:
        """Return the body or seat that is chosen."""
        rows = self.chosen_rows()
        return rows[0].target if len(rows) == 1 else None

    def show_bodies(self, shown: BodiesShown) -> None:
        """Show the bodies, each beneath the one it answers to, with its seats."""
        self.listed.show(listed(shown, current()))


def listed(shown: BodiesShown, phrases: Phrasebook) -> list[Listed]:
    """Return the lines of the list in the order of the picture."""
    by_id = {body.id: body for body in shown.bodies}
    under = children_of([Node(body.id, body.parent, Size(0, 0)) for body in shown.bodies])
    found: list[Listed] = []

    def put(body: BodyRow, depth: int) -> None:
        found.append(_body(body, depth, phrases))
        found.extend(_seat(seat, depth + 1, phrases) for seat in body.seats)
        for child in under.get(body.id, []):
            put(by_id[child.id], depth + 1)

    for root in under.get(None, []):
        put(by_id[root.id], 0)
    return found


def _body(body: BodyRow, depth: int, phrases: Phrasebook) -> Listed:
    vacant = ngettext("{count} vacant seat", "{count} vacant seats", body.vacant_count) if body.vacant_count else ""
    return Listed(
        target=("body", body.id),
        depth=depth,
        name=body.name.in_language(phrases.language),
        who=vacant,
        kind=label(body.kind, phrases),
        appointed_by="",
        days=body.meets,
    )


def _seat(seat: SeatRow, depth: int, phrases: Phrasebook) -> Listed:
    return Listed(
        target=("seat", seat.id),
        depth=depth,
        name=seat.label,
        who=seat_line(seat, phrases),
        kind=label(seat.role, phrases),
        appointed_by=seat.appointed_by,
        days=days_of(seat.holder) if seat.holder else "",
    )


def _spoken(row: Listed) -> str:
    return ", ".join(part for part in (row.name, row.who, row.kind) if part)
