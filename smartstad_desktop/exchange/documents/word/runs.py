"""Stretches of text of a Word file, each in its tone, and as a link where it leads somewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from smartstad_desktop.exchange.documents import document as doc
from smartstad_desktop.exchange.documents.palette import colour_of
from smartstad_desktop.exchange.documents.word import xml

_ROLES: Final = {doc.Tone.SOFT: "ink_soft", doc.Tone.GOOD: "good", doc.Tone.BAD: "bad"}
_STRONG: Final = frozenset({doc.Tone.STRONG, doc.Tone.STRONG_EMPHASIS})
_EMPHASISED: Final = frozenset({doc.Tone.EMPHASIS, doc.Tone.STRONG_EMPHASIS})


def add_runs(line: Any, runs: Iterable[doc.Run], address: Callable[[str], str], size: float = 0) -> None:
    """Put *runs* at the end of the element *line*; *address* gives the number of an address in the file."""
    for run in runs:
        made = xml.run_of(run.text, looks=_looks(run, size))
        if run.link:
            link = xml.link_outside(address(run.link))
            link.append(made)
            line.append(link)
        else:
            line.append(made)


def _looks(run: doc.Run, size: float) -> list[Any]:
    """Return the looks of a run, in the order that the format asks for."""
    found: list[Any] = []
    if run.tone in _STRONG:
        found.append(xml.element("w:b"))
    if run.tone in _EMPHASISED:
        found.append(xml.element("w:i"))
    role = "primary" if run.link else _ROLES.get(run.tone)
    if role:
        found.append(xml.element("w:color", val=colour_of(role).lstrip("#")))
    if size:
        found.append(xml.element("w:sz", val=str(round(size * 2))))
    if run.link:
        found.append(xml.element("w:u", val="single"))
    return found
