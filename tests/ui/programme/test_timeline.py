"""The timeline: bars are dragged, pulled and moved by keys to the same days; the list is its twin; it can be saved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smartstad_desktop.domain.programme.work import EntryKind, Light
from smartstad_desktop.reads.programme.timeline import timeline
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.page import PageId, PageTarget
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.programme.timeline.lines import ENTRY, PART, TimelineLine
from smartstad_desktop.ui.programme.timeline.scale import Zoom, bar_of
from smartstad_desktop.ui.programme.timeline_tab import TimelineTab
from smartstad_desktop.usecases.programme.entries import AddEntry
from smartstad_desktop.usecases.programme.parts import AddPart
from smartstad_desktop.usecases.workspace import Workspace
from tests.support import pointer
from tests.ui.conftest import HeardNotices

ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def tab(workspace: Workspace, services: Services, qtbot: QtBot) -> TimelineTab:
    """A part with an activity and a milestone in it, at the zoom where a week is a step."""
    first = workspace.run(
        AddPart(fields={"name_sv": "Kartläggning", "starts_on": date(2027, 1, 1), "ends_on": date(2027, 12, 31)})
    ).value
    for fields in (
        {"name": "Intervjuer", "starts_on": date(2027, 2, 1), "ends_on": date(2027, 6, 30), "part_id": first},
        {"name": "Beslut", "kind": EntryKind.MILESTONE, "ends_on": date(2027, 9, 1), "part_id": first},
        {"name": "Mässa", "kind": EntryKind.EVENT},
    ):
        workspace.run(AddEntry(fields=fields))
    shown = TimelineTab(services)
    qtbot.addWidget(shown)
    shown.resize(1400, 800)
    shown.show()
    QApplication.processEvents()
    return shown


def line(tab: TimelineTab, name: str) -> TimelineLine:
    return next(row for row in tab.picture.rows.rows if row.name == name)


def bar(tab: TimelineTab, name: str) -> QRectF:
    row = line(tab, name)
    found = bar_of(row, tab.picture.shown, QRectF(tab.picture.view.visualRect(tab.picture.rows.index_of(row.key))))
    assert found is not None
    return found


def days(tab: TimelineTab, name: str) -> tuple[date | None, date | None]:
    row = next(entry for entry in tab.services.workspace.read(timeline).entries if entry.name == name)
    return row.starts_on, row.ends_on


def drag(tab: TimelineTab, name: str, start: float, weeks: int) -> None:
    """Drag the bar of *name* from so far within it (0 to 1) by so many weeks."""
    held = bar(tab, name)
    here = QPoint(round(held.left() + held.width() * start), round(held.center().y()))
    view = tab.picture.view.viewport()
    pointer.drag(view, here, view, here + QPoint(round(7 * weeks * tab.picture.shown.per_day), 3))


@pytest.mark.parametrize(
    ("start", "modifier", "found"),
    [
        (0.5, ALT, (date(2027, 2, 15), date(2027, 7, 14))),
        (0.999, SHIFT, (date(2027, 2, 1), date(2027, 7, 14))),
        (0.0, CONTROL, (date(2027, 2, 15), date(2027, 6, 30))),
    ],
)
def test_dragging_and_keys_ask_for_the_same_days(
    tab: TimelineTab,
    start: float,
    modifier: Qt.KeyboardModifier,
    found: tuple[date, date],
) -> None:
    steps = len(tab.services.workspace.steps())
    drag(tab, "Intervjuer", start, 2)
    assert days(tab, "Intervjuer") == found
    assert len(tab.services.workspace.steps()) == steps + 1
    tab.services.workspace.undo()
    tab.choose(line(tab, "Intervjuer").key)
    for _press in range(2):
        QTest.keyClick(tab.picture.view, Qt.Key.Key_Right, modifier)
    assert days(tab, "Intervjuer") == found


def test_nothing_moves_under_the_pointer_while_a_bar_is_pressed(tab: TimelineTab) -> None:
    view, at = tab.picture.view.viewport(), bar(tab, "Intervjuer").center().toPoint()
    pointer.press(view, at)
    QApplication.processEvents()
    assert not tab.side.isVisible()
    pointer.release(view, at)
    assert tab.side.isVisible()
    assert [row.name for row in tab.picture.chosen_lines()] == ["Intervjuer"]


def test_two_clicks_move_and_escape_puts_back(tab: TimelineTab) -> None:
    view = tab.picture.view.viewport()
    before = days(tab, "Beslut")
    tab.choose(line(tab, "Beslut").key)
    at = bar(tab, "Beslut").center().toPoint()
    pointer.move(view, at, Qt.MouseButton.NoButton)
    QTest.keyClick(tab.picture.view, Qt.Key.Key_M)
    assert "Esc" in tab.legend.hint
    QTest.keyClick(tab.picture.view, Qt.Key.Key_Escape)
    assert tab.picture.hand.held is None
    tab.picture.hand.take_up(line(tab, "Beslut"))
    since = tab.picture.hand.held
    assert since is not None
    there = QPoint(round(since.since + 21 * tab.picture.shown.per_day), at.y())
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=there)
    assert days(tab, "Beslut") == (None, date(2027, 9, 22))
    assert before == (None, date(2027, 9, 1))


def test_a_zoom_shows_less_time_and_today_is_marked(tab: TimelineTab) -> None:
    whole = tab.picture.shown.per_day
    assert not tab.picture.bar.isVisible()
    tab.views.chip(Zoom.QUARTER).click()
    assert tab.picture.shown.per_day > 3 * whole
    assert tab.picture.bar.maximum() > 0
    QTest.keyClick(tab.picture.view, Qt.Key.Key_Minus)
    assert tab.views.keys() == frozenset({Zoom.YEAR})
    again = TimelineTab(tab.services)
    again.show()
    assert again.picture.shown.zoom is Zoom.QUARTER
    again.hide()
    again.deleteLater()


def test_the_list_is_the_twin_and_both_edit_the_same(
    tab: TimelineTab, checked: Callable[[QAbstractItemModel], None]
) -> None:
    checked(tab.picture.rows)
    checked(tab.list.rows)
    tab.go_to(PageTarget(PageId.PROGRAMME, row=line(tab, "Intervjuer").key[1]))
    assert tab.side.isVisible()
    form = tab.side.form
    assert form is not None
    tab.views.chip("list").click()
    assert [row.name for row in tab.list.chosen_lines()] == ["Intervjuer"]
    form.fields["state"].edited.emit("done")
    assert "klart" in line(tab, "Intervjuer").words
    tab.search.setText("beslut")
    assert [row.name for row in tab.list.rows.rows] == ["1. Kartläggning", "Beslut"]
    QTest.keyClick(tab.list, Qt.Key.Key_Escape)


def test_a_yellow_light_waits_for_its_reason(tab: TimelineTab) -> None:
    tab.choose((PART, line(tab, "1. Kartläggning").key[1]))
    form = tab.side.form
    assert form is not None
    form.fields["light"].edited.emit(Light.YELLOW)
    assert form.fields["light_reason"].error
    assert tab.services.workspace.read(timeline).parts[0].light is None
    form.fields["light_reason"].edited.emit("Två svar saknas")
    assert tab.services.workspace.read(timeline).parts[0].light is Light.YELLOW
    assert "Avvikelse, hanterbar" in line(tab, "1. Kartläggning").spoken


def test_something_new_is_put_in_the_part_that_is_chosen(tab: TimelineTab) -> None:
    tab.choose((PART, line(tab, "1. Kartläggning").key[1]))
    tab.add_button.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, Dialog)
    dialog.confirm_button.click()
    assert dialog.fields["name"].error
    dialog.fields["name"].set_value("Slutrapport")
    dialog.fields["time"].reset("kv 3 2027")  # type: ignore[attr-defined]  a typed field
    dialog.confirm_button.click()
    found = line(tab, "Slutrapport")
    assert (found.part, found.starts_on, found.ends_on) == ("1. Kartläggning", date(2027, 7, 1), date(2027, 9, 30))
    assert tab.picture.chosen_lines() == [found]
    QTest.keyClick(tab.picture.view, Qt.Key.Key_Delete)
    assert all(row.name != "Slutrapport" for row in tab.picture.rows.rows)


def test_the_picture_is_saved_with_its_words(
    tab: TimelineTab, notices: HeardNotices, tmp_path: Path, answers: Callable[..., None]
) -> None:
    answers(saved=tmp_path / "Tidplan.png")
    tab.save_button.click()
    picture = QImage(str(tmp_path / "Tidplan.png"))
    assert picture.width() == 2700
    assert "Aktivitet, Intervjuer, 1\xa0feb – 30\xa0juni 2027" in picture.text("Description")
    answers(saved=tmp_path / "Tidplan.svg")
    tab.save_button.click()
    assert "Intervjuer" in (tmp_path / "Tidplan.svg").read_text(encoding="utf-8")
    assert "Tidplan.svg" in notices.said[-1]


def test_what_has_no_day_cannot_be_dragged_but_is_there(tab: TimelineTab) -> None:
    found = line(tab, "Mässa")
    assert (found.key[0], found.can_move, found.when) == (ENTRY, False, "inga datum än")
    assert tab.picture.rows.rows[-2].name == "Utan del"
