"""The files that travel inside the plan: its data, what the data looks like, a workbook, and the decision."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any, Final

from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.exchange.documents.carried import Attachment, Relation
from smartstad_desktop.exchange.outgoing.plain_workbook import workbook
from smartstad_desktop.usecases.plan.data_schema import plan_schema
from smartstad_desktop.usecases.plan_document.attached import DECISION, PLAN, SCHEMA, TOLD, WORKBOOK
from smartstad_desktop.usecases.plan_document.material import Material
from smartstad_desktop.usecases.plan_document.plan_sheets import plan_sheets

_JSON: Final = "application/json"
_SHEETS: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def attachments(material: Material, created: datetime) -> tuple[Attachment, ...]:
    """Return the files; the same version gives the same bytes."""
    phrases = material.phrases
    sheets = workbook(material.plan.title, phrases.language.value, plan_sheets(material), created)
    contents = (
        (PLAN, material.data.content, _JSON, Relation.SOURCE),
        (SCHEMA, plan_schema(), _JSON, Relation.SUPPLEMENT),
        (WORKBOOK, sheets, _SHEETS, Relation.DATA),
        (DECISION, decision_data(material), _JSON, Relation.SUPPLEMENT),
    )
    return tuple(
        Attachment(name=name, content=content, mime=mime, relation=relation, description=phrases.text(TOLD[name]))
        for name, content, mime, relation in contents
    )


def decision_data(material: Material) -> bytes:
    """Return what was decided after the version was frozen, as data: roles and bodies, never names of persons."""
    plan = material.plan
    told = {
        "format": "smartstad-decision",
        "format_version": 1,
        "fingerprint": material.fingerprint,
        "plan": {"title": plan.title, "version": plan.version, "status": plan.status, "case_number": plan.case_number},
        "decision": {
            "outcome": plan.outcome,
            "body": plan.deciding_body,
            "decided_on": plan.decided_on,
            "decided_at": plan.decided_at,
            "paragraph": plan.paragraph,
            "clauses": list(plan.clauses),
            "present": plan.present,
            "absent": plan.absent,
        },
        "signing": plan.signing,
        "signers": [
            {"role": row.role, "organisation": row.organisation, "municipality": _key(material, row.municipality)}
            for row in material.decision.signers
        ],
        "reservations": [
            {
                "kind": row.kind,
                "municipality": _key(material, row.municipality),
                "measure": material.numbers.get(row.measure or 0),
                "text": row.text,
            }
            for row in material.decision.reservations
        ],
        "adoptions": [
            {
                "municipality": _key(material, row.municipality),
                "outcome": row.outcome,
                "body": row.body,
                "decided_on": row.decided_on,
                "paragraph": row.paragraph,
                "case_number": row.case_number,
                "measures": [material.numbers[each] for each in row.measures if each in material.numbers],
            }
            for row in material.decision.adoptions
        ],
    }
    return json.dumps(told, ensure_ascii=False, sort_keys=True, indent=1, default=_plain).encode()


def _key(material: Material, municipality: MunicipalityId | None) -> str | None:
    row = None if municipality is None else material.by_id.get(municipality)
    return None if row is None else row.key


def _plain(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(value)
