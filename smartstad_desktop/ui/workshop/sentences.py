"""What the pages of a workshop say: when to use a method, who is there, how late it is, what a phase is for."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from smartstad_desktop.domain.values import Language
from smartstad_desktop.domain.workshop.meeting import Phase
from smartstad_desktop.domain.workshop.voting import Method, Unit, Visibility
from smartstad_desktop.text.phrases import N_, _, current, ngettext
from smartstad_desktop.text.workshop.sessions import quorum_line

if TYPE_CHECKING:
    from smartstad_desktop.domain.workshop.sessions import Quorum
    from smartstad_desktop.reads.workshop.session_rows import SessionRow

_HOUR: Final = 60
#: When each method is the right one (domain 3.2).
WHEN_TO_USE: Final[dict[Method, str]] = {
    Method.DOTS: N_("A first cut of 10 to 40 projects: quick, and everybody takes part. 10 to 15 minutes."),
    Method.THREE_TWO_ONE: N_("Few projects and little time: each ranks their own top three. 15 minutes."),
    Method.IMPACT_EFFORT: N_(
        "To choose what to do first: benefit against effort. Place one known project first. 30 to 40 minutes."
    ),
    Method.MOSCOW: N_(
        "The scope of a period: must, should, could, not now. Warns when too much is a must. 30 minutes."
    ),
    Method.COLUMNS: N_("Each municipality puts every project into a column of yours, such as who leads. 20 minutes."),
    Method.CRITERIA: N_(
        "The basis of a decision by a board: points by criteria with described steps. 60 to 90 minutes."
    ),
    Method.PAIRS: N_("Hard choices between at most 10 projects: two at a time, which one? 30 minutes."),
    Method.HUNDRED: N_("To see how strongly people want it: 100 kronor to share out. 15 minutes."),
    Method.RANKING: N_("The final order of at most 12 projects. 20 minutes."),
    Method.FIST: N_("To confirm the list: 0 to 5 fingers at once, and whoever shows 2 or fewer says why. 5 minutes."),
}
UNIT_HINTS: Final[dict[Unit, str]] = {
    Unit.PERSON: N_("Everybody present hands in a ballot; large delegations weigh more."),
    Unit.SEAT: N_("Each seat has one vote, whoever sits on it."),
    Unit.MUNICIPALITY: N_("The delegates agree on one ballot; every municipality weighs the same."),
    Unit.POPULATION: N_("One ballot for each municipality, weighed by how many live there."),
    Unit.KEY: N_("One ballot for each municipality, weighed by the numbers you agree on here."),
}
VISIBILITY_HINTS: Final[dict[Visibility, str]] = {
    Visibility.ANONYMOUS: N_("Numbered sheets: nothing in the file tells whose a ballot is."),
    Visibility.MUNICIPALITY: N_("The result may be shown for each municipality."),
    Visibility.NAMED: N_("The result may be shown for each seat. Agree on that in the room first."),
}
#: What the group does in each phase, and what is locked; said at the console.
IN_PHASE: Final[dict[Phase, str]] = {
    Phase.CLARIFY: N_("Read the projects aloud, merge duplicates, mark what is unclear. Nothing is locked yet."),
    Phase.SILENT: N_("Items, scale and weights are locked until the round is closed. Going back always works."),
    Phase.REVEAL: N_("Begin with what all agree on. What has been shown cannot be undone, but going back works."),
    Phase.DISCUSS: N_("Talk about the projects with the widest spread. Ask those who stand apart first."),
    Phase.DECIDE: N_("Place the projects. Write a reason where you depart from the result."),
    Phase.CONSENSUS: N_("Can everybody stand behind this? Write down reservations word for word."),
    Phase.CLOSED: N_("The round is closed and its result kept. A change means a new round."),
}


def said(sentence: str) -> str:
    """Return a sentence of the tables here in the language of the window."""
    return current().text(sentence)


def hour(at: datetime) -> str:
    """Return a time of day as an agenda writes it."""
    return f"{at.astimezone():%H:%M}".replace(":", ":" if current().language is Language.EN else ".")


def length(minutes: int) -> str:
    """Return a length of time: ``45 min``, ``3 h``, ``1 h 30 min``."""
    hours, rest = divmod(minutes, _HOUR)
    if not hours:
        return _("{minutes} min", minutes=rest)
    return _("{hours} h {minutes} min", hours=hours, minutes=rest) if rest else _("{hours} h", hours=hours)


def attendance(quorum: Quorum) -> str:
    """Return who is there, and whether they are too few to decide."""
    line = quorum_line(quorum)
    return line if quorum.is_met is not False else _("{who}: below the quorum", who=line)


def facts(row: SessionRow) -> str:
    """Return what a session is in one line: day, municipalities, seats, rounds, length."""
    told = [current().day(row.held_on)] if row.held_on else [_("No day yet")]
    told.append(ngettext("{count} municipality", "{count} municipalities", row.municipalities))
    told.append(ngettext("{count} seat", "{count} seats", row.seats))
    told.append(ngettext("{count} round", "{count} rounds", row.rounds))
    if row.minutes:
        told.append(length(row.minutes))
    return " · ".join(told)
