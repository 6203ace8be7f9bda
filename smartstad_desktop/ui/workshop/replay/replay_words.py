"""What a moment of a replay says: when it was, in which phase, what moved, and why."""

from __future__ import annotations

from smartstad_desktop.domain.workshop.meeting import NoteKind
from smartstad_desktop.domain.workshop.replay import Happened
from smartstad_desktop.reads.workshop.replay import Frame, Reason
from smartstad_desktop.reads.workshop.replay_cards import ReplayCard
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.text.workshop.laps import lap_words
from smartstad_desktop.ui.workshop.sentences import hour


def title_of(card: ReplayCard) -> str:
    """Return what a card is called."""
    return _("Confidential project") if card.is_confidential else card.title


def column_of(name: str) -> str:
    """Return what a column is called; the tray has no name of its own."""
    return name or _("Waiting to be placed")


def when(frame: Frame, first: Frame) -> str:
    """Return the time of a moment, its day where it is another than that of the *first*, and the phase."""
    day = frame.at.astimezone().date()
    time = hour(frame.at) if day == first.at.astimezone().date() else f"{current().day(day)} {hour(frame.at)}"
    if frame.phase is None or frame.round is None:
        return time
    phase = label(frame.phase)
    return f"{time} · " + _("Round {number}: {method}", number=lap_words(frame.round), method=phase)


def what(frame: Frame) -> str:
    """Return what happened at a moment, in one sentence."""
    match frame.happened:
        case Happened.MOVED:
            return _moved(frame)
        case Happened.PHASE if frame.phase is not None:
            return _("The group goes to “{phase}”.", phase=label(frame.phase))
        case Happened.SNAPSHOT:
            return _("Kept as it was: {label}", label=frame.label) if frame.label else label(Happened.SNAPSHOT)
        case Happened.NOTED:
            titles = ", ".join(title_of(reason.card) for reason in frame.reasons if reason.card is not None)
            return _("Written down about {title}.", title=titles) if titles else label(Happened.NOTED)
        case _:
            return label(frame.happened)


def why(frame: Frame) -> str:
    """Return the reasons given at a moment, each on a line; nothing where none was."""
    return "\n".join(_reason(reason) for reason in frame.reasons)


def told(frame: Frame, first: Frame) -> str:
    """Return a moment as a screen reader says it."""
    return ". ".join(
        part.rstrip(".") for part in (when(frame, first), what(frame), why(frame).replace("\n", ". ")) if part
    )


def _reason(reason: Reason) -> str:
    if reason.kind is NoteKind.REASON:
        return _("Reason: {text}", text=reason.text)
    if reason.municipality is not None:
        return _("Reservation, {name}: {text}", name=reason.municipality.name, text=reason.text)
    return _("Reservation: {text}", text=reason.text)


def _moved(frame: Frame) -> str:
    if len(frame.moves) != 1:
        return ngettext("{count} project was moved at once.", "{count} projects were moved at once.", len(frame.moves))
    move = frame.moves[0]
    title = title_of(move.card)
    if move.to_column is None:
        return _("“{title}” was taken off the board.", title=title)
    where = {"title": title, "to": column_of(move.to_column), "place": move.to_place or 1}
    if move.from_column is None:
        return _("“{title}” came to {to}, place {place}.", **where)
    if move.from_column == move.to_column:
        return _("“{title}” moved to place {place} in {to}.", **where)
    return _("“{title}” went from {source} to {to}, place {place}.", source=column_of(move.from_column), **where)


def is_moved(frame: Frame, card: ReplayCard) -> bool:
    """Return whether a card moved, or was spoken of, at a moment."""
    spoken = any(reason.card is not None and reason.card.project == card.project for reason in frame.reasons)
    return spoken or any(move.card.project == card.project for move in frame.moves)
