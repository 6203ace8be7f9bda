"""What surrounds the versions of the plan for scripts: how far each has come, its changes, and who adopted what."""

from __future__ import annotations

from sqlalchemy import Connection

from smartstad_desktop.domain.values import Language
from smartstad_desktop.reads.listing.listing_values import Row, iso
from smartstad_desktop.reads.plan.changes import changes_since
from smartstad_desktop.reads.plan.decision import adoptions as read_adoptions
from smartstad_desktop.reads.plan.measure import measures
from smartstad_desktop.reads.plan.plan import plan_rows
from smartstad_desktop.reads.plan.versions import versions as read_versions
from smartstad_desktop.text.phrases import phrasebook
from smartstad_desktop.text.plan.changes import change_rows


def versions(connection: Connection, _language: Language) -> list[Row]:
    """Return the versions of the plan with their decision and what is counted of them; nobody is named."""
    return [
        {
            "id": row.plan.id,
            "version": row.plan.version,
            "status": row.plan.status.value,
            "title": row.plan.title,
            "change_note": row.plan.change_note,
            "replaces": row.plan.replaces,
            "frozen_at": row.plan.frozen_at or None,
            "content_hash": row.plan.content_hash or None,
            "has_data": row.has_snapshot,
            "left_out": dict(row.left_out),
            "outcome": row.plan.outcome.value if row.plan.outcome else None,
            "decided_on": iso(row.plan.decided_on),
            "deciding_body": row.plan.deciding_body,
            "paragraph": row.plan.paragraph,
            "signing": row.plan.signing.value if row.plan.signing else None,
            "revise_on": iso(row.plan.revise_on),
            "measures": row.measures,
            "signature_rows": row.signers,
            "signed_rows": row.signed,
            "municipalities_adopted": row.adopted,
            "files": row.files,
        }
        for row in read_versions(connection)
    ]


def adoptions(connection: Connection, _language: Language) -> list[Row]:
    """Return what municipalities have decided about their parts, with the measures each decision covers."""
    found: list[Row] = []
    for plan in plan_rows(connection):
        titles = {row.id: row.title for row in measures(connection, plan.id) if not row.is_confidential}
        found += [
            {
                "id": row.id,
                "plan_version": plan.version,
                "municipality": row.name,
                "outcome": row.outcome.value,
                "body": row.body,
                "decided_on": iso(row.decided_on),
                "paragraph": row.paragraph,
                "case_number": row.case_number,
                "comment": row.comment,
                "measures": [titles[each] for each in row.measures if each in titles],
            }
            for row in read_adoptions(connection, plan.id)
        ]
    return found


def changes(connection: Connection, language: Language) -> list[Row]:
    """Return what each version has changed since the one it replaces, in words."""
    pairs = [(row.replaces, row.id) for row in plan_rows(connection) if row.replaces is not None]
    return [
        {
            "from_version": told.before,
            "to_version": told.after,
            "where": line.part,
            "what": line.what,
            "before": line.before,
            "after": line.after,
        }
        for told in (changes_since(connection, old, new) for old, new in pairs)
        for line in change_rows(told, phrasebook(language))
    ]
