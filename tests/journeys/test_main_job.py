"""The main job in the real window on a real file: list in, card dragged, taken back, plan out, and on another day."""

from __future__ import annotations

import shutil
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from smartstad_desktop.app.wiring import Desk
from smartstad_desktop.ui.board.page import BoardPage
from smartstad_desktop.ui.importing.page import ImportingPage
from smartstad_desktop.ui.inventory.page import InventoryPage
from smartstad_desktop.ui.kit.forms import FileQuestions
from smartstad_desktop.ui.kit.page import Page, PageId, PageTarget
from smartstad_desktop.ui.plan.page import PlanPage
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.pointer import drag
from tests.support.workspaces import dump

LIST = Path(__file__).parents[1] / "data" / "lists" / "perstorp_v2.xlsx"


def shown(desk: Desk, page: PageId) -> Page:
    desk.window.go_to(PageTarget(page))
    assert desk.window.open_file is not None
    return desk.window.open_file.pages.page(page)


def opened(desk: Desk) -> Workspace:
    assert desk.workspace is not None
    return desk.workspace


def count(workspace: Workspace, table: str, where: str = "1") -> int:
    return int(workspace.glance(lambda raw: raw.execute(f"SELECT count(*) FROM {table} WHERE {where}").fetchone()[0]))


def bring_in_a_list(desk: Desk, qtbot: QtBot, before: dict[str, list[tuple[object, ...]]]) -> None:
    """A municipality's own old list: nothing is written before it is accepted, then all of it is one step."""
    desk.window.go_to(PageTarget(PageId.IMPORTING, files=(str(LIST),)))
    importing = shown(desk, PageId.IMPORTING)
    assert isinstance(importing, ImportingPage)
    qtbot.waitUntil(lambda: importing.accept.isVisible() and importing.accept.isEnabled())
    assert dump(opened(desk)) == before
    importing.accept.click()
    assert count(opened(desk), "project") == len(before["project"]) + 10


def drag_a_card_and_think_again(desk: Desk) -> None:
    """A card dragged to the head of another column is on the disk when it is let go; undo puts it back."""
    board = shown(desk, PageId.BOARD)
    assert isinstance(board, BoardPage)
    placed = dump(opened(desk))["placement"]
    source, target = board.surface.area.views[2], board.surface.area.views[1]
    drag(
        source.viewport(),
        source.layout_of_cards.card_rect(0).center(),
        target.viewport(),
        target.layout_of_cards.card_rect(0).center() - QPoint(0, 8),
    )
    moved = dump(opened(desk))["placement"]
    assert len([1 for old, new in zip(placed, moved, strict=True) if old != new]) == 1
    desk.window.deeds.steps.undo()
    assert dump(opened(desk))["placement"] == placed


def export_the_plan(desk: Desk, out: Path) -> None:
    """The plan goes out as a PDF with every measure."""
    plan = shown(desk, PageId.PLAN)
    assert isinstance(plan, PlanPage)
    plan.export_button.click()
    text = "".join("".join(page.extract_text().split()) for page in pypdf.PdfReader(out).pages)
    titles = opened(desk).glance(lambda raw: [str(row[0]) for row in raw.execute("SELECT title FROM plan_item")])
    assert titles
    assert [title for title in titles if "".join(title.split()) not in text] == []


def test_from_a_list_to_a_plan_and_back_another_day(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, demo_file: Path
) -> None:
    path, out = tmp_path / "region.smartstad", tmp_path / "plan.pdf"
    shutil.copyfile(demo_file, path)
    monkeypatch.setattr(FileQuestions, "save_path", staticmethod(lambda *_question: out))
    desk.window.resize(1440, 900)
    desk.open_file(path)
    before = dump(opened(desk))
    bring_in_a_list(desk, qtbot, before)
    assert isinstance(shown(desk, PageId.INVENTORY), InventoryPage)
    drag_a_card_and_think_again(desk)
    export_the_plan(desk, out)

    # The next day the file opens where it was left, and the import can still be taken back, exactly.
    after = dump(opened(desk))
    desk.close_file()
    desk.open_file(path)
    assert dump(opened(desk)) == after
    assert desk.window.open_file is not None
    assert desk.window.open_file.pages.current is PageId.PLAN
    opened(desk).undo()
    assert dump(opened(desk)) == before
