"""The version, the licences of what is inside, and the list of keyboard shortcuts."""

from __future__ import annotations

from importlib import metadata

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from smartstad_desktop import places
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.theme import Role


def version() -> str:
    """Return the version that is installed."""
    try:
        return metadata.version("smartstad")
    except metadata.PackageNotFoundError:
        return "0.1.0"


def licences() -> str:
    """Return the licence texts of everything that ships with the program, one after the other."""
    folder = places.resources()
    files = [*sorted(folder.glob("*/LICENSE*")), *sorted((folder / "licences").glob("*.txt"))]
    return ("\n\n" + "—" * 30 + "\n\n").join(
        f"{file.stem.removeprefix('LICENSE-')}\n\n{file.read_text('utf-8', 'replace').strip()}" for file in files
    )


class About(Dialog):
    """What this is, whose it is, and what it is built from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("SMARTstad", _("Close"), parent)
        self.cancel_button.hide()
        self.body.addWidget(Label(_("Version {version}", version=version()), Type.BODY, role=Role.INK_SOFT))
        told = _(
            "A tool for smart-city programmes that several municipalities run together. "
            "It works without a network and sends nothing anywhere."
        )
        self.body.addWidget(Label(told, wraps=True))
        self.body.addWidget(Label(_("Licences"), Type.STRONG, Weight.SEMIBOLD))
        shown = QPlainTextEdit(licences())
        shown.setReadOnly(True)
        shown.setAccessibleName(_("Licences"))
        shown.setMinimumHeight(theme.current().space(280))
        self.body.addWidget(shown)
        self.setMinimumWidth(theme.current().space(620))
