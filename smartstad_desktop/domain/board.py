"""Rules of a board: where cards may land, what a place is called, and which keys a move writes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from smartstad_desktop.domain import ordering
from smartstad_desktop.domain.errors import FieldInvalid, RuleError
from smartstad_desktop.domain.values import ColumnId, ProjectId

NAME_LIMIT: Final = 40
QUESTION_LIMIT: Final = 120
TIMER_LIMIT: Final = 600
#: How many squares a card shows for what a project gives to the goals.
SQUARES: Final = 4
_CLEARLY: Final = 2


class Meaning(StrEnum):
    """What lying in a column means for the plan."""

    DO = "do"
    NOT_NOW = "not_now"


class NameMissing(FieldInvalid):
    """A board and a column need a name. Parameters: ``field``."""

    code = "name_missing"


class NameTooLong(FieldInvalid):
    """A name is longer than the wall can show. Parameters: ``field``, ``length``, ``limit``."""

    code = "name_too_long"


class TimerInvalid(FieldInvalid):
    """The timer runs from one minute to ten hours. Parameters: ``field``, ``limit``."""

    code = "timer_invalid"


class LastColumn(RuleError):
    """A board keeps at least one column."""

    code = "last_column"


class ColumnElsewhere(RuleError):
    """The column belongs to another board. Parameters: ``column``."""

    code = "column_elsewhere"


@dataclass(frozen=True, slots=True)
class Place:
    """Where cards can be put down: in a column (None is the tray), before a card, or last."""

    column: ColumnId | None
    before: ProjectId | None = None


@dataclass(frozen=True, slots=True)
class Lying:
    """A card as it lies in a column."""

    project: ProjectId
    order_key: str


def checked_name(name: str, field: str = "name", limit: int = NAME_LIMIT, *, is_optional: bool = False) -> str:
    """Return *name* without the blanks around it.

    Raises:
        NameMissing: nothing is left, and *is_optional* is false.
        NameTooLong: it would not fit the wall.
    """
    plain = " ".join(name.split())
    if not plain and not is_optional:
        raise NameMissing(field=field)
    if len(plain) > limit:
        raise NameTooLong(field=field, length=len(plain), limit=limit)
    return plain


def checked_minutes(minutes: int) -> int:
    """Return *minutes* when the timer can run that long.

    Raises:
        TimerInvalid: it cannot.
    """
    if not 1 <= minutes <= TIMER_LIMIT:
        raise TimerInvalid(field="timer_minutes", limit=TIMER_LIMIT)
    return minutes


def order_after(
    order: Sequence[ProjectId], moved: Sequence[ProjectId], before: ProjectId | None
) -> tuple[ProjectId, ...]:
    """Return the order of a column after *moved* have been put before *before*, or last.

    A card dropped on itself goes before the next card that stays.
    """
    hand = dict.fromkeys(moved)
    staying = [project for project in order if project not in hand]
    if before is not None and before in hand and before in order:
        following = order[order.index(before) + 1 :]
        before = next((project for project in following if project not in hand), None)
    at = staying.index(before) if before is not None and before in staying else len(staying)
    return (*staying[:at], *hand, *staying[at:])


def place_number(order: Sequence[ProjectId], moved: Sequence[ProjectId], before: ProjectId | None) -> int:
    """Return the place, counted from 1, that the first of *moved* would have in the column."""
    return order_after(order, moved, before).index(moved[0]) + 1


def stays_put(order: Sequence[ProjectId], moved: Sequence[ProjectId], before: ProjectId | None) -> bool:
    """Return whether nothing would change: all of *moved* lie in the column, just there."""
    return tuple(order) == order_after(order, moved, before)


def keys_after(lying: Sequence[Lying], moved: Sequence[ProjectId], before: ProjectId | None) -> dict[ProjectId, str]:
    """Return the order keys to write so that *moved* lie before *before*: one for each moved card.

    Where two merged copies of a file gave neighbours the same key, there is no room between them; then the cards
    behind with that key are written anew too. Nothing is written when everything lies there already.
    """
    order = [card.project for card in lying]
    hand = list(dict.fromkeys(moved))
    if stays_put(order, hand, before):
        return {}
    known = {card.project: card.order_key for card in lying if card.project not in hand}
    target = order_after(order, hand, before)
    first = target.index(hand[0])
    low = known[target[first - 1]] if first else None
    after = target[first + len(hand) :]
    crowded = _crowded((known[project] for project in after), low)
    high = known[after[crowded]] if crowded < len(after) else None
    anew = (*hand, *after[:crowded])
    return dict(zip(anew, ordering.between_many(low, high, len(anew)), strict=True))


def _crowded(keys: Iterable[str], low: str | None) -> int:
    """Return how many of *keys*, from the start, leave no room above *low*."""
    count = 0
    for key in keys:
        if low is None or key > low:
            break
        count += 1
    return count


def contribution_squares(contributions: Iterable[int]) -> int | None:
    """Return how many squares a project gets for what it gives to the goals; None when nobody has judged it.

    As many as its strongest contribution (1 indirectly, 2 clearly, 3 directly), one more when it clearly serves a
    second goal, one fewer when it works against one.
    """
    given = sorted(contributions, reverse=True)
    if not given:
        return None
    squares = max(0, given[0])
    squares += int(len(given) > 1 and given[1] >= _CLEARLY)
    squares -= int(given[-1] < 0)
    return min(SQUARES, max(0, squares))
