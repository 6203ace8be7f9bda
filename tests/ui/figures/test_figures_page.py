"""Charts with every number written out, the table behind each, and a copy as a picture."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from smartstad_desktop.reads.goals.figures import figures
from smartstad_desktop.ui.figures.page import FiguresPage
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.usecases.inventory.inventory import AddProject
from smartstad_desktop.usecases.workspace import Workspace


def add(workspace: Workspace, title: str, **fields: object) -> None:
    workspace.run(AddProject(fields={"title": title, "municipality_id": 1} | fields))


@pytest.fixture
def page(workspace: Workspace, services: Services, qtbot: QtBot) -> FiguresPage:
    """The page with three projects, one of them seen elsewhere."""
    add(workspace, "ett", status="pilot", themes=(1,), budget_total=700_000, funding=("EU", "egen"))
    add(workspace, "två", status="idea", themes=(1, 2), municipality_id=2)
    add(workspace, "tre", status="pilot", is_external=True)
    made = FiguresPage(services)
    qtbot.addWidget(made)
    made.resize(1224, 900)
    with qtbot.waitExposed(made):
        made.show()
    return made


def table(page: FiguresPage, number: int) -> list[list[str]]:
    shown = page.cards[number].table
    return [
        [item.text() if (item := shown.item(row, column)) else "" for column in range(shown.columnCount())]
        for row in range(shown.rowCount())
    ]


def test_each_chart_has_the_same_figures_in_its_table(page: FiguresPage) -> None:
    assert table(page, 0) == [
        ["Ängelholm", "1", "0", "0", "1"],
        ["Helsingborg", "0", "1", "0", "1"],
        ["Båstad", "0", "0", "0", "0"],
    ]
    assert table(page, 2)[0] == ["Mobilitet och transport", "1", "1", "0", "2"]
    assert [row[0] for row in table(page, 3)] == ["Idé", "Pilot"]
    assert page.cards[0].chart._rows[0].text == "1"


def test_money_stands_once_under_all_its_sources_and_what_is_missing_is_said(page: FiguresPage) -> None:
    read = page.services.workspace.read(figures)

    assert read.sources == ("egen + EU",)
    assert [(each.year, each.total) for each in read.money] == [(None, 700_000)]
    assert read.without_budget == 1
    assert "1 projekt saknar budget" in page.cards[4].sentence.text()


def test_the_table_takes_the_place_of_the_chart(page: FiguresPage) -> None:
    card = page.cards[0]
    QTest.mouseClick(card.table_button, Qt.MouseButton.LeftButton)
    assert card.table.isVisible()
    assert not card.chart.isVisible()
    QTest.keyClick(card.table_button, Qt.Key.Key_Space)
    assert card.chart.isVisible()


def test_a_copy_as_a_picture_lies_on_the_clipboard(page: FiguresPage, notices: object) -> None:
    QTest.mouseClick(page.cards[1].copy_button, Qt.MouseButton.LeftButton)

    assert QGuiApplication.clipboard().pixmap().width() >= page.cards[1].chart.width()
    assert notices.said == ["Bilden av ”Vad som bidrar till varje mål” ligger i urklipp."]  # type: ignore[attr-defined]  the fixture of the window's tests
    assert page.cards[1].copy_button.isVisible()


def test_without_projects_the_page_says_where_to_begin(services: Services, qtbot: QtBot) -> None:
    made = FiguresPage(services)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()

    assert made.empty.isVisible()
