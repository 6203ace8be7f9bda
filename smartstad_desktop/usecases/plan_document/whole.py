"""The development plan as a document: what to decide first, then the evidence (domain 4.1 and 6.14)."""

from __future__ import annotations

from datetime import datetime

from smartstad_desktop.exchange.documents.carried import Fingerprint
from smartstad_desktop.exchange.documents.document import Document, Section
from smartstad_desktop.text.labels import label
from smartstad_desktop.usecases.plan_document.adoptions import adoption_section
from smartstad_desktop.usecases.plan_document.appendices import attachments_section, versions_section
from smartstad_desktop.usecases.plan_document.asides import aside_section
from smartstad_desktop.usecases.plan_document.changes import change_section
from smartstad_desktop.usecases.plan_document.chapters import chapter_sections
from smartstad_desktop.usecases.plan_document.commitments import commitment_section
from smartstad_desktop.usecases.plan_document.cover import cover, kicker
from smartstad_desktop.usecases.plan_document.decision import decision_section
from smartstad_desktop.usecases.plan_document.economy import economy_section
from smartstad_desktop.usecases.plan_document.follow_up import follow_up
from smartstad_desktop.usecases.plan_document.glossary import glossary_section
from smartstad_desktop.usecases.plan_document.goals import matrix_section, vision_section
from smartstad_desktop.usecases.plan_document.inventory import inventory_appendix, inventory_section
from smartstad_desktop.usecases.plan_document.material import Material, is_passed_over
from smartstad_desktop.usecases.plan_document.measures import measure_sections
from smartstad_desktop.usecases.plan_document.method import method_section
from smartstad_desktop.usecases.plan_document.mission import mission_section
from smartstad_desktop.usecases.plan_document.needs import needs_section
from smartstad_desktop.usecases.plan_document.protocol import protocol_sections
from smartstad_desktop.usecases.plan_document.risks import risk_section
from smartstad_desktop.usecases.plan_document.routines import routine_section
from smartstad_desktop.usecases.plan_document.summary import summary_section


def build_plan_document(material: Material, now: datetime) -> Document:
    """Return the document of a version; a frozen one carries the time it was frozen."""
    phrases, plan = material.phrases, material.plan
    kind = kicker(material)
    parts = [kind, phrases.text("version {version}", version=plan.version)]
    footer = " · ".join(part for part in (", ".join(parts), plan.case_number) if part)
    sections = _sections(material)
    return Document(
        title=plan.title,
        language=phrases.language.value,
        subject=kind,
        author=material.evidence.programme.host or material.evidence.programme.name,
        created=datetime.fromisoformat(plan.frozen_at) if plan.frozen_at else now,
        cover=cover(material),
        contents_title=phrases.text("Contents"),
        footer=footer,
        page_label=phrases.text("Page {page} of {pages}", page="{page}", pages="{pages}"),
        sections=(*sections, *_last(material, sections)),
        warning=_warning(material),
        fingerprint=_fingerprint(material),
    )


def _warning(material: Material) -> str:
    """Return what every page says of a version that does not hold: draft, waiting, passed over, or refused."""
    if material.is_decided:
        return ""
    if material.is_draft:
        return material.phrases.text("DRAFT – working material")
    if is_passed_over(material):
        return material.phrases.text("Replaced without a decision")
    return label(material.plan.outcome or material.plan.status, material.phrases)


def _fingerprint(material: Material) -> Fingerprint:
    phrases = material.phrases
    return Fingerprint(
        digits=material.fingerprint,
        label=phrases.text("Fingerprint of the data behind this version"),
        foot=phrases.text("data"),
        alternative=phrases.text(
            "Square code with the fingerprint of the data, SHA-256: {print}", print=material.fingerprint
        ),
    )


def _sections(material: Material) -> tuple[Section, ...]:
    parts = (
        decision_section(material),
        summary_section(material),
        mission_section(material),
        vision_section(material),
        needs_section(material),
        matrix_section(material),
        inventory_section(material),
        method_section(material),
        *measure_sections(material),
        commitment_section(material),
        aside_section(material),
        routine_section(material),
        economy_section(material),
        risk_section(material),
        follow_up(material),
        *chapter_sections(material),
        adoption_section(material),
        change_section(material),
        *protocol_sections(material),
        *inventory_appendix(material),
    )
    return tuple(part for part in parts if part is not None)


def _last(material: Material, sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """Return what stands last; the glossary explains the words of what stands before."""
    parts = (glossary_section(material, sections), versions_section(material), attachments_section(material))
    return tuple(part for part in parts if part is not None)
