"""The page around the grid: order, filters, groups, weights, sentences, scales, pictures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from smartstad_desktop.domain.goals.goals import Scale
from smartstad_desktop.reads.goals import goal_matrix as reads
from smartstad_desktop.ui.kit.hyphens import broken
from smartstad_desktop.ui.kit.page import PageId, PageTarget
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.matrix.arranging import Grouping, Sorting, Wanted
from smartstad_desktop.ui.matrix.cards import GapDialog
from smartstad_desktop.ui.matrix.page import MatrixPage
from smartstad_desktop.ui.matrix.scale_dialog import ScaleDialog
from smartstad_desktop.usecases.goals.goal_matrix import SetGoalWeights
from smartstad_desktop.usecases.workspace import Workspace
from tests.ui.conftest import HeardNotices
from tests.ui.matrix.conftest import answers_of

Key = Qt.Key


def shown(page: MatrixPage) -> list[int]:
    return [row for row in page.grid.model.arranged.ids if row > 0]


def test_rows_stand_by_result_and_those_without_come_last(page: MatrixPage) -> None:
    assert shown(page) == [1, 2, 3, 4, 5, 6]
    assert page.grid.model.arranged.places == {1: 1, 2: 2, 3: 3, 4: 4}
    heads = [
        page.grid.model.headerData(number, Qt.Orientation.Vertical, Qt.ItemDataRole.AccessibleTextRole)
        for number in (0, 4)
    ]
    assert heads == ["Ånglok, resultat 75, mellan 67 och 82", "Energidata, 1 av 4 besvarade"]


def test_the_order_stays_under_the_hand_until_it_is_asked_for(page: MatrixPage, qtbot: QtBot) -> None:
    view = page.grid.view
    view.choose(1, 0)
    place = view.mapTo(page, QPoint())
    for _goal in range(3):
        QTest.keyClick(view, Key.Key_0)
    assert shown(page) == [1, 2, 3, 4, 5, 6]
    qtbot.waitUntil(page.filters.again.isVisible)
    # What offers it must not push the rows away either.
    assert view.mapTo(page, QPoint()) == place
    QTest.mouseClick(page.filters.again, Qt.MouseButton.LeftButton)
    assert shown(page) == [2, 3, 1, 4, 5, 6]
    assert view.current_cell() == (1, 3)
    assert not page.filters.again.isVisible()


def test_other_weights_keep_the_order_until_the_page_is_left(page: MatrixPage, filled: Workspace) -> None:
    filled.run(SetGoalWeights(weights={4: 100}))
    assert shown(page)[0] == 1
    page.hide()
    page.show()
    assert page.sheet is not None
    assert page.sheet.result(1).value == 0


def test_search_and_filters_say_how_much_is_shown(page: MatrixPage) -> None:
    page.filters.search.setText("vatten")
    assert shown(page) == [2, 4]
    assert page.heading.pill.text() == "2 av 6 projekt visas"
    page.filters.search.clear()
    page.want(Wanted(is_unanswered=True))
    assert shown(page) == [5, 6]
    page.want(Wanted(municipalities=frozenset({1})))
    assert shown(page) == [1, 4]
    page.want(Wanted(groups=frozenset({2})))
    assert shown(page) == [2, 4, 6]


def test_groups_have_headings_that_the_cursor_steps_over(page: MatrixPage, services: Services) -> None:
    page.want(Wanted(grouping=Grouping.MUNICIPALITY, sorting=Sorting.NAME))
    model = page.grid.model
    assert [model.heading_at(number) or model.row_at(number) for number in range(model.rowCount())] == [
        *("Ängelholm", 4, 1),
        *("Helsingborg", 2, 5),
        *("Båstad", 3, 6),
    ]
    page.grid.view.choose(1, 0)
    QTest.keyClick(page.grid.view, Key.Key_Down)
    assert page.grid.view.current_cell() == (2, 0)
    assert MatrixPage(services).memory.grouping is Grouping.MUNICIPALITY


def test_weights_are_written_where_they_stand(page: MatrixPage, filled: Workspace, qtbot: QtBot) -> None:
    def weights() -> list[int | None]:
        return [column.weight for column in filled.read(reads.grid, Scale.CONTRIBUTION).columns]

    view, head = page.grid.view, page.grid.head
    view.choose(1, 1)
    QTest.keyClick(view, Key.Key_Up)
    assert head.hasFocus()
    QTest.keyClick(head, Key.Key_6)
    field = head.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, "0")
    QTest.keyClick(field, Key.Key_Return)
    qtbot.waitUntil(lambda: weights() == [None, 60, None, None])
    title = page.grid.head_model.headerData(0, Qt.Orientation.Vertical)
    assert title == "Vikt, summa 60"
    page.heading.fit_weights.trigger()
    assert weights() == [None, 100, None, None]
    page.heading.equal_weights.trigger()
    assert weights() == [25, 25, 25, 25]
    page.heading.clear_weights.trigger()
    assert page.grid.head_model.headerData(0, Qt.Orientation.Vertical) == "Vikt: alla räknas lika"


def test_sums_follow_what_is_written(page: MatrixPage) -> None:
    head = page.grid.head_model
    assert [head.sum(place) for place in range(4)] == [3, 3, 4, 0]
    page.grid.view.choose(6, 3)
    QTest.keyClick(page.grid.view, Key.Key_1)
    assert head.sum(3) == 1


def test_sentences_name_the_gaps_and_lead_there(page: MatrixPage, qtbot: QtBot) -> None:
    assert page.cards.order.plain.startswith("Rangordningen håller. Plats 1–3 är desamma i 100\u00a0% av 10")
    assert page.cards.gap.plain == "Lucka: inget projekt bidrar till målet Mål 4. Visa målet"
    page.cards.gap.linkActivated.emit("go")
    assert page.grid.view.current_cell() == (1, 3)
    page.filters.search.setText("Ånglok")
    page.cards.show_all()
    dialog = page.cards._dialog
    assert isinstance(dialog, GapDialog)
    assert [sentence.plain for sentence in dialog.sentences][1] == (
        "Lucka: 2 projekt bidrar inte till något mål: Dagvatten och Färdtjänst. Visa det första"
    )
    dialog.sentences[1].linkActivated.emit("go")
    assert page.grid.view.current_cell() is not None
    assert page.grid.view.current_cell()[0] == 4
    assert page.filters.search.text() == ""


def test_a_missing_municipality_leads_to_its_projects(page: MatrixPage) -> None:
    wanted: list[PageTarget] = []
    page.navigate.connect(wanted.append)
    page.grid.view.choose(3, 0)
    QTest.keyClick(page.grid.view, Key.Key_0)
    page._speak()
    page.cards.show_all()
    dialog = page.cards._dialog
    assert dialog is not None
    sentence = next(each for each in dialog.sentences if "saknar projekt i Båstad" in each.plain)
    sentence.linkActivated.emit("go")
    assert wanted == [PageTarget(PageId.INVENTORY, filters={"municipality": 3})]


def test_the_same_grid_serves_municipalities_and_is_empty_without_needs(page: MatrixPage, filled: Workspace) -> None:
    page.show_scale(Scale.IMPORTANCE)
    assert page.heading.pill.text() == "3 kommuner"
    page.grid.view.setFocus()
    page.grid.view.choose(2, 3)
    QTest.keyClick(page.grid.view, Key.Key_Minus)
    assert answers_of(filled, Scale.IMPORTANCE) == {(2, 4): -1}
    page.show_scale(Scale.COVERAGE)
    assert page.empty is not None
    page.show_scale(Scale.CONTRIBUTION)
    assert page.empty is None
    assert shown(page) == [1, 2, 3, 4, 5, 6]


def test_the_steps_get_the_programmes_own_words(
    page: MatrixPage, filled: Workspace, dialog: Callable[[type[ScaleDialog]], ScaleDialog]
) -> None:
    page.describe_scale()
    opened = dialog(ScaleDialog)
    opened.fields["name_3"].set_value("fullt ut")
    opened.confirm()
    assert page.strip.buttons[3].text() == "fullt ut"
    filled.undo()
    assert page.strip.buttons[3].text() == "direkt"


def test_the_grid_is_copied_as_a_table_and_as_a_picture(
    page: MatrixPage, tmp_path: Path, answers: Callable[..., None], notices: HeardNotices
) -> None:
    page.editing.copy_with_names()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "\tMål 1\tMål 2\tMål 3\tMål 4"
    assert lines[4:6] == ["Dagvatten\t0\t0\t-1\t0", "Energidata\t\t\t3\t"]
    page.editing.copy_picture()
    assert QGuiApplication.clipboard().image().width() >= 800
    target = tmp_path / "matris.png"
    answers(saved=target)
    page.editing.save_picture()
    assert QImage(str(target)).height() > 300
    assert "matris.png" in notices.said[-1]


def test_changes_made_elsewhere_are_read(page: MatrixPage, filled: Workspace) -> None:
    filled.undo()
    assert page.sheet is not None
    assert page.sheet.answered(1) == 0
    filled.redo()
    assert page.sheet.answered(1) == 4


def test_others_lead_to_a_goal_or_to_what_is_unanswered(page: MatrixPage) -> None:
    page.go_to(PageTarget(PageId.MATRIX, row=3, filters={"goal": 2}))
    assert page.grid.view.current_cell() == (3, 1)
    page.go_to(PageTarget(PageId.MATRIX, filters={"unanswered": True}))
    assert shown(page) == [5, 6]
    page.go_to(PageTarget(PageId.MATRIX, filters={"scale": "importance"}))
    assert page.sheet is not None
    assert page.sheet.scale is Scale.IMPORTANCE


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Effektiva gemensamma resurser", ["Effektiva", "gemen-", "samma", "resurser"]),
        ("Livskvalitet i stad och land", ["Livs-", "kvalitet", "i stad", "och land"]),
        ("Öppen data", ["Öppen", "data"]),
        ("Ärendeportal", ["Ärende-", "portal"]),
        ("Trygghetslarm", ["Trygg-", "hetslarm"]),
        ("Bygglovstjänst", ["Bygglovs-", "tjänst"]),
        ("Lokalbokning", ["Lokalbok-", "ning"]),
        ("Anropsstyrd kollektivtrafik", ["Anrops-", "styrd", "kollek-", "tivtrafik"]),
    ],
)
def test_long_words_are_broken_where_a_syllable_may_end(name: str, lines: list[str]) -> None:
    assert broken(name, lambda text: len(text) <= 9, 6) == lines


def test_a_name_with_too_many_lines_ends_in_dots() -> None:
    assert broken("ett två tre fyra fem", lambda text: len(text) <= 5, 2) == ["ett", "två…"]


def test_a_low_window_says_less_around_the_rows(page: MatrixPage) -> None:
    """Text half as large again on a laptop left room for two rows and a half."""
    head, strip, view = page.grid.head, page.strip, page.grid.view
    rows, steps = view.height(), strip.buttons[3]
    named = steps.width()
    page.resize(1224, 560)
    QApplication.processEvents()
    assert head.isRowHidden(1)
    assert not head.isRowHidden(0)
    assert steps.width() < named
    assert steps.toolTip()
    assert strip.comment.mapTo(page, QPoint()).y() <= steps.mapTo(page, QPoint(0, steps.height())).y()
    assert view.height() >= 5 * view.rowHeight(0)
    head.choose_weight(2)
    QTest.keyClick(head, Key.Key_Down)
    assert view.current_cell() == (1, 2), "from the weights straight into the grid"

    page.resize(1224, 900)
    QApplication.processEvents()
    assert not head.isRowHidden(1)
    assert steps.width() == named
    assert view.height() == rows
