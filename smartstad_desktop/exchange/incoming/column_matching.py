"""Which column of a table becomes which field: headings, likeness, values, and what a person has said before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from smartstad_desktop.domain.lists.list_columns import EXTRA, IGNORED, ColumnMeaning
from smartstad_desktop.exchange.cells import looks
from smartstad_desktop.exchange.cells.folding import fold
from smartstad_desktop.exchange.cells.looks import Look
from smartstad_desktop.exchange.cells.reading import Cell
from smartstad_desktop.exchange.incoming.headings import ACCEPT, WEAK, meanings
from smartstad_desktop.exchange.sheets.sheet_kinds import SheetForm

#: Meanings below this are not worth offering to a person; so many are offered.
_OFFERED, _OFFERS = 0.35, 4
# The export of a known register fills both from the date of publishing (domain 2.3).
_PUBLISHED: Final = frozenset({"publicerad", "publiceringsdatum", "skapad", "publisert", "opprettet", "published"})
_CHANGED: Final = frozenset({"senast andrad", "sist endret", "andrad", "senast uppdaterad", "last changed"})


@dataclass(frozen=True, slots=True)
class Match:
    """A column of the sheet taken to mean *key*; others that it might mean come next best first."""

    key: str
    index: int
    confidence: float
    others: tuple[str, ...] = ()
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Matching:
    """The columns that have a meaning, those left out on purpose, and per column the fields it may mean."""

    matches: tuple[Match, ...]
    ignored: frozenset[int] = frozenset()
    extra: frozenset[int] = frozenset()
    candidates: dict[int, tuple[ColumnMeaning, ...]] = field(default_factory=dict[int, tuple[ColumnMeaning, ...]])


def match(
    headings: Sequence[str],
    groups: Sequence[str],
    values: Sequence[Sequence[Cell]],
    form: SheetForm,
    said: Mapping[int, str],
) -> Matching:
    """Return what each column means, every meaning at most once.

    *groups* holds the text of a merged heading above, *values* some cells below, both per column; *said* is what a
    person has chosen for a column, now or earlier: the key of a field, ``EXTRA`` or ``IGNORED``.
    """
    seen = [looks.of(cells) for cells in values]
    stale = _stale_dates(headings, values)
    claims: list[tuple[float, int, str]] = []
    for index, heading in enumerate(headings):
        known = dict(_in_group(heading, groups[index], form)) if index not in stale else {}
        for key, score in {**known, **_by_look(heading, known, seen[index], form)}.items():
            claims.append((score * seen[index].fit(key) + seen[index].lift(key), index, key))
    claims.sort(key=lambda claim: (-round(claim[0], 3), claim[1]))
    matches = _assigned(claims, headings, seen, form, said)
    return Matching(
        matches=matches,
        ignored=frozenset(index for index, key in said.items() if key == IGNORED),
        extra=frozenset(index for index, key in said.items() if key == EXTRA),
        candidates=_candidates(claims),
    )


def _stale_dates(headings: Sequence[str], values: Sequence[Sequence[Cell]]) -> set[int]:
    """Return the columns of last changes that only repeat when a project was published: a register fills them so."""
    published = [index for index, heading in enumerate(headings) if fold(heading) in _PUBLISHED]
    return {
        index
        for index, heading in enumerate(headings)
        if fold(heading) in _CHANGED and any(values[index] == values[other] for other in published)
    }


def _in_group(heading: str, group: str, form: SheetForm) -> tuple[tuple[str, float], ...]:
    """Return the meanings of a heading under a group: ``Start`` under ``Tid``, or nothing under ``Kontakt``."""
    if not heading:
        return meanings(group, form.kind)
    found = meanings(heading, form.kind)
    if found or not group:
        return found
    return tuple((key, score * 0.9) for key, score in meanings(f"{group} {heading}", form.kind))


def _by_look(heading: str, known: dict[str, float], look: Look, form: SheetForm) -> dict[str, float]:
    """Return what values alone suggest, where the heading says nothing."""
    if not heading or (known and max(known.values()) >= WEAK):
        return {}
    likely = look.suggestions().items()
    return {key: score for key, score in likely if score > known.get(key, 0.0) and key in form.by_key}


def _candidates(claims: Sequence[tuple[float, int, str]]) -> dict[int, tuple[ColumnMeaning, ...]]:
    found: dict[int, list[ColumnMeaning]] = {}
    for score, index, key in claims:
        offered = found.setdefault(index, [])
        if score >= _OFFERED and len(offered) < _OFFERS:
            offered.append(ColumnMeaning(key, min(1.0, round(score, 2))))
    return {index: tuple(offered) for index, offered in found.items()}


def _assigned(
    claims: Sequence[tuple[float, int, str]],
    headings: Sequence[str],
    seen: Sequence[Look],
    form: SheetForm,
    said: Mapping[int, str],
) -> tuple[Match, ...]:
    chosen = {index: key for index, key in said.items() if key in form.by_key}
    silent = {index for index, key in said.items() if key in {EXTRA, IGNORED}}
    taken: dict[str, Match] = {}
    for index, key in chosen.items():
        taken.setdefault(key, Match(key, index, 1.0, is_chosen=True))
    used = {*chosen, *silent}
    for score, index, key in claims:
        if score < ACCEPT or key in taken or index in used:
            continue
        others = tuple(k for s, i, k in claims if i == index and k != key and s >= score - 0.2)
        taken[key] = Match(key, index, min(1.0, round(score, 2)), others)
        used.add(index)
    if "period" in taken and not taken["period"].is_chosen and ("start" in taken or "end" in taken):
        del taken["period"]
    if form.title not in taken:
        _guess_title(taken, used, headings, seen, form)
    return tuple(sorted(taken.values(), key=lambda found: found.index))


def _guess_title(
    taken: dict[str, Match], used: set[int], headings: Sequence[str], seen: Sequence[Look], form: SheetForm
) -> None:
    """Take the column that looks most like names, among those nobody claims, or the only description."""
    free = [
        (look.as_title() * (1.0 if headings[index] else 0.9), -index)
        for index, look in enumerate(seen)
        if index not in used
    ]
    best = max(free, default=(0.0, 0))
    if best[0] > 0:
        taken[form.title] = Match(form.title, -best[1], ACCEPT)
    elif "what" in taken and not taken["what"].is_chosen:
        taken[form.title] = Match(form.title, taken.pop("what").index, ACCEPT)
