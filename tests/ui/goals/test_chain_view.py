"""The chain: choosing marks what hangs together, and mouse and keyboard link, order, add and delete."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from smartstad_desktop.domain.goals.chain import NodeRef
from smartstad_desktop.domain.goals.goals import ChainLevel
from smartstad_desktop.reads.goals import chain as chain_reads
from smartstad_desktop.ui.goals.chain_paint import Standing
from smartstad_desktop.ui.goals.chain_view import ChainView
from smartstad_desktop.ui.kit.calm_pickers import PicksField
from smartstad_desktop.usecases.goals.chain import AddChainNode
from tests.support import pointer
from tests.ui.goals.conftest import Shown

T, C, INITIATIVE, A = ChainLevel.TOPIC, ChainLevel.CHALLENGE, ChainLevel.INITIATIVE, ChainLevel.ACTIVITY


@pytest.fixture
def chain(shown: Shown) -> tuple[Shown, ChainView, dict[str, NodeRef]]:
    """Two topics, of which the first has a challenge; an initiative with an activity, and another one."""
    refs: dict[str, NodeRef] = {}
    for name, level, below in (
        ("spår", None, None),
        ("ämne", T, "spår"),
        ("annat", T, None),
        ("utmaning", C, "ämne"),
        ("ett", INITIATIVE, None),
        ("två", INITIATIVE, None),
        ("träff", A, "ett"),
    ):
        command = AddChainNode(level=level, fields={"name_sv": name}, below_of=refs[below] if below else None)
        refs[name] = shown.workspace.run(command).value
    shown.page.show_view(is_chain=True)
    return shown, shown.page.chain_view, refs


def edges(shown: Shown) -> set[tuple[NodeRef, NodeRef]]:
    return {(edge.upper, edge.lower) for edge in shown.workspace.read(chain_reads.chain).edges}


def middle(view: ChainView, ref: NodeRef) -> QPoint:
    column = view.columns[ref.level].list
    return column.visualRect(column.rows.index_of(ref)).center()


def test_choosing_marks_what_hangs_together_in_all_columns(
    chain: tuple[Shown, ChainView, dict[str, NodeRef]],
) -> None:
    _shown, view, refs = chain
    pointer.click(view.columns[T].list.viewport(), middle(view, refs["ämne"]))

    standings = view.columns[C].list.delegate.standings
    assert standings[refs["spår"]] is Standing.ABOVE
    assert standings[refs["ämne"]] is Standing.CHOSEN
    assert standings[refs["utmaning"]] is Standing.BELOW
    assert standings[refs["annat"]] is Standing.APART
    assert view.form.fields["name_sv"].value() == "ämne"


def test_dragging_onto_another_column_links_whichever_way(
    chain: tuple[Shown, ChainView, dict[str, NodeRef]],
) -> None:
    shown, view, refs = chain
    source, target = view.columns[C].list.viewport(), view.columns[T].list.viewport()
    pointer.drag(source, middle(view, refs["utmaning"]), target, middle(view, refs["annat"]))

    assert (refs["annat"], refs["utmaning"]) in edges(shown)


def test_ctrl_and_click_links_and_unlinks_with_the_chosen_node(
    chain: tuple[Shown, ChainView, dict[str, NodeRef]],
) -> None:
    shown, view, refs = chain
    view.choose(refs["ämne"])
    port = view.columns[C].list.viewport()
    pointer.click(port, middle(view, refs["utmaning"]), Qt.KeyboardModifier.ControlModifier)
    assert (refs["ämne"], refs["utmaning"]) not in edges(shown)
    pointer.click(port, middle(view, refs["utmaning"]), Qt.KeyboardModifier.ControlModifier)
    assert (refs["ämne"], refs["utmaning"]) in edges(shown)
    assert view.chosen == refs["ämne"]


def test_the_fields_link_by_keyboard_too(chain: tuple[Shown, ChainView, dict[str, NodeRef]]) -> None:
    shown, view, refs = chain
    view.choose(refs["utmaning"])
    upper = view.form.picks["upper"]
    assert set(upper.choices) == {refs["spår"], refs["ämne"], refs["annat"]}
    upper.toggle(refs["annat"])
    cast("PicksField", view.form.fields["goals"]).toggle(shown.ids["a"])

    assert (refs["annat"], refs["utmaning"]) in edges(shown)
    row = shown.workspace.read(chain_reads.chain).row(refs["utmaning"])
    assert row is not None
    assert row.goals == {shown.ids["a"]}


def test_an_activity_changes_its_initiative_but_never_loses_it(
    chain: tuple[Shown, ChainView, dict[str, NodeRef]],
) -> None:
    shown, view, refs = chain
    view.choose(refs["träff"])
    upper = view.form.picks["upper"]
    upper.toggle(refs["ett"])
    assert "exakt ett initiativ" in upper.error
    assert (refs["ett"], refs["träff"]) in edges(shown)
    upper.toggle(refs["två"])

    assert (refs["två"], refs["träff"]) in edges(shown)
    assert (refs["ett"], refs["träff"]) not in edges(shown)


def test_alt_and_arrows_order_a_column_and_arrows_cross_columns(
    chain: tuple[Shown, ChainView, dict[str, NodeRef]],
) -> None:
    shown, view, refs = chain
    topics = view.columns[T].list
    topics.setFocus()
    topics.choose(refs["ämne"])
    QTest.keyClick(topics, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    rows = shown.workspace.read(chain_reads.chain).columns[T]
    assert [row.name.sv for row in rows] == ["annat", "ämne"]
    QTest.keyClick(topics, Qt.Key.Key_Right)
    assert view.chosen == refs["utmaning"]
    assert view.columns[C].list.hasFocus()


def test_plus_adds_what_comes_from_the_chosen_node_and_lets_it_be_named(
    chain: tuple[Shown, ChainView, dict[str, NodeRef]],
) -> None:
    shown, view, refs = chain
    view.choose(refs["annat"])
    QTest.mouseClick(view.columns[C].add_button, Qt.MouseButton.LeftButton)

    made = view.chosen
    assert made is not None
    assert (refs["annat"], made) in edges(shown)
    assert view.form.fields["name_sv"].editor.hasFocus()
    view.delete(made)
    assert made not in {lower for _upper, lower in edges(shown)}


def test_an_activity_without_an_initiative_is_refused_in_words(
    chain: tuple[Shown, ChainView, dict[str, NodeRef]], notices: object
) -> None:
    shown, view, refs = chain
    view.choose(refs["ämne"])
    QTest.mouseClick(view.columns[A].add_button, Qt.MouseButton.LeftButton)

    assert len(shown.workspace.read(chain_reads.chain).columns[A]) == 1
    assert any("exakt ett initiativ" in said for said in notices.said)  # type: ignore[attr-defined]  the fixture of the window's tests


def test_the_switch_changes_the_view_and_saves_what_was_typed(
    chain: tuple[Shown, ChainView, dict[str, NodeRef]],
) -> None:
    shown, view, refs = chain
    view.choose(refs["ämne"])
    editor = view.form.fields["name_sv"].editor
    editor.setFocus()
    QTest.keyClicks(editor, "X")
    QTest.mouseClick(shown.page.switch.chip("goals"), Qt.MouseButton.LeftButton)

    assert not shown.page.shows_chain
    row = shown.workspace.read(chain_reads.chain).row(refs["ämne"])
    assert row is not None
    assert "X" in row.name.sv
    QTest.mouseClick(shown.page.switch.chip("goals"), Qt.MouseButton.LeftButton)
    assert shown.page.switch.keys() == {"goals"}
