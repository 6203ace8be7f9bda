"""From the workspace to a document on the disk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import Connection

from smartstad_desktop.domain.errors import RowGone
from smartstad_desktop.domain.plan.plan import PlanStatus
from smartstad_desktop.domain.progress import Progress
from smartstad_desktop.domain.values import Language, PlanId
from smartstad_desktop.exchange.documents.document import Document
from smartstad_desktop.reads.plan import plan as plans
from smartstad_desktop.reads.plan.asides import asides
from smartstad_desktop.reads.plan.chapters import chapters
from smartstad_desktop.reads.plan.decision import decision_sheet
from smartstad_desktop.reads.plan.plan_evidence import evidence
from smartstad_desktop.reads.priority import facts
from smartstad_desktop.text.phrases import phrasebook
from smartstad_desktop.usecases.document_files import write_document
from smartstad_desktop.usecases.plan.public_data import PublicData
from smartstad_desktop.usecases.plan.snapshots import as_told, plan_data, told_changes
from smartstad_desktop.usecases.plan.sources import CreatePlanFromBoard
from smartstad_desktop.usecases.plan.versions import FreezePlan
from smartstad_desktop.usecases.plan_document.material import Material
from smartstad_desktop.usecases.plan_document.whole import build_plan_document
from smartstad_desktop.usecases.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What was written, and what the reader should know about it."""

    path: Path
    plan: PlanId
    title: str
    version: str
    status: PlanStatus
    fingerprint: str
    measures: int
    incomplete: int
    left_out: int
    size: int
    left_out_by_kind: Mapping[str, int]
    attachments: tuple[tuple[str, int], ...]


def plan_material(connection: Connection, plan_id: PlanId, language: Language, now: datetime) -> Material:
    """Return what the document of a version is made of: the data that goes with it, and what was decided since.

    A draft is read from its data too, so that nothing stands on paper that is not told, and freezing changes nothing.

    Raises:
        RowGone: the version has been deleted meanwhile.
    """
    today = now.astimezone().date()
    data = plan_data(connection, plan_id, today)
    with as_told(connection, plan_id, data) as told:
        return replace(_material(told, plan_id, language, today, data), changes=told_changes(data))


def _material(connection: Connection, plan_id: PlanId, language: Language, today: date, data: PublicData) -> Material:
    found = plans.plan(connection, plan_id)
    if found is None:
        raise RowGone(kind="plan", row_id=plan_id)
    return Material(
        read=found,
        evidence=evidence(connection, plan_id),
        decision=decision_sheet(connection, plan_id),
        asides=asides(connection, plan_id),
        chapters=chapters(connection, plan_id),
        phrases=phrasebook(language),
        today=today,
        data=data,
        priority=facts(connection),
    )


def plan_document(
    connection: Connection, plan_id: PlanId, language: Language, now: datetime, *, has_files: bool = True
) -> Document:
    """Return the document of a version: of a frozen one as it was frozen, with what was decided since.

    Without its files it is made faster: for looking at.

    Raises:
        RowGone: the version has been deleted meanwhile.
    """
    return _document(plan_material(connection, plan_id, language, now), now, has_files=has_files)


def _document(material: Material, now: datetime, *, has_files: bool = True) -> Document:
    document = build_plan_document(material, now)
    if not has_files:
        return document
    from smartstad_desktop.usecases.plan_document.carried_files import attachments  # noqa: PLC0415  brings workbooks

    return replace(document, attachments=attachments(material, document.created))


def publish_plan(
    workspace: Workspace,
    target: Path,
    language: Language,
    *,
    plan_id: PlanId | None = None,
    freeze: str | None = None,
    progress: Progress | None = None,
) -> Published:
    """Write the plan to *target*: the one given, else the present one, else a new one from the first board.

    With *freeze*, the version gets that number and is locked first.

    Raises:
        PlanEmpty: there is no plan, and nothing on the board to make one of.
        RuleError: the version cannot be frozen.
        FileTrouble: the target cannot be written.
        Cancelled: *progress* asked to stop.
    """
    plan = plan_id or workspace.read(plans.current_plan) or workspace.run(CreatePlanFromBoard()).value
    if freeze is not None:
        workspace.run(FreezePlan(plan=plan, version=freeze))
    now = workspace.now
    material = workspace.read(plan_material, plan, language, now)
    document = _document(material, now)
    size = write_document(document, target, progress)
    return Published(
        path=target,
        plan=plan,
        title=material.plan.title,
        version=material.plan.version,
        status=material.plan.status,
        fingerprint=material.fingerprint,
        measures=len(material.measures),
        incomplete=sum(bool(measure.missing) for _, measure in material.measures),
        left_out=material.left_out_count,
        size=size,
        left_out_by_kind=material.data.left_out,
        attachments=tuple((each.name, len(each.content)) for each in document.attachments),
    )
