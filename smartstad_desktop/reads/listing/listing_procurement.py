"""Joint procurements and limits for scripts: while tenders are secret, what is about them is left out and counted."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, select, text

from smartstad_desktop.domain.procurement.cases import DAYS
from smartstad_desktop.domain.values import Language
from smartstad_desktop.reads.listing.listing_values import Row, iso, thousands
from smartstad_desktop.reads.procurement.cases import PartyRow, ProcurementSheet, told_procurement
from smartstad_desktop.reads.procurement.thresholds import thresholds as read_thresholds
from smartstad_desktop.storage.tables.procurement import ProcurementCase
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.storage.tables.testbeds import RoutineCase


def procurements(connection: Connection, language: Language) -> list[Row]:
    """Return the joint procurements with their parties; a confidential one is not told of."""
    # What is secret depends on the day, and a list is asked for without one.
    today = date.fromisoformat(connection.execute(text("SELECT date('now', 'localtime')")).scalar_one())
    numbers = connection.execute(
        select(RoutineCase.id)
        .join(ProcurementCase, ProcurementCase.case_id == RoutineCase.id)
        .where(~RoutineCase.is_confidential)
        .order_by(RoutineCase.order_key, RoutineCase.id)
    ).scalars()
    towns: dict[int | None, str] = {
        row.id: row.key for row in connection.execute(select(Municipality.id, Municipality.key))
    }
    return [_told(told_procurement(connection, number, language, today), towns) for number in numbers.all()]


def thresholds(connection: Connection, _language: Language) -> list[Row]:
    """Return the limits of procurement law, whole amounts in their own currency."""
    return [
        {
            "country": row.country,
            "rule": row.rule.value,
            "law": row.law.value,
            "category": row.category.value,
            "amount": row.amount,
            "currency": row.currency,
            "valid_from": iso(row.valid_from),
            "valid_to": iso(row.valid_to),
            "source": row.source,
            "certainty": row.certainty.value,
        }
        for row in read_thresholds(connection)
    ]


def _told(sheet: ProcurementSheet, towns: dict[int | None, str]) -> Row:
    case, values = sheet.case.facts, sheet.values
    stage = sheet.case.current
    return {
        "key": case.key,
        "title": case.title,
        "state": case.state.value,
        "step": None if stage is None else stage.number,
        "municipality": towns.get(case.municipality),
        "form": None if values["form"] is None else values["form"].value,
        "category": values["category"].value,
        "law": values["law"].value,
        "currency": values["currency"],
        "value_tkr": thousands(sheet.value),
        **{name: iso(values[name]) for name in DAYS},
        "tender_count": values["tender_count"],
        "supplier": values["supplier"],
        "awarded_value_tkr": thousands(values["awarded_value"]),
        "is_secret": sheet.is_secret,
        "left_out": sheet.left_out,
        "parties": [_party(each, towns) for each in sheet.parties if each.is_asked],
    }


def _party(party: PartyRow, towns: dict[int | None, str]) -> Row:
    return {
        "municipality": towns[party.municipality],
        "interest": None if party.interest is None else party.interest.value,
        "volume": party.volume,
        "value_tkr": thousands(party.value),
        "current_ends_on": iso(party.current_ends_on),
        "mandate": party.mandate.value,
        "is_party": party.is_party,
        "contract_on": iso(party.contract_on),
    }
