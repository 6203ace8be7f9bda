"""What only a test has, for its page and its papers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from smartstad_desktop.domain.inventory import Maturity
from smartstad_desktop.domain.testbeds.testbed_cases import AGREEMENT, RESULT, Reading
from smartstad_desktop.domain.testbeds.testbeds import Intake, Recommendation, Tested
from smartstad_desktop.storage.tables.testbeds import CaseIndicator, CaseMunicipality, TestbedCase


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorRow:
    """What a test is measured by."""

    id: int
    name: str
    unit: str
    method: str
    reading: Reading
    baseline_on: date | None
    result_on: date | None
    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TestFacts:
    """The facts of a test. ``agreement`` and ``result`` hold their texts by the name of the field."""

    case: int
    testbed: int | None
    tester: int | None
    tested: Tested | None
    intake: Intake | None
    maturity: Maturity | None
    hypothesis: str
    agreed_on: date | None
    cost: int | None
    agreement: dict[str, str]
    recommendation: Recommendation | None
    result: dict[str, str]
    shared_on: date | None
    municipalities: frozenset[int]
    indicators: tuple[IndicatorRow, ...]


def facts_of_test(connection: Connection, case: int) -> TestFacts | None:
    """Return what only a test has; None when there is no such case, or it is no test."""
    row = connection.execute(select(TestbedCase.__table__).where(TestbedCase.case_id == case)).one_or_none()
    if row is None:
        return None
    joined = connection.execute(select(CaseMunicipality.municipality_id).where(CaseMunicipality.case_id == case))
    return TestFacts(
        case=case,
        testbed=row.testbed_id,
        tester=row.tester_id,
        tested=Tested(row.tested) if row.tested else None,
        intake=Intake(row.intake) if row.intake else None,
        maturity=Maturity(row.maturity) if row.maturity else None,
        hypothesis=row.hypothesis,
        agreed_on=row.agreed_on,
        cost=row.cost,
        agreement=_texts(row, AGREEMENT),
        recommendation=Recommendation(row.recommendation) if row.recommendation else None,
        result=_texts(row, RESULT),
        shared_on=row.shared_on,
        municipalities=frozenset(joined.scalars()),
        indicators=_indicators(connection, case),
    )


def _texts(row: Any, names: tuple[str, ...]) -> dict[str, str]:
    return {name: getattr(row, name) for name in names}


def _indicators(connection: Connection, case: int) -> tuple[IndicatorRow, ...]:
    query = (
        select(CaseIndicator.__table__)
        .where(CaseIndicator.case_id == case)
        .order_by(CaseIndicator.order_key, CaseIndicator.id)
    )
    return tuple(
        IndicatorRow(
            id=row.id,
            name=row.name,
            unit=row.unit,
            method=row.method,
            reading=Reading(baseline=row.baseline, target=row.target, result=row.result),
            baseline_on=row.baseline_on,
            result_on=row.result_on,
            comment=row.comment,
        )
        for row in connection.execute(query)
    )
