"""From the workspace to a document on the disk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from smartstad_desktop.domain.errors import RowGone
from smartstad_desktop.domain.plan.plan import PlanStatus
from smartstad_desktop.domain.progress import Progress, Silent
from smartstad_desktop.domain.values import Language, PlanId
from smartstad_desktop.exchange.documents.document import Document
from smartstad_desktop.reads.plan import plan as plans
from smartstad_desktop.reads.plan.plan_evidence import evidence
from smartstad_desktop.reads.priority import facts
from smartstad_desktop.text.phrases import phrasebook
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


def plan_document(connection: Connection, plan_id: PlanId, language: Language, now: datetime) -> Document:
    """Return the document of a version.

    Raises:
        RowGone: the version has been deleted meanwhile.
    """
    found = plans.plan(connection, plan_id)
    if found is None:
        raise RowGone(kind="plan", row_id=plan_id)
    material = Material(found, evidence(connection, plan_id), phrasebook(language), facts(connection))
    return build_plan_document(material, now)


def write_document(document: Document, target: Path, progress: Progress | None = None) -> int:
    """Write *document* as a PDF, whole or not at all, and return its size in bytes; safe in a worker.

    Raises:
        FileTrouble: the target cannot be written.
    """
    from smartstad_desktop.exchange.documents import pdf_renderer  # noqa: PLC0415  half a second of reportlab, only when used

    return pdf_renderer.write(document, target, progress or Silent())


def publish_plan(
    workspace: Workspace,
    target: Path,
    language: Language,
    *,
    plan_id: PlanId | None = None,
    freeze: str | None = None,
) -> Published:
    """Write the plan to *target*: the one given, else the present one, else a new one from the first board.

    With *freeze*, the version gets that number and is locked first.

    Raises:
        PlanEmpty: there is no plan, and nothing on the board to make one of.
        RuleError: the version cannot be frozen.
        FileTrouble: the target cannot be written.
    """
    plan = plan_id or workspace.read(plans.current_plan) or workspace.run(CreatePlanFromBoard()).value
    if freeze is not None:
        workspace.run(FreezePlan(plan=plan, version=freeze))
    document = workspace.read(plan_document, plan, language, workspace.now)
    size = write_document(document, target)
    found = workspace.read(plans.plan, plan)
    if found is None:
        raise RowGone(kind="plan", row_id=plan)
    shown = [measure for measure in found.measures if not measure.is_confidential]
    return Published(
        path=target,
        plan=plan,
        title=found.plan.title,
        version=found.plan.version,
        status=found.plan.status,
        fingerprint=found.fingerprint,
        measures=len(shown),
        incomplete=_incomplete(shown),
        left_out=workspace.read(evidence, plan).left_out,
        size=size,
    )


def _incomplete(measures: Sequence[plans.MeasureRow]) -> int:
    return sum(bool(measure.missing) for measure in measures)
