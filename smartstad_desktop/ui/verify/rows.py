"""The rows of the window: a symbol with what it says, which the keyboard and a screen reader can reach."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from smartstad_desktop.domain.plan.signing import SignatureState, SignatureTold
from smartstad_desktop.domain.plan.verifying import Finding, PlanVerdict
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.plan.verifying import finding_words, signature_words, signer_words
from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.parts import Label, Panel, Type, Weight
from smartstad_desktop.ui.kit.theme import Role

_LOOKS: Final[dict[PlanVerdict, tuple[str, Role, Role]]] = {
    PlanVerdict.KEPT: ("shield-check", Role.GOOD, Role.GOOD_TINT),
    PlanVerdict.SIGNED: ("shield-check", Role.GOOD, Role.GOOD_TINT),
    PlanVerdict.CERTIFICATES_EXPIRED: ("circle-help", Role.ATTENTION, Role.ATTENTION_TINT),
    PlanVerdict.UNKNOWN_SIGNERS: ("circle-help", Role.ATTENTION, Role.ATTENTION_TINT),
    PlanVerdict.SIGNATURES_UNREAD: ("circle-help", Role.ATTENTION, Role.ATTENTION_TINT),
    PlanVerdict.UNSIGNED: ("circle-help", Role.ATTENTION, Role.ATTENTION_TINT),
    PlanVerdict.SAME_VERSION: ("circle-help", Role.ATTENTION, Role.ATTENTION_TINT),
    PlanVerdict.CHANGED: ("shield-alert", Role.BAD, Role.BAD_TINT),
    PlanVerdict.OTHER_PLAN: ("shield-alert", Role.BAD, Role.BAD_TINT),
    PlanVerdict.NOT_OURS: ("shield-alert", Role.BAD, Role.BAD_TINT),
}


class Row(QFrame):
    """A symbol, what it says, and what is known besides."""

    def __init__(self, icon: str, role: Role, said: str, more: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(f"{said} {more}".strip())
        picture = QLabel()
        picture.setPixmap(icons.pixmap(icon, role, theme.current().space(18)))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(said, Type.BODY, Weight.MEDIUM if more else Weight.REGULAR, wraps=True))
        if more:
            words.addWidget(Label(more, Type.CAPTION, role=Role.INK_SOFT, wraps=True))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 4, 0, 4)
        line.setSpacing(10)
        line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)


class VerdictPanel(Panel):
    """What the check comes to, in one sentence with its symbol."""

    def __init__(self, verdict: PlanVerdict, about: str, parent: QWidget | None = None) -> None:
        icon, role, ground = _LOOKS[verdict]
        super().__init__(parent, fill=ground, edge=role)
        said = label(verdict)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{said} {about}".strip())
        picture = QLabel()
        picture.setPixmap(icons.pixmap(icon, role, theme.current().space(28)))
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(Label(said, Type.STRONG, Weight.SEMIBOLD, wraps=True))
        if about:
            words.addWidget(Label(about, role=Role.INK_SOFT, wraps=True))
        line = QHBoxLayout()
        line.setSpacing(14)
        line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        self.column.addLayout(line)


def finding_row(finding: Finding) -> Row:
    """Return the row of something that is wrong."""
    return Row("octagon-alert", Role.BAD, finding_words(finding))


def signature_row(told: SignatureTold) -> Row:
    """Return the row of a signature."""
    if told.is_good:
        icon, role = "circle-check", Role.GOOD
    elif told.state is SignatureState.INTACT:
        icon, role = "circle-help", Role.ATTENTION
    else:
        icon, role = "octagon-alert", Role.BAD
    return Row(icon, role, signer_words(told), signature_words(told))
