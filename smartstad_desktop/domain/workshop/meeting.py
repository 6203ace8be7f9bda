"""Rules of a workshop: phases and what may be shown when, who sits where, what is locked, what is written down."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from smartstad_desktop.domain.errors import FieldInvalid, RuleError
from smartstad_desktop.domain.values import MunicipalityId, SeatId

NAME_LIMIT: Final = 120
TEXT_LIMIT: Final = 2000
#: What one line on the wall can hold, read at eight metres (domain 3.3).
TITLE_ON_THE_WALL: Final = 60
MINUTES_LIMIT: Final = 600
#: Results of smaller groups would show what a person said.
FEWEST_SHOWN: Final = 3


class Format(StrEnum):
    """Where the people of a session are."""

    ON_SITE = "on_site"
    HYBRID = "hybrid"
    SATELLITE = "satellite"


class SeatKind(StrEnum):
    """Who sits on a seat; only a voter hands in a ballot, and the facilitator has no seat at all."""

    VOTER = "voter"
    OBSERVER = "observer"


class AgendaKind(StrEnum):
    """What a part of the agenda is."""

    TALK = "talk"
    ROUND = "round"
    BREAK = "break"


class Phase(StrEnum):
    """The steps of a round, in their order; a group may go back any number of them without losing anything."""

    CLARIFY = "clarify"
    SILENT = "silent"
    REVEAL = "reveal"
    DISCUSS = "discuss"
    DECIDE = "decide"
    CONSENSUS = "consensus"
    CLOSED = "closed"


class NoteKind(StrEnum):
    """What is written down during a session."""

    REMARK = "remark"
    ACTION = "action"
    PARKED = "parked"
    REASON = "reason"
    RESERVATION = "reservation"


class SessionState(StrEnum):
    """How far a session has come."""

    PLANNED = "planned"
    OPEN = "open"
    ENDED = "ended"


#: In these phases nobody sees what others said: not on the wall, and not as figures at the console.
HIDDEN: Final = frozenset({Phase.CLARIFY, Phase.SILENT})
#: In these phases ballots are taken.
VOTING: Final = frozenset({Phase.SILENT})


class SessionNameMissing(FieldInvalid):
    """A session needs a name."""

    code = "session_name_missing"


class WorkshopTextTooLong(FieldInvalid):
    """A text is longer than it can be shown. Parameters: ``field``, ``length``, ``limit``."""

    code = "workshop_text_too_long"


class MinutesInvalid(FieldInvalid):
    """A part of the agenda takes from one minute to ten hours. Parameters: ``limit``."""

    code = "agenda_minutes_invalid"


class RoundLocked(RuleError):
    """Items, criteria and rules of a round are locked once it is open; a change means a new round."""

    code = "round_locked"


class RoundNotOpen(RuleError):
    """Ballots are only taken in the silent phase."""

    code = "round_not_open"


class WrongCaster(RuleError):
    """The round is answered by others: by seats, by municipalities, or on numbered sheets."""

    code = "wrong_caster"


class MoreBallotsThanPeople(RuleError):
    """A numbered sheet cannot have a higher number than there are seats. Parameters: ``count``, ``number``."""

    code = "more_ballots_than_people"


class WeightsMissing(RuleError):
    """Municipalities that answer have no population or no weight in the key. Parameters: ``names``."""

    code = "round_weights_missing"


class RoundEmpty(RuleError):
    """A round without items cannot be opened."""

    code = "round_empty"


class NotRevealed(RuleError):
    """What follows the reveal needs the reveal first."""

    code = "not_revealed"


class AnonymousUnit(FieldInvalid):
    """Nobody can tell from an anonymous ballot which municipality it belongs to."""

    code = "anonymous_unit"


class RuleInvalid(FieldInvalid):
    """A rule of a round does not fit. Parameters: ``field``, ``lowest``, ``highest``."""

    code = "round_rule_invalid"


class NoBoard(RuleError):
    """The session has no board to decide on."""

    code = "no_board"


class SessionEnded(RuleError):
    """The session has ended; it has to be opened again first."""

    code = "session_ended"


def checked(text: str, field: str, limit: int = NAME_LIMIT, *, is_optional: bool = True) -> str:
    """Return *text* without the blanks around it.

    Raises:
        SessionNameMissing: nothing is left, and *is_optional* is false.
        WorkshopTextTooLong: it is longer than *limit*.
    """
    plain = text.strip()
    if not plain and not is_optional:
        raise SessionNameMissing(field=field)
    if len(plain) > limit:
        raise WorkshopTextTooLong(field=field, length=len(plain), limit=limit)
    return plain


def checked_minutes(minutes: int, field: str = "minutes") -> int:
    """Return *minutes* when a part of the agenda can take that long.

    Raises:
        MinutesInvalid: it cannot.
    """
    if not 1 <= minutes <= MINUTES_LIMIT:
        raise MinutesInvalid(field=field, limit=MINUTES_LIMIT)
    return minutes


def is_revealed(phase: Phase) -> bool:
    """Return whether what was said may be seen in *phase*."""
    return phase not in HIDDEN


def neighbours(phase: Phase) -> tuple[Phase | None, Phase | None]:
    """Return the phases before and after *phase*."""
    phases = list(Phase)
    at = phases.index(phase)
    return (phases[at - 1] if at else None), (phases[at + 1] if at + 1 < len(phases) else None)


@dataclass(frozen=True, slots=True, order=True)
class Whose:
    """Whose ballot it is: a seat's, a municipality's, or that of a numbered sheet in an anonymous round."""

    seat: SeatId | None = None
    municipality: MunicipalityId | None = None
    number: int | None = None
