"""The timeline as a figure: every name, light and day is in the drawing and in its words; late is said."""

from __future__ import annotations

from datetime import date

from smartstad_desktop.domain.programme.work import EntryKind, Light
from smartstad_desktop.domain.values import Language
from smartstad_desktop.exchange.documents.drawing import Box, Diamond, Drawing, Words
from smartstad_desktop.text.phrases import phrasebook
from smartstad_desktop.usecases.programme.entries import AddEntry
from smartstad_desktop.usecases.programme.parts import AddPart
from smartstad_desktop.usecases.programme.timeline_drawing import WIDTH, timeline_figure
from smartstad_desktop.usecases.workspace import Workspace

TODAY = date(2027, 5, 15)


def figure(workspace: Workspace, language: Language = Language.SV) -> Drawing:
    found = workspace.read(timeline_figure, phrasebook(language), TODAY)
    assert found is not None
    return found


def test_an_empty_timeline_is_no_figure(workspace: Workspace) -> None:
    assert workspace.read(timeline_figure, phrasebook("sv"), TODAY) is None


def test_everything_on_the_timeline_is_drawn_and_told(workspace: Workspace) -> None:
    days = {"starts_on": date(2027, 1, 1), "ends_on": date(2027, 12, 31)}
    light = {"light": Light.YELLOW, "light_reason": "Två svar saknas."}
    part = workspace.run(AddPart(fields={"name_sv": "Behov", "name_nb": "Behov her", **days, **light})).value
    for fields in (
        {"name": "Intervjuer", "part_id": part, "starts_on": date(2027, 2, 1), "ends_on": date(2027, 4, 30)},
        {"name": "Beslut", "part_id": part, "kind": EntryKind.MILESTONE, "ends_on": date(2027, 9, 1)},
        {"name": "Mässa som ingen har sagt när den är", "kind": EntryKind.EVENT},
    ):
        workspace.run(AddEntry(fields=fields))
    drawn = figure(workspace)
    words = {shape.text for shape in drawn.shapes if isinstance(shape, Words)}
    assert {"1. Behov", "! Avvikelse, hanterbar", "Intervjuer", "Beslut", "Utan del", "I dag", "2027"} <= words
    assert "1\xa0feb – 30\xa0april 2027, försenad" in words
    assert drawn.alternative.splitlines() == [
        "1. Behov, 1\xa0jan – 31\xa0dec 2027, Planerad, Avvikelse, hanterbar, Två svar saknas.",
        "Aktivitet, Intervjuer, 1\xa0feb – 30\xa0april 2027, Planerad, försenad.",
        "Milstolpe, Beslut, 1\xa0sep 2027, Planerad.",
        "Händelse, Mässa som ingen har sagt när den är, inga datum än, Planerad.",
    ]
    assert "1. Behov her" in figure(workspace, Language.NB).alternative


def test_nothing_is_drawn_outside_the_sheet(workspace: Workspace) -> None:
    for number in range(1, 13):
        day = date(2027, number, 28)
        workspace.run(AddEntry(fields={"name": f"Milstolpe {number}", "kind": "milestone", "ends_on": day}))
    drawn = figure(workspace)
    assert drawn.width == WIDTH
    for shape in drawn.shapes:
        if isinstance(shape, Box):
            assert shape.x >= 0
            assert shape.x + shape.width <= drawn.width + 1
            assert shape.y + shape.height <= drawn.height
        if isinstance(shape, Diamond):
            assert shape.x + shape.half <= drawn.width + 4
