"""The computed order as a command.

The JSON document:

- ``weights_from``: ``together`` (a joint weighting) or ``programme`` (the criteria's own weights); ``criteria``: key,
  name, direction, and ``weight`` as a share of the whole.
- ``weightings``: how many weightings near these were tried, from a fixed seed, so that the same file gives the same
  document; ``budget`` (thousands of kronor) and ``within_budget``, the number of rows it reaches from the top.
- ``agreement``: Kendall's W of the municipalities' own orders on their largest common ground: how many ``judges``
  placed how many projects (``compared``). Null with fewer than three of either.
- ``rows``, best first: ``place`` (equal values share one), ``final_place`` (with places by hand), ``key``, ``title``,
  ``municipality``, ``score`` (1–5), ``coverage`` (share of the weight that has an answer), ``parts`` (criterion → what
  it adds to the score), ``scores`` (criterion → score as given), ``cost``, ``keeps_place`` and ``keeps_band`` (share of
  weightings; bands are above and below the budget, or thirds), ``best`` and ``worst`` (places in 90 % of them),
  ``group`` (near-ties have the same number), ``spread`` (between municipalities, each with the weights it arrived at:
  count, mean, lowest, highest, deviation, ``cause``, the criterion that splits them most, and ``criteria``: deviation
  of the scores, Tastle and Wierman's consensus and van der Eijk's polarisation, each 0–1), ``municipalities``
  (key → its score and how far that is from the mean), ``borda_place`` and ``copeland_place`` (by the municipalities'
  own orders), ``by_hand`` (place, reason, decided_by, at) or null, and ``is_confidential``. Below three
  municipalities ``spread`` is null and ``municipalities`` empty. ``lead`` says why the row stands before the next one
  (null for the last): ``points`` is how far, ``criteria`` what each adds to it, and ``swap`` the criterion whose
  weight needs to move least for the two to meet, with its ``share`` and the share ``needed`` (null when none can).
- ``unplaced``: keys of projects that nobody has scored.
"""

from __future__ import annotations

from argparse import Namespace
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, Final

from smartstad_desktop.app.cli_answer import Answer, table
from smartstad_desktop.app.cli_workspace import opened_to_read
from smartstad_desktop.domain.order import order as rules
from smartstad_desktop.domain.order.agreement import orders_agree
from smartstad_desktop.domain.order.disagreement import Said, Split, split
from smartstad_desktop.domain.order.explaining import differences, swaps
from smartstad_desktop.domain.order.priority import FEWEST
from smartstad_desktop.domain.order.robustness import AT_REST, Field, Robustness
from smartstad_desktop.domain.order.scoring import value_of
from smartstad_desktop.domain.order.weighed import Facts
from smartstad_desktop.domain.values import MunicipalityId, ProjectId
from smartstad_desktop.domain.workshop.voting_methods import Counted, borda, copeland
from smartstad_desktop.reads.priority import facts as read_facts
from smartstad_desktop.text.phrases import _, current, ngettext

#: More decimals than these say nothing, and fewer would hide what a place hangs on.
_DECIMALS: Final = 4
_TKR: Final = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    facts: Facts
    made: rules.Order
    firm: Robustness
    group: dict[int, int]
    said: dict[MunicipalityId, Said]
    borda: Counted[ProjectId]
    copeland: Counted[ProjectId]


def rank(arguments: Namespace) -> Answer:
    """Tell the computed order, how firm it is, and where municipalities differ."""
    with opened_to_read(arguments.file) as workspace:
        known = _known(workspace.read(read_facts))
    document = _document(known)
    return Answer(document=document, lines=_lines(document))


def _known(facts: Facts) -> _Known:
    made = rules.order(facts)
    within = None if facts.budget is None else rules.within_budget(made.rows, facts.budget)
    firm = Field(rules.score_rows(facts), facts.directions).robustness(
        made.weights, bands=(within,) if within else (), weightings=AT_REST
    )
    own = list(rules.own_orders(facts).values())
    return _Known(
        facts=facts,
        made=made,
        firm=firm,
        group={at: number for number, group in enumerate(firm.groups, 1) for at in group},
        said=rules.said(facts),
        borda=borda(own),
        copeland=copeland(own),
    )


def _document(known: _Known) -> dict[str, Any]:
    facts, made = known.facts, known.made
    joint = facts.weightings.get(None)
    whole = sum(made.weights) or 1.0
    placed = [row for row in made.rows if row.place is not None]
    at = {project.id: number for number, project in enumerate(facts.projects)}
    return {
        "weights_from": "together" if joint is not None and joint.shares else "programme",
        "criteria": [
            {
                "key": criterion.key,
                "name": criterion.name.in_language(current().language),
                "direction": criterion.direction.value,
                "weight": _round(weight / whole),
            }
            for criterion, weight in zip(facts.criteria, made.weights, strict=True)
        ],
        "weightings": known.firm.weightings,
        "budget": None if facts.budget is None else facts.budget / _TKR,
        "within_budget": None if facts.budget is None else rules.within_budget(made.rows, facts.budget),
        "agreement": _agreement(known),
        "count": len(placed),
        "rows": [
            _row(known, row, at[row.project.id]) | {"lead": _lead(known, row, following)}
            for row, following in zip_longest(placed, placed[1:])
        ],
        "unplaced": [row.project.key for row in made.rows if row.place is None],
    }


def _row(known: _Known, row: rules.Row, at: int) -> dict[str, Any]:
    project, keys = row.project, {judge.id: judge.key for judge in known.facts.municipalities}
    standing = known.firm.standings[at]
    apart = split(project.id, list(known.said.values()), known.facts.directions)
    criteria = [criterion.key for criterion in known.facts.criteria]
    return {
        "place": row.place,
        "final_place": row.final_place,
        "key": project.key,
        "title": project.title,
        "municipality": keys.get(project.municipalities[0]) if project.municipalities else None,
        "score": _round(row.value),
        "coverage": _round(row.valued.coverage),
        "parts": {
            key: _round(part.part) for key, part in zip(criteria, row.parts, strict=True) if part.score is not None
        },
        "scores": {
            key: _round(part.score) for key, part in zip(criteria, row.parts, strict=True) if part.score is not None
        },
        "cost": None if project.cost is None else project.cost / _TKR,
        "keeps_place": _round(standing.keeps_place),
        "keeps_band": _round(standing.keeps_band),
        "best": standing.best,
        "worst": standing.worst,
        "group": known.group[at],
        "spread": None if apart is None else _spread(apart, criteria),
        "municipalities": {} if apart is None else _municipalities(known, row, apart, keys),
        "borda_place": known.borda.places.get(project.id),
        "copeland_place": known.copeland.places.get(project.id),
        "by_hand": None
        if row.by_hand is None
        else {name: getattr(row.by_hand, name) for name in ("place", "reason", "decided_by", "at")},
        "is_confidential": project.is_confidential,
    }


def _lead(known: _Known, row: rules.Row, following: rules.Row | None) -> dict[str, Any] | None:
    if following is None or row.value is None or following.value is None:
        return None
    keys = [criterion.key for criterion in known.facts.criteria]
    mine, its = ([part.score for part in each.parts] for each in (row, following))
    (swap, *_farther) = swaps(mine, its, known.made.weights, known.facts.directions) or (None,)
    return {
        "points": _round(row.value - following.value),
        "criteria": {keys[each.criterion]: _round(each.points) for each in differences(row.valued, following.valued)},
        "swap": None
        if swap is None
        else {"criterion": keys[swap.criterion], "share": _round(swap.share), "needed": _round(swap.needed)},
    }


def _spread(apart: Split, criteria: list[str]) -> dict[str, Any]:
    value = apart.value
    return {
        "count": value.count,
        "mean": _round(value.mean),
        "lowest": _round(value.lowest),
        "highest": _round(value.highest),
        "deviation": _round(value.deviation),
        "cause": None if apart.cause is None else criteria[apart.cause],
        "criteria": {
            key: {
                "deviation": _round(spread.deviation),
                "consensus": _round(apart.consensus[at]),
                "polarisation": _round(apart.polarisation[at]),
            }
            for at, (key, spread) in enumerate(zip(criteria, apart.criteria, strict=True))
            if spread is not None
        },
    }


def _municipalities(
    known: _Known, row: rules.Row, apart: Split, keys: dict[MunicipalityId, str]
) -> dict[str, dict[str, float | None]]:
    found: dict[str, dict[str, float | None]] = {}
    for municipality, said in known.said.items():
        if row.project.id in said.scores:
            value = value_of(said.scores[row.project.id], said.weights, known.facts.directions).value
            if value is not None:
                found[keys[municipality]] = {"score": _round(value), "difference": _round(value - apart.value.mean)}
    return found


def _agreement(known: _Known) -> dict[str, Any] | None:
    found = orders_agree(list(rules.own_orders(known.facts).values()), FEWEST)
    if found is None:
        return None
    return {"kendalls_w": _round(found.kendalls_w), "judges": found.judges, "compared": found.items}


def _lines(document: dict[str, Any]) -> list[str]:
    head = (_("Place"), _("Project"), _("Value"), _("Keeps its place"), _("Spread"), _("By hand"))
    book = current()
    rows = [
        (
            row["place"],
            row["title"],
            book.number(row["score"], 2),
            f"{book.number(100 * row['keeps_place'])} %",
            "–" if row["spread"] is None else f"±{book.number(row['spread']['deviation'], 2)}",
            "" if row["by_hand"] is None else row["final_place"],
        )
        for row in document["rows"]
    ]
    counted = ngettext("{count} project in order", "{count} projects in order", document["count"])
    left = len(document["unplaced"])
    waiting = [ngettext("{count} project has no score yet", "{count} projects have no score yet", left)] if left else []
    return [*table([head, *rows]), counted, *waiting]


def _round(value: float | None) -> float | None:
    # Plus 0.0, or a tiny negative number would be written as -0.0.
    return None if value is None else round(value, _DECIMALS) + 0.0
