"""A project on one page, for whoever wants to do the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from smartstad_desktop.domain.lists.lists import Value
from smartstad_desktop.exchange.cells.showing import Wording
from smartstad_desktop.exchange.documents.document import (
    Block,
    Document,
    Heading,
    KeyValues,
    Manner,
    Section,
    cell,
    paragraph,
)
from smartstad_desktop.exchange.sheets.filled_sheet import FilledSheet
from smartstad_desktop.exchange.sheets.sheet_kinds import PROJECTS
from smartstad_desktop.reads.lists.listed_projects import KnownProject
from smartstad_desktop.usecases.packages.concealing import Veil
from smartstad_desktop.usecases.packages.part import TownPart

#: What stands in the box, and what stands below it with a heading of its own; nothing internal is among them.
_FACTS: Final = (
    *("municipality", "participants", "status", "theme", "start", "end", "budget_total", "contact_role"),
    *("technologies", "partners", "maturity", "beneficiary", "link"),
)
_TEXTS: Final = ("why", "how", "expected_effect", "observed_effect", "shareable", "lesson")
#: So much of a text stands on the page; more would make it two.
_LONGEST: Final = 600


def project_sheet(part: TownPart, project: KnownProject, wording: Wording, veil: Veil) -> Document:
    """Return the page of a project that may be shared."""
    phrases = part.phrases
    told = _shown(project.values, wording, veil)
    facts = tuple((told[name][0], cell(told[name][1])) for name in _FACTS if name in told)
    blocks: list[Block] = []
    if "what" in told:
        blocks.append(paragraph(told["what"][1], Manner.LEAD))
    blocks.append(KeyValues(facts, boxed=True))
    for name in _TEXTS:
        if name in told:
            heading, text = told[name]
            blocks += [Heading(heading, 3), paragraph(_short(text))]
    title = veil.text(project.title)
    return part.document(title, phrases.text("Project in brief"), (Section(Heading(title), tuple(blocks)),))


def _shown(values: Mapping[str, Value], wording: Wording, veil: Veil) -> dict[str, tuple[str, str]]:
    """Return heading and words by field, for the fields that say something."""
    wanted = {name: value for name, value in values.items() if name in {*_FACTS, *_TEXTS, "what"}}
    filled = FilledSheet(form=PROJECTS, rows=(wanted,), wording=wording)
    return {
        column.key: (column.heading.in_language(filled.language).rstrip("?"), veil.text(str(shown)))
        for column, shown in zip(filled.columns, filled.cells[0], strict=True)
        if shown not in {None, ""} and column.key in wanted
    }


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
