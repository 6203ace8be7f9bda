"""The figures of a report are those that its own pages show."""

from __future__ import annotations

from smartstad_desktop.domain.follow_up.figures import Figure
from smartstad_desktop.domain.programme.budget import BudgetKind
from smartstad_desktop.domain.values import ProjectId
from smartstad_desktop.reads.follow_up.figures import figures
from smartstad_desktop.reads.follow_up.reuse import shared_results
from smartstad_desktop.reads.programme.budget import budget
from smartstad_desktop.usecases.inventory.inventory import SetConfidential
from smartstad_desktop.usecases.programme.budget import AddBudgetLine
from smartstad_desktop.usecases.workspace import Workspace


def test_money_is_what_the_budget_comes_to_in_the_currency_of_the_programme(demo: Workspace) -> None:
    before = demo.read(figures)
    grant = {"kind": BudgetKind.GRANT, "currency": "SEK"}
    # The shares make up the total, so what has been used stands with them; foreign money is never added.
    total = demo.run(AddBudgetLine(fields=grant | {"name": "Bidrag", "amount": 900, "used": 700})).value
    for name in ("Ett", "Två"):
        demo.run(AddBudgetLine(fields=grant | {"name": name, "amount": 450, "used": 350}, parent=total))
    # A total that nobody has stated is what its shares come to.
    unstated = demo.run(AddBudgetLine(fields=grant | {"name": "Tillägg"})).value
    demo.run(AddBudgetLine(fields=grant | {"name": "Tre", "amount": 100, "used": 10}, parent=unstated))
    demo.run(AddBudgetLine(fields=grant | {"name": "Norska medel", "currency": "NOK", "amount": 7000, "used": 7000}))

    now = demo.read(figures)
    assert (now[Figure.GRANTED] - before[Figure.GRANTED], now[Figure.USED] - before[Figure.USED]) == (1000, 710)
    funding = next(each for each in demo.read(budget).fundings if each.currency == "SEK")
    assert (now[Figure.GRANTED], now[Figure.USED]) == (funding.by_kind[BudgetKind.GRANT], funding.used)


def test_a_result_is_not_shared_once_its_project_is_confidential(demo: Workspace) -> None:
    case, project = demo.read(
        lambda connection: connection.exec_driver_sql(
            "SELECT c.id, c.project_id FROM testbed_case t JOIN routine_case c ON c.id = t.case_id "
            "WHERE t.shared_on IS NOT NULL AND c.project_id IS NOT NULL AND NOT c.is_confidential"
        ).one()
    )
    before = demo.read(shared_results)
    hidden = {(each.project, each.case) for each in before if each.project == project or each.case == case}
    assert (None, case) in hidden
    demo.run(SetConfidential(projects=(ProjectId(project),), is_confidential=True, reason="Sekretess"))

    now = demo.read(shared_results)
    assert {(each.project, each.case) for each in before} - {(each.project, each.case) for each in now} == hidden
    assert demo.read(figures)[Figure.SHARED] == len(now) == len(before) - len(hidden)
