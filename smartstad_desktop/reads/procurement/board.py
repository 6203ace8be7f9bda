"""Every joint procurement in a line: in which phase it is, who is in it, and whether its tenders are secret."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import Connection, select

from smartstad_desktop.domain.procurement.cases import is_secret
from smartstad_desktop.domain.procurement.procurement import Interest
from smartstad_desktop.domain.testbeds.routines import CaseState, RoutineKind
from smartstad_desktop.domain.values import Language, Named
from smartstad_desktop.reads.needs import Town, towns
from smartstad_desktop.reads.procurement.cases import CARRY_OUT, after_notice
from smartstad_desktop.reads.testbeds.cases import CaseRow, cases
from smartstad_desktop.storage.tables.procurement import ProcurementCase, ProcurementParty
from smartstad_desktop.storage.tables.routines import RoutineStage

#: The phases of purchasing, in order (domain 2.6).
PHASES: Final = ("prepare", CARRY_OUT, "realise")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcurementLine:
    """A procurement as a card; ``phase`` is None when it is over."""

    id: int
    title: str
    state: CaseState
    phase: str | None
    place: int | None
    stage: str
    done: int
    total: int
    lead: int | None
    towns: tuple[int, ...]
    value: int
    currency: str
    contract_to: date | None
    is_secret: bool
    is_confidential: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcurementsShown:
    """All procurements, and the municipalities they name."""

    lines: tuple[ProcurementLine, ...]
    towns: dict[int, Town]


def procurements(connection: Connection, language: Language, today: date) -> ProcurementsShown:
    """Return the procurements in the order they were begun."""
    stages = {row.id: row for row in connection.execute(select(RoutineStage.__table__))}
    after = after_notice(connection)
    facts = {row["case_id"]: row for row in connection.execute(select(ProcurementCase.__table__)).mappings()}
    said: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for row in connection.execute(select(ProcurementParty.__table__).order_by(ProcurementParty.id)):
        is_in = row.is_party if facts[row.case_id]["locked_on"] is not None else row.interest != Interest.NO
        if is_in:
            said[row.case_id].append((row.municipality_id, row.value or 0))

    def line(case: CaseRow) -> ProcurementLine:
        stage, own = stages.get(case.stage or 0), facts[case.id]
        name = "" if stage is None else Named(stage.name_sv, stage.name_nb, stage.name_en).in_language(language)
        return ProcurementLine(
            id=case.id,
            title=case.title,
            state=case.state,
            phase=None if stage is None or case.is_over else stage.phase,
            place=case.place,
            stage=name,
            done=case.done,
            total=case.total,
            lead=case.municipality,
            towns=tuple(town for town, _value in said[case.id]),
            value=sum(value for _town, value in said[case.id]),
            currency=own["currency"],
            contract_to=own["contract_to"],
            is_secret=is_secret(dict(own), today, is_evaluated=after.get(case.stage or 0) == CARRY_OUT),
            is_confidential=case.is_confidential,
        )

    found = tuple(line(case) for case in cases(connection, RoutineKind.PROCUREMENT) if case.id in facts)
    return ProcurementsShown(lines=found, towns={int(key): town for key, town in towns(connection).items()})
