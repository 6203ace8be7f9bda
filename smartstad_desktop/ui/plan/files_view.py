"""Files that belong to the version, kept untouched: the signed PDF, minutes, and what else."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from smartstad_desktop.domain.files import FileMissing, FileUnwritable
from smartstad_desktop.domain.plan.parts import PlanFileKind
from smartstad_desktop.domain.plan.plan import PlanStatus, short_print
from smartstad_desktop.reads.plan.decision import DecisionSheet, PlanFileRow
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.fields import ChoiceField, TextField
from smartstad_desktop.ui.kit.forms import Dialog, ask_open_paths, ask_save_path
from smartstad_desktop.ui.kit.frames import offer
from smartstad_desktop.ui.kit.outside import Copies
from smartstad_desktop.ui.kit.parts import EmptyState, Panel
from smartstad_desktop.ui.kit.records_table import RecordsTable
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel
from smartstad_desktop.ui.plan.plan_tab import PlanTab
from smartstad_desktop.usecases.plan.files import AttachPlanFile, RemovePlanFile, file_content

_WIDTHS: Final = (220, 130, 190, 170, 90)
_MEGA: Final = 1_000_000


class FilesView(QWidget):
    """A table of files, and what can be done with the chosen one."""

    def __init__(self, tab: PlanTab, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tab = tab
        self._sheet: DecisionSheet | None = None
        self.lines: RowsModel[PlanFileRow] = RowsModel(_columns(), key=lambda row: row.id, accessible=_spoken)
        self.table = RecordsTable(self.lines, _("Files of the version"), _WIDTHS)
        self.lines.setParent(self.table)
        self.signed = Button(_("Attach the signed plan…"), ButtonKind.PRIMARY, "pen-line")
        self.attach = Button(_("Attach a file…"), icon="paperclip")
        self.open = Button(_("Open"), icon="external-link")
        self.save = Button(_("Save a copy…"), icon="download")
        self.remove = Button(_("Take away"), ButtonKind.QUIET, "trash-2")
        self.empty = EmptyState(
            "paperclip",
            _("No files yet"),
            _("Attach the signed PDF or the minutes. They are kept byte for byte, with a fingerprint of their own."),
        )
        self.begin_signed = offer(self.empty, _("Attach the signed plan…"), self.attach_signed)
        self.begin = Button(_("Attach a file…"), icon="paperclip")
        self.begin.clicked.connect(self.ask)
        self.empty.tools.addWidget(self.begin)
        paper = Panel()
        paper.column.setContentsMargins(1, 8, 1, 4)
        tools = QHBoxLayout()
        space = theme.current().space
        tools.setContentsMargins(space(10), 0, space(10), 0)
        for button in (self.signed, self.attach, self.open, self.save, self.remove):
            tools.addWidget(button)
        tools.addStretch(1)
        paper.column.addLayout(tools)
        paper.column.addWidget(self.table, 1)
        self._places = QStackedWidget()
        self._places.addWidget(paper)
        self._places.addWidget(self.empty)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._places)
        self.signed.clicked.connect(self.attach_signed)
        self.attach.clicked.connect(self.ask)
        self.open.clicked.connect(self.open_chosen)
        self.table.opened.connect(self.open_chosen)
        self.save.clicked.connect(self.save_chosen)
        self.remove.clicked.connect(self.remove_chosen)
        self.table.deleting.connect(self.remove_chosen)
        self.table.chosen.connect(self._show_tools)

    def show_sheet(self, sheet: DecisionSheet) -> None:
        """Show the files."""
        self._sheet = sheet
        self._places.setCurrentIndex(0 if sheet.files else 1)
        self.lines.show(sheet.files)
        self.table.choose_first()
        self._show_tools()

    def _show_tools(self) -> None:
        can_change = not self._tab.services.workspace.is_read_only
        has_one = self._chosen() is not None
        is_frozen = self._sheet is not None and self._sheet.plan.status is not PlanStatus.DRAFT
        for button in (self.attach, self.begin):
            button.setVisible(can_change)
        for button in (self.signed, self.begin_signed):
            button.setVisible(can_change and is_frozen)
        for button in (self.open, self.save):
            button.setEnabled(has_one)
        self.remove.setVisible(can_change)
        self.remove.setEnabled(has_one)

    def _chosen(self) -> PlanFileRow | None:
        rows: list[PlanFileRow] = self.table.chosen_rows()
        return rows[0] if len(rows) == 1 else None

    # Acting

    def ask(self) -> None:
        """Ask for a file, then what it is."""
        ask_open_paths(self, _("Attach a file"), _("All files (*)"), self._take, several=False)

    def _take(self, paths: tuple[Path, ...]) -> None:
        self.ask_kind(paths[0])

    def ask_kind(self, path: Path) -> Dialog:
        """Ask what the file is, and keep it."""
        dialog = Dialog(_("Attach “{name}”", name=path.name), _("Attach file"), self)
        kinds = (PlanFileKind.MINUTES, PlanFileKind.OTHER)
        dialog.add(
            ChoiceField("kind", _("What it is"), [(each, label(each)) for each in kinds]),
            TextField("comment", _("Comment")),
        )
        dialog.fields["kind"].set_value(PlanFileKind.MINUTES)
        dialog.check_with(lambda values: self._keep(path, PlanFileKind(values["kind"]), values["comment"]))
        dialog.open()
        return dialog

    def _keep(self, path: Path, kind: PlanFileKind, comment: str) -> None:
        if self._sheet is None:
            return
        try:
            content = path.read_bytes()
        except OSError as error:
            raise FileMissing(path=str(path)) from error
        plan = self._sheet.plan.id
        self._tab.run(
            AttachPlanFile(plan=plan, kind=kind, name=path.name, content=content, comment=comment), offer_undo=True
        )

    def attach_signed(self) -> None:
        """Ask for the plan that was signed elsewhere; it is checked before it is kept."""
        from smartstad_desktop.ui.plan.signing import ask_and_attach  # noqa: PLC0415  only when something is signed

        if self._sheet is not None:
            ask_and_attach(self, self._tab.services, self._sheet.plan.id)

    def open_chosen(self) -> None:
        """Open a copy of the chosen file with the program of its kind."""
        row = self._chosen()
        if row is not None:
            name, content = self._tab.services.workspace.read(file_content, row.id)
            Copies.show(name, content)

    def save_chosen(self) -> None:
        """Ask where a copy goes."""
        row = self._chosen()
        if row is None:
            return

        def write(path: Path) -> None:
            _name, content = self._tab.services.workspace.read(file_content, row.id)
            try:
                path.write_bytes(content)
            except OSError:
                self._tab.services.notices.trouble(FileUnwritable(path=str(path.parent)))

        ask_save_path(self, _("Save a copy"), _("All files (*)"), write, suggestion=row.name)

    def remove_chosen(self) -> None:
        """Take the chosen file away."""
        row = self._chosen()
        if row is not None and not self._tab.services.workspace.is_read_only:
            self._tab.perform(RemovePlanFile(file=row.id), offer_undo=True)


def _columns() -> list[Column[PlanFileRow]]:
    return [
        Column(_("File"), lambda row: row.name),
        Column(_("What it is"), lambda row: label(row.kind)),
        Column(_("Signed by"), _signers),
        Column(_("Fingerprint"), lambda row: short_print(row.sha256)),
        Column(_("Size"), lambda row: _size(row.size), is_number=True),
    ]


def _signers(row: PlanFileRow) -> str:
    """Return who has signed a file, as far as it was read."""
    found = [str(each.get("signer") or each.get("field", "")) for each in row.told.get("signatures", ())]
    return ", ".join(found) or row.comment or "–"


def _spoken(row: PlanFileRow) -> str:
    return ", ".join((row.name, label(row.kind), _signers(row)))


def _size(count: int) -> str:
    """Return a size as people know it, at least one kilobyte."""
    if count >= _MEGA:
        return _("{size} MB", size=current().number(count / _MEGA, 1))
    return _("{size} kB", size=current().number(max(1, round(count / 1000))))
