"""A line over the page that says what is special about the open file, and the line that shows long work."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget
from typing_extensions import override

from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.jobs import Job, Jobs
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.theme import Role


class Banner(QWidget):
    """Says for as long as it is true that the file cannot be written to, with one way out."""

    acted = Signal()

    def __init__(self, text: str, button: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        picture = QLabel()
        picture.setPixmap(icons.pixmap("lock", Role.ATTENTION, 18))
        row = QHBoxLayout(self)
        row.setContentsMargins(26, 6, 26, 6)
        row.setSpacing(10)
        row.addWidget(picture)
        row.addWidget(Label(text, Type.BODY, Weight.MEDIUM, wraps=True), 1)
        if button:
            way_out = Button(button, ButtonKind.QUIET)
            way_out.clicked.connect(self.acted)
            row.addWidget(way_out)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of a warning."""
        QPainter(self).fillRect(self.rect(), theme.current().colour(Role.ATTENTION_TINT))


class JobBar(QWidget):
    """Shows the long work that runs, how far it is, and how to stop it."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._words = Label("", Type.CAPTION, Weight.MEDIUM, Role.INK_SOFT)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setMaximumWidth(theme.current().space(320))
        stop = Button(_("Stop"), ButtonKind.QUIET)
        stop.clicked.connect(self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(26, 4, 26, 4)
        row.addWidget(self._words, 1)
        row.addWidget(self._bar, 1)
        row.addWidget(stop)
        jobs.shown.connect(self._show_job)
        jobs.progressed.connect(self._follow)
        jobs.ended.connect(self._end)
        self.hide()

    def _show_job(self, job: Job) -> None:
        self._job = job
        self._bar.setAccessibleName(job.title)
        self._follow(job)
        self.show()

    def _follow(self, job: Job) -> None:
        if job is not self._job:
            return
        self._words.setText(f"{job.title} – {job.what}" if job.what else job.title)
        self._bar.setRange(0, job.total)
        self._bar.setValue(job.done)

    def _end(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self.hide()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._words.setText(_("Stopping…"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the edge towards the page."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().colour(Role.PAPER))
        painter.fillRect(0, 0, self.width(), 1, theme.current().colour(Role.LINE))
