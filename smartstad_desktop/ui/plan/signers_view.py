"""Who signs: the rows of the signature page, three ways to sign, and names drawn by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from smartstad_desktop.domain.plan.parts import SigningManner
from smartstad_desktop.domain.plan.plan import PlanStatus
from smartstad_desktop.reads.plan.decision import DecisionSheet, SignerRow
from smartstad_desktop.reads.plan.likely_signers import default_signers
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.chips import ChipFace, ChipRow
from smartstad_desktop.ui.kit.frames import offer
from smartstad_desktop.ui.kit.parts import EmptyState, Label, Panel, Type, Weight
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.plan.drawn_name import DrawDialog
from smartstad_desktop.ui.plan.ordered_list import OrderedList, OrderedPanel
from smartstad_desktop.ui.plan.plan_tab import PlanTab
from smartstad_desktop.ui.plan.row_delegate import RowFace
from smartstad_desktop.ui.plan.signer_form import SignerForm
from smartstad_desktop.usecases.plan.decisions import SetSigning
from smartstad_desktop.usecases.plan.signers import AddSigner, EditSigner, MoveSigners, RemoveSigners, SetSigners


class SignersView(QWidget):
    """The rows at the left; at the right how it is signed, and the chosen row."""

    def __init__(self, tab: PlanTab, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tab = tab
        self._sheet: DecisionSheet | None = None
        self.list = OrderedPanel(OrderedList(_("Rows of the signature page"), _face), _("New row"), tab)
        self.form = SignerForm(self._write)
        self.ways = ChipRow(_("How the version is signed"), single=True)
        self.ways.show_faces([ChipFace(each, label(each)) for each in SigningManner])
        self.told = Label("", Type.CAPTION, role=Role.INK_SOFT, wraps=True)
        self.sign = Button(_("Sign here…"), ButtonKind.PRIMARY, "pen-line")
        self.prepare = Button(_("Save the PDF to sign…"), ButtonKind.PRIMARY, "file-down")
        self.empty = EmptyState(
            "users", _("Nobody signs yet"), _("The usual rows: the chair, the project manager and each municipality.")
        )
        self.usual = offer(self.empty, _("Add the usual rows"), self.add_usual)
        self._places = QStackedWidget()
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        space = theme.current().space
        way, paper = Panel(), Panel()
        way.column.addWidget(Label(_("How the version is signed"), Type.STRONG, Weight.SEMIBOLD))
        for widget in (self.ways, self.told):
            way.column.addWidget(widget)
        for button in (self.sign, self.prepare):
            way.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        paper.column.setContentsMargins(1, 4, 1, 4)
        paper.column.addWidget(self.form)
        self._places.addWidget(paper)
        self._places.addWidget(self.empty)
        right = QVBoxLayout()
        right.setSpacing(space(14))
        right.addWidget(way)
        right.addWidget(self._places, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(14))
        row.addWidget(self.list, 3)
        row.addLayout(right, 8)

    def _connect(self) -> None:
        listed = self.list.list
        listed.chosen.connect(self._choose)
        listed.move_asked.connect(self._move)
        listed.removal_asked.connect(self._remove)
        self.list.add_asked.connect(self.add)
        self.form.draw_asked.connect(self.draw)
        self.form.clear_asked.connect(lambda: self._keep_strokes(""))
        self.form.refused.connect(self._tab.services.notices.trouble)
        self.ways.picked.connect(self._pick_way)
        self.sign.clicked.connect(self.sign_here)
        self.prepare.clicked.connect(self.prepare_to_sign)

    # Showing

    def show_sheet(self, sheet: DecisionSheet) -> None:
        """Show the rows, and what can still be done with them."""
        self._sheet = sheet
        status, is_locked = sheet.plan.status, self._tab.services.workspace.is_read_only
        can_change = status in {PlanStatus.DRAFT, PlanStatus.FOR_APPROVAL} and not is_locked
        self._places.setCurrentIndex(0 if sheet.signers else 1)
        self.usual.setVisible(can_change)
        self.list.setVisible(bool(sheet.signers) or can_change)
        self.list.show_rows(sheet.signers, is_open=can_change)
        is_frozen = status is not PlanStatus.DRAFT
        self.ways.setEnabled(is_frozen and status is not PlanStatus.REPLACED and not is_locked)
        self.ways.set_keys(frozenset({sheet.plan.signing} if sheet.plan.signing else ()))
        way = sheet.plan.signing
        self.told.setText(_way_words(way) if is_frozen else _("Freeze the version first; what is signed stands still."))
        self.sign.setVisible(is_frozen and way is SigningManner.HERE and not is_locked)
        self.prepare.setVisible(is_frozen and way is SigningManner.ELSEWHERE and not is_locked)
        self._show_row()

    def finish(self) -> None:
        """Save what is being typed."""
        self.form.finish()

    def _choose(self, _key: object) -> None:
        self.form.finish()
        self._show_row()

    def _row(self) -> SignerRow | None:
        rows = self._sheet.signers if self._sheet is not None else ()
        return next((row for row in rows if row.id == self.list.list.current), None)

    def _show_row(self) -> None:
        row, read = self._row(), self._tab.read
        if row is not None and read is not None and self._sheet is not None:
            locked = self._tab.services.workspace.is_read_only
            self.form.show_signer(row, read.municipalities, self._sheet.plan.status, is_locked=locked)

    # Acting

    def add_usual(self) -> None:
        """Put the usual rows on the page."""
        if self._sheet is None:
            return
        workspace, plan = self._tab.services.workspace, self._sheet.plan.id
        rows = workspace.read(default_signers, plan, current().language, workspace.now.astimezone().date())
        self._tab.perform(SetSigners(plan=plan, signers=rows), offer_undo=True)

    def add(self) -> None:
        """Add a row and let its role be written."""
        if self._sheet is None:
            return
        outcome = self._tab.perform(AddSigner(plan=self._sheet.plan.id, fields={"role": _("New role")}))
        if outcome is not None:
            self.list.list.choose(outcome.value)
            self.form.edit("role")

    def draw(self) -> DrawDialog | None:
        """Ask for a drawn name."""
        row = self._row()
        if row is None:
            return None
        dialog = DrawDialog(row.name or row.role, self)
        dialog.confirmed.connect(lambda: self._keep_strokes(dialog.strokes()))
        dialog.open()
        return dialog

    def _keep_strokes(self, strokes: str) -> None:
        row = self._row()
        if row is not None:
            self._tab.perform(EditSigner(signer=row.id, changes={"strokes": strokes}), offer_undo=not strokes)

    def sign_here(self) -> None:
        """Sign with a certificate."""
        from smartstad_desktop.ui.plan.signing import ask_and_sign  # noqa: PLC0415  only when somebody signs

        if self._sheet is not None:
            ask_and_sign(self, self._tab.services, self._sheet.plan.id)

    def prepare_to_sign(self) -> None:
        """Write the PDF that is signed in the municipality's own service."""
        from smartstad_desktop.ui.plan.signing import ask_and_prepare  # noqa: PLC0415  only when something is signed

        if self._sheet is not None:
            ask_and_prepare(self, self._tab.services, self._sheet.plan.id)

    def _pick_way(self, keys: frozenset[Any]) -> None:
        if self._sheet is not None:
            self._tab.perform(SetSigning(plan=self._sheet.plan.id, signing=next(iter(keys), None)))

    def _move(self, held: tuple[int, ...], before: int | None) -> None:
        self._tab.perform(MoveSigners(signers=held, before=before))

    def _remove(self, held: tuple[int, ...]) -> None:
        self._tab.perform(RemoveSigners(signers=held), offer_undo=True)

    def _write(self, signer: Any, changes: Mapping[str, Any], is_typing: bool) -> None:  # noqa: ARG002, FBT001  the form's callback
        self._tab.run(EditSigner(signer=signer, changes=changes))


def _way_words(way: SigningManner | None) -> str:
    """Return what is done next with a way of signing."""
    if way is SigningManner.ELSEWHERE:
        return _(
            "Export the PDF, sign it in your service, and attach the signed file under “Files”. It is kept untouched."
        )
    if way is SigningManner.HERE:
        return _("Each signs with a certificate (PKCS#12). The first signature allows only further signatures.")
    if way is SigningManner.MINUTES:
        return _("The minutes are the decision. Attach them under “Files”.")
    return _("Choose how this version is signed.")


def _face(row: SignerRow) -> RowFace:
    who = " – ".join(part for part in (row.role, row.organisation) if part)
    day = _("signed {day}", day=current().day(row.signed_on)) if row.signed_on else ""
    note = " · ".join(part for part in (row.name, day) if part)
    return RowFace(who, note or _("No name yet"))
