"""Organisations, bodies and decisions for scripts: no private details, and a protected person by title alone."""

from __future__ import annotations

from datetime import date
from typing import Final

from sqlalchemy import Connection, select

from smartstad_desktop.domain.values import Language, Named, Period
from smartstad_desktop.reads.governance.admission import answers_by_organisation
from smartstad_desktop.reads.governance.bodies import BodyRow, SeatRow, TermRow
from smartstad_desktop.reads.governance.bodies import bodies as read_bodies
from smartstad_desktop.reads.governance.decisions import AssignmentRow
from smartstad_desktop.reads.governance.decisions import decisions as read_decisions
from smartstad_desktop.reads.listing.listing_values import Row, iso
from smartstad_desktop.storage.tables.governance import AdmissionCriterion, GovernanceBody, Organisation
from smartstad_desktop.storage.tables.programme import Municipality

#: A list tells all days there are; what holds today is for whoever reads it.
_ANY_DAY: Final = date.min


def organisations(connection: Connection, _language: Language) -> list[Row]:
    """Return the organisations; one with a partner state is a partner."""
    towns = _keys(connection, Municipality)
    criteria = _keys(connection, AdmissionCriterion)
    answers = answers_by_organisation(connection)
    plain = (
        *("key", "name", "kind", "actor_type", "reach", "partner_state", "contribution_kind", "contribution"),
        *("is_anchored", "contact_role", "link"),
    )
    return [
        {name: getattr(row, name) for name in plain}
        | {
            "municipality": towns.get(row.municipality_id),
            "joined_on": iso(row.joined_on),
            "left_on": iso(row.left_on),
            "admission": {
                criteria[number]: {"answer": given.answer.value, "comment": given.comment}
                for number, given in answers.get(row.id, {}).items()
            },
        }
        for row in connection.execute(select(Organisation.__table__).order_by(Organisation.order_key, Organisation.id))
    ]


def bodies(connection: Connection, language: Language) -> list[Row]:
    """Return the bodies with their seats and everybody who has been on them."""
    towns, keys = _keys(connection, Municipality), _keys(connection, GovernanceBody)
    owners = _keys(connection, Organisation)
    return [
        _body(body, towns, language)
        | {"parent": keys.get(body.parent), "lead_organisation": owners.get(body.lead_organisation)}
        for body in read_bodies(connection, _ANY_DAY)
    ]


def decisions(connection: Connection, language: Language) -> list[Row]:
    """Return the decisions, the latest first, with clauses and assignments."""
    shown = read_decisions(connection, _ANY_DAY)
    titles = {row.id: row.title for row in shown.rows}
    towns = _keys(connection, Municipality)
    return [
        {
            "title": row.title,
            "body": _name(shown.bodies.get(row.body or 0), language) or row.body_written,
            "decided": row.decided.written if isinstance(row.decided, Period) else row.decided,
            "first": iso(row.decided.first) if isinstance(row.decided, Period) else None,
            "last": iso(row.decided.last) if isinstance(row.decided, Period) else None,
            "state": row.state.value,
            "outcome": row.outcome,
            "case_number": row.case_number,
            "paragraph": row.paragraph,
            "clauses": [clause.text for clause in row.clauses],
            "dissent": row.dissent,
            "assessment": row.assessment,
            "assessment_by": row.assessment_by,
            "documents": list(row.documents),
            "amends": titles.get(row.amends or 0),
            "assignments": [
                _assignment(each)
                | {
                    "municipality": towns.get(each.municipality),
                    "organisation": shown.organisations.get(each.organisation or 0),
                    "body": _name(shown.bodies.get(each.body or 0), language) or None,
                }
                for each in row.assignments
            ],
        }
        for row in shown.rows
    ]


def _keys(
    connection: Connection,
    table: type[Municipality | Organisation | GovernanceBody | AdmissionCriterion],
) -> dict[int | None, str]:
    return {row.id: row.key for row in connection.execute(select(table.id, table.key))}


def _name(name: Named | None, language: Language) -> str:
    return "" if name is None else name.in_language(language)


def _body(body: BodyRow, towns: dict[int | None, str], language: Language) -> Row:
    return {
        "key": body.key,
        "name": body.name.in_language(language),
        "kind": body.kind.value,
        "municipality": towns.get(body.municipality),
        "purpose": body.purpose,
        "meets": body.meets,
        "is_open": body.is_open,
        "gets_reports": body.gets_reports,
        "seats": [_seat(seat, towns) for seat in body.seats],
    }


def _seat(seat: SeatRow, towns: dict[int | None, str]) -> Row:
    return {
        "label": seat.label,
        "role": seat.role.value,
        "sector": seat.sector,
        "field": seat.field,
        "municipality": towns.get(seat.municipality),
        "appointed_by": seat.appointed_by,
        "memberships": [_term(term) for term in seat.terms],
    }


def _term(term: TermRow) -> Row:
    return {
        "name": term.name,
        "title": term.title,
        "state": term.state.value,
        "is_substitute": term.is_substitute,
        "is_chair": term.is_chair,
        "valid_from": iso(term.first),
        "valid_to": iso(term.last),
    }


def _assignment(each: AssignmentRow) -> Row:
    return {
        "text": each.text,
        "receiver": each.receiver,
        "due_on": iso(each.due_on),
        "state": each.state.value,
        "done_on": iso(each.done_on),
    }
