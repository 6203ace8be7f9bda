"""The organisation: bodies and seats in a picture and a list, seats that are filled, and the picture as files."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from smartstad_desktop.domain.governance.bodies import MembershipState
from smartstad_desktop.reads.governance.bodies import SeatRow, bodies_shown
from smartstad_desktop.ui.governance.holder_dialogs import PersonFieldsDialog
from smartstad_desktop.ui.governance.organisation_tab import OrganisationTab
from smartstad_desktop.ui.kit.calm_values import DayField
from smartstad_desktop.ui.kit.forms import Dialog, FileQuestions
from smartstad_desktop.ui.kit.page import PageId, PageTarget
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.usecases.governance.bodies import AddBody, AddBodySeats
from smartstad_desktop.usecases.governance.memberships import FillSeat
from tests.ui.conftest import HeardNotices

TODAY = date(2026, 11, 22)


@pytest.fixture
def empty(services: Services, qtbot: QtBot) -> OrganisationTab:
    made = OrganisationTab(services)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    return made


@pytest.fixture
def tab(services: Services, empty: OrganisationTab) -> OrganisationTab:
    run = services.workspace.run
    body = run(AddBody(fields={"name_sv": "Styrgruppen", "kind": "steering_group", "gets_reports": True})).value
    run(AddBodySeats(body=body, labels=("Handledare", "Chef, Bjuv", "Chef, Klippan"), fields={}))
    run(AddBody(fields={"name_sv": "Arbetsgrupp ett", "kind": "working_group", "parent_id": body}))
    return empty


def seats(tab: OrganisationTab) -> tuple[SeatRow, ...]:
    shown = tab.services.workspace.read(bodies_shown, TODAY)
    return shown.bodies[0].seats


def dialog(tab: OrganisationTab) -> Any:
    found = tab.side.dialog or tab.dialog
    assert isinstance(found, Dialog)
    return found


def test_an_empty_programme_says_what_to_do_first(empty: OrganisationTab) -> None:
    assert empty.places.currentIndex() == 1
    assert not empty.export_button.isVisible()

    empty.add_body()
    asked = dialog(empty)
    asked.confirm()
    assert asked.fields["name_sv"].error == "Ge organet ett namn."
    asked.fields["name_sv"].set_value("Styrgruppen")
    asked.confirm()
    assert empty.places.currentIndex() == 0
    assert empty.side.target is not None
    assert empty.side.body_form is not None
    assert empty.side.body_form.fields["name_sv"].value() == "Styrgruppen"


def test_the_picture_is_walked_by_keys_and_the_list_tells_the_same(tab: OrganisationTab) -> None:
    first, *_others = (body.id for body in tab.services.workspace.read(bodies_shown, TODAY).bodies)
    wanted = [("body", first), *(("seat", seat.id) for seat in seats(tab))]
    tab.choose(wanted[0])
    tab.picture.setFocus()
    walked = [tab.side.target]
    for _step in wanted[1:]:
        QTest.keyClick(tab.picture, Qt.Key.Key_Down)
        walked.append(tab.side.target)
    assert walked == wanted
    QTest.keyClick(tab.picture, Qt.Key.Key_Left)
    assert tab.side.target == wanted[0]

    lines = [(row.name, row.who) for row in tab.list.listed.rows]
    assert lines[:2] == [("Styrgruppen", "3 vakanta platser"), ("Handledare", "vakant")]
    assert [row.depth for row in tab.list.listed.rows] == [0, 1, 1, 1, 1]
    for words in ("Handledare: vakant", "Arbetsgrupp ett svarar inför Styrgruppen"):
        assert words in tab.picture.accessibleDescription()
    tab.list.choose(("seat", seats(tab)[1].id))
    assert tab.side.target == tab.picture.target == ("seat", seats(tab)[1].id)


def test_a_press_on_the_picture_opens_the_seat(tab: OrganisationTab) -> None:
    target = ("seat", seats(tab)[2].id)
    QTest.mouseClick(tab.picture, Qt.MouseButton.LeftButton, pos=tab.picture.place_of(target).center().toPoint())

    assert tab.side.target == target
    assert tab.side.seat_form is not None
    assert tab.side.seat_form.vacant.text() == "Vakant."


def test_a_seat_is_filled_changed_and_followed(tab: OrganisationTab) -> None:
    tab.choose(("seat", seats(tab)[0].id))
    tab.side.fill()
    asked = dialog(tab)
    assert isinstance(asked, PersonFieldsDialog)
    asked.confirm()
    assert asked.fields["name"].error
    asked.fields["name"].set_value("Anna Påhittad")
    asked.fields["state"].set_value(MembershipState.APPOINTED)
    day = asked.fields["valid_from"]
    assert isinstance(day, DayField)
    day.put("ingen dag")
    asked.confirm()
    assert day.error
    day.put("1 jan 2025")
    asked.confirm()
    held = seats(tab)[0].holder
    assert held is not None
    assert (held.name, held.first) == ("Anna Påhittad", date(2025, 1, 1))

    form = tab.side.seat_form
    assert form is not None
    card = form.cards[held.id]
    card.fields["is_chair"].edited.emit(True)
    assert tab.list.listed.rows[1].who == "Anna Påhittad, ordförande"
    card.follow.click()
    follows = dialog(tab)
    follows.fields["name"].set_value("Bo Påhittad")
    follows.fields["day"].put("1 sep 2026")
    follows.confirm()
    after = seats(tab)[0]
    assert after.holder is not None
    assert after.before is not None
    assert (after.holder.name, after.before.last) == ("Bo Påhittad", date(2026, 8, 31))
    assert [each.unfold.toolTip() for each in form.cards.values() if each is not card] == ["Visa mindre"]
    tab.services.workspace.undo()
    assert [term.name for term in seats(tab)[0].terms] == ["Anna Påhittad"]


def test_a_person_is_protected_and_taken_out_of_the_file_while_the_seat_keeps_its_days(tab: OrganisationTab) -> None:
    seat = seats(tab)[0].id
    person = {"name": "Anna Påhittad", "title": "Enhetschef"}
    fields = {"state": "appointed", "valid_from": date(2026, 1, 1)}
    tab.services.workspace.run(FillSeat(seat=seat, new_person=person, fields=fields))
    tab.choose(("seat", seat))
    form = tab.side.seat_form
    assert form is not None
    (card,) = form.cards.values()
    card.person_asked.emit(seats(tab)[0].holder)
    asked = dialog(tab)
    asked.fields["is_protected"].set_value(True)
    asked.confirm()
    assert card.name.text() == "Enhetschef"
    assert tab.list.listed.rows[1].who == "Enhetschef"

    card.person_asked.emit(seats(tab)[0].holder)
    dialog(tab).foot.itemAt(0).widget().click()
    assert (card.name.text(), seats(tab)[0].terms[0].first) == ("Namn saknas", date(2026, 1, 1))
    tab.services.workspace.undo()
    assert card.name.text() == "Enhetschef"


def test_everybody_the_file_knows_is_listed_with_where_they_sit(tab: OrganisationTab, notices: HeardNotices) -> None:
    fill = FillSeat(seat=seats(tab)[0].id, new_person={"name": "Anna Påhittad"}, fields={"state": "asked"})
    tab.services.workspace.run(fill)
    tab.people_button.click()
    people = tab.people
    assert people is not None
    assert people.rows.texts(0) == ("Anna Påhittad", "", "Styrgruppen: Handledare")
    people.add_button.click()
    assert people.asked is not None
    people.asked.fields["name"].set_value("Bo Påhittad")
    people.asked.confirm()
    assert [each.person.name for each in people.rows.rows] == ["Anna Påhittad", "Bo Påhittad"]
    assert people.rows.texts(1)[2] == "ingen plats"
    people.table.choose(people.rows.rows[1].person.id)
    QTest.keyClick(people.table, Qt.Key.Key_Delete)
    assert notices.said[-1] == "Ta bort en person"
    assert people.rows.rowCount() == 1
    people.reject()
    assert tab.people is None


def test_what_a_rule_refuses_is_told_at_the_field(tab: OrganisationTab) -> None:
    shown = tab.services.workspace.read(bodies_shown, TODAY)
    top, below = shown.bodies
    tab.choose(("body", top.id))
    form = tab.side.body_form
    assert form is not None
    form.fields["parent_id"].edited.emit(below.id)
    assert "inte svara inför sig självt" in form.fields["parent_id"].error


def test_seats_are_moved_and_deleted_by_key_and_come_back(tab: OrganisationTab, notices: HeardNotices) -> None:
    body = tab.services.workspace.read(bodies_shown, TODAY).bodies[0]
    tab.choose(("body", body.id))
    form = tab.side.body_form
    assert form is not None
    first = seats(tab)[0].id
    line = form.seats.lines[first]
    QTest.keyClick(line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [seat.label for seat in seats(tab)] == ["Chef, Bjuv", "Handledare", "Chef, Klippan"]
    QTest.keyClick(line, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert seats(tab)[0].id == first
    QTest.keyClick(line, Qt.Key.Key_Delete)
    assert len(seats(tab)) == 2
    assert notices.said[-1] == "Ta bort platsen ”Handledare”"
    tab.services.workspace.undo()
    assert seats(tab)[0].id == first
    QTest.keyClick(form.seats.lines[first], Qt.Key.Key_Return)
    assert tab.side.target == ("seat", first)


def test_a_body_changes_places_with_the_one_beside_it(tab: OrganisationTab) -> None:
    def names() -> list[str]:
        return [body.name.sv for body in tab.services.workspace.read(bodies_shown, TODAY).bodies]

    top = tab.services.workspace.read(bodies_shown, TODAY).bodies[0].id
    second = {"name_sv": "Arbetsgrupp två", "kind": "working_group", "parent_id": top}
    made = tab.services.workspace.run(AddBody(fields=second)).value
    tab.choose(("body", made))
    QTest.keyClick(tab.picture, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert names() == ["Styrgruppen", "Arbetsgrupp två", "Arbetsgrupp ett"]
    assert tab.side.body_form is not None
    tab.side.body_form.moving.emit(1)
    assert names() == ["Styrgruppen", "Arbetsgrupp ett", "Arbetsgrupp två"]
    steps = len(tab.services.workspace.steps())
    tab.side.body_form.moving.emit(1)
    assert len(tab.services.workspace.steps()) == steps, "it is the last one already"


def test_several_seats_are_added_at_once(tab: OrganisationTab) -> None:
    body = tab.services.workspace.read(bodies_shown, TODAY).bodies[0]
    tab.go_to(PageTarget(PageId.PROGRAMME, row=body.id))
    tab.side.add_seats()
    asked = dialog(tab)
    asked.fields["labels"].set_value("Akademi\n\nNäringsliv")
    steps = len(tab.services.workspace.steps())
    asked.confirm()
    assert [seat.label for seat in seats(tab)][3:] == ["Akademi", "Näringsliv"]
    assert len(tab.services.workspace.steps()) == steps + 1


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_the_picture_is_saved(
    tab: OrganisationTab, tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch, notices: HeardNotices
) -> None:
    target = tmp_path / f"organisation.{ending}"
    monkeypatch.setattr(FileQuestions, "save_path", staticmethod(lambda *_question: target))
    tab.export_button.click()
    assert notices.said[-1] == f"Sparad som organisation.{ending}."
    if ending == "png":
        image = QImage(str(target))
        assert "Handledare: vakant" in image.text("Description")
        assert image.width() > 500
    elif ending == "svg":
        assert "Handledare: vakant" in target.read_text("utf-8")
    else:
        text = "".join(page.extract_text() for page in PdfReader(target).pages)
        for words in ("Styrgruppen", "Handledare", "vakant", "Arbetsgrupp ett"):
            assert words in text
