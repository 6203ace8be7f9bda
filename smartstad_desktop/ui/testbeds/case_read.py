"""One test with everything that its view shows, read at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from smartstad_desktop.domain.errors import RowGone
from smartstad_desktop.domain.testbeds.testbed_cases import ConfidentialNotShared
from smartstad_desktop.exchange.documents.document import Document
from smartstad_desktop.reads.testbeds.case import case_sheet
from smartstad_desktop.reads.testbeds.case_choices import CaseChoices, case_choices
from smartstad_desktop.reads.testbeds.case_rows import CaseSheet
from smartstad_desktop.reads.testbeds.shared_result import SharedResult, shared_result
from smartstad_desktop.reads.testbeds.testbed_cases import TestFacts
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.usecases.testbeds.result_document import result_document
from smartstad_desktop.usecases.workspace import Workspace

_PAIR: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRead:
    """A test; ``page`` makes its result as others see it, None when nothing may be told."""

    sheet: CaseSheet
    test: TestFacts
    result: SharedResult
    page: Callable[[], Document | None]
    choices: CaseChoices
    today: date

    def place(self) -> str:
        """Return where it is tried, and whose it is."""
        return ", ".join(
            part for part in (self.result.testbed, together([town.name for town in self.result.towns])) if part
        )


def together(names: Sequence[str]) -> str:
    """Return names in a row, with an and before the last."""
    if len(names) < _PAIR:
        return "".join(names)
    return _("{first} and {last}", first=", ".join(names[:-1]), last=names[-1])


def read_case(workspace: Workspace, case: int) -> CaseRead | None:
    """Return a test, or None when it is gone."""
    language = current().language
    try:
        result = workspace.read(shared_result, case)
        sheet = workspace.read(case_sheet, case, language)
    except RowGone:
        return None

    def page() -> Document | None:
        try:
            return workspace.read(result_document, case, language, workspace.now)
        except ConfidentialNotShared:
            return None

    return CaseRead(
        sheet=sheet,
        test=result.facts,
        result=result,
        page=page,
        choices=workspace.read(case_choices),
        today=workspace.now.astimezone().date(),
    )
