"""What is asked of every project of the programme, and how this one meets it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain.governance.organisations import Answer
from smartstad_desktop.reads.governance.admission import ProjectAdmission, project_admission
from smartstad_desktop.text.phrases import current
from smartstad_desktop.ui.kit.answers_box import AnswersBox
from smartstad_desktop.ui.kit.running import RunCommand
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.usecases.governance.admission import AnswerAdmission


class AdmissionBox(AnswersBox):
    """The questions of one project; an answer is saved at once."""

    def __init__(self, services: Services, run: RunCommand, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services, self._run = services, run
        self._project: int | None = None
        self.answered.connect(self._save)

    def look_at(self, project: int) -> ProjectAdmission:
        """Show the answers of *project*, and return them."""
        if project != self._project:
            self.finish()
        self._project = project
        found = self._services.workspace.read(project_admission, project)
        language = current().language
        self.ask([(each.id, each.name.in_language(language)) for each in found.criteria])
        self.show_answers({number: (given.answer, given.comment) for number, given in found.answers.items()})
        return found

    def _save(self, criterion: int, answer: Answer | None, comment: str) -> None:
        if self._project is not None:
            self._run(AnswerAdmission(criterion=criterion, project=self._project, answer=answer, comment=comment))
