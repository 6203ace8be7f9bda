"""The part of the plan document that is decided on: the steering group's decision, who stands apart, who signs.

The steering group approves and recommends; a measure binds a municipality when the municipality has decided (domain
4.2). So nothing here says that a municipality has adopted anything before there is a row about it.
"""

from __future__ import annotations

from typing import Final

from smartstad_desktop.domain.governance.decisions import Outcome
from smartstad_desktop.domain.plan.decision import APPROVING, OUTCOMES
from smartstad_desktop.domain.plan.parts import SigningManner
from smartstad_desktop.domain.plan.plan import CommitmentRole
from smartstad_desktop.domain.values import PlanItemId
from smartstad_desktop.exchange.documents.document import (
    Block,
    Cell,
    Heading,
    KeyValues,
    Manner,
    Run,
    Section,
    Tone,
    cell,
    paragraph,
)
from smartstad_desktop.reads.plan.decision import AdoptionRow, ReservationRow
from smartstad_desktop.reads.plan.measure_parts import CommitmentRow
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import N_
from smartstad_desktop.text.plan.decision import default_clauses
from smartstad_desktop.usecases.plan_document.material import Material, is_passed_over
from smartstad_desktop.usecases.plan_document.signatures import signatures

_CHOSEN, _OPEN = "■", "□"
_WORDS: Final = {
    Outcome.APPROVED: N_("plan approved"),
    Outcome.APPROVED_WITH_CHANGES: N_("plan approved with changes"),
    Outcome.REFERRED_BACK: N_("plan referred back"),
    Outcome.REJECTED: N_("plan turned down"),
}


def decision_section(material: Material) -> Section:
    """Return the decision with its clauses, who was there, who stands apart, and room to sign."""
    phrases, plan = material.phrases, material.plan
    pairs = (
        (phrases.text("Decision"), _boxes(material)),
        (phrases.text("Decided by"), cell(_decided_by(material))),
        (phrases.text("Clauses"), cell(_clauses(material))),
        (phrases.text("Present"), cell(plan.present)),
        (phrases.text("Absent"), cell(plan.absent)),
        (phrases.text("Reservations and statements"), cell(_dissent(material))),
        (phrases.text("Deviations"), cell(_deviations(material))),
        (phrases.text("Adopted"), cell(_adopted(material))),
    )
    binding = phrases.text("A measure binds a municipality when the municipality itself has decided on it.")
    blocks: list[Block] = [
        paragraph(_lead(material), Manner.LEAD),
        KeyValues(tuple(pair for pair in pairs if pair[1].text), boxed=True),
        paragraph(binding, Manner.NOTE),
    ]
    if plan.signing is SigningManner.MINUTES:
        blocks.append(_by_minutes(material))
    else:
        blocks += signatures(material)
    return Section(Heading(phrases.text("Decision and signatures")), tuple(blocks))


def _body(material: Material) -> str:
    return material.plan.deciding_body or material.phrases.text("Steering group")


def _lead(material: Material) -> str:
    """Return what the page is: a working paper, a proposal, or a decision; the municipalities decide for themselves."""
    phrases, plan = material.phrases, material.plan
    if is_passed_over(material):
        return phrases.text("This version was replaced before anybody decided on it.")
    if plan.outcome is None and not material.is_decided:
        if material.is_draft:
            return phrases.text(
                "This is a draft. When it is decided on, the steering group approves the plan and recommends that the "
                "municipalities adopt their parts."
            )
        return phrases.text(
            "Proposal for decision: the steering group approves the plan and recommends that the municipalities adopt "
            "their parts."
        )
    if plan.outcome is None or plan.outcome in APPROVING:
        return phrases.text(
            "The steering group approves the plan and recommends that the municipalities adopt their parts."
        )
    return phrases.text("The steering group has not approved this version.")


def _boxes(material: Material) -> Cell:
    """Return the four boxes of a decision, the chosen one filled."""
    phrases, plan = material.phrases, material.plan
    chosen = plan.outcome or (Outcome.APPROVED if material.is_decided and plan.decided_on else None)
    runs: list[Run] = []
    outcomes = OUTCOMES if chosen is None or chosen in OUTCOMES else (*OUTCOMES, chosen)
    for outcome in outcomes:
        is_chosen = outcome is chosen
        sign = _CHOSEN if is_chosen else _OPEN
        # No break between a box and its word, three blanks between boxes.
        told = phrases.text(_WORDS[outcome]) if outcome in _WORDS else label(outcome, phrases).lower()
        word = told.replace(" ", "\N{NO-BREAK SPACE}")
        tone = Tone.GOOD if outcome in APPROVING else Tone.STRONG
        runs.append(Run(f"{sign}\N{NO-BREAK SPACE}{word}", tone if is_chosen else Tone.PLAIN))
        if outcome is not outcomes[-1]:
            runs.append(Run("    "))
    return Cell(tuple(runs))


def _decided_by(material: Material) -> str:
    phrases, plan = material.phrases, material.plan
    if plan.decided_on is None:
        body = plan.deciding_body
        return phrases.text("{body}, not yet", body=body) if body else phrases.text("Nobody yet")
    parts = [_body(material), phrases.day(plan.decided_on), plan.decided_at]
    if plan.paragraph:
        parts.append(section_sign(plan.paragraph))
    return ", ".join(part for part in parts if part)


def section_sign(paragraph_: str) -> str:
    """Return a paragraph of minutes with its sign, which people write or leave out."""
    return paragraph_ if "§" in paragraph_ else f"§\N{NO-BREAK SPACE}{paragraph_}"


def _clauses(material: Material) -> str:
    plan = material.plan
    outcome = plan.outcome if plan.outcome in OUTCOMES and plan.outcome is not None else Outcome.APPROVED
    clauses = plan.clauses or default_clauses(plan.version, outcome, material.phrases)
    return "\n".join(f"{number}. {clause}" for number, clause in enumerate(clauses, start=1))


def _dissent(material: Material) -> str:
    """Return who stands apart, each with the measure it is about."""
    told = [_apart(material, row, has_measure=True) for row in material.decision.reservations]
    if material.plan.dissent:
        told.insert(0, material.plan.dissent)
    return "\n".join(told)


def standing_apart(material: Material, measure: PlanItemId) -> list[Block]:
    """Return who stands apart about a measure, told at the measure too."""
    rows = material.decision.reservations_at(measure)
    if not rows:
        return []
    pairs = tuple(
        (label(row.kind, material.phrases), cell(_apart(material, row, has_measure=False, has_kind=False)))
        for row in rows
    )
    return [KeyValues(pairs, boxed=True)]


def _apart(material: Material, row: ReservationRow, *, has_measure: bool, has_kind: bool = True) -> str:
    phrases = material.phrases
    home = material.by_id.get(row.municipality) if row.municipality is not None else None
    who = row.who or (home.name if home is not None else "")
    if row.who and home is not None and home.short_name not in row.who:
        who = f"{row.who}, {home.name}"
    number = material.numbers.get(row.measure or 0)
    about = phrases.text("measure {number}", number=number) if has_measure and number is not None else ""
    kind = label(row.kind, phrases) if has_kind else ""
    head = ", ".join(part for part in (kind, who, about) if part)
    return f"{head}: {row.text}" if head else row.text


def _deviations(material: Material) -> str:
    """Return which measures stand in another place than the workshop or the order gave them."""
    phrases = material.phrases
    moved = [str(number) for number, measure in material.measures if measure.deviates]
    if not moved:
        return ""
    return phrases.plural(
        "{count} measure stands in another place than it came in with: {numbers}. The reason stands at the measure.",
        "{count} measures stand in other places than they came in with: {numbers}. The reasons stand at the measures.",
        len(moved),
        numbers=", ".join(moved),
    )


def _adopted(material: Material) -> str:
    rows = material.decision.adoptions
    if not rows:
        return ""
    return material.phrases.text(
        "{count} of {all} municipalities have decided; see the list of adoptions.",
        count=len({row.municipality for row in rows}),
        all=max(len(material.participating), len({row.municipality for row in rows})),
    )


def _by_minutes(material: Material) -> Block:
    phrases, plan = material.phrases, material.plan
    told = phrases.text("The plan is approved in the minutes and is not signed.")
    if plan.paragraph and plan.decided_on is not None:
        minutes = phrases.text(
            "Minutes of {body}, {day}, {paragraph}.",
            body=_body(material),
            day=phrases.day(plan.decided_on),
            paragraph=section_sign(plan.paragraph),
        )
        told = f"{told} {minutes}"
    return paragraph(told)


def adoption_words(material: Material, row: CommitmentRow) -> str:
    """Return what a municipality has decided about a commitment, or that it is waited for."""
    found = next((each for each in material.decision.adoptions if each.id == row.adoption_id), None)
    if found is not None:
        return adopted_words(material, found)
    if row.adoption:
        return row.adoption
    waits = row.role in {CommitmentRole.LEADS, CommitmentRole.JOINS}
    return material.phrases.text("waiting") if waits else "–"


def adopted_words(material: Material, row: AdoptionRow) -> str:
    """Return a municipality's decision as it is referred to: body, paragraph and day."""
    day = material.phrases.day(row.decided_on) if row.decided_on else ""
    where = " ".join(part for part in (row.body, section_sign(row.paragraph) if row.paragraph else "") if part)
    return ", ".join(part for part in (where, day) if part) or label(row.outcome, material.phrases)
