"""Rounds of voting: what is locked, what is counted, and that nothing is lost on the way there and back."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smartstad_desktop.domain.values import BoardId, Language, MunicipalityId, ProjectId, RoundId, SessionId
from smartstad_desktop.domain.workshop.ballots import KronorLeft, OwnProject, TooManyMarks
from smartstad_desktop.domain.workshop.meeting import (
    AnonymousUnit,
    MoreBallotsThanPeople,
    NotRevealed,
    Phase,
    RoundEmpty,
    RoundLocked,
    RoundNotOpen,
    Whose,
    WrongCaster,
)
from smartstad_desktop.domain.workshop.voting import EFFORT, IMPACT, Channel, Method, Unit, Visibility
from smartstad_desktop.reads.board import board as read_board
from smartstad_desktop.reads.priority import criteria
from smartstad_desktop.reads.workshop.results import outcome
from smartstad_desktop.reads.workshop.rounds import RoundSheet, said
from smartstad_desktop.usecases.board import CreateBoard, default_columns
from smartstad_desktop.usecases.order.criteria import AddCriterion, EditCriterion
from smartstad_desktop.usecases.placing import PlaceCards
from smartstad_desktop.usecases.workshop.ballots import (
    CastBallots,
    CastMarks,
    ClearBallots,
    FinishBallot,
    NewMark,
    WholeBallot,
)
from smartstad_desktop.usecases.workshop.deciding import ProposePlaces
from smartstad_desktop.usecases.workshop.round_phases import SetPhase
from smartstad_desktop.usecases.workshop.rounds import (
    DeleteRounds,
    EditRound,
    EditRoundItem,
    PlanRound,
    RepeatRound,
    SetRoundItems,
)
from smartstad_desktop.usecases.workshop.sessions import EditSession
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.voting import mark, plan, sheet_of

ONE, TWO, THREE = (Whose(municipality=MunicipalityId(number)) for number in (1, 2, 3))


def test_items_have_numbers_in_an_order_that_only_the_seed_decides(
    workspace: Workspace, session: SessionId, projects: tuple[ProjectId, ...]
) -> None:
    orders = {
        tuple(
            item.project
            for item in sheet_of(
                workspace,
                workspace.run(PlanRound(session=session, method=Method.DOTS, projects=mixed, seed=7)).value,
            ).items
        )
        for mixed in list(permutations(projects))[:6]
    }
    assert len(orders) == 1
    assert set(orders.pop()) == set(projects)


def test_an_open_round_is_locked_and_a_change_means_a_new_round(
    workspace: Workspace, session: SessionId, projects: tuple[ProjectId, ...]
) -> None:
    locked = plan(workspace, session, Method.DOTS, projects, marks=3)
    item = sheet_of(workspace, locked).items[0].id
    for command in (
        EditRound(round=locked, changes={"marks": 5}),
        SetRoundItems(round=locked, projects=projects[:2]),
        EditRoundItem(item=item, is_unclear=True),
        DeleteRounds(rounds=(locked,)),
    ):
        with pytest.raises(RoundLocked):
            workspace.run(command)
    workspace.run(SetPhase(round=locked, phase=Phase.CLARIFY))
    with pytest.raises(RoundLocked):
        workspace.run(EditRound(round=locked, changes={"marks": 5}))

    again: RoundId = workspace.run(RepeatRound(round=locked)).value
    workspace.run(EditRound(round=again, changes={"marks": 5}))
    assert sheet_of(workspace, again).rules.marks == 5
    assert sheet_of(workspace, again).repeats == locked
    assert [each.number for each in sheet_of(workspace, again).items] == [1, 2, 3, 4]
    assert sheet_of(workspace, locked).rules.marks == 3


def test_an_empty_round_is_not_opened_and_nothing_follows_without_a_reveal(
    workspace: Workspace, session: SessionId, projects: tuple[ProjectId, ...]
) -> None:
    empty: RoundId = workspace.run(PlanRound(session=session, method=Method.DOTS)).value
    with pytest.raises(RoundEmpty):
        workspace.run(SetPhase(round=empty, phase=Phase.SILENT))
    opened = plan(workspace, session, Method.DOTS, projects)
    with pytest.raises(NotRevealed):
        workspace.run(SetPhase(round=opened, phase=Phase.DECIDE))
    assert sheet_of(workspace, opened).phase is Phase.SILENT


def test_ballots_are_taken_in_the_silent_phase_from_those_who_are_asked(
    workspace: Workspace, session: SessionId, projects: tuple[ProjectId, ...]
) -> None:
    opened = plan(workspace, session, Method.DOTS, projects, marks=2)
    sheet = sheet_of(workspace, opened)
    with pytest.raises(WrongCaster):
        workspace.run(CastMarks(round=opened, whose=Whose(number=1), marks=(mark(sheet, 1, 1),)))
    workspace.run(CastMarks(round=opened, whose=ONE, marks=(mark(sheet, 1, 1), mark(sheet, 2, 1))))
    with pytest.raises(TooManyMarks):
        workspace.run(CastMarks(round=opened, whose=ONE, marks=(mark(sheet, 3, 1),)))
    workspace.run(FinishBallot(round=opened, whose=ONE))
    assert sheet_of(workspace, opened).done == 1
    workspace.run(SetPhase(round=opened, phase=Phase.REVEAL))
    with pytest.raises(RoundNotOpen):
        workspace.run(CastMarks(round=opened, whose=TWO, marks=(mark(sheet, 1, 1),)))


def test_going_back_loses_nothing_and_the_reveal_cannot_be_undone(
    workspace: Workspace, session: SessionId, projects: tuple[ProjectId, ...]
) -> None:
    opened = plan(workspace, session, Method.DOTS, projects, marks=2)
    sheet = sheet_of(workspace, opened)
    workspace.run(CastMarks(round=opened, whose=ONE, marks=(mark(sheet, 1, 1), mark(sheet, 2, 1))))
    workspace.run(FinishBallot(round=opened, whose=ONE))
    for phase in (Phase.REVEAL, Phase.DISCUSS, Phase.DECIDE, Phase.DISCUSS, Phase.SILENT, Phase.CLARIFY, Phase.SILENT):
        workspace.run(SetPhase(round=opened, phase=phase))
    answers = workspace.read(said, opened)
    assert len(answers[ONE]) == 2
    assert sheet_of(workspace, opened).done == 1
    workspace.run(SetPhase(round=opened, phase=Phase.REVEAL))
    assert workspace.to_undo() is None


def test_a_hundred_kronor_are_all_given_before_a_ballot_is_done(
    workspace: Workspace, session: SessionId, projects: tuple[ProjectId, ...]
) -> None:
    opened = plan(workspace, session, Method.HUNDRED, projects)
    sheet = sheet_of(workspace, opened)
    workspace.run(CastMarks(round=opened, whose=ONE, marks=(mark(sheet, 1, 60),)))
    with pytest.raises(KronorLeft):
        workspace.run(FinishBallot(round=opened, whose=ONE))
    workspace.run(CastMarks(round=opened, whose=ONE, marks=(mark(sheet, 2, 40),)))
    workspace.run(FinishBallot(round=opened, whose=ONE))
    workspace.run(FinishBallot(round=opened, whose=TWO, is_blank=True))
    found = workspace.read(outcome, opened)
    assert found is not None
    assert found.tally.result(1) is not None
    assert [found.tally.ballots_cast, found.tally.blank] == [2, 1]
    first = found.tally.result(1)
    assert first is not None
    assert first.value == 60


def test_who_owns_a_project_leaves_it_to_the_others(
    workspace: Workspace, session: SessionId, projects: tuple[ProjectId, ...]
) -> None:
    opened = plan(workspace, session, Method.IMPACT_EFFORT, projects, has_recusal=True)
    sheet = sheet_of(workspace, opened)
    own = next(item.number for item in sheet.items if item.project == projects[0])
    with pytest.raises(OwnProject):
        workspace.run(CastMarks(round=opened, whose=ONE, marks=(mark(sheet, own, 7, IMPACT),)))
    workspace.run(CastMarks(round=opened, whose=TWO, marks=(mark(sheet, own, 7, IMPACT), mark(sheet, own, 2, EFFORT))))
    assert len(workspace.read(said, opened)[TWO]) == 2


def test_nothing_in_the_file_tells_whose_an_anonymous_ballot_is(
    workspace: Workspace, session: SessionId, projects: tuple[ProjectId, ...]
) -> None:
    with pytest.raises(AnonymousUnit):
        workspace.run(PlanRound(session=session, method=Method.DOTS, rules={"visibility": Visibility.ANONYMOUS.value}))
    rules = {"unit": Unit.PERSON.value, "visibility": Visibility.ANONYMOUS.value}
    opened = plan(workspace, session, Method.DOTS, projects, **rules)
    sheet = sheet_of(workspace, opened)
    assert [caster.whose.number for caster in sheet.casters] == [1, 2, 3]
    workspace.run(CastMarks(round=opened, whose=Whose(number=2), marks=(mark(sheet, 1, 1),), channel=Channel.PAPER))
    assert list(workspace.read(said, opened)) == [Whose(number=2)]
    with pytest.raises(MoreBallotsThanPeople):
        workspace.run(CastMarks(round=opened, whose=Whose(number=4), marks=(mark(sheet, 1, 1),)))
    after = sheet_of(workspace, opened)
    assert all(caster.municipality is None and not caster.label for caster in after.casters)


def test_criteria_and_weights_are_what_they_were_when_the_round_was_opened(
    workspace: Workspace, session: SessionId, projects: tuple[ProjectId, ...]
) -> None:

    workspace.run(AddCriterion(fields={"name_sv": "Effekt", "weight": 60}))
    workspace.run(AddCriterion(fields={"name_sv": "Genomförbarhet", "weight": 40}))
    opened = plan(workspace, session, Method.CRITERIA, projects)
    before = sheet_of(workspace, opened).criteria
    assert [each.name.sv for each in before][-2:] == ["Effekt", "Genomförbarhet"]
    workspace.run(EditCriterion(criterion=workspace.read(criteria)[-1].id, changes={"weight": 90, "name_sv": "Annat"}))
    assert sheet_of(workspace, opened).criteria == before


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_neither_order_nor_channel_nor_a_restart_changes_a_result(
    workspace: Workspace,
    session: SessionId,
    projects: tuple[ProjectId, ...],
    data: st.DataObject,
) -> None:
    method = data.draw(st.sampled_from([Method.DOTS, Method.IMPACT_EFFORT, Method.RANKING]))
    casters = data.draw(st.permutations([ONE, TWO, THREE]))
    order = data.draw(st.permutations([1, 2, 3, 4]))
    channel = data.draw(st.sampled_from(list(Channel)))
    by_hand = plan(workspace, session, method, projects, marks=4, has_recusal=False)
    at_once = plan(workspace, session, method, projects, marks=4, has_recusal=False)
    for whose in casters:
        for number in order:
            each = _marks(sheet_of(workspace, by_hand), method, whose, number)
            workspace.run(CastMarks(round=by_hand, whose=whose, marks=each, channel=channel))
        workspace.run(FinishBallot(round=by_hand, whose=whose))
    whole = tuple(
        WholeBallot(
            whose=whose,
            marks=tuple(
                each for number in (1, 2, 3, 4) for each in _marks(sheet_of(workspace, at_once), method, whose, number)
            ),
        )
        for whose in (ONE, TWO, THREE)
    )
    workspace.run(CastBallots(round=at_once, ballots=whole))
    first, second = workspace.read(outcome, by_hand), workspace.read(outcome, at_once)
    assert first is not None
    assert second is not None
    assert first.tally == second.tally
    assert first.tally.ballots_cast == len(casters)


def _marks(sheet: RoundSheet, method: Method, whose: Whose, number: int) -> tuple[NewMark, ...]:
    value = (number * 3 + (whose.municipality or 0)) % 4 + 1
    match method:
        case Method.IMPACT_EFFORT:
            return mark(sheet, number, value, IMPACT), mark(sheet, number, 5 - value, EFFORT)
        case Method.RANKING:
            return (mark(sheet, number, value),)
        case _:
            return (mark(sheet, number, 1),)


def test_undo_takes_a_ballot_back_and_the_result_is_the_one_before(
    workspace: Workspace, session: SessionId, projects: tuple[ProjectId, ...]
) -> None:
    opened = plan(workspace, session, Method.DOTS, projects, marks=2)
    sheet = sheet_of(workspace, opened)
    for whose in (ONE, TWO):
        workspace.run(CastMarks(round=opened, whose=whose, marks=(mark(sheet, 1, 1),)))
        workspace.run(FinishBallot(round=opened, whose=whose))
    before = workspace.read(outcome, opened)
    workspace.run(ClearBallots(round=opened, whose=(ONE, TWO)))
    assert sheet_of(workspace, opened).done == 0
    workspace.undo()
    after = workspace.read(outcome, opened)
    assert before is not None
    assert after is not None
    assert after.tally == before.tally


def test_a_restart_finds_the_round_where_it_was(
    workspace: Workspace, session: SessionId, projects: tuple[ProjectId, ...], tmp_path: Path
) -> None:
    opened = plan(workspace, session, Method.DOTS, projects, marks=2)
    sheet = sheet_of(workspace, opened)
    workspace.run(CastMarks(round=opened, whose=ONE, marks=(mark(sheet, 1, 1),)))
    expected = sheet_of(workspace, opened)
    copy = tmp_path / "after.smartstad"
    copy.write_bytes(workspace.private_copy())
    with Workspace.open(copy) as again:
        assert sheet_of(again, opened) == expected


def test_the_result_is_laid_out_on_the_board_and_what_a_hand_put_there_stays(
    workspace: Workspace, session: SessionId, projects: tuple[ProjectId, ...]
) -> None:

    board: BoardId = workspace.run(CreateBoard(name="Beslut", columns=default_columns(Language.SV, 2026))).value
    workspace.run(EditSession(session=session, changes={"board": board}))
    opened = plan(workspace, session, Method.DOTS, projects, marks=2)
    sheet = sheet_of(workspace, opened)
    shown = workspace.read(read_board, board)
    assert shown is not None
    by_hand = projects[3]
    workspace.run(PlaceCards(board=board, projects=(by_hand,), column=shown.columns[-1].id))
    liked = next(item.number for item in sheet.items if item.project == projects[0])
    for whose in (ONE, TWO, THREE):
        workspace.run(CastMarks(round=opened, whose=whose, marks=(mark(sheet, liked, 1),)))
        workspace.run(FinishBallot(round=opened, whose=whose))
    workspace.run(SetPhase(round=opened, phase=Phase.REVEAL))
    assert workspace.run(ProposePlaces(round=opened)).value == 3
    shown = workspace.read(read_board, board)
    assert shown is not None
    lying = {card.project: column.name for column in shown.columns for card in column.cards}
    assert lying[projects[0]] == shown.columns[0].name
    assert lying[by_hand] == shown.columns[-1].name
