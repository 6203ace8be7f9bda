"""The whole inventory as a file: asked for, made beside the window, and offered to be shown."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain.progress import Progress
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.ui.kit.forms import ask_save_path
from smartstad_desktop.ui.kit.notices import Offer, Tone
from smartstad_desktop.ui.kit.outside import show_outside
from smartstad_desktop.ui.kit.services import Services


class InventoryExport:
    """Writes the inventory in the format that the chosen name ends with."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        self._services = services
        self._parent = parent

    def ask(self) -> None:
        """Ask where to and in which format, then write."""
        ask_save_path(
            self._parent,
            _("Export the inventory"),
            ";;".join(
                (
                    _("Projects, needs, services and examples as an Excel workbook (*.xlsx)"),
                    _("The projects as separated values (*.csv)"),
                    _("Projects, needs, services and examples as JSON (*.json)"),
                )
            ),
            self._write,
            suggestion=_("Inventory.xlsx"),
        )

    def _write(self, path: Path) -> None:
        image = self._services.workspace.private_copy()
        language = current().language

        def work(_progress: Progress) -> int:
            from smartstad_desktop.exchange.outgoing.inventory_files import write_inventory  # noqa: PLC0415  brings openpyxl
            from smartstad_desktop.usecases.lists.exporting_inventory import prepare_inventory  # noqa: PLC0415  see above
            from smartstad_desktop.usecases.mapped import open_copy  # noqa: PLC0415  brings SQLAlchemy

            with open_copy(image) as connection:
                whole = prepare_inventory(connection, language)
            write_inventory(path, whole)
            return len(whole.filled.rows)

        self._services.jobs.start(
            _("Writing the inventory"), work, lambda count: self._done(path, count), self._services.notices.trouble
        )

    def _done(self, path: Path, count: int) -> None:
        offer = Offer(_("Open folder"), lambda: show_outside(path.parent))
        told = ngettext(
            "{name} is written with {count} project.", "{name} is written with {count} projects.", count, name=path.name
        )
        self._services.notices.say(f"{told} {left_out(path)}".strip(), tone=Tone.GOOD, offer=offer)


def left_out(path: Path) -> str:
    """Return what a file of this format has no room for, or nothing."""
    from smartstad_desktop.exchange.outgoing.inventory_files import format_of  # noqa: PLC0415  brings openpyxl

    return _("Needs, services and examples go along in a workbook or as JSON.") if format_of(path).is_table else ""
