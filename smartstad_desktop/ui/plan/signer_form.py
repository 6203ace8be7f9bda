"""The form of one row of the signature page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from smartstad_desktop.domain.plan.plan import PlanStatus
from smartstad_desktop.domain.plan.signers import SIGNED_FIELDS
from smartstad_desktop.reads.plan.decision import SignerRow
from smartstad_desktop.reads.plan.plan import MunicipalityRow
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.calm_fields import GrowingField, LineField
from smartstad_desktop.ui.kit.calm_pickers import CalmChoice
from smartstad_desktop.ui.kit.calm_values import DayField
from smartstad_desktop.ui.kit.parts import Label, Type, Weight, text_font
from smartstad_desktop.ui.kit.record_form import RecordForm, Write
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.plan.drawn_name import DrawnName
from smartstad_desktop.ui.plan.fields import open_fields


class SignerForm(RecordForm):
    """Role and organisation, and what is filled in when somebody signs."""

    draw_asked = Signal()
    clear_asked = Signal()

    def __init__(self, write: Write, parent: QWidget | None = None) -> None:
        super().__init__(write, parent)
        role = GrowingField("role", "", font=text_font(Type.TITLE, Weight.BOLD), is_one_paragraph=True)
        role.editor.setAccessibleName(_("Role"))
        self.add(role)
        self.pair(
            LineField("organisation", _("Organisation")),
            CalmChoice("municipality_id", _("Municipality"), []),
            LineField("name", _("Name in print")),
            LineField("place", _("Place")),
        )
        self.add(DayField("signed_on", _("Signed on")))
        self.drawn = DrawnName()
        self.draw = Button(_("Draw the name…"), icon="pen-line")
        self.clear = Button(_("Take the picture away"), ButtonKind.QUIET, "x")
        self.draw.clicked.connect(self.draw_asked)
        self.clear.clicked.connect(self.clear_asked)
        self.told = Label(
            _("A picture for the page. It does not prove who drew it."), Type.CAPTION, role=Role.INK_SOFT, wraps=True
        )
        row = QHBoxLayout()
        for widget in (self.drawn, self.draw, self.clear):
            row.addWidget(widget)
        row.addStretch(1)
        self.column.addSpacing(8)
        self.column.addLayout(row)
        self.column.addWidget(self.told)

    def show_signer(
        self, row: SignerRow, municipalities: Sequence[MunicipalityRow], status: PlanStatus, *, is_locked: bool
    ) -> None:
        """Show a row; what is filled in when somebody signs stays open in an approved version."""
        town = self.fields["municipality_id"]
        if isinstance(town, CalmChoice):
            town.set_choices([(None, "–"), *((each.id, each.short_name) for each in municipalities)])
        names = ("role", "organisation", "name", "place", "signed_on")
        values: dict[str, Any] = {name: getattr(row, name) for name in names}
        self.show_record(row.id, values | {"municipality_id": row.municipality})
        is_frame_open = status in {PlanStatus.DRAFT, PlanStatus.FOR_APPROVAL} and not is_locked
        is_open = status is not PlanStatus.REPLACED and not is_locked
        for name, field in self.fields.items():
            open_fields([field], is_open=is_open if name in SIGNED_FIELDS else is_frame_open)
        self.drawn.show_strokes(row.strokes)
        self.drawn.setVisible(bool(row.strokes))
        self.told.setVisible(bool(row.strokes))
        self.draw.setVisible(is_open)
        self.clear.setVisible(is_open and bool(row.strokes))
