"""The first page of the plan: which plan it is, which version, of what day, whose, and that nothing secret is in it."""

from __future__ import annotations

from smartstad_desktop.domain.governance.decisions import Outcome
from smartstad_desktop.domain.plan.decision import APPROVING
from smartstad_desktop.domain.plan.plan import years_text
from smartstad_desktop.exchange.documents.document import Cover
from smartstad_desktop.text.labels import label
from smartstad_desktop.usecases.plan_document.material import Material, is_passed_over


def kicker(material: Material) -> str:
    """Return what kind of document it is, and for which years."""
    years = years_text(material.plan.first_year, material.plan.last_year)
    return f"{material.phrases.text('Development plan')} {years}".strip()


def status_words(material: Material) -> str:
    """Return how far the version has come, with what was decided where that says more."""
    phrases, plan = material.phrases, material.plan
    if is_passed_over(material):
        return phrases.text("Replaced without a decision").lower()
    told = label(plan.status, phrases).lower()
    if plan.outcome is None or plan.outcome is Outcome.APPROVED:
        return told
    if plan.outcome in APPROVING and not material.is_decided:
        return told
    return label(plan.outcome, phrases).lower()


def cover(material: Material) -> Cover:
    """Return the cover."""
    phrases, plan, programme = material.phrases, material.plan, material.evidence.programme
    lead = [plan.subtitle or _extent(material)]
    if material.is_decided and plan.decided_on:
        lead.append(phrases.text("Approved by the steering group on {day}.", day=phrases.day(plan.decided_on)))
    if programme.is_demo:
        lead.append(phrases.text("Demonstration: projects and sums are invented."))
    facts = (
        (phrases.text("Version"), f"{plan.version}, {status_words(material)}"),
        (phrases.text("Date"), phrases.day(material.day)),
        (phrases.text("Case number"), plan.case_number),
        (phrases.text("Host municipality"), programme.host),
        (phrases.text("Responsible"), plan.responsible),
        (phrases.text("Contains secrets"), _secrets(material)),
    )
    return Cover(
        kicker=kicker(material),
        title=plan.title,
        lead=" ".join(lead),
        facts=tuple(fact for fact in facts if fact[1]),
    )


def _secrets(material: Material) -> str:
    """Return that nothing secret is in the document, and how much was left out for that."""
    phrases, count = material.phrases, material.left_out_count
    if not count:
        return phrases.text("no")
    return phrases.plural("no, {count} item left out", "no, {count} items left out", count)


def _extent(material: Material) -> str:
    phrases = material.phrases
    first = phrases.plural("{count} municipality,", "{count} municipalities,", len(material.participating))
    second = phrases.plural("{count} joint measure.", "{count} joint measures.", len(material.measures))
    return f"{first} {second}"
