"""The forms of a stage and of a point in a routine."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from smartstad_desktop.domain.testbeds.routines import RoutineKind
from smartstad_desktop.domain.testbeds.versions import PointText, RoutineText, StageText
from smartstad_desktop.domain.values import Named
from smartstad_desktop.text.phrases import N_, _, current
from smartstad_desktop.ui.kit.calm_fields import GrowingField, LineField
from smartstad_desktop.ui.kit.calm_pickers import CalmChoice
from smartstad_desktop.ui.kit.fields import CheckField, Field
from smartstad_desktop.ui.kit.record_form import RecordForm, Write
from smartstad_desktop.ui.routines.rows import shown

#: Parts that a procurement is told in.
_PHASES: Final = {"prepare": N_("Preparing"), "carry_out": N_("Carrying out"), "realise": N_("Realising")}


def in_languages(name: str, words: Named) -> dict[str, str]:
    """Return a name as a form shows it: one field per language."""
    return {f"{name}_sv": words.sv, f"{name}_nb": words.nb, f"{name}_en": words.en}


def set_open(form: QWidget, *, is_open: bool) -> None:
    """Let the fields of *form* be written in, or only be read."""
    for line in form.findChildren(QLineEdit):
        line.setReadOnly(not is_open)
    for area in form.findChildren(QPlainTextEdit):
        area.setReadOnly(not is_open)
    for field in form.findChildren(Field):
        if isinstance(field.editor, QComboBox) or isinstance(field, CheckField):
            field.editor.setEnabled(is_open)


class StageForm(RecordForm):
    """What is said of a stage."""

    def __init__(self, write: Write, kind: RoutineKind, parent: QWidget | None = None) -> None:
        super().__init__(write, parent)
        self.add(
            GrowingField("name_sv", _("Stage"), is_one_paragraph=True),
            GrowingField("responsible_sv", _("Who answers for it"), is_one_paragraph=True),
        )
        if kind is RoutineKind.PROCUREMENT:
            phases = [("", "–"), *((key, current().text(name)) for key, name in _PHASES.items())]
            self.add(CalmChoice("phase", _("Part of the procurement"), phases))
        self.add(
            LineField(
                "gate_key", _("Gate, in short"), hint=_("Such as G3. A stage without a gate is left by moving on.")
            ),
            GrowingField("gate_sv", _("What is asked at the gate"), is_one_paragraph=True),
        )
        self.section(
            _("Norwegian and English"),
            GrowingField("name_nb", _("Stage in Norwegian"), is_one_paragraph=True),
            GrowingField("responsible_nb", _("Who answers for it, in Norwegian"), is_one_paragraph=True),
            GrowingField("gate_nb", _("What is asked at the gate, in Norwegian"), is_one_paragraph=True),
            GrowingField("name_en", _("Stage in English"), is_one_paragraph=True),
            GrowingField("responsible_en", _("Who answers for it, in English"), is_one_paragraph=True),
            GrowingField("gate_en", _("What is asked at the gate, in English"), is_one_paragraph=True),
        )

    def show_stage(self, stage: StageText, *, is_open: bool) -> None:
        """Show a stage, to be written in or only to be read."""
        values: dict[str, Any] = {"gate_key": stage.gate_key, "phase": stage.phase}
        for name, words in (("name", stage.name), ("responsible", stage.responsible), ("gate", stage.gate)):
            values |= in_languages(name, words)
        self.show_record(("stage", stage.id), values)
        set_open(self, is_open=is_open)


class PointForm(RecordForm):
    """What is said of a point."""

    def __init__(self, write: Write, routine: RoutineText, parent: QWidget | None = None) -> None:
        super().__init__(write, parent)
        roles = [("", _("No role")), *((role.key, shown(role.name)) for role in routine.roles)]
        self.add(
            GrowingField("name_sv", _("What has to be settled"), is_one_paragraph=True),
            CalmChoice("role_key", _("Role"), roles),
            CheckField("is_required", _("The gate waits for it")),
            GrowingField("evidence_sv", _("What shows that it is settled"), is_one_paragraph=True),
        )
        self.section(
            _("Norwegian and English"),
            GrowingField("name_nb", _("What has to be settled, in Norwegian"), is_one_paragraph=True),
            GrowingField("evidence_nb", _("What shows it, in Norwegian"), is_one_paragraph=True),
            GrowingField("name_en", _("What has to be settled, in English"), is_one_paragraph=True),
            GrowingField("evidence_en", _("What shows it, in English"), is_one_paragraph=True),
        )

    def show_point(self, point: PointText, *, is_open: bool) -> None:
        """Show a point, to be written in or only to be read."""
        values: dict[str, Any] = {"role_key": point.role, "is_required": point.is_required}
        for name, words in (("name", point.name), ("evidence", point.evidence)):
            values |= in_languages(name, words)
        self.show_record(("point", point.id), values)
        set_open(self, is_open=is_open)
