"""The parts of the plan document about where to: the target vision, the goals, and what serves them."""

from __future__ import annotations

from collections import defaultdict

from smartstad_desktop.domain.values import GoalId
from smartstad_desktop.exchange.documents.document import (
    Align,
    Block,
    BulletList,
    Cell,
    Column,
    Heading,
    Manner,
    Section,
    Table,
    Tone,
    cell,
    paragraph,
)
from smartstad_desktop.usecases.plan_document.material import Material, joined
from smartstad_desktop.usecases.plan_document.matrix_figure import matrix_figures

#: As many names are told in a sentence; more are counted.
_NAMED = 12


def vision_section(material: Material) -> Section | None:
    """Return the vision, its promises and the goals, or None when the programme has none of them."""
    phrases, found = material.phrases, material.evidence.goals
    vision = material.evidence.programme.vision.in_language(phrases.language)
    blocks: list[Block] = [paragraph(vision, Manner.LEAD)] if vision else []
    if found.statements:
        said = tuple(
            f"{text.in_language(phrases.language)} ({source})" if source else text.in_language(phrases.language)
            for text, source in found.statements
        )
        blocks.append(BulletList(said))
    if found.rows:
        blocks += [Heading(phrases.text("Goals of the programme"), 3), _goals(material)]
    return Section(Heading(phrases.text("Target vision and goals")), tuple(blocks)) if blocks else None


def _goals(material: Material) -> Table:
    phrases = material.phrases
    columns = (
        Column(phrases.text("No."), 6, Align.RIGHT),
        Column(phrases.text("Goal"), 42),
        Column(phrases.text("What improves"), 58),
    )
    rows = tuple(
        (
            cell(str(material.goal_numbers[goal.id]) if goal.is_end else ""),
            cell(goal.name.in_language(phrases.language), Tone.PLAIN if goal.depth else Tone.STRONG),
            cell(goal.improvement.in_language(phrases.language) or "–"),
        )
        for goal in material.evidence.goals.rows
    )
    return Table(columns, rows, phrases.text("Goals of the programme"))


def matrix_section(material: Material) -> Section | None:
    """Return how the measures serve the goals, as a figure and as a table, and where nothing stands."""
    phrases = material.phrases
    served = {number: material.serves(measure) for number, measure in material.measures}
    if not material.evidence.goals.ends or not any(served.values()):
        return None
    lead = phrases.text(
        "How much each measure contributes to each goal: 1 indirectly, 2 clearly, 3 directly; "
        "below zero means that it works against the goal."
    )
    note = phrases.text("The goals stand by their numbers from the list of goals; the table tells the same in words.")
    blocks: list[Block] = [
        paragraph(lead, Manner.LEAD),
        *matrix_figures(material, served),
        paragraph(note, Manner.NOTE),
    ]
    blocks += _gaps(material, served)
    blocks += [Heading(phrases.text("Measures by goal"), 3), _table(material, served)]
    return Section(Heading(phrases.text("Goal matrix")), tuple(blocks))


def _table(material: Material, served: dict[int, dict[GoalId, int]]) -> Table:
    """Return the figure in words: per goal the numbers of the measures by how much they contribute."""
    phrases = material.phrases
    columns = (
        Column(phrases.text("No."), 6, Align.RIGHT),
        Column(phrases.text("Goal"), 38),
        Column(phrases.text("Directly (3)"), 20),
        Column(phrases.text("Clearly (2)"), 20),
        Column(phrases.text("Indirectly (1)"), 20),
        Column(phrases.text("Works against"), 15),
    )
    by_value: defaultdict[GoalId, defaultdict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for number, values in served.items():
        for goal, value in values.items():
            by_value[goal][max(value, -1)].append(str(number))

    def numbers(goal: GoalId) -> tuple[Cell, ...]:
        return tuple(cell(", ".join(by_value[goal][value]) or "–") for value in (3, 2, 1, -1))

    rows = tuple(
        (
            cell(str(material.goal_numbers[goal.id])),
            cell(goal.name.in_language(phrases.language), Tone.STRONG),
            *numbers(goal.id),
        )
        for goal in material.evidence.goals.ends
    )
    return Table(columns, rows, phrases.text("The measures that contribute to each goal, by number"))


def _gaps(material: Material, served: dict[int, dict[GoalId, int]]) -> list[Block]:
    """Return which goals nothing serves, and which measures and projects serve no goal."""
    phrases, goals = material.phrases, material.evidence.goals
    by_measures = {goal for values in served.values() for goal, value in values.items() if value > 0}
    by_projects = {goal for values in goals.served.values() for goal, value in values.items() if value > 0}
    told: list[str] = []
    without = [goal.name.in_language(phrases.language) for goal in goals.ends if goal.id not in by_measures]
    if without:
        told.append(phrases.text("No measure contributes to: {goals}.", goals=_some(material, without)))
    never = [goal.name.in_language(phrases.language) for goal in goals.ends if goal.id not in by_measures | by_projects]
    if never:
        told.append(phrases.text("No project in the inventory either: {goals}.", goals=_some(material, never)))
    idle = [str(number) for number, values in served.items() if not any(value > 0 for value in values.values())]
    if idle:
        told.append(phrases.text("Measures that contribute to no goal: {numbers}.", numbers=", ".join(idle)))
    told += _idle_projects(material)
    if not told:
        told.append(phrases.text("Every goal is served by a measure, and every measure serves a goal."))
    return [Heading(phrases.text("Gaps"), 3), BulletList(tuple(told))]


def _idle_projects(material: Material) -> list[str]:
    phrases, goals = material.phrases, material.evidence.goals
    ours = material.evidence.inventory.ours
    idle = [row.title for row in ours if not any(value > 0 for value in goals.served.get(row.id, {}).values())]
    if not idle:
        return []
    told = phrases.plural(
        "{count} project in the inventory contributes to no goal.",
        "{count} projects in the inventory contribute to no goal.",
        len(idle),
    )
    if len(idle) > _NAMED:
        return [f"{told} {phrases.text('They have no figure under “Goals” in the appendix of the inventory.')}"]
    return [f"{told} {', '.join(sorted(idle, key=phrases.sort_key))}."]


def _some(material: Material, names: list[str]) -> str:
    """Return names as a list in a sentence; of many the first, and how many more."""
    if len(names) <= _NAMED:
        return joined(names, material.phrases)
    more = material.phrases.plural("and {count} more", "and {count} more", len(names) - _NAMED)
    return f"{', '.join(names[:_NAMED])} {more}"
