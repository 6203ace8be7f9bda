"""What an action is: a value that says what is asked, and the transaction it runs in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, runtime_checkable

from smartstad_desktop.domain.changes import ChangeSet
from smartstad_desktop.domain.errors import RowGone

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from smartstad_desktop.storage.tables.base import Base

_Row = TypeVar("_Row", bound="Base")


@dataclass(slots=True)
class Transaction:
    """What a command may use: the session, who acts, and what time it is (UTC)."""

    session: Session
    actor: str
    now: datetime
    words: dict[str, Any] = field(default_factory=dict)
    #: The day of the action in local time.
    today: date = field(init=False)

    def __post_init__(self) -> None:
        """Find out what day it is."""
        self.today = self.now.astimezone().date()

    def describe(self, **words: Any) -> None:
        """Give the step what its name needs, such as ``title`` or ``count``; see ``text.steps``."""
        self.words.update(words)

    def get(self, table: type[_Row], row_id: int) -> _Row:
        """Return a row that the command is about.

        Raises:
            RowGone: it has been deleted meanwhile.
        """
        row = self.session.get(table, row_id)
        if row is None:
            raise RowGone(kind=table.__tablename__, row_id=row_id)
        return row


@runtime_checkable
class Command(Protocol):
    """An action a user can ask for: a frozen value that can be compared, stored and sent from anywhere.

    ``merge_key`` and ``is_floor`` are optional class-level or computed attributes: commands with the same merge key
    within two seconds become one step, and a floor cannot be passed by undo.
    """

    def execute(self, tx: Transaction) -> object | None:
        """Do it inside *tx*; what is returned reaches the caller as ``Outcome.value``."""
        ...


class Typing(Protocol):
    """A command that is sent again and again while somebody types."""

    @property
    def changes(self) -> Mapping[str, Any]:
        """What is written, by field."""
        ...

    @property
    def is_typing(self) -> bool:
        """Whether more may follow."""
        ...


def typing_key(command: Typing, *about: object) -> str | None:
    """Return what joins the steps while somebody types in the same fields of what the command is *about*."""
    words = (type(command).__name__, *map(str, about), *sorted(command.changes))
    return " ".join(words) if command.is_typing else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a command: what changed, what it returned, and the step (None when nothing changed)."""

    changes: ChangeSet
    value: Any = None
    step: int | None = None
