"""Whether the first projects by goals would be the first under other plausible weights too.

numpy is loaded with this module; import it where it is used.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from smartstad_desktop.domain.goals.goal_matrix import Answers, Standing, order, result
from smartstad_desktop.domain.order.priority import Plausible
from smartstad_desktop.domain.order.robustness import AT_REST, SEED, Numbers, draw

#: How many places from the top the order is judged by, and how many are looked at for changes of place.
_FIRST: Final = 3
_WATCHED: Final = 8
#: Two neighbours that change places in this share of the weightings are as good as equal.
_OFTEN: Final = 0.25


def standing(rows: Sequence[Answers], weights: Sequence[float], *, rounds: int = AT_REST) -> Standing | None:
    """Return how the order of *rows* stands weights drawn near the given ones; None for too few rows with a result.

    Weights are drawn as for the order by criteria, so that both pages mean the same by plausible.
    """
    results = [result(row, weights) for row in rows]
    ranked = [place for place in order(results) if results[place].value is not None]
    if len(ranked) <= _FIRST:
        return None
    values = _values([rows[place] for place in ranked], weights, rounds)
    # The rest may come in any order; nobody of them may come before the last of the first.
    first = np.all(values[: _FIRST - 1] >= values[1:_FIRST], axis=0) & (
        values[_FIRST - 1] >= values[_FIRST:].max(axis=0)
    )
    watched = values[: max(_FIRST + 1, _WATCHED)]
    changes = np.mean(watched[:-1] < watched[1:], axis=1)
    often = int(np.argmax(changes))
    swapping = (often + 1, often + 2) if changes[often] >= _OFTEN else None
    return Standing(_FIRST, float(np.mean(first)), rounds, swapping)


def _values(rows: Sequence[Answers], weights: Sequence[float], rounds: int) -> Numbers:
    """Return a row per project and a column per weighting: the mean over what is answered."""
    given: Numbers = np.array([[np.nan if answer is None else answer for answer in row] for row in rows], dtype=float)
    answered = (~np.isnan(given)).astype(np.float64)
    drawn = draw(weights, Plausible.NEAR, rounds, np.random.default_rng(SEED)).T.copy()
    top: Numbers = np.einsum("pc,cw->pw", np.nan_to_num(given), drawn)
    bottom: Numbers = np.einsum("pc,cw->pw", answered, drawn)
    # Rounded, so that projects with the same answers never differ by the last digit.
    return np.round(top / bottom, 9)
