"""Sentences about cases: whether a gate can be passed, and what was decided there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from smartstad_desktop.domain.testbeds.routines import GateAnswer
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import N_, Phrasebook, current

#: Counts that are written as words at the beginning of a sentence.
_COUNTS: Final = (
    N_("One thing is missing: {things}."),
    N_("Two things are missing: {things}."),
    N_("Three things are missing: {things}."),
    N_("Four things are missing: {things}."),
    N_("Five things are missing: {things}."),
    N_("Six things are missing: {things}."),
)
#: More names than these make a sentence nobody reads; the checklist has them all.
_MOST: Final = 6


def gate_lines(
    gate: str, missing: Sequence[str], *, is_last: bool, phrases: Phrasebook | None = None
) -> tuple[str, str]:
    """Return whether a gate can be passed, and what is missing."""
    book = phrases or current()
    if missing and gate:
        return book.text("Gate {gate} cannot be passed yet.", gate=gate.lstrip("G")), missing_line(missing, book)
    if missing and is_last:
        return book.text("The case cannot be completed yet."), missing_line(missing, book)
    if gate:
        return book.text("Gate {gate} can be passed.", gate=gate.lstrip("G")), book.text("Nothing is missing.")
    if is_last:
        return book.text("The case can be completed."), book.text("Nothing is missing.")
    if missing:
        later = book.text("What is open here is asked for at the next gate.")
        return book.text("The stage has no gate. The case can move on."), later
    return book.text("The stage has no gate. The case can move on."), ""


def missing_line(missing: Sequence[str], phrases: Phrasebook | None = None) -> str:
    """Return how many things are missing, and which."""
    book = phrases or current()
    names = [f"{name[:1].lower()}{name[1:]}" for name in missing]
    if len(names) <= len(_COUNTS):
        return book.text(_COUNTS[len(names) - 1], things=", ".join(names))
    shown = ", ".join(names[:_MOST])
    rest = len(names) - _MOST
    return book.plural(
        "{all} things are missing: {things} and {count} more.",
        "{all} things are missing: {things} and {count} more.",
        rest,
        all=len(names),
        things=shown,
    )


def decision_line(answer: GateAnswer, decided_on: date, decided_by: str, phrases: Phrasebook | None = None) -> str:
    """Return what was decided, when and by whom."""
    book = phrases or current()
    return ", ".join((label(answer, book), book.day(decided_on), decided_by))
