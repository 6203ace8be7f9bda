"""Taking a round from phase to phase: what opening locks, what revealing keeps, and going back without loss."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete

from smartstad_desktop.domain.order import order
from smartstad_desktop.domain.ordering import evenly
from smartstad_desktop.domain.values import RoundId, SessionId
from smartstad_desktop.domain.workshop.effort import Effort
from smartstad_desktop.domain.workshop.meeting import NotRevealed, Phase, RoundEmpty, WeightsMissing, is_revealed
from smartstad_desktop.domain.workshop.voting import Method, Unit
from smartstad_desktop.reads import priority
from smartstad_desktop.reads.workshop.locked_facts import to_lock
from smartstad_desktop.reads.workshop.results import snapshot_of
from smartstad_desktop.reads.workshop.round_effort import effort_of
from smartstad_desktop.reads.workshop.rounds import REVEALED, RoundSheet, round_sheet
from smartstad_desktop.storage.tables.workshop import Round, RoundCriterion, Snapshot
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.workshop.rounds import called, open_session


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPhase:
    """Go to a phase of a round, forwards or back; nothing that was said is lost.

    The silent phase locks items, rules and criteria. Revealing keeps a snapshot of the result; the room has seen it, so
    undo stops there. Closing keeps another one.
    """

    round: RoundId
    phase: Phase

    @property
    def is_floor(self) -> bool:
        """Return whether the room has seen something that undo cannot take back."""
        return self.phase is Phase.REVEAL

    def execute(self, tx: Transaction) -> None:
        """Go there; nothing changes when the round is there.

        Raises:
            SessionEnded: the session has ended.
            RoundEmpty: there is nothing to vote on.
            NotRevealed: what is asked for comes after the reveal.
        """
        row = tx.get(Round, self.round)
        open_session(tx, SessionId(row.session_id))
        tx.describe(form=self.phase.value, **called(tx, row), title=row.question)
        if row.phase == self.phase.value:
            return
        was_hidden = not is_revealed(Phase(row.phase))
        if is_revealed(self.phase) and self.phase is not Phase.REVEAL and was_hidden:
            raise NotRevealed
        if self.phase is not Phase.CLARIFY and row.opened_at is None:
            _open(tx, row)
        if self.phase is Phase.REVEAL and was_hidden:
            row.revealed_at = row.revealed_at or tx.now.isoformat()
            keep_snapshot(tx, row, REVEALED)
        row.closed_at = tx.now.isoformat() if self.phase is Phase.CLOSED else None
        if self.phase is Phase.CLOSED:
            keep_snapshot(tx, row, "close")
        row.phase = self.phase.value


def keep_snapshot(tx: Transaction, row: Round, label: str) -> None:
    """Keep the result of a round as it is now."""
    tx.session.flush()
    contents = snapshot_of(tx.session.connection(), RoundId(row.id))
    tx.session.add(
        Snapshot(session_id=row.session_id, round_id=row.id, at=tx.now.isoformat(), label=label, contents=contents)
    )


def _open(tx: Transaction, row: Round) -> None:
    """Lock the round: from now on its items, criteria and what it is counted with are what they were at this moment."""
    tx.session.flush()
    connection = tx.session.connection()
    sheet = round_sheet(connection, RoundId(row.id))
    if sheet is None or all(item.is_unclear for item in sheet.items):
        raise RoundEmpty
    _check_weights(sheet)
    effort = effort_of(connection, sheet.session, sheet.items) if sheet.method is Method.MOSCOW else Effort()
    row.locked = to_lock(sheet.rules.populations, sheet.items, effort)
    row.opened_at = tx.now.isoformat()
    if Method(row.method) is not Method.CRITERIA:
        return
    tx.session.execute(delete(RoundCriterion).where(RoundCriterion.round_id == row.id))
    known = priority.facts(tx.session.connection())
    weights = order.weights_in_force(known)
    keys = evenly(len(known.criteria))
    for criterion, weight, key in zip(known.criteria, weights, keys, strict=True):
        tx.session.add(
            RoundCriterion(
                round_id=row.id,
                key=criterion.key,
                name_sv=criterion.name.sv,
                name_nb=criterion.name.nb,
                name_en=criterion.name.en,
                weight=weight,
                direction=criterion.direction.value,
                steps={
                    str(step): {"sv": text.sv, "nb": text.nb, "en": text.en} for step, text in criterion.steps.items()
                },
                order_key=key,
            )
        )


def _check_weights(sheet: RoundSheet) -> None:
    """Refuse a round in which somebody's answer would weigh nothing."""
    if sheet.unit not in {Unit.POPULATION, Unit.KEY}:
        return
    given = sheet.rules.populations if sheet.unit is Unit.POPULATION else sheet.rules.key
    missing = [
        caster.mark.name
        for caster in sheet.casters
        if caster.mark is not None and not given.get(caster.municipality or 0)
    ]
    if missing:
        raise WeightsMissing(names=", ".join(missing))
