"""Words about a workshop session: who is there, how it stands with the time, and what its clock shows."""

from __future__ import annotations

from smartstad_desktop.domain.workshop.agenda import WORTH_SAYING
from smartstad_desktop.domain.workshop.sessions import Quorum
from smartstad_desktop.text.phrases import Phrasebook, current


def quorum_line(quorum: Quorum, phrases: Phrasebook | None = None) -> str:
    """Return who is there, as “7 of 11 municipalities, 9 persons”."""
    book = phrases or current()
    persons = book.plural("{count} person", "{count} persons", quorum.persons_present)
    if not quorum.municipalities_all:
        return persons
    municipalities = book.plural(
        "{present} of {count} municipality",
        "{present} of {count} municipalities",
        quorum.municipalities_all,
        present=quorum.municipalities_present,
    )
    return f"{municipalities}, {persons}"


def time_line(late: int, phrases: Phrasebook | None = None) -> str:
    """Return how a session stands with its time, such as that it is 4 minutes behind."""
    book = phrases or current()
    if late >= WORTH_SAYING:
        return book.plural("You are {count} minute behind.", "You are {count} minutes behind.", late)
    if late <= -WORTH_SAYING:
        return book.plural("You are {count} minute ahead.", "You are {count} minutes ahead.", -late)
    return book.text("You are on time.")


def proposal_line(title: str, minutes: int, phrases: Phrasebook | None = None) -> str:
    """Return what would let a session catch up, by name and new length."""
    return (phrases or current()).plural(
        "Suggestion: shorten “{title}” to {count} minute.",
        "Suggestion: shorten “{title}” to {count} minutes.",
        minutes,
        title=title,
    )


def clock_face(seconds: int) -> str:
    """Return what a clock shows, at the console as on the wall: ``08:20``, and ``+0:15`` when the time is over."""
    minutes, rest = divmod(abs(seconds), 60)
    return f"+{minutes}:{rest:02}" if seconds < 0 else f"{minutes:02}:{rest:02}"
