"""The chapters of the plan that people have written themselves."""

from __future__ import annotations

from smartstad_desktop.exchange.documents.document import Heading, Section
from smartstad_desktop.usecases.plan_document.material import Material
from smartstad_desktop.usecases.plan_document.rich import rich_blocks


def chapter_sections(material: Material) -> tuple[Section, ...]:
    """Return the chapters that hold something; short ones share a page."""
    return tuple(
        Section(Heading(chapter.title), tuple(rich_blocks(chapter.text, 3)), starts_page=index == 0)
        for index, chapter in enumerate(chapter for chapter in material.chapters if chapter.text.strip())
    )
