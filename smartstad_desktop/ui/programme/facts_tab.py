"""The tab of the programme itself: its facts, what it aims at, and in which of its years it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.reads.programme import programme as reads
from smartstad_desktop.text.phrases import _
from smartstad_desktop.text.programme_words import year_words
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.page import Page
from smartstad_desktop.ui.kit.parts import PageHeader, Panel
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.programme.facts_form import FactsForm
from smartstad_desktop.usecases.programme.programme import EditProgramme


class FactsTab(Page):
    """Where the programme is described."""

    interests: ClassVar[frozenset[Kind]] = frozenset({Kind.PROGRAMME, Kind.MUNICIPALITY, Kind.PROJECT})

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.header = PageHeader("")
        self.form = FactsForm(self._write)
        self.form.refused.connect(services.notices.trouble)
        space = theme.current().space
        paper = Panel()
        paper.column.setContentsMargins(0, 0, 0, 0)
        paper.column.addWidget(self.form)
        panels = QHBoxLayout()
        panels.setSpacing(space(18))
        panels.addWidget(paper)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(26), space(14), space(26), space(20))
        column.setSpacing(space(14))
        column.addWidget(self.header)
        column.addLayout(panels, 1)

    @override
    def refresh(self) -> None:
        """Read the programme."""
        workspace = self.services.workspace
        facts = workspace.read(reads.programme)
        if facts is None:
            return
        self.form.show_facts(facts, workspace.read(reads.municipalities))
        year = facts.year_on(workspace.now.astimezone().date())
        parts = (facts.phase, year_words(year) if year else "")
        self.header.set_title(facts.name or _("Programme"), " · ".join(part for part in parts if part))

    @override
    def leave(self) -> bool:
        """Save what is being typed."""
        self.form.finish()
        return True

    def _write(self, _key: object, changes: Mapping[str, Any], is_typing: bool) -> None:  # noqa: FBT001  the form's callback
        self.run(EditProgramme(changes=changes, is_typing=is_typing))
