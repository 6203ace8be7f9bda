"""The window that tells in one sentence whether a plan PDF is what it says it is, and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.text import trouble
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, icon_button
from smartstad_desktop.ui.kit.forms import Dialog, ask_open_paths
from smartstad_desktop.ui.kit.jobs import Job, Jobs
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.scroll_sheet import ScrollSheet
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.verify.rows import Row, VerdictPanel, finding_row, signature_row
from smartstad_desktop.ui.verify.work import Checked, checked
from smartstad_desktop.usecases.signing.plan_check import PlanVerified

_PAGE_WIDTH: Final = 300


def ask_for_plan(parent: QWidget, then: Callable[[Path], None]) -> None:
    """Ask which plan to check."""
    pattern = _("PDF (*.pdf)")
    ask_open_paths(parent, _("Check a plan PDF"), pattern, lambda paths: then(paths[0]), several=False)


class VerifyWindow(Dialog):
    """Shows what a check of a plan came to; with an open file it is compared with what was kept there."""

    #: The data of the plan should be opened; carries its bytes.
    data_wanted = Signal(object)

    def __init__(
        self, services: Services | None, parent: QWidget | None = None, *, trusted: tuple[bytes, ...] = ()
    ) -> None:
        super().__init__(_("Check a plan PDF"), _("Open the data"), parent)
        self._image = services.workspace.private_copy() if services is not None else None
        self._trusted = trusted
        self._jobs = services.jobs if services is not None else Jobs(parent=self)
        self._owns_jobs = services is None
        self._job: Job | None = None
        self._data: bytes | None = None
        space = theme.current().space
        self.pages = PagesShown()
        self.sheet = ScrollSheet(spacing=6)
        row = QHBoxLayout()
        row.setSpacing(space(20))
        row.addWidget(self.pages)
        row.addWidget(self.sheet, 1)
        self.body.addLayout(row, 1)
        self._bar = QProgressBar()
        self._bar.setAccessibleName(_("Checking the plan"))
        self._bar.setTextVisible(False)
        self.body.addWidget(self._bar)
        self.other_button = Button(_("Check another one…"))
        self.other_button.clicked.connect(lambda: ask_for_plan(self, self.check))
        self.foot.insertWidget(0, self.other_button)
        self.cancel_button.setText(_("Close"))
        self.confirm_button.setEnabled(False)
        self.confirmed.connect(self._hand_over)
        self.finished.connect(self._end)
        self._jobs.progressed.connect(self._follow)
        self.setMinimumSize(space(940), space(620))
        # What is told takes the room, not the air above the buttons.
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.setStretch(1, 1)
            column.setStretch(3, 0)

    def check(self, path: Path) -> None:
        """Check the plan at *path* beside the window, and tell what came of it."""
        self._stop()
        self._data = None
        self.confirm_button.setEnabled(False)
        self._clear()
        self.sheet.column.addWidget(Label(_("Checking {name} …", name=path.name), role=Role.INK_SOFT, wraps=True))
        self._bar.show()
        width = round(_PAGE_WIDTH * theme.current().scale * self.devicePixelRatioF())
        work = partial(checked, path, self._image, self._trusted, width)
        self._job = self._jobs.start(_("Checking the plan"), work, self.tell, self._refuse)

    def tell(self, found: Checked) -> None:
        """Show what came of a check."""
        self._clear()
        self._bar.hide()
        told = found.verified
        self._data = told.data
        self.confirm_button.setEnabled(told.data is not None)
        self.pages.show_pages(found)
        panel = VerdictPanel(told.verdict, _about(found))
        self._add(panel)
        if told.findings:
            self._head(_("What was found"))
            self._add(*(finding_row(each) for each in told.findings))
        self._head(_("Signatures"))
        self._add(*_signatures(told))
        self._head(_("What is inside"))
        self._add(*_inside(told))
        self.sheet.column.addStretch(1)
        panel.setFocus(Qt.FocusReason.OtherFocusReason)

    def words(self) -> str:
        """Return everything that is told, line by line."""
        shown = (each for each in self.sheet.findChildren(QLabel) if each.isVisibleTo(self))
        return "\n".join(each.text() for each in shown if each.text())

    def _head(self, text: str) -> None:
        self.sheet.column.addSpacing(theme.current().space(10))
        self._add(Label(text, Type.STRONG, Weight.BOLD))

    def _add(self, *parts: QWidget) -> None:
        for part in parts:
            self.sheet.column.addWidget(part)
            # A layout shows what it is given only later.
            part.show()

    def _clear(self) -> None:
        column = self.sheet.column
        while column.count():
            item = column.takeAt(0)
            part = item.widget() if item is not None else None
            if part is not None:
                part.hide()
                part.deleteLater()
        self.pages.show_pages(None)

    def _refuse(self, error: DomainError) -> None:
        self._clear()
        self._bar.hide()
        self._add(Row("triangle-alert", Role.BAD, trouble.sentence(error)))
        self.sheet.column.addStretch(1)

    def _follow(self, job: Job) -> None:
        if job is self._job:
            self._bar.setRange(0, job.total)
            self._bar.setValue(job.done)

    def _hand_over(self, _values: object) -> None:
        if self._data is not None:
            self.data_wanted.emit(self._data)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _end(self, _result: int) -> None:
        self._stop()
        if self._owns_jobs:
            self._jobs.close()
        self.deleteLater()


class PagesShown(QWidget):
    """The pages of the plan as pictures, one at a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Checked | None = None
        self._number = 0
        space = theme.current().space
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.before = icon_button("chevron-left", _("Page before"))
        self.after = icon_button("chevron-right", _("Next page"))
        self.words = Label("", Type.CAPTION, role=Role.INK_SOFT)
        self.before.clicked.connect(lambda: self._turn(-1))
        self.after.clicked.connect(lambda: self._turn(1))
        foot = QHBoxLayout()
        foot.addWidget(self.before)
        foot.addStretch(1)
        foot.addWidget(self.words)
        foot.addStretch(1)
        foot.addWidget(self.after)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.picture)
        column.addLayout(foot)
        column.addStretch(1)
        self.setFixedWidth(space(_PAGE_WIDTH))
        self.show_pages(None)

    def show_pages(self, found: Checked | None) -> None:
        """Show the first page of what was checked, or nothing."""
        self._found = found if found is not None and found.pages else None
        self._number = 0
        self._turn(0)

    def _turn(self, by: int) -> None:
        found = self._found
        for part in (self.before, self.after, self.words, self.picture):
            part.setVisible(found is not None)
        if found is None:
            return
        self._number = max(0, min(len(found.pages) - 1, self._number + by))
        drawn = found.pages[self._number]
        image = QImage(drawn.pixels, drawn.width, drawn.height, drawn.width * 4, QImage.Format.Format_RGBX8888)
        picture = QPixmap.fromImage(image.copy())
        picture.setDevicePixelRatio(drawn.width / self.width())
        self.picture.setPixmap(picture)
        said = _("Page {page} of {pages}", page=self._number + 1, pages=found.page_count)
        self.words.setText(said)
        self.picture.setAccessibleName(said)
        self.before.setEnabled(self._number > 0)
        self.after.setEnabled(self._number < len(found.pages) - 1)


def _about(found: Checked) -> str:
    told = found.verified
    parts = [found.path.name]
    if told.version is not None:
        parts.append(
            _(
                "Version {version} of {title}: {status}",
                version=told.version.version,
                title=told.version.title,
                status=label(told.version.status),
            )
        )
    if told.kept_as:
        parts.append(_("Kept here as {name}", name=told.kept_as))
    if told.version is not None and not told.has_kept:
        parts.append(_("No file of this version was kept to compare it with."))
    if not told.is_compared:
        parts.append(_("Open the workspace it comes from to compare it with what was kept there."))
    return " · ".join(parts)


def _signatures(told: PlanVerified) -> Sequence[Row]:
    if told.signed_by:
        return [signature_row(each) for each in told.signed_by]
    if told.signed_by is None and told.signatures:
        said = ngettext(
            "{count} signature, which this installation cannot read.",
            "{count} signatures, which this installation cannot read.",
            told.signatures,
        )
        return [Row("circle-help", Role.ATTENTION, said)]
    return [Row("minus", Role.INK_SOFT, _("Nobody has signed it with a certificate."))]


def _inside(told: PlanVerified) -> Sequence[Row]:
    rows: list[Row] = []
    if told.inside is not None:
        counts = (
            ngettext("{count} measure", "{count} measures", told.inside.measures),
            ngettext("{count} project", "{count} projects", told.inside.projects),
            ngettext("{count} municipality", "{count} municipalities", told.inside.municipalities),
        )
        name = _("{title}, version {version}", title=told.inside.title, version=told.inside.version)
        rows.append(Row("table-2", Role.INK_SOFT, name, " · ".join((told.inside.programme, *counts))))
    if told.fingerprint:
        groups = " ".join(told.fingerprint[at : at + 4] for at in range(0, 24, 4))
        rows.append(Row("tag", Role.INK_SOFT, _("Fingerprint {digits}", digits=groups), told.fingerprint))
    rows += [
        Row(
            "paperclip",
            Role.INK_SOFT,
            each.name,
            _("{size} kB · SHA-256 {digits}", size=-(-each.size // 1000), digits=each.sha256),
        )
        for each in told.attachments
    ]
    return rows or [Row("minus", Role.INK_SOFT, _("No data travels with it."))]
