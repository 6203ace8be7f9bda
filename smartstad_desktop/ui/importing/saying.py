"""What a person says to rows, as the next plan; and what is said back to the municipality about rows left behind."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain.lists.import_cells import CellAnswer
from smartstad_desktop.domain.lists.importing import Answer, Candidate, ImportPlan, ListPlan, RowKey, Verdict
from smartstad_desktop.domain.lists.list_troubles import ListTrouble
from smartstad_desktop.domain.lists.lists import Value
from smartstad_desktop.domain.progress import Progress
from smartstad_desktop.text.phrases import Phrasebook, _, current, ngettext, phrasebook
from smartstad_desktop.ui.kit.forms import ask_folder, ask_save_path
from smartstad_desktop.ui.kit.notices import Tone
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.usecases.lists.exporting import own_language
from smartstad_desktop.usecases.lists.import_log import failed_rows, save_failed_rows


def answered(
    plan: ImportPlan,
    *,
    keys: Collection[RowKey],
    field: str,
    said: Answer | CellAnswer,
    text: str,
    value: Value | None,
) -> ImportPlan:
    """Return the plan with an answer to one cell, to one row, or to all chosen rows that it fits."""
    if isinstance(said, Answer):
        verdicts = {each.verdict for one in plan.lists for each in one.candidates if each.key in keys}
        fits = _fitting(said) & verdicts
        return plan.changed(lambda each: each.answered(said, text) if each.verdict in fits else each, keys)
    is_one = len(keys) == 1

    def say(each: Candidate) -> Candidate:
        return each.answered_cells(said, lambda cell: not is_one or cell.field == field, value)

    return plan.changed(say, keys)


def _fitting(said: Answer) -> set[Verdict]:
    """Return the verdicts of rows to which *said* is an answer."""
    if said in {Answer.KEEP, Answer.FINISH, Answer.STOP, Answer.LATER}:
        return {Verdict.MISSING}
    return set(Verdict) if said is Answer.SKIP else {Verdict.DUPLICATE}


def toggled(plan: ImportPlan, *, keys: Collection[RowKey]) -> ImportPlan:
    """Return the plan with rows left out, or taken again where they were."""
    return plan.changed(lambda each: each.answered(None if each.answer is Answer.SKIP else Answer.SKIP), keys)


def taken_back(plan: ImportPlan, *, keys: Collection[RowKey]) -> ImportPlan:
    """Return the plan with nothing said to these rows."""
    return plan.changed(lambda each: each.answered_cells(None, lambda _cell: True).answered(None), keys)


def pasted_trouble(plan: ImportPlan) -> ListTrouble | None:
    """Return why what was pasted is no list; there is nothing to review then."""
    return next((one.read.trouble for one in plan.lists if one.read.is_pasted and one.read.trouble), None)


def failed_count(plan: ImportPlan) -> int:
    """Return how many rows of all lists need something from their municipalities."""
    return sum(len(failed_rows(one, current())) for one in plan.lists)


class SendingBack:
    """Writes the rows that were not taken as workbooks to send back, one for each list."""

    def __init__(self, parent: QWidget, services: Services, plan: ImportPlan, passwords: Mapping[str, str]) -> None:
        self._parent, self._services, self._passwords = parent, services, passwords
        self._lists = [one for one in plan.lists if failed_rows(one, current())]

    def ask(self) -> None:
        """Ask where, then write."""
        if len(self._lists) == 1:
            (one,) = self._lists
            pattern = _("Excel workbook (*.xlsx)")
            ask_save_path(
                self._parent, _("Save the rows to send back"), pattern, self._write_one, suggestion=_name(one)
            )
        elif self._lists:
            ask_folder(self._parent, _("Where should the workbooks to send back lie?"), self._write_all)

    def _write_one(self, path: Path) -> None:
        self._write([(self._lists[0], path)])

    def _write_all(self, folder: Path) -> None:
        self._write([(each, folder / _name(each)) for each in self._lists])

    def _write(self, wanted: Sequence[tuple[ListPlan, Path]]) -> None:
        passwords = self._passwords
        spoken = [self._phrases(plan) for plan, _path in wanted]

        def work(progress: Progress) -> int:
            for number, (plan, path) in enumerate(wanted):
                progress.report(number, len(wanted), path.name)
                save_failed_rows(plan, path, spoken[number], passwords.get(plan.read.sha256))
            return len(wanted)

        self._services.jobs.start(_("Writing the rows to send back"), work, self._tell, self._services.notices.trouble)

    def _phrases(self, plan: ListPlan) -> Phrasebook:
        """Return the language of those who are to read the workbook: the municipality's, where it is known whose."""
        if plan.municipality is None:
            return current()
        return phrasebook(self._services.workspace.read(own_language, plan.municipality))

    def _tell(self, count: int) -> None:
        words = ngettext("{count} workbook to send back saved.", "{count} workbooks to send back saved.", count)
        self._services.notices.say(words, tone=Tone.GOOD)


def _name(plan: ListPlan) -> str:
    return _("{name} – rows to look at.xlsx", name=Path(plan.read.name).stem)
