"""The states a PDF has had: whoever adds to one leaves the bytes before as they were."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from smartstad_desktop.domain.plan.verifying import Finding, PlanFinding

_END: Final = re.compile(rb"startxref\s+(\d+)\s+%%EOF(?:\r\n|\n|\r)?")
_BEFORE: Final = re.compile(rb"/Prev\s+(\d+)")
#: How far into a cross-reference section the place of the one before is looked for: behind a long table.
_REACH: Final = 4_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One state: where its own bytes begin and end, where its cross-references stand, and those of the one before."""

    begin: int
    end: int
    references: int
    before: int | None


def revisions(content: bytes) -> tuple[Revision, ...]:
    """Return the states of the PDF *content*, oldest first."""
    begin = 0
    found: list[Revision] = []
    for match in _END.finditer(content):
        at = int(match[1])
        section = content[at : min(match.start(), at + _REACH)] if begin <= at < match.start() else b""
        before = _BEFORE.search(section)
        found.append(
            Revision(begin=begin, end=match.end(), references=at, before=int(before[1]) if before is not None else None)
        )
        begin = match.end()
    return tuple(found)


def findings(content: bytes) -> Iterator[Finding]:
    """Tell what is wrong with how the states of *content* follow each other."""
    found = revisions(content)
    if not found:
        yield Finding(code=PlanFinding.CUT_SHORT)
        return
    if content[found[-1].end :].strip():
        yield Finding(code=PlanFinding.BYTES_AFTER_END)
    places = [each.references for each in found]
    if places != sorted(places):
        yield Finding(code=PlanFinding.REVISIONS_REORDERED)
    elif any(not each.begin <= each.references < each.end for each in found):
        is_beyond = any(each.references >= each.end for each in found)
        yield Finding(code=PlanFinding.REVISION_REMOVED if is_beyond else PlanFinding.CROSS_REFERENCES)
    elif any(each.before not in places[:number] for number, each in enumerate(found) if number):
        yield Finding(code=PlanFinding.REVISION_REMOVED)
    elif any(each.before != places[number - 1] for number, each in enumerate(found) if number):
        yield Finding(code=PlanFinding.CROSS_REFERENCES)
