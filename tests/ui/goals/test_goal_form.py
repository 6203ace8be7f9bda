"""What is written beside the tree is saved where it stands, and refused at its field."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from smartstad_desktop.domain.goals.goal_fields import GoalPart
from smartstad_desktop.domain.goals.goals import GoalKind, GoalRelationKind
from smartstad_desktop.reads.goals.goal import GoalDetail, goal
from smartstad_desktop.reads.goals.goals import goals
from smartstad_desktop.ui.goals.function_card import FunctionCard
from smartstad_desktop.ui.goals.goal_form import GoalForm
from smartstad_desktop.ui.goals.indicator_card import IndicatorCard
from smartstad_desktop.ui.goals.names import NameRow
from smartstad_desktop.ui.kit.calm_fields import TypedField
from smartstad_desktop.ui.kit.calm_pickers import PicksField
from smartstad_desktop.ui.kit.chips import Chip
from tests.ui.goals.conftest import Shown


def detail(shown: Shown, name: str) -> GoalDetail:
    found = shown.workspace.read(goal, shown.ids[name])
    assert found is not None
    return found


def form_of(shown: Shown, name: str) -> GoalForm:
    shown.choose(name)
    return shown.page.goals_view.side.goal_form


def write(field: object, text: str) -> None:
    """Type *text* into a field and leave it."""
    typed = cast("TypedField", field)
    typed.editor.setFocus()
    select = getattr(typed.editor, "selectAll")  # noqa: B009  both kinds of editors have it
    select()
    QTest.keyClick(typed.editor, Qt.Key.Key_Backspace)
    QTest.keyClicks(typed.editor, text)
    typed.commit()


def test_names_in_three_languages_stand_side_by_side(shown: Shown) -> None:
    form = form_of(shown, "c")
    write(form.fields["name_nb"], "maalet")
    write(form.fields["name_en"], "the goal")
    write(form.fields["current_state"], "Nu")

    values = detail(shown, "c").values
    assert (values["name_sv"], values["name_nb"], values["name_en"]) == ("c", "maalet", "the goal")
    assert values["current_state"] == "Nu"
    places = [form.fields[f"name_{language}"].mapTo(form, form.rect().topLeft()) for language in ("sv", "nb", "en")]
    assert len({place.y() for place in places}) == 1


def test_a_goal_without_a_name_is_refused_at_its_field(shown: Shown) -> None:
    form = form_of(shown, "c")
    write(form.fields["name_sv"], " ")

    assert "Skriv ett namn" in form.fields["name_sv"].error
    assert shown.tree == "a .b c d"


def test_what_is_typed_is_saved_when_another_goal_is_chosen(shown: Shown) -> None:
    form = form_of(shown, "c")
    editor = cast("QPlainTextEdit", form.fields["name_sv"].editor)
    editor.setFocus()
    editor.selectAll()
    QTest.keyClicks(editor, "cykla")
    shown.choose("d")

    assert shown.tree == "a .b cykla d"
    assert form.fields["name_sv"].value() == "d"


def test_kind_global_goals_and_relations(shown: Shown) -> None:
    form = form_of(shown, "c")
    form.fields["kind"].edited.emit(GoalKind.IMPACT)
    cast("PicksField", form.fields["sdgs"]).toggle(11)
    form.relations.relating.emit(shown.ids["c"], shown.ids["d"], GoalRelationKind.SUPPORTS)

    found = detail(shown, "c")
    assert found.kind is GoalKind.IMPACT
    assert found.values["sdgs"] == {11}
    assert [each.other for each in found.relations] == [shown.ids["d"]]
    assert "Får stöd av: c" in [chip.text() for chip in _chips(form_of(shown, "d"))]


def test_what_is_said_about_a_relation_is_written_and_shown(shown: Shown) -> None:
    form = form_of(shown, "c")
    form.relations.relating.emit(shown.ids["c"], shown.ids["d"], GoalRelationKind.SUPPORTS)
    (relation,) = detail(shown, "c").relations
    form.relations.ask_comment(shown.ids["c"], shown.ids["d"], relation)
    dialog = form.relations.dialog
    assert dialog is not None
    dialog.fields["comment"].set_value("Samma data bär båda")
    dialog.confirm()

    (relation,) = detail(shown, "c").relations
    assert (relation.comment, relation.kind) == ("Samma data bär båda", GoalRelationKind.SUPPORTS)
    assert "Samma data bär båda" in form.relations.comments.text()
    form.relations.relating.emit(shown.ids["c"], shown.ids["d"], GoalRelationKind.HINDERS)
    assert detail(shown, "c").relations[0].comment == "Samma data bär båda"


def _chips(form: GoalForm) -> list[Chip]:
    flow = form.relations.chips.flow
    return [cast("Chip", flow.itemAt(number).widget()) for number in range(flow.count())]  # type: ignore[union-attr]  counted just before


def test_functions_are_added_written_ordered_and_deleted(shown: Shown) -> None:
    form = form_of(shown, "c")
    QTest.mouseClick(form.functions.add_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(form.functions.add_button, Qt.MouseButton.LeftButton)
    first, second = (form.functions.cards[row.id] for row in detail(shown, "c").functions)
    write(second.fields["name_sv"], "Samlad dialog")
    assert isinstance(second, FunctionCard)
    assert not second.states.isVisible()
    QTest.mouseClick(second.describe_button, Qt.MouseButton.LeftButton)
    write(second.fields["desired_state"], "I hela regionen")
    QTest.mouseClick(second.up_button, Qt.MouseButton.LeftButton)
    assert [row.values["name_sv"] for row in detail(shown, "c").functions] == ["Samlad dialog", "Ny funktion"]
    QTest.mouseClick(first.remove_button, Qt.MouseButton.LeftButton)

    (left,) = detail(shown, "c").functions
    assert left.values["desired_state"] == "I hela regionen"


def test_an_indicator_gets_numbers_a_series_a_chart_and_a_sentence(shown: Shown) -> None:
    form = form_of(shown, "c")
    form.add_part(GoalPart.INDICATOR)
    (row,) = detail(shown, "c").indicators
    card = cast("IndicatorCard", form.indicators.cards[row.id])
    for name, text in (("baseline", "40"), ("baseline_year", "2024"), ("target", "20,5"), ("unit", "procent")):
        write(card.fields[name], text)
    card.day.put("2026-05-01")
    card.value.put("30,25")
    QTest.mouseClick(card.add_button, Qt.MouseButton.LeftButton)

    (row,) = detail(shown, "c").indicators
    assert row.measure.target == 20.5
    assert [each.value for each in row.series] == [30.25]
    assert (
        card.sentence.text().replace("\u00a0", " ") == "30,25 procent den 1 maj 2026: 50 % av vägen till 20,5 procent"
    )
    assert card.chart.isVisibleTo(card)
    assert card.chart.accessibleName() == card.sentence.text()


def test_a_number_that_cannot_be_read_is_told_at_its_field(shown: Shown) -> None:
    form = form_of(shown, "c")
    form.add_part(GoalPart.INDICATOR)
    (row,) = detail(shown, "c").indicators
    card = cast("IndicatorCard", form.indicators.cards[row.id])
    write(card.fields["baseline"], "flera")
    write(card.fields["target_year"], "28")
    QTest.mouseClick(card.add_button, Qt.MouseButton.LeftButton)

    assert "går inte att läsa som ett tal" in card.fields["baseline"].error
    assert "inget år" in card.fields["target_year"].error
    assert card.value.error
    assert detail(shown, "c").indicators[0].series == ()


def test_the_vision_is_written_beside_the_tree_and_read_above_it(shown: Shown) -> None:
    view = shown.page.goals_view
    QTest.mouseClick(view.strip.edit_button, Qt.MouseButton.LeftButton)
    form = view.side.vision_form
    write(form.fields["vision_sv"], "Det blir enkelt att leva")
    QTest.mouseClick(form.statements.add_button, Qt.MouseButton.LeftButton)
    (statement,) = shown.workspace.read(goals).statements
    write(form.statements.cards[statement.id].fields["text_sv"], "Tryggt")
    form.add_part(GoalPart.PARENT_PLAN, None)
    (plan,) = shown.workspace.read(goals).plans
    form.add_part(GoalPart.AREA, plan.id)
    write(form._levels[2].fields["name_sv"], "Del")

    read = shown.workspace.read(goals)
    assert view.strip.lead.text() == "Det blir enkelt att leva"
    assert read.statements[0].text.sv == "Tryggt"
    assert [area.name.sv for area in read.plans[0].areas] == ["Nytt utvecklingsområde"]
    assert read.levels[2].sv == "Del"
    assert read.goals[1].level is not None
    shown.choose("c")
    assert not view.side.shows_vision


def test_an_empty_page_says_what_to_do_first(shown: Shown) -> None:
    view = shown.page.goals_view
    view.delete(tuple(shown.ids.values()))
    assert view.empty.isVisible()
    QTest.mouseClick(view.first_button, Qt.MouseButton.LeftButton)

    assert shown.tree == "Nytt mål"
    assert view.side.goal_form.fields["name_sv"].editor.hasFocus()


def test_a_name_changed_in_one_language_tells_where_it_is_another_one_and_offers_it(shown: Shown) -> None:
    form = form_of(shown, "c")
    write(form.fields["name_nb"], "sykle")
    (row,) = (each for each in form.findChildren(NameRow) if each.isAncestorOf(form.fields["name_nb"]))
    assert not row.note.isVisible()
    write(form.fields["name_sv"], "cykla")
    assert row.note.isVisible()
    assert "norska" in row.note.text()
    assert "engelska" not in row.note.text()
    QTest.mouseClick(row.everywhere, Qt.MouseButton.LeftButton)
    assert detail(shown, "c").values["name_nb"] == "cykla"
    assert not row.note.isVisible()
    write(form.fields["name_sv"], "resa")
    shown.choose("d")
    assert not row.note.isVisible()
