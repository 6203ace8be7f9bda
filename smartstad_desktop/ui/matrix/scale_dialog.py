"""The steps of a scale in the programme's own words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from smartstad_desktop.domain.goals.goals import Scale
from smartstad_desktop.domain.values import Language
from smartstad_desktop.reads.goals.goal_matrix import StepText
from smartstad_desktop.text.goals.scales import step_words
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.fields import TextField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.matrix.sheet import figure
from smartstad_desktop.usecases.goals.goal_matrix import DescribeScale


class ScaleDialog(Dialog):
    """Name and meaning of each step, in the language of the window. Empty fields say what the program says."""

    def __init__(
        self,
        scale: Scale,
        steps: Mapping[int, tuple[str, str]],
        own: Mapping[tuple[Scale, int], StepText],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("The steps of the scale: {grid}", grid=label(scale)), _("Keep the words"), parent)
        self._scale = scale
        self._steps = tuple(steps)
        language = current().language.value
        self.body.addWidget(
            Label(
                _("What must hold for each number? Agree on the words first: then the numbers can be compared."),
                Type.BODY,
                role=Role.INK_SOFT,
                wraps=True,
            )
        )
        table = QGridLayout()
        table.setHorizontalSpacing(theme.current().space(10))
        table.setColumnStretch(2, 1)
        for line, step in enumerate(self._steps):
            name, meaning = step_words(scale, step)
            held = own.get((scale, step))
            number = Label(figure(step), Type.STRONG, Weight.SEMIBOLD)
            fields = (
                TextField(f"name_{step}", _("Name of {number}", number=figure(step)), placeholder=name),
                TextField(f"meaning_{step}", _("What {number} means", number=figure(step)), placeholder=meaning),
            )
            if held is not None:
                fields[0].set_value(_exactly(held, "name", language))
                fields[1].set_value(_exactly(held, "meaning", language))
            fields[0].setFixedWidth(theme.current().space(170))
            number.setFixedHeight(theme.current().space(36))
            table.addWidget(number, line, 0, Qt.AlignmentFlag.AlignBottom)
            for column, field in enumerate(fields, start=1):
                self.fields[field.name] = field
                field.label.setVisible(line == 0)
                field.label.setText(_("Name") if column == 1 else _("What it means"))
                table.addWidget(field, line, column)
        self.body.addLayout(table)
        self.setMinimumWidth(theme.current().space(760))

    def command(self, values: Mapping[str, Any]) -> DescribeScale:
        """Return what the fields ask for."""
        return DescribeScale(
            scale=self._scale,
            language=Language(current().language),
            steps={step: (values[f"name_{step}"], values[f"meaning_{step}"]) for step in self._steps},
        )


def _exactly(held: StepText, part: str, language: str) -> str:
    """Return what is written in this language, without falling back to another."""
    return str(getattr(getattr(held, part), language))
