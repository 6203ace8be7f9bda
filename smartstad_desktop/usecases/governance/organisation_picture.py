"""The organisation picture: a drawing of the bodies with their seats, and where each of them stands on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from smartstad_desktop.domain.governance.bodies import MembershipState
from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.exchange.documents.drawing import Anchor, Box, Drawing, Line, Shape, Words
from smartstad_desktop.exchange.documents.word_room import fitted, width, wrapped
from smartstad_desktop.reads.governance.bodies import BodiesShown, BodyRow, SeatRow
from smartstad_desktop.text.governance.phrases import seat_words
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import Phrasebook
from smartstad_desktop.usecases.governance.chart_layout import DROP, Layout, Node, Place, Size, children_of

#: A body or a seat on the picture: "body" or "seat", and its id.
Target: TypeAlias = tuple[str, int]
_EDGE: Final = 16.0
_COLUMN: Final = 250.0
_PAD: Final = 10.0
_NAME: Final = 12.0
_SMALL: Final = 9.5
_SEAT: Final = 10.0
_LINE: Final = 14.5
_ROW: Final = 17.5
_DOT: Final = 7.0
#: More seats than this stand in two columns.
_TALL: Final = 6
_NAME_LINES: Final = 2
_LEGEND: Final = 26.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """Where something stands on the drawing."""

    x: float
    y: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        """Return whether a point lies in it."""
        return self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The drawing, and the room of each body and seat in the order they are walked through."""

    drawing: Drawing
    rooms: Mapping[Target, Room]


def organisation_picture(shown: BodiesShown, phrases: Phrasebook) -> Picture:
    """Return the picture of all bodies."""
    return _Painter(shown, phrases).picture()


def told(shown: BodiesShown, phrases: Phrasebook) -> str:
    """Return in words what the picture shows: each body, to whom it answers, and its seats."""
    names = {body.id: body.name.in_language(phrases.language) for body in shown.bodies}
    said: list[str] = []
    for body in shown.bodies:
        line = names[body.id]
        if body.parent in names:
            line = phrases.text("{body} answers to {other}", body=line, other=names[body.parent])
        seats = "; ".join(f"{seat.label}: {seat_line(seat, phrases)}" for seat in body.seats)
        said.append(f"{line}. {seats}." if seats else f"{line}.")
    return " ".join(said)


def seat_line(seat: SeatRow, phrases: Phrasebook) -> str:
    """Return who sits on a seat, or how far its filling has come."""
    who = seat.holder or seat.asked
    return seat_words(
        seat.standing, who.name if who else "", phrases, is_chair=bool(seat.holder and seat.holder.is_chair)
    )


class _Painter:
    def __init__(self, shown: BodiesShown, phrases: Phrasebook) -> None:
        self._shown, self._phrases = shown, phrases
        self._shapes: list[Shape] = []
        self._rooms: dict[Target, Room] = {}
        self._names = {
            body.id: wrapped(
                body.name.in_language(phrases.language),
                _NAME,
                _width(body) - 2 * _PAD,
                _NAME_LINES,
                is_strong=True,
            )
            for body in shown.bodies
        }

    def picture(self) -> Picture:
        """Return the drawing with the rooms on it."""
        nodes = [Node(body.id, body.parent, Size(_width(body), self._height(body))) for body in self._shown.bodies]
        layout = Layout(nodes)
        self._lines(nodes, layout)
        for body in self._shown.bodies:
            self._body(body, layout.places[body.id])
        bottom = _EDGE + layout.height + _LEGEND
        reach = self._legend(bottom)
        drawing = Drawing(
            width=max(layout.width + 2 * _EDGE, reach),
            height=bottom + _EDGE,
            shapes=tuple(self._shapes),
            alternative=told(self._shown, self._phrases),
        )
        return Picture(drawing=drawing, rooms=self._rooms)

    def _height(self, body: BodyRow) -> float:
        head = _PAD + (len(self._names[body.id]) + len(self._facts(body))) * _LINE
        rows = -(-len(body.seats) // _columns(body))
        return head + (rows * _ROW + 10 if rows else 0) + _PAD - 2

    def _facts(self, body: BodyRow) -> list[str]:
        """Return the lines under the name: what kind of body it is where the name does not say it, and whose."""
        name = body.name.in_language(self._phrases.language)
        kind = label(body.kind, self._phrases)
        town = self._shown.towns.get(body.municipality or MunicipalityId(0))
        parts = [
            "" if kind.casefold() in name.casefold() else kind,
            town.name if town else "",
            self._shown.organisations.get(body.lead_organisation or 0, ""),
            self._phrases.text("open to everybody") if body.is_open else "",
        ]
        words = " · ".join(part for part in parts if part)
        return wrapped(words, _SMALL, _width(body) - 2 * _PAD, _NAME_LINES)

    def _lines(self, nodes: Sequence[Node], layout: Layout) -> None:
        """Draw the lines from each body to those that answer to it."""
        sizes = {node.id: node.size for node in nodes}
        for parent, children in children_of(nodes).items():
            if parent is None:
                continue
            top, size = layout.places[parent], sizes[parent]
            x, bottom = _EDGE + top.x + size.width / 2, _EDGE + top.y + size.height
            middle = bottom + DROP / 2
            self._line(x, bottom, x, middle)
            for child in children:
                self._branch(x, middle, layout.places[child.id], sizes[child.id])

    def _branch(self, x: float, middle: float, place: Place, size: Size) -> None:
        if place.is_beside:
            spine, down = _EDGE + place.x - 8, _EDGE + place.y + size.height / 2
            self._line(x, middle, spine, middle)
            self._line(spine, middle, spine, down)
            self._line(spine, down, _EDGE + place.x, down)
            return
        here = _EDGE + place.x + size.width / 2
        self._line(x, middle, here, middle)
        self._line(here, middle, here, _EDGE + place.y)

    def _line(self, x: float, y: float, to_x: float, to_y: float) -> None:
        if (x, y) != (to_x, to_y):
            self._shapes.append(Line(x=x, y=y, to_x=to_x, to_y=to_y, role="ink_soft", width=1.0))

    def _body(self, body: BodyRow, place: Place) -> None:
        x, y, room = _EDGE + place.x, _EDGE + place.y, _width(body)
        high = self._height(body)
        self._shapes.append(Box(x=x, y=y, width=room, height=high, fill="paper", edge="ink_soft", radius=7))
        self._rooms["body", body.id] = Room(x=x, y=y, width=room, height=high)
        down = y + _PAD - 1
        for line in self._names[body.id]:
            down += _LINE
            self._words(x + _PAD, down - 3, line, _NAME, is_strong=True)
        for line in self._facts(body):
            down += _LINE
            self._words(x + _PAD, down - 3, line, _SMALL, "ink_soft")
        if not body.seats:
            return
        self._shapes.append(Line(x=x, y=down + 4, to_x=x + room, to_y=down + 4, role="line"))
        columns = _columns(body)
        rows = -(-len(body.seats) // columns)
        for number, seat in enumerate(body.seats):
            column, row = divmod(number, rows)
            self._seat(seat, x + column * _COLUMN, down + 8 + row * _ROW)

    def _seat(self, seat: SeatRow, x: float, y: float) -> None:
        self._rooms["seat", seat.id] = Room(x=x + 4, y=y, width=_COLUMN - 8, height=_ROW)
        self._dot(x + _PAD, y + (_ROW - _DOT) / 2, seat.standing)
        left, right, base = x + _PAD + _DOT + 6, x + _COLUMN - _PAD, y + _ROW - 4.5
        who = seat_line(seat, self._phrases)
        whole, least = right - left - 8, (right - left) * 0.42
        named = min(width(seat.label, _SEAT), max(least, whole - width(who, _SEAT)))
        self._words(left, base, fitted(seat.label, _SEAT, named + 0.5), _SEAT)
        role = "attention" if seat.standing is None else "ink_soft"
        shown = fitted(who, _SEAT, whole - named)
        self._shapes.append(Words(x=right, y=base, text=shown, size=_SEAT, role=role, anchor=Anchor.END))

    def _dot(self, x: float, y: float, standing: MembershipState | None) -> None:
        """Draw how far the filling has come: full, an empty ring, a dashed ring, a dashed ring in warning."""
        fill = "good" if standing is MembershipState.APPOINTED else "paper"
        edge = "attention" if standing is None else "ink_soft" if standing is MembershipState.ASKED else "good"
        is_dashed = standing in {None, MembershipState.ASKED}
        made = Box(x=x, y=y, width=_DOT, height=_DOT, fill=fill, edge=edge, radius=_DOT / 2, is_dashed=is_dashed)
        self._shapes.append(made)

    def _legend(self, y: float) -> float:
        """Draw what the signs of seats mean, and return how far to the right that reaches."""
        x = _EDGE
        if not any(body.seats for body in self._shown.bodies):
            return x
        meanings = (
            (MembershipState.APPOINTED, self._phrases.text("Seat that is filled")),
            (MembershipState.ACCEPTED, self._phrases.text("Has said yes")),
            (MembershipState.ASKED, self._phrases.text("Has been asked")),
            (None, self._phrases.text("Vacant seat")),
        )
        for standing, words in meanings:
            self._dot(x, y - _DOT, standing)
            self._words(x + _DOT + 5, y - 0.5, words, _SMALL, "ink_soft")
            x += _DOT + 5 + width(words, _SMALL) + 16
        return x

    def _words(self, x: float, y: float, text: str, size: float, role: str = "ink", *, is_strong: bool = False) -> None:
        self._shapes.append(Words(x=x, y=y, text=text, size=size, role=role, is_strong=is_strong))


def _columns(body: BodyRow) -> int:
    return 2 if len(body.seats) > _TALL else 1


def _width(body: BodyRow) -> float:
    return _COLUMN * _columns(body)
