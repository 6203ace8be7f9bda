"""What projects are weighed by: criteria are added, described, ordered and removed; each change is kept at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.order.priority import STEPS, Direction
from smartstad_desktop.domain.order.weighed import Criterion, Facts
from smartstad_desktop.domain.values import CriterionId, Named
from smartstad_desktop.text import trouble
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind, icon_button
from smartstad_desktop.ui.kit.calm_fields import GrowingField, LineField
from smartstad_desktop.ui.kit.calm_pickers import CalmChoice
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.parts import EmptyState, Label, Panel, Type
from smartstad_desktop.ui.kit.record_form import RecordForm
from smartstad_desktop.ui.kit.running import RunCommand
from smartstad_desktop.ui.order.criteria_list import CriteriaList
from smartstad_desktop.ui.order.unweighed_hint import UnweighedHint
from smartstad_desktop.usecases.command import Command
from smartstad_desktop.usecases.order.criteria import AddCriterion, EditCriterion, MoveCriterion, RemoveCriteria


class CriteriaDialog(Dialog):
    """Its list and its form; what is read anew comes in through ``show_facts``."""

    #: A command that was refused outside a field; carries the ``DomainError``.
    refused = Signal(object)

    def __init__(self, facts: Facts, run: RunCommand, parent: QWidget | None = None) -> None:
        super().__init__(_("Criteria"), _("Done"), parent)
        self.facts, self._run = facts, run
        self.question: Dialog | None = None
        self.cancel_button.hide()
        # Enter ends a field here and closes nothing.
        self.confirm_button.setDefault(False)
        space = theme.current().space
        self.list = CriteriaList()
        self.list.hold_over(self)
        self.form = _form(self._write)
        self.form.refused.connect(self.refuse)
        self.empty = EmptyState("list", _("No criterion yet"), _("Add what projects are to be weighed by."))
        self.add_button = Button(_("New criterion"), icon="plus")
        self.up = icon_button("arrow-up", _("Move up"))
        self.down = icon_button("arrow-down", _("Move down"))
        self.remove_button = icon_button("trash-2", _("Remove the criterion…"))
        self.unweighed = UnweighedHint()
        self.unweighed.requested.connect(self._try)
        self._arrange()
        self.add_button.clicked.connect(self.add_criterion)
        self.up.clicked.connect(lambda: self.list.move_by(-1))
        self.down.clicked.connect(lambda: self.list.move_by(1))
        self.remove_button.clicked.connect(self.ask_removal)
        self.list.chosen.connect(self._show_chosen)
        self.list.move_asked.connect(self._move)
        self.list.removal_asked.connect(self.ask_removal)
        self.finished.connect(self._finish)
        # Large text must not make it larger than the screen.
        self.resize(QSize(space(900), space(700)).boundedTo(self.screen().availableSize()))
        self.show_facts(facts)

    def _arrange(self) -> None:
        space = theme.current().space
        sheet = Panel()
        sheet.column.setContentsMargins(space(6), space(6), space(6), space(6))
        sheet.column.addWidget(self.list, 1)
        tools = QHBoxLayout()
        for button in (self.add_button, self.up, self.down, self.remove_button):
            tools.addWidget(button)
        tools.addStretch(1)
        left = QVBoxLayout()
        left.addWidget(sheet, 1)
        left.addLayout(tools)
        beside = Panel()
        beside.column.setContentsMargins(1, 1, 1, 1)
        beside.column.addWidget(self.form)
        beside.column.addWidget(self.empty)
        row = QHBoxLayout()
        row.setSpacing(space(16))
        row.addLayout(left, 2)
        row.addWidget(beside, 3)
        self.body.addWidget(self.unweighed)
        self.body.addLayout(row, 1)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.setStretchFactor(self.body, 1000)

    # Reading

    def show_facts(self, facts: Facts) -> None:
        """Show what has been read; the chosen criterion stays chosen."""
        self.facts = facts
        self.list.rows.show(facts.criteria)
        self.unweighed.show_facts(facts, is_read_only=False)
        if self.list.current is None and facts.criteria:
            self.list.choose(facts.criteria[0].id)
        self._show_chosen()

    def _show_chosen(self, *_key: object) -> None:
        row = self.list.current
        self.form.setVisible(row is not None)
        self.empty.setVisible(row is None)
        for button in (self.up, self.down, self.remove_button):
            button.setEnabled(row is not None)
        if row is not None:
            self._show_placeholders(row)
            self.form.show_record(row.id, _values(row))

    def _show_placeholders(self, row: Criterion) -> None:
        """Show in an empty field what stands in for it: the words in Swedish."""
        for name, named in (("meaning", row.meaning), *((f"step_{step}", row.steps.get(int(step))) for step in STEPS)):
            field = self.form.fields[name]
            if isinstance(field, GrowingField):
                field.area.setPlaceholderText((named.sv if named else "") or "–")

    # Writing

    def _write(self, key: CriterionId, changes: Mapping[str, Any], _is_typing: bool) -> None:  # noqa: FBT001  as the form's callback has it
        row = next(each for each in self.facts.criteria if each.id == key)
        self._run(EditCriterion(criterion=key, changes=_changes(row, changes)))

    def add_criterion(self) -> None:
        """Add a criterion and let its name be written."""
        language = current().language
        outcome = self._try(AddCriterion(fields={f"name_{language}": _("New criterion")}))
        if outcome is not None:
            self.list.choose(outcome)
            self.form.edit(f"name_{language}")

    def _move(self, criteria: tuple[CriterionId, ...], before: CriterionId | None) -> None:
        (criterion,) = criteria
        self._try(MoveCriterion(criterion=criterion, before=before))
        self.list.choose(criterion)

    def _try(self, command: Command) -> Any:
        self.trouble.hide()
        try:
            return self._run(command).value
        except DomainError as error:
            self.refuse(error)
            return None

    def ask_removal(self, *_keys: object) -> None:
        """Say what goes with the criterion, and remove it when that is meant."""
        row = self.list.current
        if row is None:
            return
        name = row.name.in_language(current().language)
        self.question = Dialog(_("Remove “{name}”?", name=name), _("Remove the criterion"), self)
        self.question.confirm_button.set_kind(ButtonKind.DANGER)
        self.question.body.addWidget(Label(goes_along(self.facts, row.id), Type.BODY, wraps=True))
        self.question.confirmed.connect(lambda _values: self._try(RemoveCriteria(criteria=(row.id,))))  # pyright: ignore[reportUnknownLambdaType]  Qt's signal carries any object
        self.question.open()

    @override
    def refuse(self, error: DomainError) -> None:
        """Say above the buttons what was refused."""
        self.trouble.setText(trouble.sentence(error))
        self.trouble.show()

    def _finish(self, _result: int) -> None:
        self.form.finish()


def goes_along(facts: Facts, criterion: CriterionId) -> str:
    """Return in sentences what is removed with a criterion."""
    scores = sum(criterion in given for projects in facts.scores.values() for given in projects.values())
    weightings = sum(criterion in each.shares for each in facts.weightings.values())
    pairs = sum(criterion in pair for each in facts.weightings.values() for pair in each.pairs)
    told = [
        ngettext("{count} score goes along.", "{count} scores go along.", scores) if scores else "",
        ngettext(
            "It weighs in {count} weighting; the others take over its share.",
            "It weighs in {count} weightings; the others take over its share.",
            weightings,
        )
        if weightings
        else "",
        ngettext("{count} comparison goes along.", "{count} comparisons go along.", pairs) if pairs else "",
    ]
    words = " ".join(part for part in told if part)
    return _("{told} It can be undone.", told=words or _("Nothing has been scored or weighed by it yet."))


def _form(write: Any) -> RecordForm:
    form = RecordForm(write)
    form.add(
        LineField("name_sv", _("Name in Swedish")),
    )
    form.pair(LineField("name_nb", _("Name in Norwegian")), LineField("name_en", _("Name in English")))
    form.add(
        CalmChoice("direction", _("Scores"), [(way, label(way)) for way in Direction]),
        GrowingField("meaning", _("What it means"), is_one_paragraph=True),
    )
    form.add(
        *(GrowingField(f"step_{step}", _("What {step} means", step=step), is_one_paragraph=True) for step in STEPS)
    )
    return form


def _own(named: Named | None) -> str:
    """Return the words in the window's language, without another language standing in."""
    return getattr(named, current().language.value) if named is not None else ""


def _values(row: Criterion) -> dict[str, Any]:
    return {
        "name_sv": row.name.sv,
        "name_nb": row.name.nb,
        "name_en": row.name.en,
        "direction": row.direction,
        "meaning": _own(row.meaning),
    } | {f"step_{step}": _own(row.steps.get(int(step))) for step in STEPS}


def _changes(row: Criterion, changes: Mapping[str, Any]) -> dict[str, Any]:
    """Return *changes* as the command takes them: steps are written all at once, other languages as they are."""
    language = current().language.value
    found = {name: value for name, value in changes.items() if not name.startswith(("step_", "meaning"))}
    if "meaning" in changes:
        found |= {f"meaning_{each}": getattr(row.meaning, each) for each in ("sv", "nb", "en")}
        found[f"meaning_{language}"] = changes["meaning"]
    written = {name.removeprefix("step_"): value for name, value in changes.items() if name.startswith("step_")}
    if written:
        steps = {
            str(step): {each: getattr(named, each) for each in ("sv", "nb", "en")} for step, named in row.steps.items()
        }
        for step, words in written.items():
            steps[step] = steps.get(step, {}) | {language: words}
        found["steps"] = steps
    return found
