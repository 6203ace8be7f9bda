"""The budget: totals hold or say that they do not, currencies stay apart, shares follow their total."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from smartstad_desktop.domain.programme.budget import (
    BudgetKind,
    BudgetNameMissing,
    BudgetYearsReversed,
    CurrencyUnknown,
    Dimension,
    ShareInOtherCurrency,
    ShareOfItself,
    Sum,
    laid_out,
    total,
)
from smartstad_desktop.reads.programme.budget import BudgetRow, budget
from smartstad_desktop.usecases.programme.budget import (
    AddBudgetLine,
    EditBudgetLine,
    MoveBudgetLine,
    RemoveBudgetLines,
)
from smartstad_desktop.usecases.surroundings import Surroundings
from smartstad_desktop.usecases.templates.templates import create_workspace
from smartstad_desktop.usecases.workspace import Workspace


def line(workspace: Workspace, name: str) -> BudgetRow:
    return next(row for row in workspace.read(budget).rows if row.name.startswith(name))


@pytest.mark.parametrize(
    ("stated", "shares", "state", "difference"),
    [
        (800_000, (700_000, 100_000), Sum.HOLDS, 0),
        (800_000, (700_000, 50_000), Sum.DIFFERS, -50_000),
        (800_000, (700_000, None), Sum.PARTLY, -100_000),
        (800_000, (900_000, None), Sum.DIFFERS, 100_000),
        (800_000, (), Sum.ALONE, 0),
        (None, (700_000,), Sum.UNSTATED, 0),
    ],
)
def test_a_total_says_how_it_stands_to_its_shares(
    stated: int | None, shares: tuple[int | None, ...], state: Sum, difference: int
) -> None:
    assert (total(stated, shares).state, total(stated, shares).difference) == (state, difference)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Workspace]:
    def make(key: str) -> Workspace:
        path: Path = tmp_path_factory.mktemp("budget") / f"{key}.smartstad"
        return create_workspace(path, key, surroundings=Surroundings(backups=None))

    return make


def test_the_sums_of_the_seed_texts_hold_and_a_frame_is_never_added_to_a_grant(
    made: Callable[[str], Workspace],
) -> None:
    with made("h22") as h22:
        whole = line(h22, "Avsatta medel")
        assert (whole.amount, whole.total.state) == (250_000_000, Sum.HOLDS)
        years = laid_out(h22.read(budget).moneys, Dimension.YEAR)
        assert years == {"2020–2022": 250_000_000}
    with made("ostfold") as ostfold:
        (funding,) = ostfold.read(budget).fundings
        assert funding.by_kind == {BudgetKind.FRAME: 32_000_000, BudgetKind.GRANT: 4_800_000}
        assert funding.gap == 27_200_000


def test_a_share_that_breaks_the_total_is_told_and_undo_mends_it(demo: Workspace) -> None:
    share = line(demo, "Studieresor")
    assert demo.read(budget).troubles == ()
    demo.run(EditBudgetLine(line=share.id, changes={"amount": 150_000}))

    assert [(row.name, row.total.difference) for row in demo.read(budget).troubles] == [("Sökta medel", 50_000)]
    demo.undo()
    assert demo.read(budget).troubles == ()


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"name": " "}, BudgetNameMissing),
        ({"name": "Resor", "first_year": 2028, "last_year": 2027}, BudgetYearsReversed),
        ({"name": "Resor", "currency": "kronor"}, CurrencyUnknown),
        ({"name": "Resor", "currency": "EUR"}, ShareInOtherCurrency),
    ],
)
def test_a_line_that_does_not_fit_changes_nothing(
    demo: Workspace, fields: dict[str, Any], error: type[Exception]
) -> None:
    before = demo.read(budget)
    with pytest.raises(error):
        demo.run(AddBudgetLine(fields=fields, parent=line(demo, "Sökta medel").id))
    assert demo.read(budget) == before


def test_shares_follow_their_total(demo: Workspace) -> None:
    whole, share = line(demo, "Sökta medel"), line(demo, "Studieresor")
    with pytest.raises(ShareOfItself):
        demo.run(MoveBudgetLine(line=whole.id, parent=share.id))
    demo.run(EditBudgetLine(line=whole.id, changes={"currency": "eur"}))
    assert line(demo, "Studieresor").currency == "EUR"

    demo.run(MoveBudgetLine(line=share.id, parent=None, before=whole.id))
    moved = line(demo, "Studieresor")
    assert (moved.depth, moved.parent) == (0, None)
    names = [row.name for row in demo.read(budget).rows]
    assert names.index("Studieresor och möten") < names.index("Sökta medel")

    demo.run(RemoveBudgetLines(lines=(whole.id,)))
    assert not any(row.name.startswith("Lön") for row in demo.read(budget).rows)
