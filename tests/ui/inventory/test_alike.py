"""Projects that are alike: named with why, linked, kept apart, and joined into one with every field chosen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from smartstad_desktop.domain.links import Relation
from smartstad_desktop.domain.values import ProjectId
from smartstad_desktop.reads.lists import alike
from smartstad_desktop.reads.project import project
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.ui.inventory.alike_button import AlikeButton
from smartstad_desktop.ui.inventory.merging import MergeDialog
from smartstad_desktop.ui.inventory.merging_values import Side
from smartstad_desktop.ui.inventory.page import InventoryPage
from smartstad_desktop.ui.inventory.project_panel import ProjectPanel
from smartstad_desktop.ui.kit.chips import Chip
from smartstad_desktop.usecases.inventory.inventory import AddProject
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.workspaces import dump

Wait = Callable[[type[MergeDialog]], MergeDialog]


SAME = "Sensorer mäter snödjupet så att plogarna kör där det behövs."


@pytest.fixture
def twins(projects: dict[str, ProjectId], page: InventoryPage, workspace: Workspace) -> tuple[ProjectId, ProjectId]:
    """Two projects of two municipalities that are nearly one; the first is shown."""
    assert projects
    first = {"title": "Snöröjning efter sensorer", "municipality_id": 2, "what": SAME, "budget_total": 300_000,
             "technologies": ["LoRaWAN"]}  # fmt: skip
    second = {"title": "Snöröjning med sensorer", "municipality_id": 3, "what": SAME, "budget_total": 500_000,
              "why": "Halkolyckor", "technologies": ["LoRaWAN", "Radar"]}  # fmt: skip
    one = workspace.run(AddProject(fields=first)).value
    other = workspace.run(AddProject(fields=second)).value
    page.show_project(one)
    return one, other


@pytest.fixture
def panel(page: InventoryPage, twins: tuple[ProjectId, ProjectId], qtbot: QtBot) -> ProjectPanel:
    """The panel with the first of the two and what stands around it."""
    assert twins
    shown = page.panel.findChild(ProjectPanel)
    assert isinstance(shown, ProjectPanel)
    qtbot.waitUntil(lambda: cards(shown) != [])
    return shown


def cards(panel: ProjectPanel) -> list[AlikeButton]:
    return [each for each in panel.alike.findChildren(AlikeButton) if each.isVisible()]


def chip(panel: ProjectPanel, text: str) -> Chip:
    return next(each for each in panel.alike.findChildren(Chip) if each.isVisible() and each.text() == text)


def press(panel: ProjectPanel, text: str) -> None:
    QTest.mouseClick(chip(panel, text), Qt.MouseButton.LeftButton)


def titles(workspace: Workspace) -> set[str]:
    return set(workspace.read(lambda c: c.execute(select(Project.title)).scalars().all()))


def test_a_similar_project_is_named_with_why_and_opened(
    panel: ProjectPanel, page: InventoryPage, twins: tuple[ProjectId, ProjectId]
) -> None:
    (card,) = cards(panel)
    assert card.accessibleName().startswith("Båstads kommun: Snöröjning med sensorer")
    assert "Liknande namn" in card.accessibleName()
    assert "LoRaWAN" in card.accessibleName()
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)

    assert page.table.selected_ids() == (twins[1],)


def test_two_projects_are_linked_and_unlinked(
    panel: ProjectPanel, workspace: Workspace, twins: tuple[ProjectId, ProjectId], qtbot: QtBot
) -> None:
    press(panel, "Koppla ihop")
    assert [row.relation for row in workspace.read(alike.related, twins[0])] == [Relation.RELATED]
    qtbot.waitUntil(lambda: any(each.text() == "Koppla isär" for each in panel.alike.findChildren(Chip)))
    press(panel, "Koppla isär")

    assert workspace.read(alike.related, twins[0]) == ()
    qtbot.waitUntil(lambda: any(each.text() == "Slå ihop…" for each in panel.alike.findChildren(Chip)))


def test_what_is_not_the_same_is_not_offered_again(
    panel: ProjectPanel, workspace: Workspace, twins: tuple[ProjectId, ProjectId], qtbot: QtBot
) -> None:
    press(panel, "Inte samma")
    qtbot.waitUntil(lambda: any(each.text() == "Jämför igen" for each in panel.alike.findChildren(Chip)))

    assert workspace.read(alike.of_project, twins[0]) == ()


def test_two_projects_become_one_with_the_values_that_were_chosen(
    panel: ProjectPanel, workspace: Workspace, twins: tuple[ProjectId, ProjectId], dialog: Wait
) -> None:
    before = dump(workspace)
    press(panel, "Slå ihop…")
    shown = dialog(MergeDialog)
    assert {each.name for each in shown.differences} == {"title", "budget_total", "why", "technologies"}
    # What only one of them says is taken, and several values are put together.
    assert shown.buttons["why"][Side.OTHER].isChecked()
    assert shown.buttons["technologies"][Side.BOTH].isChecked()
    QTest.mouseClick(shown.buttons["budget_total"][Side.OTHER], Qt.MouseButton.LeftButton)
    QTest.mouseClick(shown.confirm_button, Qt.MouseButton.LeftButton)

    kept = workspace.read(project, twins[0])
    assert kept is not None
    assert (kept.title, kept.values["budget_total"], kept.values["why"]) == (
        "Snöröjning efter sensorer", 500_000, "Halkolyckor"
    )  # fmt: skip
    assert kept.values["technologies"] == ["LoRaWAN", "Radar"]
    assert kept.values["participants"] == frozenset({3})
    assert "Snöröjning med sensorer" not in titles(workspace)
    workspace.undo()
    assert dump(workspace) == before


def test_the_other_one_can_stay_and_nothing_can_be_left_empty(
    panel: ProjectPanel, workspace: Workspace, twins: tuple[ProjectId, ProjectId], dialog: Wait
) -> None:
    press(panel, "Slå ihop…")
    shown = dialog(MergeDialog)
    QTest.keyClick(shown.keepers[Side.ONE], Qt.Key.Key_Right)
    assert shown.keep is Side.OTHER
    assert shown.buttons["title"][Side.OTHER].isChecked()
    QTest.mouseClick(shown.buttons["why"][Side.ONE], Qt.MouseButton.LeftButton)
    QTest.mouseClick(shown.buttons["technologies"][Side.ONE], Qt.MouseButton.LeftButton)
    QTest.mouseClick(shown.confirm_button, Qt.MouseButton.LeftButton)

    kept = workspace.read(project, twins[1])
    assert kept is not None
    assert (kept.title, kept.values["why"], kept.values["technologies"]) == ("Snöröjning med sensorer", "", ["LoRaWAN"])
    assert workspace.read(project, twins[0]) is None


def test_cancelling_joins_nothing(panel: ProjectPanel, workspace: Workspace, dialog: Wait) -> None:
    before = dump(workspace)
    press(panel, "Slå ihop…")
    dialog(MergeDialog).reject()

    assert dump(workspace) == before
