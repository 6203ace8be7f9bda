"""The parts that pages are built from: chips, fields, dialogs, jobs, marks, notices, pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from smartstad_desktop import places
from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.domain.errors import AmountNegative, ReadOnly, TitleMissing
from smartstad_desktop.domain.values import Kronor
from smartstad_desktop.ui.kit import forms, icons
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind, icon_button
from smartstad_desktop.ui.kit.chips import ChipFace, ChipRow
from smartstad_desktop.ui.kit.fields import CheckField, ChoiceField, LongTextField, TextField, show_errors
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.marks import Mark, MarkLabel
from smartstad_desktop.ui.kit.notices import Offer, Tone
from smartstad_desktop.ui.kit.page import Page
from smartstad_desktop.ui.kit.parts import Label, PageHeader
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.shell.notices import ToastNotices
from smartstad_desktop.ui.shell.search_match import fit
from smartstad_desktop.usecases.inventory.inventory import AddProject
from tests.ui.conftest import HeardNotices

# Text


def test_text_is_shown_and_never_interpreted(qtbot: QtBot) -> None:
    label = Label("<h1>Stor</h1>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.sizeHint().height() < 40


def test_a_header_shows_its_second_line_only_when_there_is_one(qtbot: QtBot) -> None:
    header = PageHeader("Inventarium")
    qtbot.addWidget(header)
    assert header.subtitle.isHidden()
    header.set_title("Inventarium", "214 projekt")
    assert not header.subtitle.isHidden()


# Buttons and icons


def test_a_button_has_room_for_its_words(qtbot: QtBot) -> None:
    short, long = Button("Ja"), Button("Importera 41 rader", ButtonKind.PRIMARY, "check")
    for button in (short, long):
        qtbot.addWidget(button)
    assert long.sizeHint().width() > short.sizeHint().width() + 60
    assert min(short.sizeHint().width(), short.sizeHint().height()) >= 24


def test_a_button_that_shows_only_an_icon_has_a_name(qtbot: QtBot) -> None:
    button = icon_button("x", "Stäng")
    qtbot.addWidget(button)
    assert button.accessibleName() == button.toolTip() == "Stäng"


def test_every_icon_can_be_drawn_in_the_colour_of_a_role(qtbot: QtBot) -> None:
    for file in (places.resources() / "icons").glob("*.svg"):
        drawn = icons.pixmap(file.stem, Role.BAD, 24, 1.0).toImage()
        assert any(drawn.pixelColor(x, y).alpha() for x in range(24) for y in range(24)), file.name


# Chips


def faces(ongoing: int = 96) -> list[ChipFace]:
    return [ChipFace("ongoing", "Pågår", ongoing), ChipFace("planned", "Planeras", 71)]


def test_chips_are_switched_by_mouse_and_keyboard_and_keep_their_state(qtbot: QtBot) -> None:
    row = ChipRow("Läge")
    qtbot.addWidget(row)
    row.show_faces(faces())
    heard: list[frozenset[object]] = []
    row.picked.connect(heard.append)
    qtbot.mouseClick(row.chip("ongoing"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(row.chip("planned"), Qt.Key.Key_Return)
    assert heard == [frozenset({"ongoing"}), frozenset({"ongoing", "planned"})]
    row.show_faces(faces(97))
    assert row.chip("ongoing").accessibleName() == "Pågår 97"
    row.show_faces([*faces(), ChipFace("new", "Nytt", 1)])
    assert row.keys() == {"ongoing", "planned"}


def test_of_single_chips_only_one_is_on(qtbot: QtBot) -> None:
    row = ChipRow("Läge", single=True)
    qtbot.addWidget(row)
    row.show_faces(faces())
    row.chip("ongoing").click()
    row.chip("planned").click()
    assert row.keys() == {"planned"}


def test_chips_go_on_in_the_next_line(qtbot: QtBot) -> None:
    row = ChipRow("Område")
    qtbot.addWidget(row)
    row.show_faces([ChipFace(number, f"Område {number}") for number in range(12)])
    assert row.heightForWidth(300) > 3 * row.heightForWidth(3000)


# Fields and dialogs


def test_fields_give_back_what_they_were_given(qtbot: QtBot) -> None:
    choices = [(1, "Ja"), (2, "Nej")]
    for field, value in (
        (TextField("title", "Namn"), "Digital tvilling"),
        (LongTextField("what", "Vad"), "Rad 1\nRad 2"),
        (ChoiceField("use", "Användning", choices), 2),
        (CheckField("secret", "Sekretess"), True),
    ):
        qtbot.addWidget(field)
        field.set_value(value)
        assert field.value() == value
        assert field.editor.accessibleName()


def test_a_finished_change_is_told_once(qtbot: QtBot) -> None:
    field = TextField("title", "Namn")
    qtbot.addWidget(field)
    field.set_value("A")
    heard: list[str] = []
    field.edited.connect(heard.append)
    field.line.setText("AB")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert heard == ["AB"]


def test_errors_stand_at_the_field_they_are_about(qtbot: QtBot) -> None:
    title, budget = TextField("title", "Namn", hint="Kort"), TextField("budget_total", "Budget")
    for field in (title, budget):
        qtbot.addWidget(field)
    assert show_errors([title, budget], [AmountNegative(field="budget_total")])
    assert budget.error == "Beloppet är under noll. Skriv det utan minustecken."
    assert title.error == ""
    assert not show_errors([title, budget], [ReadOnly()])
    assert budget.error == ""


def test_a_dialog_closes_only_with_values_that_nothing_speaks_against(qtbot: QtBot) -> None:
    dialog = Dialog("Nytt projekt", "Lägg till")
    qtbot.addWidget(dialog)
    title = TextField("title", "Namn")
    dialog.add(title)

    def check(values: dict[str, object]) -> None:
        if not values["title"]:
            raise TitleMissing(field="title")

    dialog.check_with(check)
    heard: list[dict[str, object]] = []
    dialog.confirmed.connect(heard.append)
    dialog.open()
    dialog.confirm_button.click()
    assert dialog.isVisible()
    assert title.error
    title.set_value("Namn")
    dialog.confirm_button.click()
    assert not dialog.isVisible()
    assert heard == [{"title": "Namn"}]


def test_a_dialog_begins_in_its_first_field_and_ends_with_its_buttons(qtbot: QtBot) -> None:
    dialog = Dialog("Nytt projekt", "Lägg till")
    name, place = TextField("title", "Namn"), TextField("place", "Plats")
    dialog.add(name, place)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    order: list[QWidget] = []
    for _step in range(5):
        order.append(dialog.focusWidget())
        qtbot.keyClick(order[-1], Qt.Key.Key_Tab)
    assert order == [name.editor, place.editor, dialog.cancel_button, dialog.confirm_button, name.editor]


def test_an_error_without_a_field_stands_above_the_buttons(qtbot: QtBot) -> None:
    dialog = Dialog("Titel", "Gör")
    qtbot.addWidget(dialog)
    dialog.refuse(ReadOnly())
    assert not dialog.trouble.isHidden()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == Dialog.DialogCode.Rejected


def test_questions_for_files_call_back_only_with_an_answer(answers: Callable[..., None], tmp_path: Path) -> None:
    heard: list[object] = []
    answers()
    forms.ask_open_paths(None, "Öppna", "Excel (*.xlsx)", heard.append)
    forms.ask_save_path(None, "Spara", "PDF (*.pdf)", heard.append)
    assert heard == []
    answers(opened=(tmp_path,), saved=tmp_path / "plan.pdf")
    forms.ask_open_paths(None, "Öppna", "Excel (*.xlsx)", heard.append)
    forms.ask_save_path(None, "Spara", "PDF (*.pdf)", heard.append)
    assert heard == [(tmp_path,), tmp_path / "plan.pdf"]


# Marks


def test_marks_take_the_room_of_their_letters_and_have_names(qtbot: QtBot) -> None:
    colour = "#" + "0B5C69"
    one, two = MarkLabel(Mark("HB", colour, "Helsingborg")), MarkLabel(Mark("HB", colour), Mark("ÄN", colour))
    for label in (one, two):
        qtbot.addWidget(label)
    assert two.sizeHint().width() > 1.9 * one.sizeHint().width()
    assert one.accessibleName() == "Helsingborg"
    assert one.grab().toImage().pixelColor(3, 11).name().upper() == colour


# Pages


class CountingPage(Page):
    """A page that counts how often it has read."""

    interests: ClassVar[frozenset[Kind]] = frozenset({Kind.PROJECT})

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.reads = 0

    @override
    def refresh(self) -> None:
        self.reads += 1


def a_project(title: str = "Digital tvilling") -> AddProject:
    return AddProject(fields={"title": title, "municipality_id": 1, "budget_total": Kronor(1000)})


def test_a_page_reads_when_shown_and_when_its_interests_change(services: Services, qtbot: QtBot) -> None:
    page = CountingPage(services)
    qtbot.addWidget(page)
    page.perform(a_project())
    assert page.reads == 0
    page.show()
    assert page.reads == 1
    page.requested.emit(a_project("Två"))
    assert page.reads == 2
    page.hide()
    services.workspace.undo()
    services.workspace.undo()
    assert page.reads == 2
    page.show()
    assert page.reads == 3


def test_a_page_tells_trouble_and_announces_steps(services: Services, notices: HeardNotices, qtbot: QtBot) -> None:
    page = CountingPage(services)
    qtbot.addWidget(page)
    assert page.perform(a_project("")) is None
    assert notices.said == ["Ge projektet ett namn."]
    outcome = page.perform(a_project(), offer_undo=True)
    assert outcome is not None
    assert notices.said[-1] == "Lägg till ”Digital tvilling”"
    assert notices.tones[-1] is Tone.GOOD


# Notices


def test_a_message_offers_one_way_and_goes(qtbot: QtBot) -> None:
    window = QWidget()
    window.resize(900, 600)
    qtbot.addWidget(window)
    undone: list[bool] = []
    made = ToastNotices(window, lambda: undone.append(True))
    window.show()
    made.done("Flytta 2 projekt till Nu")
    assert made.toast.isVisible()
    assert made.toast.geometry().bottom() < 600
    made.toast.button.click()
    assert undone == [True]
    assert not made.toast.isVisible()
    made.say("<b>" + "Ett långt besked " * 20, tone=Tone.BAD, offer=Offer("Visa", lambda: None))
    assert made.toast.width() <= 860
    assert window.findChild(QPushButton) is made.toast.button


def test_a_message_makes_way_for_a_line_somebody_may_write_in_next(qtbot: QtBot) -> None:
    window = QWidget()
    window.resize(900, 600)
    qtbot.addWidget(window)
    line = QLineEdit(window)
    line.setGeometry(300, 480, 400, 40)
    made = ToastNotices(window, lambda: None)
    window.show()
    made.done("Gav 3 till målet")
    assert made.toast.geometry().bottom() < line.geometry().top()
    line.hide()
    made.done("Gav 3 till målet")
    assert made.toast.geometry().bottom() > 480


def test_the_wheel_scrolls_past_a_choice(qtbot: QtBot) -> None:
    field = ChoiceField("town", "Kommun", [(1, "Bjuv"), (2, "Båstad")])
    qtbot.addWidget(field)
    field.set_value(1)
    field.show()
    turned = QWheelEvent(
        QPointF(4, 4),
        QPointF(4, 4),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field.box, turned)

    assert field.value() == 1
    assert not turned.isAccepted()


def test_a_choice_says_that_nothing_is_chosen_yet(qtbot: QtBot) -> None:
    field = ChoiceField("town", "Kommun", [(1, "Bjuv")])
    qtbot.addWidget(field)
    field.set_value(None)
    assert field.value() is None
    assert field.box.placeholderText() == "Välj…"


# Search


@pytest.mark.parametrize(
    ("query", "better", "worse"),
    [
        ("vatten", "Vattenmätare", "Grundvatten i realtid"),
        ("angelholm", "Ängelholms energiplan", "Trafik i angränsande län"),
        ("ö", "Öppna data", "Drönare"),
        ("inst", "Inställningar", "Minst två"),
    ],
)
def test_what_fits_better_comes_first(query: str, better: str, worse: str) -> None:
    assert fit(query, better) > fit(query, worse)


def test_letters_strewn_about_are_no_find() -> None:
    assert fit("xyz", "Digital tvilling") == 0
    assert fit("aeo", "Datadriven energiuppföljning i skolor") == 0
    assert fit("dt", "Digital tvilling") > 0


def test_the_tools_of_a_header_move_beneath_its_name_in_little_room(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(1200, 400)
    header = PageHeader("Inventarium", "En rad som säger vad sidan är till för och bryts när den blir för lång", page)
    buttons = [Button("Lägg till projekt"), Button("Importera Excel")]
    for button in buttons:
        header.tools.addWidget(button)
    header.resize(1000, 80)
    page.show()
    assert buttons[0].y() < header.title.geometry().bottom()

    header.resize(header.width_in_one_row() - 1, 160)
    qtbot.waitUntil(lambda: buttons[0].y() > header.title.geometry().bottom())
    assert [button.width() for button in buttons] == [button.sizeHint().width() for button in buttons]
    assert buttons[-1].geometry().right() <= header.width()

    header.resize(1000, 160)
    qtbot.waitUntil(lambda: buttons[0].x() > header.title.geometry().right())


def test_several_names_with_swedish_letters_typed_into_the_file_dialog_all_arrive(tmp_path: Path, qtbot: QtBot) -> None:
    names = ["Ängelholm.xlsx", "Åstorp och Örkelljunga.xlsx"]
    for name in names:
        (tmp_path / name).touch()
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    chosen: list[tuple[Path, ...]] = []
    forms.ask_open_paths(window, "Välj listor", "Excel (*.xlsx)", chosen.append)
    question = window.findChild(QFileDialog)
    assert question is not None
    question.setDirectory(str(tmp_path))
    field = question.findChild(QLineEdit, "fileNameEdit")
    assert field is not None
    field.setText(" ".join(f'"{name}"' for name in names))
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: chosen == [tuple(tmp_path / name for name in names)])
