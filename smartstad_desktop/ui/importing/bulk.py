"""One answer for many questions: of a column, of a list, or of all lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from smartstad_desktop.domain.lists.import_cells import CellAnswer, CellState
from smartstad_desktop.domain.lists.importing import Answer, Candidate, ImportPlan, ListPlan, Verdict
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.importing.wording import title_of

#: Makes the next plan of the present one.
Deed: TypeAlias = Callable[[ImportPlan], ImportPlan]


@dataclass(frozen=True, slots=True)
class Offer:
    """One line of the menu: what it says, for how many questions, and what it does."""

    text: str
    count: int
    deed: Deed


@dataclass(frozen=True, slots=True)
class Group:
    """Offers for the same questions."""

    title: str
    offers: tuple[Offer, ...]


class BulkMenu(QMenu):
    """The answers that can be given to many questions at once."""

    #: Carries a ``Deed``.
    picked = Signal(object)

    def __init__(self, plan: ImportPlan, at: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for group in groups(plan, at):
            self.addSection(group.title)
            for offer in group.offers:
                action = self.addAction(f"{offer.text} ({offer.count})")
                action.triggered.connect(partial(self._pick, offer.deed))
        self.aboutToHide.connect(self.deleteLater)

    def _pick(self, deed: Deed, _is_on: bool = False) -> None:  # noqa: FBT001, FBT002  Qt passes whether it is checked
        self.picked.emit(deed)


def groups(plan: ImportPlan, at: int) -> list[Group]:
    """Return what can be said to many questions, those of the list *at* first."""
    here = plan.lists[at]
    found = [
        _cells(_("Conflicts in this list"), here, CellState.BOTH, at),
        _columns(here, at),
        _cells(_("Empty cells in this list"), here, CellState.CLEARED, at),
        _rows(_("Similar projects in this list"), [here], Verdict.DUPLICATE, _LIKENESS),
        _rows(_("Missing in this list"), [here], Verdict.MISSING, _MISSING),
    ]
    if len(plan.lists) > 1:
        found += [
            _cells(_("Conflicts in all lists"), plan, CellState.BOTH, None),
            _cells(_("Empty cells in all lists"), plan, CellState.CLEARED, None),
            _rows(_("Similar projects in all lists"), plan.lists, Verdict.DUPLICATE, _LIKENESS),
        ]
    return [group for group in found if group.offers]


_LIKENESS = (Answer.LINK, Answer.OWN)
_MISSING = (Answer.KEEP, Answer.FINISH)


def _cell_words(state: CellState, answer: CellAnswer) -> str:
    if state is CellState.CLEARED:
        return _("Keep what we have") if answer is CellAnswer.OURS else _("Empty the fields")
    return _("Keep ours") if answer is CellAnswer.OURS else _("Take the list’s")


def _row_words(answer: Answer) -> str:
    match answer:
        case Answer.LINK:
            return _("Projects of their own, linked")
        case Answer.OWN:
            return _("Projects of their own")
        case Answer.FINISH:
            return _("They are completed")
        case _:
            return _("Keep them as they are")


def _candidates(source: ImportPlan | ListPlan) -> Iterable[Candidate]:
    lists = source.lists if isinstance(source, ImportPlan) else (source,)
    return (each for one in lists for each in one.candidates if each.answer is not Answer.SKIP)


def _cells(title: str, source: ImportPlan | ListPlan, state: CellState, at: int | None) -> Group:
    count = sum(cell.state is state for each in _candidates(source) for cell in each.cells)
    offers = (
        Offer(_cell_words(state, answer), count, partial(_answer_cells, answer, name=None, at=at, state=state))
        for answer in (CellAnswer.OURS, CellAnswer.THEIRS)
    )
    return Group(title, tuple(offers) if count > 1 else ())


def _columns(source: ListPlan, at: int) -> Group:
    counts = Counter(cell.field for each in _candidates(source) for cell in each.cells if cell.state is CellState.BOTH)
    several = {field: count for field, count in counts.items() if count > 1} if len(counts) > 1 else {}
    offers = tuple(
        Offer(
            f"{title_of(field)}: {_cell_words(CellState.BOTH, answer)}",
            count,
            partial(_answer_cells, answer, name=field, at=at, state=CellState.BOTH),
        )
        for field, count in several.items()
        for answer in (CellAnswer.OURS, CellAnswer.THEIRS)
    )
    return Group(_("One column"), offers)


def _rows(title: str, lists: Iterable[ListPlan], verdict: Verdict, said: tuple[Answer, ...]) -> Group:
    keys = frozenset(
        each.key
        for one in lists
        for each in _candidates(one)
        if each.verdict is verdict and (verdict is not Verdict.DUPLICATE or each.twin is not None)
    )
    offers = (Offer(_row_words(answer), len(keys), partial(_answer_rows, answer, keys)) for answer in said)
    return Group(title, tuple(offers) if len(keys) > 1 else ())


def _answer_cells(
    answer: CellAnswer, plan: ImportPlan, *, name: str | None, at: int | None, state: CellState
) -> ImportPlan:
    return plan.answered_cells(answer, name=name, list_index=at, state=state)


def _answer_rows(answer: Answer, keys: frozenset[object], plan: ImportPlan) -> ImportPlan:
    return plan.changed(lambda each: each.answered(answer) if each.key in keys else each)
