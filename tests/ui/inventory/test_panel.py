"""The panel: every field is edited where it stands, saved by itself, and refusals stand at their field."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from smartstad_desktop.domain import project_fields
from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.values import Period, Precision, ProjectId
from smartstad_desktop.reads.project import project
from smartstad_desktop.text.fields import FIELDS
from smartstad_desktop.ui.inventory.page import InventoryPage
from smartstad_desktop.ui.inventory.project_panel import ProjectPanel
from smartstad_desktop.ui.inventory.sections import SECTIONS
from smartstad_desktop.ui.kit.calm_fields import GrowingField, LineField
from smartstad_desktop.usecases.inventory.inventory import EditProject
from tests.ui.conftest import HeardNotices


@pytest.fixture
def panel(page: InventoryPage, projects: dict[str, ProjectId]) -> ProjectPanel:
    page.show_project(projects["Ånglok på räls"])
    assert page.panel.one is not None
    for section in page.panel.one.sections.values():
        section.open()
    return page.panel.one


def values(page: InventoryPage, panel: ProjectPanel) -> dict[str, Any]:
    assert panel.detail is not None
    found = page.services.workspace.read(project, panel.detail.id)
    assert found is not None
    return dict(found.values)


def write(panel: ProjectPanel, name: str, text: str) -> None:
    """Type into a field and leave it."""
    field = panel.fields[name]
    if isinstance(field, GrowingField):
        field.area.setPlainText(text)
        field.area.left.emit()
    else:
        assert isinstance(field, LineField)
        field.line.setText(text)
        field.line.editingFinished.emit()


def test_every_field_can_be_edited(panel: ProjectPanel) -> None:
    assert set(panel.fields) == project_fields.ALL - {"updated_on", "budget_written", "cost_written"}


def test_every_field_has_a_name(panel: ProjectPanel) -> None:
    assert set(FIELDS) >= project_fields.ALL
    assert all(field.editor.accessibleName() for name, field in panel.fields.items() if name not in {"title", "what"})


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("title", "Ellok", "Ellok"),
        ("why", "Rad ett\nRad två", "Rad ett\nRad två"),
        ("budget_total", "0,7 mkr", 700_000),
        ("budget_total", "", None),
        ("cost_to_date", "12 tkr", 12_000),
        ("start", "hösten 2026", Period(date(2026, 9, 1), date(2026, 11, 30), Precision.SEASON, "hösten 2026")),
        ("end", "Q3 2027", Period(date(2027, 7, 1), date(2027, 9, 30), Precision.QUARTER, "Q3 2027")),
        ("review_on", "2027-01-15", date(2027, 1, 15)),
        ("partners", "Kajbolaget; Lunds universitet, ", ["Kajbolaget", "Lunds universitet"]),
        ("contact_email", "kaj@example.org", "kaj@example.org"),
    ],
)
def test_what_is_typed_is_saved(page: InventoryPage, panel: ProjectPanel, name: str, text: str, value: object) -> None:
    write(panel, name, text)
    assert values(page, panel)[name] == value
    page.services.workspace.undo()
    assert values(page, panel)[name] != value


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("budget_total", "ganska mycket"),
        ("start", "snart"),
        ("review_on", "2027"),
        ("title", ""),
        ("budget_total", "-5"),
    ],
)
def test_what_cannot_be_saved_stays_with_the_reason(
    page: InventoryPage, panel: ProjectPanel, name: str, text: str
) -> None:
    before = values(page, panel)
    write(panel, name, text)
    assert values(page, panel) == before
    assert panel.fields[name].error
    write(panel, name, "")
    write(panel, name, {"budget_total": "1 tkr", "start": "2026", "review_on": "2027-01-01", "title": "Nytt"}[name])
    assert panel.fields[name].error == ""


def test_typing_is_saved_after_a_rest(
    page: InventoryPage, panel: ProjectPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    field = panel.fields["comment"]
    assert isinstance(field, GrowingField)
    field.pause.setInterval(20)
    field.area.setFocus()
    qtbot.keyClicks(field.area, "Ring")
    qtbot.waitUntil(lambda: values(page, panel)["comment"] == "Ring")
    qtbot.keyClicks(field.area, " snart")
    assert field.area.toPlainText() == "Ring snart"
    qtbot.waitUntil(lambda: values(page, panel)["comment"] == "Ring snart")


def test_half_a_date_is_not_called_wrong_while_typing(panel: ProjectPanel) -> None:
    field = panel.fields["start"]
    assert isinstance(field, LineField)
    field.line.setText("hös")
    field.commit(is_final=False)
    assert field.error == ""
    field.commit()
    assert "mars 2026" in field.error


def test_going_to_another_project_saves_what_was_typed(
    page: InventoryPage, panel: ProjectPanel, projects: dict[str, ProjectId]
) -> None:
    field = panel.fields["why"]
    assert isinstance(field, GrowingField)
    field.area.setPlainText("Behövs")
    page.show_project(projects["Zebra vid skolan"])
    found = page.services.workspace.read(project, projects["Ånglok på räls"])
    assert found is not None
    assert found.values["why"] == "Behövs"
    assert field.area.toPlainText() == ""


def test_what_could_not_be_saved_is_told_when_the_project_is_left(
    page: InventoryPage, panel: ProjectPanel, projects: dict[str, ProjectId], notices: HeardNotices
) -> None:
    write(panel, "budget_total", "ganska mycket")
    page.show_project(projects["Zebra vid skolan"])
    assert notices.said[-1].startswith("Budget totalt sparades inte. Skriv ett belopp")
    assert panel.fields["budget_total"].error == ""


def test_stopping_asks_for_the_lesson_and_then_stops(page: InventoryPage, panel: ProjectPanel) -> None:
    status = panel.fields["status"]
    status.set_value(Status.STOPPED)
    status.edited.emit(Status.STOPPED)
    assert values(page, panel)["status"] is Status.PILOT
    assert "lärdom" in panel.fields["lesson"].error
    assert panel.fields["status"].value() is Status.STOPPED
    write(panel, "lesson", "Fråga de boende först")
    assert values(page, panel)["status"] is Status.STOPPED
    assert panel.fields["lesson"].error == ""
    assert panel.detail is not None
    assert panel.detail.remembered is Status.PILOT


def test_confidentiality_asks_for_its_reason(page: InventoryPage, panel: ProjectPanel) -> None:
    check = panel.fields["is_confidential"]
    check.set_value(value=True)
    check.edited.emit(True)
    assert panel.fields["confidentiality_reason"].error
    write(panel, "confidentiality_reason", "Upphandling pågår")
    assert values(page, panel)["is_confidential"] is True
    assert panel.head.lock_row.isVisible()


def test_an_end_before_the_start_is_told_at_the_end(panel: ProjectPanel) -> None:
    write(panel, "start", "2027")
    write(panel, "end", "2026")
    assert panel.fields["end"].error


def test_links_are_picked(page: InventoryPage, panel: ProjectPanel) -> None:
    panel.fields["themes"].toggle(2)
    panel.fields["sdgs"].toggle(11)
    panel.fields["participants"].toggle(3)
    panel.fields["goals"].give(1, 3)
    panel.fields["goals"].give(2, -1)
    panel.fields["goals"].give(2, 0)
    found = values(page, panel)
    assert (found["themes"], found["sdgs"], found["participants"]) == ({1, 2}, {11}, {3})
    assert found["goals"] == {1: 3}


def test_own_fields_keep_their_types(page: InventoryPage, panel: ProjectPanel) -> None:
    assert panel.detail is not None
    extra = {"Antal": 12, "Orter": ["Åby", "Öra"]}
    page.run(EditProject(project=ProjectId(panel.detail.id), changes={"extra": extra}))
    field = panel.fields["extra"]
    assert [name.text() for name, _value in field.pairs] == ["Antal", "Orter", ""]
    field.pairs[-1][0].setText("Sponsor")
    field.pairs[-1][1].setText("Kajen")
    field.pairs[-1][1].editingFinished.emit()
    assert values(page, panel)["extra"] == extra | {"Sponsor": "Kajen"}


def test_the_history_tells_old_and_new(page: InventoryPage, panel: ProjectPanel) -> None:
    write(panel, "budget_total", "0,7 mkr")
    panel.fields["themes"].toggle(2)
    texts = panel.history.texts()
    assert any("2\u202f100\u202f000" in text and "700\u202f000" in text for text in texts)
    assert "Teman: – → Vatten" in texts
    assert texts[-2].startswith("Lägg till ”Ånglok på räls”")


def test_undo_from_elsewhere_is_shown(page: InventoryPage, panel: ProjectPanel) -> None:
    write(panel, "title", "Ellok")
    page.services.workspace.undo()
    assert panel.fields["title"].value() == "Ånglok på räls"


def test_enter_in_the_table_leads_to_the_name(page: InventoryPage, panel: ProjectPanel, qtbot: QtBot) -> None:
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.focusWidget() is panel.fields["title"].editor


def test_sections_stay_open_for_the_next_time(page: InventoryPage, panel: ProjectPanel) -> None:
    panel.sections["why"].head.click()
    everything = {section.key for section in SECTIONS} | {"admission", "history"}
    assert set(page.memory.open_sections) == everything - {"why"}


def test_several_projects_are_changed_in_one_step(
    page: InventoryPage, projects: dict[str, ProjectId], notices: HeardNotices
) -> None:
    page.table.select([projects["Ånglok på räls"], projects["Över ån"]])
    page._follow()
    many = page.panel.many
    assert many is not None
    assert many.title.text() == "2 projekt valda"
    assert many.facts.text() == "Budget tillsammans: 2,1\u00a0mkr · 1 utan budget"
    steps = len(page.services.workspace.steps())
    many.fields["themes"].edited.emit(2)
    assert len(page.services.workspace.steps()) == steps + 1
    assert notices.said[-1] == "Ändra teman för 2 projekt"
    many.fields["status"].set_value(Status.STOPPED)
    many.fields["status"].edited.emit(Status.STOPPED)
    assert many.lesson.isVisible()
    assert many.lesson.error
    many.lesson.set_value("Börja mindre")
    many.lesson.edited.emit("Börja mindre")
    snapshot = page.browser.snapshot
    assert snapshot is not None
    assert snapshot.rows[projects["Över ån"]].status == Status.STOPPED
    many.mark.click()
    assert many.reason.error
    many.reason.set_value("Upphandling")
    many.mark.click()
    assert snapshot.rows[projects["Över ån"]].is_confidential


def test_similar_projects_lead_to_each_other(
    page: InventoryPage, panel: ProjectPanel, projects: dict[str, ProjectId], qtbot: QtBot
) -> None:
    page.perform(EditProject(project=projects["Zebra vid skolan"], changes={"title": "Ånglok på gamla räls"}))
    qtbot.waitUntil(panel.alike.isVisible)
    button = panel.alike.column.itemAt(1).widget()
    assert button is not None
    assert button.accessibleName().startswith("Båstads kommun: Ånglok på gamla räls")
    panel.alike.asked_for.emit(projects["Zebra vid skolan"])
    assert panel.fields["title"].value() == "Ånglok på gamla räls"
