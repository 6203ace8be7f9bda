"""Sentences about routines: what differs between two versions, and what a case loses when it changes version."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from smartstad_desktop.domain.testbeds.comparison import Difference, Differs, PartOf
from smartstad_desktop.domain.values import Named
from smartstad_desktop.text.phrases import N_, Phrasebook, current

_SENTENCES: Final[dict[tuple[PartOf, Differs], str]] = {
    (PartOf.ROLE, Differs.ADDED): N_("The role {name} is new."),
    (PartOf.ROLE, Differs.REMOVED): N_("The role {name} is gone."),
    (PartOf.STAGE, Differs.ADDED): N_("The stage “{name}” is new."),
    (PartOf.STAGE, Differs.REMOVED): N_("The stage “{name}” is gone."),
    (PartOf.STAGE, Differs.MOVED): N_("The stage “{name}” stands in another place."),
    (PartOf.POINT, Differs.ADDED): N_("New in {stage}: “{name}”."),
    (PartOf.POINT, Differs.REMOVED): N_("Taken out of {stage}: “{name}”."),
    (PartOf.POINT, Differs.MOVED): N_("“{name}” stands in another place in {stage}."),
}
_ANYWHERE: Final[dict[Differs, str]] = {
    Differs.MOVED: N_("“{name}” has moved from {before} to {after}."),
    Differs.REWORDED: N_("“{before}” now says “{after}”."),
    Differs.TRANSLATED: N_("“{name}” has new words in another language."),
    Differs.ROLE: N_("“{name}”: {after} instead of {before}."),
    Differs.REQUIRED: N_("“{name}” is required now."),
    Differs.OPTIONAL: N_("“{name}” is no longer required."),
    Differs.EVIDENCE: N_("“{name}” is shown by “{after}” instead of “{before}”."),
    Differs.RESPONSIBLE: N_("“{name}”: {after} answers for it instead of {before}."),
    Differs.GATE_ADDED: N_("“{name}” now ends with a gate: {after}"),
    Differs.GATE_REMOVED: N_("“{name}” has no gate any more. It was: {before}"),
    Differs.GATE: N_("The gate of “{name}” was “{before}” and is “{after}”."),
}


def difference_line(difference: Difference, phrases: Phrasebook | None = None) -> str:
    """Return a difference between two versions as a sentence."""
    book = phrases or current()
    told = {
        name: _said(words, book)
        for name, words in (
            ("name", difference.name),
            ("stage", difference.stage),
            ("before", difference.before),
            ("after", difference.after),
        )
    }
    message = _SENTENCES.get((difference.part, difference.how))
    if message is None or (difference.how is Differs.MOVED and difference.before is not None):
        message = _ANYWHERE[difference.how]
    return book.text(message, **told)


def lost_line(answers: Sequence[Named], roles: Sequence[Named], phrases: Phrasebook | None = None) -> str:
    """Return what a case loses when it changes version, in a line."""
    book = phrases or current()
    parts: list[str] = []
    if answers:
        parts.append(book.text("Answers lost: {names}.", names=_list(answers, book)))
    if roles:
        parts.append(book.text("Roles lost: {names}.", names=_list(roles, book)))
    return " ".join(parts) or book.text("Nothing is lost.")


def _list(names: Sequence[Named], book: Phrasebook) -> str:
    return "; ".join(name.in_language(book.language) for name in names)


def _said(words: Named | None, book: Phrasebook) -> str:
    return (words.in_language(book.language) if words else "") or "–"
