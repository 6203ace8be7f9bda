"""The fields of one measure, saved as they are left."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.plan.measures import MEASURE_MONEY, MEASURE_TEXTS
from smartstad_desktop.domain.values import PlanItemId
from smartstad_desktop.reads.plan.plan import MeasureRow
from smartstad_desktop.text.phrases import _
from smartstad_desktop.text.plan.words import missing_words
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.fields import Field, LongTextField, TextField
from smartstad_desktop.ui.kit.parts import Label, Panel, Type, Weight
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.plan.fields import MoneyField, SelfSaving, give_room, lay_out
from smartstad_desktop.usecases.plan.measures import EditMeasure


class MeasureForm(Panel):
    """One measure. It asks for changes and shows at the field why one was refused."""

    #: Carries an ``EditMeasure``.
    requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measure: PlanItemId | None = None
        self.saving = SelfSaving(self)
        self.saving.save.connect(self._ask)
        self.heading = Label(_("Measure"), Type.STRONG, Weight.SEMIBOLD)
        self.missing = Label("", Type.CAPTION, role=Role.ATTENTION, wraps=True)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.missing)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.current().space(16))
        self._grid.setVerticalSpacing(theme.current().space(10))
        self.column.addLayout(self._grid)
        self.column.addStretch(1)
        self._build()

    def _build(self) -> None:
        rows: tuple[tuple[tuple[Field, int], ...], ...] = (
            ((TextField("title", _("Name")), 12),),
            ((LongTextField("why", _("Why"), lines=4), 6), (LongTextField("what", _("What"), lines=4), 6)),
            ((LongTextField("effect", _("Effect"), lines=3), 6), (LongTextField("risk", _("Risk"), lines=3), 6)),
            (
                (TextField("owner", _("Owner")), 6),
                (TextField("time", _("Time"), placeholder=_("As “2027–2028”")), 6),
            ),
            (
                (MoneyField("money_one_off", _("One-off (tkr)")), 3),
                (MoneyField("money_running", _("Per year (tkr)")), 3),
                (TextField("money_source", _("Who pays")), 6),
            ),
            (
                (TextField("band", _("Order of importance"), placeholder=_("As “Now”")), 3),
                (TextField("next_decision", _("Next decision")), 9),
            ),
            ((TextField("deviation_reason", _("Why the group moved it")), 12),),
        )
        lay_out(self._grid, rows)
        for fields in rows:
            self.saving.watch(*(field for field, _span in fields))

    def set_roomy(self, *, is_roomy: bool) -> None:
        """Let the long texts show more lines."""
        give_room(self.saving.fields.values(), 1.9 if is_roomy else 1)

    def show_measure(self, number: int, row: MeasureRow, *, is_open: bool) -> None:
        """Show a measure and what it lacks."""
        is_other = row.id != self._measure
        self._measure = row.id
        self.heading.setText(_("Measure {number}", number=number))
        values = {name: getattr(row, name) for name in (*MEASURE_TEXTS, *MEASURE_MONEY)}
        self.saving.show(values, is_other=is_other)
        self.saving.enable(is_open=is_open)
        names = missing_words(row.missing)
        self.missing.setText(_("Still missing: {names}", names=names) if names else "")
        self.missing.setVisible(bool(names))

    def select_name(self) -> None:
        """Let the name be written over."""
        name = self.saving.fields["title"]
        if isinstance(name, TextField):
            name.line.setFocus()
            name.line.selectAll()

    def finish(self) -> None:
        """Save what has been typed, before another measure is shown."""
        self.saving.finish()

    def refuse(self, error: DomainError) -> bool:
        """Show why a change was refused at its field; return whether it has one here."""
        return self.saving.refuse(error)

    def _ask(self, name: str, value: object, is_typing: bool) -> None:  # noqa: FBT001  the signal's third argument
        if self._measure is not None:
            self.requested.emit(EditMeasure(measure=self._measure, changes={name: value}, is_typing=is_typing))
