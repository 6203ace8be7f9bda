"""Language, look and size of text; each choice is seen at once."""

from __future__ import annotations

from collections.abc import Hashable
from functools import partial
from typing import Final, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain.values import Language
from smartstad_desktop.text.phrases import N_, _
from smartstad_desktop.text.phrases import current as phrases
from smartstad_desktop.ui.kit.chips import ChipFace, ChipRow
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.preferences import Preferences
from smartstad_desktop.ui.kit.theme import TEXT_SIZES, Role, ThemeName

#: A language is always called by its own name, so that everybody finds home.
LANGUAGES: Final = {Language.SV: "Svenska", Language.NB: "Norsk bokmål", Language.EN: "English"}
THEMES: Final = {
    ThemeName.LIGHT: (N_("Light"), "sun"),
    ThemeName.DARK: (N_("Dark"), "moon"),
    ThemeName.HIGH_CONTRAST: (N_("High contrast"), "contrast"),
}


class SettingsDialog(Dialog):
    """The choices that belong to the user. ``changed`` tells that the window must be made anew."""

    changed = Signal()

    def __init__(self, settings: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(_("Settings"), _("Close"), parent)
        self._settings = settings
        self.cancel_button.hide()
        self.language = self._row(
            _("Language"), [ChipFace(key, name) for key, name in LANGUAGES.items()], settings.language
        )
        self.theme = self._row(
            _("Look"),
            [ChipFace(key, phrases().text(text), icon=icon) for key, (text, icon) in THEMES.items()],
            settings.theme,
        )
        self.text_size = self._row(
            _("Size of text"), [ChipFace(size, phrases().percent(size)) for size in TEXT_SIZES], settings.text_size
        )
        told = _("The choices are kept on this computer and do not change the file.")
        self.body.addWidget(Label(told, Type.CAPTION, role=Role.INK_FAINT, wraps=True))

    def _row(self, name: str, faces: list[ChipFace], chosen: Hashable) -> ChipRow:
        self.body.addWidget(Label(name, Type.CAPTION, Weight.SEMIBOLD, Role.INK_SOFT))
        row = ChipRow(name, single=True)
        row.show_faces(faces)
        row.set_keys(frozenset({chosen}))
        row.picked.connect(partial(self._choose, row))
        self.body.addWidget(row)
        return row

    def _choose(self, row: ChipRow, keys: frozenset[Hashable]) -> None:
        settings = self._settings
        if not keys:
            # One of each is always chosen: a second press on it changes nothing.
            present = {self.language: settings.language, self.theme: settings.theme, self.text_size: settings.text_size}
            row.set_keys(frozenset({present[row]}))
            return
        (chosen,) = keys
        if row is self.language:
            settings.language = cast("Language", chosen)
        elif row is self.theme:
            settings.theme = cast("ThemeName", chosen)
        else:
            settings.text_size = cast("float", chosen)
        settings.save()
        self.changed.emit()
