"""The timeline as a picture file, in the looks of paper."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.reads.programme.timeline import Timeline
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import drawing_paint
from smartstad_desktop.ui.kit.forms import ask_save_path
from smartstad_desktop.ui.kit.notices import Notices, Offer, Tone
from smartstad_desktop.ui.kit.outside import show_outside
from smartstad_desktop.usecases.programme.timeline_drawing import timeline_drawing

#: A picture for a slide is wider than a page; its text is as large.
_WIDTH: Final = 900.0
_KINDS: Final = "PNG (*.png);;SVG (*.svg)"


def ask(found: Timeline, today: date, notices: Notices, window: QWidget) -> None:
    """Ask for a file name and write the timeline there."""
    title = _("Timeline")

    def write(path: Path) -> None:
        try:
            drawing_paint.save(timeline_drawing(found, current(), today, _WIDTH), title, path)
        except DomainError as error:
            notices.trouble(error)
            return
        offer = Offer(_("Show the file"), lambda: show_outside(path))
        notices.say(_("The timeline is saved as {name}.", name=path.name), tone=Tone.GOOD, offer=offer)

    ask_save_path(window, _("Save the timeline as a picture"), _KINDS, write, suggestion=f"{title}.png")
