"""The result of a round as the room may see it: no ballot, no seat, no concern, no group that is too small."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypedDict

from sqlalchemy import Connection

from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.domain.workshop.disclosure import is_told_by_few
from smartstad_desktop.domain.workshop.results import Axis, Fingers, Quadrant, Result
from smartstad_desktop.domain.workshop.rounds import Movement, agreed, movement, to_talk_about
from smartstad_desktop.domain.workshop.voting import Method
from smartstad_desktop.reads.board import MunicipalityMark
from smartstad_desktop.reads.workshop.casters import municipality_marks
from smartstad_desktop.reads.workshop.results import outcome_of
from smartstad_desktop.reads.workshop.rounds import RoundSheet


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceAxis:
    """Where an item lies on an axis, how far apart the answers are, and where each municipality put it."""

    mean: float
    deviation: float | None
    by_municipality: tuple[tuple[MunicipalityMark, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceResult:
    """What came out for an item; see :class:`smartstad_desktop.domain.results.Result` for what the figures mean.

    ``moved`` is how it moved since the round before, when this is a second round.
    """

    number: int
    place: int | None
    value: float | None
    mean: float | None
    supporters: int
    deviation: float | None
    by_municipality: tuple[tuple[MunicipalityMark, float], ...] = ()
    x: AudienceAxis | None = None
    y: AudienceAxis | None = None
    quadrant: Quadrant | None = None
    columns: tuple[float, ...] = ()
    column: int | None = None
    coverage: float = 1.0
    wins: int = 0
    draws: int = 0
    losses: int = 0
    moved: Movement | None = None


class Revealed(TypedDict):
    """What a round adds to the wall when it has been revealed."""

    results: tuple[AudienceResult, ...]
    agreed: tuple[int, ...]
    to_talk_about: tuple[int, ...]
    agreement: float | None
    fingers: Fingers | None


NOTHING_REVEALED: Final = Revealed(results=(), agreed=(), to_talk_about=(), agreement=None, fingers=None)


def results_of(connection: Connection, sheet: RoundSheet) -> Revealed:
    """Return what the room may see of a revealed round; nothing of a group of fewer than three persons."""
    found = outcome_of(connection, sheet)
    tally = found.tally
    if tally.is_small:
        return NOTHING_REVEALED
    marks = municipality_marks(connection)
    moves = {} if found.before is None else {each.item: each for each in movement(found.before, tally)}
    shown = [each.fingers for each in tally.results if each.fingers is not None]
    return Revealed(
        results=tuple(_result(each, sheet.method, marks, moves.get(each.item)) for each in tally.results),
        agreed=tuple(each.item for each in agreed(tally)),
        to_talk_about=tuple(each.item for each in to_talk_about(tally)),
        agreement=tally.agreement,
        fingers=_worst(shown),
    )


def _result(
    result: Result, method: Method, marks: Mapping[MunicipalityId, MunicipalityMark], moved: Movement | None
) -> AudienceResult:
    if is_told_by_few(result, method):
        return AudienceResult(
            number=result.item, place=result.place, value=None, mean=None, supporters=0, deviation=None
        )
    return AudienceResult(
        number=result.item,
        place=result.place,
        value=result.value,
        mean=result.mean,
        supporters=result.supporters,
        deviation=None if result.spread is None else result.spread.deviation,
        by_municipality=_told(result.by_municipality, marks),
        x=_axis(result.x, marks),
        y=_axis(result.y, marks),
        quadrant=result.quadrant,
        columns=result.columns,
        column=result.column,
        coverage=result.coverage,
        wins=result.wins,
        draws=result.draws,
        losses=result.losses,
        moved=moved,
    )


def _worst(shown: Sequence[Fingers]) -> Fingers | None:
    """Return what several questions come to together: it passes when all do."""
    if not shown:
        return None
    return Fingers(
        passes=all(each.passes for each in shown),
        must_speak=max(each.must_speak for each in shown),
        blocks=max(each.blocks for each in shown),
        speakers=tuple(dict.fromkeys(speaker for each in shown for speaker in each.speakers)),
    )


def _axis(axis: Axis | None, marks: Mapping[MunicipalityId, MunicipalityMark]) -> AudienceAxis | None:
    if axis is None:
        return None
    deviation = None if axis.spread is None else axis.spread.deviation
    return AudienceAxis(mean=axis.mean, deviation=deviation, by_municipality=_told(axis.by_municipality, marks))


def _told(
    values: Mapping[int, float], marks: Mapping[MunicipalityId, MunicipalityMark]
) -> tuple[tuple[MunicipalityMark, float], ...]:
    """Return what each municipality says, the highest first."""
    known = [(marks[MunicipalityId(each)], value) for each, value in values.items() if MunicipalityId(each) in marks]
    return tuple(sorted(known, key=lambda pair: (-pair[1], pair[0].letters)))
