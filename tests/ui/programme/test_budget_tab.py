"""The budget tab: totals say whether they hold, a share is added and undone, lines move by key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from smartstad_desktop.reads.programme.budget import budget
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.programme.budget_tab import BudgetTab


@pytest.fixture
def tab(demo_services: Services, qtbot: QtBot) -> BudgetTab:
    made = BudgetTab(demo_services)
    qtbot.addWidget(made)
    made.resize(1200, 760)
    made.show()
    return made


def names(tab: BudgetTab) -> list[str]:
    return [row.name for row in tab.rows.rows]


def choose(tab: BudgetTab, start: str) -> None:
    tab.table.choose(next(row.id for row in tab.rows.rows if row.name.startswith(start)))


def test_totals_are_told_and_the_sums_stand_above(tab: BudgetTab) -> None:
    told = {row.name: tab.rows.index(number, 5).data() for number, row in enumerate(tab.rows.rows)}
    assert told["Sökta medel"] == "✓ stämmer"
    assert "800" in tab.sums.text()
    assert "700" in tab.laid_out.bars.accessibleName() or "800" in tab.laid_out.bars.accessibleName()


def test_a_wrong_share_is_told_in_words_and_undo_mends_it(tab: BudgetTab) -> None:
    choose(tab, "Studieresor")
    amount = tab.form.fields["amount"]
    amount.editor.setFocus()
    amount.editor.setText("150 tkr")
    QTest.keyClick(amount.editor, Qt.Key.Key_Return)

    choose(tab, "Sökta medel")
    assert "50" in tab.form.standing.text()
    assert not tab.form.standing.isHidden()
    assert "1 summa stämmer inte" in tab.header.subtitle.text()
    tab.services.workspace.undo()
    assert "1 summa stämmer" in tab.header.subtitle.text()


def test_a_share_is_added_below_its_total_and_ready_to_be_named(tab: BudgetTab) -> None:
    choose(tab, "Sökta medel")
    tab.form.share_wanted.emit()

    assert names(tab)[names(tab).index("Studieresor och möten") + 1] == "Ny del"
    assert tab.form.fields["name"].editor.hasFocus()


def test_alt_and_an_arrow_move_a_line_among_its_like(tab: BudgetTab) -> None:
    choose(tab, "Studieresor")
    QTest.keyClick(tab.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(tab).index("Studieresor och möten") < names(tab).index("Lön till projektledaren, med omkostnader")
    QTest.keyClick(tab.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(tab).index("Sökta medel") < names(tab).index("Studieresor och möten")


def test_an_unreadable_amount_stays_with_its_reason(tab: BudgetTab) -> None:
    before = tab.services.workspace.read(budget)
    choose(tab, "Studieresor")
    amount = tab.form.fields["amount"]
    amount.editor.setFocus()
    amount.editor.setText("mycket")
    QTest.keyClick(amount.editor, Qt.Key.Key_Return)

    assert amount.editor.property("wrong")
    assert tab.services.workspace.read(budget) == before


def test_an_empty_budget_says_where_to_begin(tab: BudgetTab) -> None:
    while tab.rows.rows:
        tab.table.choose(tab.rows.rows[0].id)
        tab.delete()
    assert tab._places.currentIndex() == 1
    assert tab.add_button.isHidden()
