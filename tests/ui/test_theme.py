"""Every look has every role, and every text can be read on what it stands on."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.theme import Role, ThemeName, contrast

TEXT_ON = [
    *((text, ground) for text in (Role.INK, Role.INK_SOFT, Role.INK_FAINT) for ground in (Role.GROUND, Role.PAPER)),
    *((Role.INK, ground) for ground in (Role.PRIMARY_TINT, Role.COLUMN, Role.COLUMN_OVER, Role.HOVER)),
    *((Role.INK_SOFT, ground) for ground in (Role.PRIMARY_TINT, Role.COLUMN, Role.COLUMN_OVER, Role.HOVER)),
    (Role.PRIMARY, Role.PAPER),
    (Role.PRIMARY, Role.GROUND),
    (Role.PRIMARY_DEEP, Role.PRIMARY_TINT),
    (Role.ON_PRIMARY, Role.PRIMARY),
    (Role.RAIL_TEXT, Role.RAIL),
    (Role.RAIL_TEXT, Role.RAIL_ON),
    (Role.RAIL_FAINT, Role.RAIL),
    (Role.RAIL_MARK, Role.RAIL),
    (Role.ON_RAIL_MARK, Role.RAIL_MARK),
    *(
        (text, ground)
        for text, tint in (
            (Role.ATTENTION, Role.ATTENTION_TINT),
            (Role.GOOD, Role.GOOD_TINT),
            (Role.BAD, Role.BAD_TINT),
            (Role.MAYBE, Role.MAYBE_TINT),
        )
        for ground in (tint, Role.PAPER, Role.GROUND)
    ),
    *((Role.INK, tint) for tint in (Role.ATTENTION_TINT, Role.GOOD_TINT, Role.BAD_TINT, Role.MAYBE_TINT)),
]


@pytest.mark.parametrize("name", ThemeName)
def test_every_text_can_be_read(name: ThemeName) -> None:
    look = theme.load(name)
    measured = {(text, ground): contrast(look.colour(text), look.colour(ground)) for text, ground in TEXT_ON}
    assert {pair: value for pair, value in measured.items() if value < 4.5} == {}


@pytest.mark.parametrize("name", ThemeName)
def test_focus_and_controls_stand_out(name: ThemeName) -> None:
    look = theme.load(name)
    for role in (Role.FOCUS, Role.LINE_CONTROL, Role.PRIMARY):
        assert contrast(look.colour(role), look.colour(Role.PAPER)) >= 3


@pytest.mark.parametrize("name", ThemeName)
def test_a_look_can_be_switched_while_running(name: ThemeName, qtbot: QtBot) -> None:
    made = theme.use(name, scale=1.3)
    try:
        assert theme.current() is made
        assert "$" not in theme.style_sheet(made)
        palette = theme.palette(made)
        assert contrast(palette.windowText().color(), palette.window().color()) >= 4.5
        assert contrast(palette.placeholderText().color(), palette.base().color()) >= 4.5
    finally:
        theme.use(ThemeName.LIGHT)


def test_contrast_is_what_wcag_says() -> None:
    look = theme.load(ThemeName.HIGH_CONTRAST)
    assert contrast(look.colour(Role.INK), look.colour(Role.GROUND)) == pytest.approx(21)
