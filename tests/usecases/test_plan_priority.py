"""The plan tells both orders, why places were decided by hand, and how firmly the order stands."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pypdf

from smartstad_desktop.domain.order import order as rules
from smartstad_desktop.domain.order.order import Row
from smartstad_desktop.domain.values import Language, PlanId, ProjectId
from smartstad_desktop.exchange.documents import document as doc
from smartstad_desktop.reads.priority import facts
from smartstad_desktop.usecases.document_files import write_document
from smartstad_desktop.usecases.inventory.inventory import SetConfidential
from smartstad_desktop.usecases.order.priority import PlaceByHand
from smartstad_desktop.usecases.order.weights import TakeMeanWeights
from smartstad_desktop.usecases.plan.plan import CreatePlan
from smartstad_desktop.usecases.plan_document.publishing import plan_document
from smartstad_desktop.usecases.workspace import Workspace


def _document(workspace: Workspace, plan: PlanId, language: Language = Language.SV) -> doc.Document:
    return workspace.read(plan_document, plan, language, workspace.now, has_files=False)


def _section(document: doc.Document, title: str = "Rangordning efter kriterier") -> doc.Section | None:
    return next((part for part in document.sections if part.heading.text == title), None)


def _tables(part: doc.Section) -> list[list[list[str]]]:
    found = [block for block in part.blocks if isinstance(block, doc.Table)]
    return [[[each.text for each in row] for row in table.rows] for table in found]


def _rows(workspace: Workspace) -> tuple[Row, ...]:
    known = workspace.read(facts)
    return rules.order(
        replace(known, projects=tuple(each for each in known.projects if not each.is_confidential))
    ).final


def test_both_orders_weights_and_reasons_stand_in_the_pdf(demo: Workspace, tmp_path: Path) -> None:
    fifth = _rows(demo)[4]
    demo.run(
        PlaceByHand(project=fifth.project.id, place=1, reason="Avtalet löper ut (påhittat)", decided_by="Styrgruppen")
    )
    demo.run(TakeMeanWeights())
    plan = demo.run(CreatePlan(fields={})).value
    target = tmp_path / "plan.pdf"
    write_document(_document(demo, plan), target)
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(target).pages)
    plain = re.sub(r"\s+", " ", text)
    assert "Så prioriterades åtgärderna" in plain
    assert "Rangordning efter kriterier" in plain
    assert "Avtalet löper ut (påhittat)" in plain
    assert re.search(r"minst \d+ % av", plain)
    assert fifth.project.title in plain


def test_the_order_table_says_the_decided_and_the_computed_place(demo: Workspace) -> None:
    fifth = _rows(demo)[4]
    demo.run(PlaceByHand(project=fifth.project.id, place=1, reason="Brådskar (påhittat)"))
    document = _document(demo, demo.run(CreatePlan(fields={})).value)
    method, part = _section(document, "Så prioriterades åtgärderna"), _section(document)
    assert method is not None
    assert part is not None
    _rounds, criteria = _tables(method)
    moved, orders = _tables(part)
    known = demo.read(facts)
    assert len(criteria) == len(known.criteria)
    assert [row[0] for row in criteria] == [each.name.sv for each in known.criteria]
    placed = [row for row in _rows(demo) if row.place is not None]
    assert [row[:3] for row in orders] == [[str(row.final_place), str(row.place), row.project.title] for row in placed]
    first = orders[0]
    assert first[0] == "1"
    assert first[1] != "1"
    assert len(moved) >= 1
    assert any("Brådskar" in row[3] for row in moved)


def test_confidential_projects_are_counted_not_named(demo: Workspace) -> None:
    first = _rows(demo)[0].project
    demo.run(
        SetConfidential(projects=(ProjectId(first.id),), is_confidential=True, reason="Upphandling pågår (påhittat)")
    )
    part = _section(_document(demo, demo.run(CreatePlan(fields={})).value))
    assert part is not None
    tables = _tables(part)
    assert first.title not in [row[2] for row in tables[-1]]
    assert [row[0] for row in tables[-1]][:3] == ["1", "2", "3"]
    last = part.blocks[-1]
    assert isinstance(last, doc.Paragraph)
    assert "sekretess" in "".join(run.text for run in last.runs).lower()


def test_without_scores_nothing_is_said(workspace: Workspace) -> None:
    plan = workspace.run(CreatePlan(fields={})).value
    document = _document(workspace, plan)
    assert _section(document) is None
    assert _section(document, "Så prioriterades åtgärderna") is None
