"""A second opinion on what to do together: every municipality decides over an equal share of the common budget.

The method of equal shares (Peters and Skowron): a project is chosen when those who want it can pay for it out of their
shares, the best value for money first. The counting is done by pabutools, exactly, in fractions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import Any, Final

from smartstad_desktop.domain.order.affordable import Affordable, Candidate, chosen_set
from smartstad_desktop.domain.values import Kronor, MunicipalityId, ProjectId

#: Shares grow by this part of themselves at a time.
_STEP: Final = Fraction(1, 100)


@dataclass(frozen=True, slots=True, kw_only=True)
class EqualShares:
    """The chosen set, what each municipality would pay of it, and who would have nothing that it wants.

    ``share`` is what each may decide over. ``without_wish`` said nothing about any project with a cost; they are not
    counted among those who share. ``empty_handed`` did, and nothing they want is chosen.
    """

    result: Affordable
    share: Kronor
    pays: dict[MunicipalityId, Kronor]
    empty_handed: tuple[MunicipalityId, ...]
    without_wish: tuple[MunicipalityId, ...]


def equal_shares(
    candidates: Sequence[Candidate],
    wishes: Mapping[MunicipalityId, Mapping[ProjectId, float]],
    budget: Kronor,
    *,
    tops_up: bool = True,
) -> EqualShares:
    """Return what equal shares would choose; *wishes* say how much each project is worth to each municipality.

    A wish of 0 or less is none. Ties go to the candidate that stands first. With ``tops_up`` the shares grow step by
    step until the budget is used, since whole projects seldom add up to exactly a share.
    """
    priced = {each.project: each.cost for each in candidates if each.cost is not None and 0 < each.cost <= budget}
    given = {
        who: {each: gain for each, gain in mine.items() if each in priced and gain > 0} for who, mine in wishes.items()
    }
    wanting = {who: mine for who, mine in given.items() if mine}
    # What costs nothing needs no share; it is chosen when somebody wants it.
    free = [
        each.project
        for each in candidates
        if each.cost == 0 and any(w.get(each.project, 0) > 0 for w in wishes.values())
    ]
    chosen: list[ProjectId] = []
    pays: dict[MunicipalityId, Kronor] = {}
    if wanting:
        chosen, pays = _counted(priced, wanting, budget, tops_up=tops_up)
    result = chosen_set(candidates, [*free, *chosen], budget, wishes)
    taken = set(result.chosen)
    return EqualShares(
        result=result,
        share=Kronor(budget // len(wanting)) if wanting else Kronor(0),
        pays=pays,
        empty_handed=tuple(who for who, mine in wanting.items() if not taken & mine.keys()),
        without_wish=tuple(who for who, mine in given.items() if not mine),
    )


def _counted(
    priced: Mapping[ProjectId, Kronor],
    wanting: Mapping[MunicipalityId, Mapping[ProjectId, float]],
    budget: Kronor,
    *,
    tops_up: bool,
) -> tuple[list[ProjectId], dict[MunicipalityId, Kronor]]:
    from pabutools.election import (  # noqa: PLC0415  loads solvers; only when somebody asks
        Additive_Cardinal_Sat,
        CardinalBallot,
        CardinalProfile,
        Instance,
        Project,
    )
    from pabutools.rules import method_of_equal_shares  # noqa: PLC0415  as above

    # Names that sort as the candidates stand: the library breaks ties by name.
    named: dict[ProjectId, Any] = {
        project: Project(f"{number:06}", cost) for number, (project, cost) in enumerate(priced.items())
    }
    instance = Instance(named.values(), budget_limit=budget)
    ballots = [
        CardinalBallot({named[project]: Fraction(gain).limit_denominator(10**6) for project, gain in mine.items()})
        for mine in wanting.values()
    ]
    found: Any = method_of_equal_shares(
        instance,
        CardinalProfile(ballots, instance=instance),
        sat_class=Additive_Cardinal_Sat,
        voter_budget_increment=Fraction(budget, len(ballots)) * _STEP if tops_up else None,
        analytics=True,
    )
    back = {project.name: key for key, project in named.items()}
    return [back[project.name] for project in found], _paid(found.details.iterations, wanting)


def _paid(rounds: Sequence[Any], wanting: Mapping[MunicipalityId, object]) -> dict[MunicipalityId, Kronor]:
    """Return what each one's share went down by, from the first round of the counting to the last, in whole kronor."""
    spent = [
        # The library counts in fractions of its own kind.
        Fraction(str(before - after))
        for before, after in zip(rounds[0].voters_budget, rounds[-1].voters_budget, strict=True)
    ]
    paid = [floor(each) for each in spent]
    # What rounding down has left goes to those who lost most by it, so that the parts add up to the cost.
    first = sorted(range(len(paid)), key=lambda at: (paid[at] - spent[at], at))
    for at in first[: round(sum(spent)) - sum(paid)]:
        paid[at] += 1
    return {who: Kronor(each) for who, each in zip(wanting, paid, strict=True)}
