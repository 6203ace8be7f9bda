"""Saying how much each criterion weighs: typed, in points, as an order, or pair by pair; each municipality or all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select

from smartstad_desktop.domain.errors import RowGone
from smartstad_desktop.domain.order import weights as rules
from smartstad_desktop.domain.order.order import mean_weights
from smartstad_desktop.domain.order.priority import (
    POINTS,
    REASON_LIMIT,
    NothingWeighed,
    PairsIncomplete,
    RatioInvalid,
    WeightInvalid,
    WeightMethod,
    WeightsIncomplete,
    checked_text,
    checked_weight,
)
from smartstad_desktop.domain.values import CriterionId, MunicipalityId
from smartstad_desktop.reads.priority import facts
from smartstad_desktop.storage.tables.priority import Criterion, Weighting, WeightingComparison, WeightingValue
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.usecases.command import Transaction

#: More empty steps than this between two criteria say no more.
GAP_LIMIT: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class SetWeights:
    """Say what criteria weigh, typed or in points; *whose* is a municipality, or None for all together.

    Typed weights are in percent, or of any size when all are named; a criterion that is not named weighs as before, or
    as it does in the programme when nothing was said before. Points are given to all, and add up to 100.
    ``is_dragging`` joins the steps of one drag.
    """

    whose: MunicipalityId | None
    weights: Mapping[CriterionId, float]
    method: WeightMethod = WeightMethod.TYPED
    note: str | None = None
    is_dragging: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins the steps of one drag."""
        return f"SetWeights {self.whose} {sorted(self.weights)}" if self.is_dragging else None

    def execute(self, tx: Transaction) -> None:
        """Write them.

        Raises:
            FieldInvalid: a weight is no weight, the points do not add up, or all are 0.
        """
        given = {key: checked_weight(weight) for key, weight in self.weights.items()}
        for criterion in given:
            tx.get(Criterion, criterion)
        everything = _criteria(tx)
        if self.method is WeightMethod.POINTS:
            rules.from_points([given.get(key, 0.0) for key in everything], POINTS)
        row = _weighting(tx, self.whose, self.method, self.note)
        if self.method is WeightMethod.TYPED:
            given = _in_percent(tx, row) | given
        rules.shares(list(given.values()))
        _write(tx, row, {key: given.get(key, 0.0) for key in everything})


@dataclass(frozen=True, slots=True, kw_only=True)
class SetWeightOrder:
    """Say in which order criteria matter, most important first, with empty steps between them.

    Each tier holds criteria that matter as much; ``gaps`` are the empty steps above each tier (the first has none).
    ``ratio`` is how many times as much the first tier weighs as the last. With the method centroid only the order
    counts.
    """

    whose: MunicipalityId | None
    tiers: tuple[tuple[CriterionId, ...], ...]
    gaps: tuple[int, ...] = ()
    ratio: float | None = None
    method: WeightMethod = WeightMethod.ORDERING
    note: str | None = None
    is_dragging: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins the steps of one drag."""
        return f"SetWeightOrder {self.whose}" if self.is_dragging else None

    def execute(self, tx: Transaction) -> None:
        """Write them.

        Raises:
            WeightsIncomplete: a criterion has no place, or two.
            WeightInvalid: a gap or the ratio is no number that fits.
        """
        order = [criterion for tier in self.tiers for criterion in tier]
        everything = _criteria(tx)
        if sorted(order) != sorted(everything):
            raise WeightsIncomplete(field="places", count=len(set(everything) - set(order)))
        gaps = [*self.gaps[: len(self.tiers)], *[0] * (len(self.tiers) - len(self.gaps))]
        if any(not 0 <= gap <= GAP_LIMIT for gap in gaps) or (self.ratio is not None and self.ratio < 1):
            raise WeightInvalid(field="gaps", limit=GAP_LIMIT)
        place_of = {criterion: number for number, tier in enumerate(self.tiers, 1) for criterion in tier}
        places = [place_of[criterion] for criterion in order]
        if self.method is WeightMethod.CENTROID:
            found = rules.rank_order_centroid(places)
        else:
            found = rules.from_order(places, [gaps[place - 1] for place in places], self.ratio)
        row = _weighting(tx, self.whose, self.method, self.note)
        _write(tx, row, dict(zip(order, found, strict=True)))
        for value in _values(tx, row):
            place = place_of[CriterionId(value.criterion_id)]
            value.place, value.gap = place, gaps[place - 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetWeightPairs:
    """Say of pairs how many times as important the first is as the second (1/9 to 9); None takes an answer away.

    What was said about other pairs stays. The weights appear as soon as the pairs link all criteria; until then those
    that were in force stay so, and the way they were arrived at.
    """

    whose: MunicipalityId | None
    pairs: Mapping[tuple[CriterionId, CriterionId], float | None]
    note: str | None = None

    def execute(self, tx: Transaction) -> None:
        """Write them, and the weights that follow.

        Raises:
            RatioInvalid: a comparison is not from 1/9 to 9, or of a criterion with itself.
        """
        held = _found(tx, self.whose)
        method = WeightMethod.PAIRWISE if held is None else WeightMethod(held.method)
        row = _weighting(tx, self.whose, method, self.note)
        query = select(WeightingComparison).where(WeightingComparison.weighting_id == row.id)
        known = {(each.one_id, each.other_id): each for each in tx.session.scalars(query)}
        for (one, other), ratio in self.pairs.items():
            if one == other or (ratio is not None and not 1 / rules.MOST <= ratio <= rules.MOST):
                raise RatioInvalid(field="pairs")
            for criterion in (one, other):
                tx.get(Criterion, criterion)
            key, turned = ((one, other), ratio) if one < other else ((other, one), None if ratio is None else 1 / ratio)
            said = known.get(key)
            if turned is None:
                if said is not None:
                    tx.session.delete(known.pop(key))
            elif said is None:
                known[key] = WeightingComparison(weighting_id=row.id, one_id=key[0], other_id=key[1], ratio=turned)
                tx.session.add(known[key])
            else:
                said.ratio = turned
        found = _from_pairs(_criteria(tx), list(known.values()))
        if found:
            row.method = WeightMethod.PAIRWISE.value
            _write(tx, row, found)


@dataclass(frozen=True, slots=True, kw_only=True)
class ForgetWeights:
    """Take away what a municipality, or all together, said about weights."""

    whose: MunicipalityId | None

    def execute(self, tx: Transaction) -> None:
        """Take it away; nothing changes when there is nothing."""
        _describe(tx, self.whose)
        row = _found(tx, self.whose)
        if row is not None:
            tx.session.delete(row)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeMeanWeights:
    """Let the mean of what the municipalities said be what all weigh with together."""

    note: str | None = None

    def execute(self, tx: Transaction) -> None:
        """Write the mean.

        Raises:
            NothingWeighed: no municipality has said anything yet.
        """
        mean = mean_weights(facts(tx.session.connection()))
        if mean is None:
            raise NothingWeighed
        row = _weighting(tx, None, WeightMethod.TYPED, self.note)
        _write(tx, row, dict(zip(_criteria(tx), mean.shares, strict=True)))


def _from_pairs(criteria: Sequence[CriterionId], known: Sequence[WeightingComparison]) -> dict[CriterionId, float]:
    at = {criterion: number for number, criterion in enumerate(criteria)}
    pairs = {(at[CriterionId(each.one_id)], at[CriterionId(each.other_id)]): each.ratio for each in known}
    try:
        return dict(zip(criteria, rules.from_pairs(len(criteria), pairs).shares, strict=True))
    except PairsIncomplete:
        # Not finished is not wrong: the comparisons are kept, and nothing is made up for the rest.
        return {}


def _criteria(tx: Transaction) -> list[CriterionId]:
    query = select(Criterion.id).order_by(Criterion.order_key, Criterion.id)
    return [CriterionId(each) for each in tx.session.scalars(query)]


def _found(tx: Transaction, whose: MunicipalityId | None) -> Weighting | None:
    is_whose = Weighting.municipality_id.is_(None) if whose is None else Weighting.municipality_id == whose
    return tx.session.scalars(select(Weighting).where(is_whose)).one_or_none()


def _weighting(tx: Transaction, whose: MunicipalityId | None, method: WeightMethod, note: str | None) -> Weighting:
    """Return the weighting with *method*, new or as it is; pairs said before are kept for a second thought."""
    _describe(tx, whose)
    row = _found(tx, whose)
    if row is None:
        row = Weighting(municipality_id=whose, method=method.value, at="", note="")
        tx.session.add(row)
    row.method, row.at = method.value, tx.now.isoformat(timespec="seconds")
    if note is not None:
        row.note = checked_text(note, "note", REASON_LIMIT)
    tx.session.flush()
    return row


def _values(tx: Transaction, row: Weighting) -> Sequence[WeightingValue]:
    query = select(WeightingValue).where(WeightingValue.weighting_id == row.id).order_by(WeightingValue.id)
    return tx.session.scalars(query).all()


def _in_percent(tx: Transaction, row: Weighting) -> dict[CriterionId, float]:
    """Return what a weighting says so far, or else what the programme says."""
    found = {CriterionId(value.criterion_id): value.weight for value in _values(tx, row)}
    if not sum(found.values()):
        own = tx.session.execute(select(Criterion.id, Criterion.weight))
        found = {CriterionId(criterion): float(weight) for criterion, weight in own}
    whole = sum(found.values()) or 1.0
    return {criterion: 100 * weight / whole for criterion, weight in found.items()}


def _write(tx: Transaction, row: Weighting, weights: Mapping[CriterionId, float]) -> None:
    known = {CriterionId(value.criterion_id): value for value in _values(tx, row)}
    for criterion, value in known.items():
        if criterion in weights:
            value.weight, value.place, value.gap = weights[criterion], None, None
        else:
            tx.session.delete(value)
    tx.session.add_all(
        WeightingValue(weighting_id=row.id, criterion_id=criterion, weight=weight)
        for criterion, weight in weights.items()
        if criterion not in known
    )
    tx.session.flush()


def _describe(tx: Transaction, whose: MunicipalityId | None) -> None:
    if whose is None:
        tx.describe(form="together")
        return
    municipality = tx.session.get(Municipality, whose)
    if municipality is None:
        raise RowGone(kind=Municipality.__tablename__, row_id=whose)
    tx.describe(title=municipality.short_name)
