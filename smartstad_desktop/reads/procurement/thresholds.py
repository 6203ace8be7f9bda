"""The limits of procurement law that the programme knows."""

from __future__ import annotations

from sqlalchemy import Connection, select

from smartstad_desktop.domain.procurement.procurement import Category, Certainty, Law, ThresholdRule
from smartstad_desktop.domain.procurement.thresholds import Threshold
from smartstad_desktop.storage.tables.procurement import Threshold as ThresholdTable


def thresholds(connection: Connection) -> tuple[Threshold, ...]:
    """Return the limits by country, act, kind of purchase and rule, the latest first."""
    query = select(ThresholdTable.__table__)
    found = [
        Threshold(
            id=row.id,
            country=row.country,
            rule=ThresholdRule(row.rule),
            law=Law(row.law),
            category=Category(row.category),
            amount=row.amount,
            currency=row.currency,
            valid_from=row.valid_from,
            valid_to=row.valid_to,
            source=row.source,
            certainty=Certainty(row.certainty),
            comment=row.comment,
        )
        for row in connection.execute(query)
    ]
    orders = (list(Law), list(Category), list(ThresholdRule))
    return tuple(
        sorted(
            found,
            key=lambda each: (
                each.country,
                orders[0].index(each.law),
                orders[1].index(each.category),
                orders[2].index(each.rule),
                -(each.valid_from.toordinal() if each.valid_from else 0),
            ),
        )
    )
