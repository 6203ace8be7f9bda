"""Weights by comparing criteria two and two; every answer is kept at once, so that one can leave and come back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.order.priority import PairsIncomplete
from smartstad_desktop.domain.order.weighed import Criterion
from smartstad_desktop.domain.order.weights import Compared, from_pairs
from smartstad_desktop.domain.values import CriterionId
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.order.pair_scale import PairScale, times_words
from smartstad_desktop.ui.order.sentences import name_of

_SIDE: Final = Qt.AlignmentFlag


class PairsWay(QWidget):
    """One pair at a time."""

    #: The answers are other ones.
    changed = Signal()
    #: Carries what was said about one pair: ``{(one, other): ratio}``, None to take it back.
    compared = Signal(object)

    def __init__(self, criteria: Sequence[Criterion], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = [name_of(each) for each in criteria]
        self._ids = [each.id for each in criteria]
        self.pairs = list(combinations(range(len(criteria)), 2))
        self.answers: dict[tuple[int, int], float] = {}
        self._holds_weights = False
        self.at = 0
        self.progress = Label("", Type.CAPTION, Weight.SEMIBOLD, Role.INK_SOFT)
        self.first = Label("", Type.STRONG, Weight.BOLD, wraps=True)
        self.second = Label("", Type.STRONG, Weight.BOLD, wraps=True)
        self.scale = PairScale()
        self.scale.compared.connect(self._answer)
        self.said = Label("", Type.BODY, wraps=True)
        self.fit = Label("", Type.BODY, role=Role.INK_SOFT, wraps=True)
        self.back = Button(_("Previous pair"), icon="arrow-left")
        self.next = Button(_("Next pair"), icon="arrow-right")
        self.worst = Button(_("Show the pair that fits worst"))
        self.back.clicked.connect(lambda: self.show_pair(self.at - 1))
        self.next.clicked.connect(lambda: self.show_pair(self.at + 1))
        self.worst.clicked.connect(self._show_worst)
        self._arrange()

    def _arrange(self) -> None:
        space = theme.current().space
        self.second.setAlignment(_SIDE.AlignRight | _SIDE.AlignTop)
        names = QHBoxLayout()
        names.addWidget(self.first, 1)
        names.addSpacing(space(24))
        names.addWidget(self.second, 1)
        middle = Label(_("← more important · 1 = as important · more important →"), Type.CAPTION, role=Role.INK_SOFT)
        middle.setAlignment(_SIDE.AlignHCenter)
        steps = QHBoxLayout()
        steps.addWidget(self.back)
        steps.addWidget(self.next)
        steps.addStretch(1)
        worst = QHBoxLayout()
        worst.addWidget(self.worst)
        worst.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(10))
        column.addWidget(self.progress)
        column.addLayout(names)
        column.addWidget(self.scale)
        column.addWidget(middle)
        column.addWidget(self.said)
        column.addLayout(steps)
        column.addSpacing(space(8))
        column.addWidget(self.fit)
        column.addLayout(worst)
        column.addStretch(1)

    def show_answers(
        self, pairs: Mapping[tuple[CriterionId, CriterionId], float], *, is_other: bool, holds_weights: bool
    ) -> None:
        """Show what was said so far; of another one who answers, the first open pair comes first.

        *holds_weights* tells whether there are weights that stay in force while answers are too few.
        """
        self._holds_weights = holds_weights
        place = {criterion: number for number, criterion in enumerate(self._ids)}
        self.answers = {}
        for (one, other), ratio in pairs.items():
            at, beside = place[one], place[other]
            self.answers[min(at, beside), max(at, beside)] = ratio if at < beside else 1 / ratio
        if is_other:
            self.at = next((number for number, pair in enumerate(self.pairs) if pair not in self.answers), 0)
        self._show()

    def show_pair(self, number: int) -> None:
        """Show a pair."""
        self.at = max(0, min(len(self.pairs) - 1, number))
        self._show()
        self.scale.setFocus()

    def found(self) -> Compared | None:
        """Return the weights that follow, or None while the answers do not link all criteria."""
        try:
            return from_pairs(len(self._ids), self.answers)
        except PairsIncomplete:
            return None

    def weights(self) -> tuple[float, ...] | None:
        """Return the shares, or None while there are too few answers."""
        found = self.found()
        return None if found is None else found.shares

    def _answer(self, ratio: float | None) -> None:
        one, other = self.pairs[self.at]
        self.compared.emit({(self._ids[one], self._ids[other]): ratio})

    def _show_worst(self) -> None:
        found = self.found()
        if found is not None and found.worst is not None:
            self.show_pair(self.pairs.index(found.worst[:2]))

    def _show(self) -> None:
        if not self.pairs:
            return
        number = current().number
        one, other = self.pairs[self.at]
        self.progress.setText(
            _(
                "Pair {at} of {all} · {done} answered",
                at=number(self.at + 1),
                all=number(len(self.pairs)),
                done=number(len(self.answers)),
            )
        )
        self.first.setText(self._names[one])
        self.second.setText(self._names[other])
        self.scale.show_pair(self._names[one], self._names[other], self.answers.get((one, other)))
        self.said.setText(self.scale.told())
        self.back.setEnabled(self.at > 0)
        self.next.setEnabled(self.at + 1 < len(self.pairs))
        found = self.found()
        self.fit.setText(self._fit(found))
        self.worst.setVisible(found is not None and not found.is_consistent and found.worst is not None)
        self.changed.emit()

    def _fit(self, found: Compared | None) -> str:
        """Return in plain words how well the answers go together."""
        if found is None:
            told = _("There are weights as soon as every criterion has been compared with another one.")
            kept = _("Until then the weights stay as they are.") if self._holds_weights else ""
            return f"{told} {kept}".strip()
        if found.consistency_ratio is None:
            return _("The weights can be used. The more pairs are answered, the surer they are.")
        ratio = current().number(found.consistency_ratio, 2)
        if found.is_consistent or found.worst is None:
            return _("The answers go well together (consistency ratio {ratio}).", ratio=ratio)
        one, other, implied = found.worst
        return _(
            "The answers contradict each other (consistency ratio {ratio}, at most 0.10). "
            "Furthest off is “{one}” beside “{other}”: you said {said}, the other answers say {implied}.",
            ratio=ratio,
            one=self._names[one],
            other=self._names[other],
            said=_told(self.answers[one, other], self._names[one]),
            implied=_told(implied, self._names[one]),
        )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next pair with Enter, and back and forth with Page Up and Page Down."""
        steps = {Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1, Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.show_pair(self.at + step)


def _told(ratio: float, first: str) -> str:
    """Return a ratio as said about the first of a pair: ``clearly more important, 5 times``."""
    times = current().number(max(ratio, 1 / ratio), 1)
    if ratio >= 1:
        return _("“{name}” {words} ({times} times)", name=first, words=times_words(ratio), times=times)
    return _("the other one {words} ({times} times)", words=times_words(ratio), times=times)
