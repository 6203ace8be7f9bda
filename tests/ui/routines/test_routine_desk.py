"""The desk of a routine: drafts, moving by hand and by key, what differs, who works by it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot
from typing_extensions import override

from smartstad_desktop.app.settings import Settings
from smartstad_desktop.domain.testbeds.routines import RoutineKind, RoutineState
from smartstad_desktop.domain.testbeds.versions import StageText
from smartstad_desktop.reads.testbeds.adoption import adoptions
from smartstad_desktop.reads.testbeds.routines import in_force, versions
from smartstad_desktop.ui.kit.changes import Changes
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.jobs import Inline, Jobs
from smartstad_desktop.ui.kit.page import Page
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.routines.desk import PARTS, RoutineDesk
from smartstad_desktop.ui.routines.door import RoutineDoor
from smartstad_desktop.ui.routines.moving_rows import MovingRows
from smartstad_desktop.ui.routines.versions import AdoptDialog
from smartstad_desktop.usecases.surroundings import Surroundings
from smartstad_desktop.usecases.testbeds.cases import AddCase
from smartstad_desktop.usecases.testbeds.routine_versions import StartRoutineVersion
from smartstad_desktop.usecases.workspace import Workspace
from tests.support import pointer, regions
from tests.support.commands.finding import untyped
from tests.support.made_once import MadeOnce
from tests.support.workspaces import FixedClock
from tests.ui.conftest import HeardNotices

ALT = Qt.KeyboardModifier.AltModifier


def make_draft(path: Path) -> None:
    """Make a file with eleven municipalities, three tests, and a draft of the testbed routine at *path*."""
    regions.make_eleven(path)
    with Workspace.open(path, Surroundings(clock=FixedClock(), actor="test")) as made:
        for title in ("Sensorer", "Papperskorgar", "Nivågivare"):
            made.run(AddCase(kind=RoutineKind.TESTBED, title=title))
        made.run(StartRoutineVersion(routine=untyped(made.read(in_force, RoutineKind.TESTBED)).id))


@pytest.fixture
def desk(
    made_once: MadeOnce, tmp_path: Path, settings: Settings, notices: HeardNotices, qtbot: QtBot
) -> Iterator[RoutineDesk]:
    """The desk with a draft of the testbed routine."""
    path = made_once.copy("routine-draft.smartstad", make_draft, tmp_path)
    with Workspace.open(path, Surroundings(clock=FixedClock(), actor="test")) as workspace:
        changes, jobs = Changes(workspace), Jobs(Inline())
        services = Services(workspace, changes, jobs, notices, settings)
        made = RoutineDesk(services, workspace.read(versions)[0].id)
        qtbot.addWidget(made)
        made.resize(1280, 800)
        with qtbot.waitExposed(made):
            made.show()
        yield made
        made.hide()
        jobs.close()
        changes.stop()


def stage(desk: RoutineDesk, number: int) -> StageText:
    assert desk.sheet is not None
    return desk.sheet.text.stages[number - 1]


def middle(view: MovingRows, key: int) -> QPoint:
    return view.visualRect(view.rows.index_of(key)).center()


def names(view: MovingRows) -> list[str]:
    return [row.name for row in view.rows.rows]


def test_points_and_stages_move_by_hand_by_key_and_onto_another_stage(
    desk: RoutineDesk, checked: Callable[[QAbstractItemModel], None]
) -> None:
    content = desk.content
    checked(content.stages.rows)
    checked(content.points.rows)
    first, second = stage(desk, 1), stage(desk, 2)
    one, two, three, four = (point.id for point in first.points)
    points = content.points.viewport()

    pointer.drag(points, middle(content.points, one), points, middle(content.points, three) + QPoint(0, 14))
    assert [point.id for point in stage(desk, 1).points] == [two, three, one, four]
    content.points.choose(one)
    QTest.keyClick(content.points, Qt.Key.Key_Up, ALT)
    assert [point.id for point in stage(desk, 1).points] == [two, one, three, four]
    pointer.drag(points, middle(content.points, one), content.stages.viewport(), middle(content.stages, second.id))
    assert [point.id for point in stage(desk, 1).points] == [two, three, four]
    assert stage(desk, 2).points[-1].id == one
    content.stages.choose(second.id)
    QTest.keyClick(content.stages, Qt.Key.Key_Up, ALT)
    assert stage(desk, 1).id == second.id
    assert [point.id for point in stage(desk, 1).points][-1] == one
    desk.services.workspace.undo()
    assert stage(desk, 1).id == first.id


def test_two_clicks_carry_a_point_and_its_menu_names_the_other_stages(desk: RoutineDesk) -> None:
    content = desk.content
    first, third = stage(desk, 1), stage(desk, 3)
    content.points.choose(first.points[0].id)
    menu = content.points.menu()
    assert sum(bool(action.menu()) for action in menu.actions()) == 1

    content.points.carry_asked.emit()
    pointer.click(content.stages.viewport(), middle(content.stages, third.id))

    assert stage(desk, 3).points[-1].id == first.points[0].id
    menu.deleteLater()


def test_what_is_written_is_saved_and_a_role_goes_to_all_that_are_chosen(desk: RoutineDesk) -> None:
    content = desk.content
    first = stage(desk, 1)
    content.points.selectAll()
    form: Any = content.form
    form.fields["role_key"].box.setCurrentIndex(form.fields["role_key"].box.findText("Mottagare"))
    form.fields["role_key"].box.activated.emit(form.fields["role_key"].box.currentIndex())
    assert {point.role for point in stage(desk, 1).points} == {"receiver"}
    content.points.choose(first.points[1].id)
    form.fields["name_sv"].area.setPlainText("Någon äger utmaningen")
    form.finish()

    assert stage(desk, 1).points[1].name.sv == "Någon äger utmaningen"
    form.fields["name_sv"].area.setPlainText("")
    form.finish()
    assert form.fields["name_sv"].error.startswith("Skriv ett namn")
    assert stage(desk, 1).points[1].name.sv == "Någon äger utmaningen"


def test_new_stages_and_points_go_behind_the_chosen_one(
    desk: RoutineDesk, dialog: Callable[[type[Dialog]], Dialog]
) -> None:
    content = desk.content
    content.stages.choose(stage(desk, 2).id)
    QTest.keyClick(content.stages, Qt.Key.Key_Insert)
    asked = dialog(Dialog)
    asked.fields["name_sv"].set_value("Samråd")
    asked.confirm()

    assert names(content.stages)[2] == "Samråd"
    assert content.middle.currentWidget() is content.empty
    content.add_point_button.click()
    asked = dialog(Dialog)
    asked.confirm()
    assert asked.fields["name_sv"].error
    asked.fields["name_sv"].set_value("Grannar är tillfrågade")
    asked.confirm()
    assert names(content.points) == ["Grannar är tillfrågade"]
    content.points.choose(None)
    QTest.keyClick(content.points, Qt.Key.Key_Delete)
    assert names(content.points) == []


def test_a_draft_is_compared_and_adopted_and_cases_come_along(
    desk: RoutineDesk, dialog: Callable[[type[AdoptDialog]], AdoptDialog]
) -> None:
    content = desk.content
    content.stages.choose(stage(desk, 4).id)
    content.points.choose(stage(desk, 4).points[0].id)
    content.points.remove()
    desk.show_part("comparison")
    assert desk.comparison.rows.texts(0)[2] == "Borttaget"
    assert desk.comparison.rows.rowCount() == 1

    desk.deed.click()
    asked = dialog(AdoptDialog)
    boxes = [name for name in asked.fields if name.startswith("case ")]
    assert len(boxes) > 2
    asked.fields[boxes[0]].set_value(True)
    asked.fields["adopted_on"].set_value(date(2026, 12, 1))
    asked.confirm()

    rows = desk.services.workspace.read(versions)
    states = {row.version: (row.state, row.cases) for row in rows if row.kind is RoutineKind.TESTBED}
    assert states["1.1"] == (RoutineState.ADOPTED, 1)
    assert states["1.0"][0] is RoutineState.REPLACED
    assert "gällande · sedan 1\u00a0dec 2026 · 1 ärende" in desk.header.subtitle.text()
    desk.deeds.fill(desk.more_menu)
    moving = next(action for action in desk.more_menu.actions() if action.text().startswith("Flytta ärenden"))
    assert moving.isEnabled()


def test_what_is_in_force_is_only_read(desk: RoutineDesk) -> None:
    assert desk.sheet is not None
    desk.show_routine(desk.sheet.versions[1].id)

    assert not desk.content.add_point_button.isVisible()
    form: Any = desk.content.form
    lines = form.findChildren(QLineEdit)
    assert lines
    assert all(line.isReadOnly() for line in lines)
    assert desk.content.points.picture(middle(desk.content.points, stage(desk, 1).points[0].id)) is None
    assert desk.deed.text() == "Till utkastet"
    desk.deed.click()
    assert desk.sheet.is_draft


def test_a_municipality_works_by_it_and_notes_what_it_does_otherwise(
    desk: RoutineDesk, dialog: Callable[[type[Dialog]], Dialog]
) -> None:
    view = desk.adoption
    desk.show_part("adoption")
    view.table.choose(1)
    view.not_adopted.button.click()
    assert view.table.chosen_rows()[0].version == "1.0"
    view.form.add_deviation()
    asked = dialog(Dialog)
    asked.fields["text"].set_value("Nämnden poängsätter")
    asked.confirm()
    assert asked.fields["reason"].error
    asked.fields["reason"].set_value("Så är det reglerat")
    asked.fields["about"].set_value(untyped(asked.fields["about"])._values[3])
    asked.confirm()

    row = desk.services.workspace.read(adoptions, "testbed")[0]
    assert (row.deviations[0].reason, row.deviations[0].about is not None) == ("Så är det reglerat", True)
    assert len(view.form.deviations.cards) == 1
    view.table.choose(2)
    view.table.choose(1)
    view.withdraw()
    assert desk.services.workspace.read(adoptions, "testbed")[0].id is None
    assert view.side.currentWidget() is view.not_adopted


def test_taking_the_draft_back_leads_to_the_version_in_force_and_every_part_can_be_shown(desk: RoutineDesk) -> None:
    for part in PARTS:
        desk.show_part(part)
        assert desk.places.currentWidget() is getattr(desk, part)
    assert len(desk.roles.list.cards) == 10
    desk.show_part("content")

    desk.services.workspace.undo()

    assert desk.sheet is not None
    assert desk.sheet.row.state is RoutineState.ADOPTED
    heard: list[bool] = []
    desk.closed.connect(lambda: heard.append(True))
    desk.back.click()
    assert heard == [True]


class _CasesPage(Page):
    """A page with a head and cases, and a door to the routine."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.cases = QLabel("cases")
        self.door = RoutineDoor(self, RoutineKind.PROCUREMENT, (self.cases,))
        column = QVBoxLayout(self)
        column.addWidget(self.door.button)
        column.addWidget(self.cases)

    @override
    def refresh(self) -> None:
        """Read nothing."""


def test_a_page_opens_the_desk_over_its_cases_and_gets_them_back(desk: RoutineDesk, qtbot: QtBot) -> None:
    page = _CasesPage(desk.services)
    qtbot.addWidget(page)
    page.show()

    page.door.button.click()
    opened = page.door.desk
    assert opened is not None
    assert (page.door.is_open, page.cases.isVisible()) == (True, False)
    assert opened.header.title.text() == "Gemensam upphandling"
    opened.back.click()
    assert (page.door.is_open, page.cases.isVisible()) == (False, True)
    page.door.open(desk.routine)
    assert opened.sheet is not None
    assert opened.sheet.row.version == "1.1"
    page.hide()


def test_a_file_that_is_open_for_reading_offers_no_change(desk: RoutineDesk, qtbot: QtBot) -> None:
    around = desk.services
    with Workspace.open_read_only(around.workspace.path) as copy:
        reading = RoutineDesk(
            Services(copy, around.changes, around.jobs, around.notices, around.settings), desk.routine
        )
        qtbot.addWidget(reading)
        reading.show()
        assert reading.sheet is not None
        assert (reading.sheet.is_draft, reading.sheet.is_open) == (True, False)
        reading.show_part("adoption")
        hidden = (reading.deed, reading.more, reading.content.add_stage_button, reading.adoption.not_adopted.button)
        assert not any(button.isVisible() for button in hidden)
        reading.hide()
