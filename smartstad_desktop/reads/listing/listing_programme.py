"""The programme's own work as plain values, for scripts: parts, timeline, questions, calls and risks."""

from __future__ import annotations

from sqlalchemy import Connection, select

from smartstad_desktop.domain.values import Language
from smartstad_desktop.reads.listing.listing_values import Row, iso
from smartstad_desktop.reads.programme.calls import calls as read_calls
from smartstad_desktop.reads.programme.questions import questions as read_questions
from smartstad_desktop.reads.programme.risks import risks as read_risks
from smartstad_desktop.reads.programme.timeline import timeline
from smartstad_desktop.storage.tables.programme import Municipality


def parts(connection: Connection, language: Language) -> list[Row]:
    """Return the parts of the programme in their order."""
    return [
        {
            "number": part.number,
            "name": part.name.in_language(language),
            "description": part.description,
            "starts_on": iso(part.starts_on),
            "ends_on": iso(part.ends_on),
            "state": part.state.value,
            "light": part.light.value if part.light else None,
            "light_reason": part.light_reason,
        }
        for part in timeline(connection).parts
    ]


def entries(connection: Connection, _language: Language) -> list[Row]:
    """Return what stands on the timeline, by day; ``part`` is the number of its part."""
    found = timeline(connection)
    numbers = {part.id: part.number for part in found.parts}
    keys = _keys(connection)
    return [
        {
            "part": None if entry.part is None else numbers.get(entry.part),
            "kind": entry.kind.value,
            "name": entry.name,
            "description": entry.description,
            "starts_on": iso(entry.starts_on),
            "ends_on": iso(entry.ends_on),
            "time_as_written": entry.time.written if entry.time else "",
            "state": entry.state.value,
            "done_on": iso(entry.done_on),
            "owner": entry.owner,
            "municipality": keys.get(entry.municipality),
            "format": entry.format.value if entry.format else None,
            "places": list(entry.places),
            "done": entry.done,
            "effect_seen": entry.effect_seen,
            "link": entry.link,
        }
        for entry in found.entries
    ]


def questions(connection: Connection, language: Language) -> list[Row]:
    """Return the questions of the programme's application with their answers."""
    return [
        {"question": row.question.in_language(language), "answer": row.answer} for row in read_questions(connection)
    ]


def calls(connection: Connection, _language: Language) -> list[Row]:
    """Return the open calls with their applications; counts may stand without names."""
    keys = _keys(connection)
    return [
        {
            "name": call.name,
            "municipality": keys.get(call.municipality),
            "issuer": call.issuer,
            "what": call.what,
            "opens_on": iso(call.opens_on),
            "closes_on": iso(call.closes_on),
            "applied": call.applied,
            "selected": call.selected,
            "link": call.link,
            "applications": [
                {"applicant": each.applicant, "state": each.state.value, "comment": each.comment}
                for each in call.applications
            ],
        }
        for call in read_calls(connection).calls
    ]


def risks(connection: Connection, language: Language) -> list[Row]:
    """Return the risks, open ones first and the gravest first; ``rank`` tells the two greatest."""
    return [
        {
            "name": risk.name.in_language(language),
            "likelihood": risk.likelihood,
            "consequence": risk.consequence,
            "value": risk.value,
            "gravity": risk.gravity.value,
            "rank": risk.rank,
            "response": risk.response.in_language(language),
            "owner": risk.owner,
            "comment": risk.comment,
            "review_on": iso(risk.review_on),
            "closed_on": iso(risk.closed_on),
        }
        for risk in read_risks(connection)
    ]


def _keys(connection: Connection) -> dict[int | None, str]:
    return {row.id: row.key for row in connection.execute(select(Municipality.id, Municipality.key))}
