"""What the order says in sentences: how well it holds, why one comes before another, what would swap them."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.domain.order.explaining import differences, swaps
from smartstad_desktop.domain.order.order import Row, scores_of
from smartstad_desktop.domain.order.weighed import Criterion
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.ui.order.outlook import FIRST, Outlook

#: From this share of the weightings on, an order is said to hold.
_FIRM: Final = 0.8
#: A lead smaller than this is none that anybody can see.
_VISIBLE: Final = 0.005
_NAMED: Final = 2
#: A move of more than this share of all weight is not worth telling: it would be another set of criteria.
_FAR: Final = 0.5


def name_of(criterion: Criterion) -> str:
    """Return what a criterion is called in the window's language."""
    return criterion.name.in_language(current().language)


def standing(outlook: Outlook) -> tuple[str, str]:
    """Return how well the order holds, as a short claim and a sentence; nothing when there is too little to say."""
    robust = outlook.robust
    placed = [row for row in outlook.order.rows if row.place is not None]
    if robust is None or len(placed) < 2:  # noqa: PLR2004  one alone has no order
        return "", ""
    first = min(FIRST, len(placed))
    numbers = {project.id: number for number, project in enumerate(outlook.facts.projects)}
    standings = [robust.standings[numbers[row.project.id]] for row in placed[:first]]
    share = min(each.keeps_band for each in standings)
    number, percent = current().number, current().percent
    claim = _("The order holds.") if share >= _FIRM else _("The order is close.")
    sentence = _(
        "Each of the first {count} stays among them in at least {share} of {weightings} plausible weightings.",
        count=number(first),
        share=percent(share),
        weightings=number(robust.weightings),
    )
    return claim, sentence


def near_ties(outlook: Outlook) -> str:
    """Return which projects cannot be told apart, the best group only."""
    robust = outlook.robust
    if robust is None:
        return ""
    group = next((each for each in robust.groups if len(each) > 1), ())
    rows = {row.project.id: row for row in outlook.order.rows}
    titles = [rows[outlook.facts.projects[at].id] for at in group]
    if not titles:
        return ""
    places = sorted(row.place for row in titles if row.place is not None)
    return ngettext(
        "Places {first}–{last} change with small shifts of the weights: {count} project too even to rank.",
        "Places {first}–{last} change with small shifts of the weights: {count} projects too even to rank.",
        len(titles),
        first=places[0],
        last=places[-1],
    )


def why_before(outlook: Outlook, first: Row, second: Row) -> str:
    """Return in one sentence why *first* comes before *second*."""
    if first.value is None or second.value is None:
        return _("Nothing is known yet about one of them.")
    found = differences(first.valued, second.valued)
    names = [name_of(criterion) for criterion in outlook.facts.criteria]
    for_it = [names[each.criterion] for each in found if each.points > _VISIBLE][:_NAMED]
    against = [names[each.criterion] for each in reversed(found) if each.points < -_VISIBLE][:1]
    if not for_it:
        return _(
            "{first} and {second} are equal by these weights.", first=first.project.title, second=second.project.title
        )
    mostly = _(" and ").join(for_it)
    if against:
        return _(
            "{first} comes before {second} mostly because of {criteria}, although {second} is better on {other}.",
            first=first.project.title,
            second=second.project.title,
            criteria=mostly,
            other=against[0],
        )
    return _(
        "{first} comes before {second} mostly because of {criteria}.",
        first=first.project.title,
        second=second.project.title,
        criteria=mostly,
    )


def what_would_swap(outlook: Outlook, first: Row, second: Row) -> str:
    """Return how far the nearest single weight would have to move for the two to change places."""
    facts = outlook.facts
    one, other = scores_of(facts, first.project.id), scores_of(facts, second.project.id)
    found = swaps(one, other, outlook.weights, facts.directions)
    if not found or abs(found[0].move) > _FAR:
        return _("No single weight can swap them within reason.")
    nearest = found[0]
    # A small way shows only behind the comma: 9 % instead of 9 % would say nothing.
    told = next(
        (
            (needed, share)
            for decimals in (0, 1, 2)
            for needed, share in [(_percent(nearest.needed, decimals), _percent(nearest.share, decimals))]
            if needed != share
        ),
        None,
    )
    if told is None:
        return _("They are as good as equal.")
    return _(
        "They would be equal if “{criterion}” weighed {needed} instead of {share}.",
        criterion=name_of(facts.criteria[nearest.criterion]),
        needed=told[0],
        share=told[1],
    )


def _percent(share: float, decimals: int) -> str:
    whole = current().percent(share)
    return whole.replace(current().number(100 * share), current().number(100 * share, decimals))
