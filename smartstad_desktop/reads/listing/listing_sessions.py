"""Workshop sessions and their rounds as plain values, for scripts; no seat and no answer is among them."""

from __future__ import annotations

from sqlalchemy import Connection

from smartstad_desktop.domain.values import Language
from smartstad_desktop.reads.listing.listing_values import Row, iso
from smartstad_desktop.reads.workshop.sessions import session, sessions


def workshops(connection: Connection, _language: Language) -> list[Row]:
    """Return the sessions in their order."""
    found: list[Row] = []
    for row in sessions(connection):
        sheet = session(connection, row.id)
        found.append(
            {
                "id": row.id,
                "name": row.name,
                "occasion": row.occasion,
                "held_on": iso(row.held_on),
                "starts_at": row.starts_at,
                "state": row.state.value,
                "seats": row.seats,
                "municipalities": row.municipalities,
                "minutes": row.minutes,
                "rounds": [
                    {"number": each.number, "method": each.method.value, "phase": each.phase.value}
                    for each in (sheet.rounds if sheet else ())
                ],
            }
        )
    return found
