"""Projects that are much like this one, why, and what can be said about the two: where joint work may start."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.links import Relation
from smartstad_desktop.domain.progress import Progress
from smartstad_desktop.domain.values import ProjectId
from smartstad_desktop.reads.lists import alike as reads
from smartstad_desktop.reads.lists.alike import AlikeRow, MergedRow, RelatedRow
from smartstad_desktop.reads.project import ProjectDetail, project
from smartstad_desktop.text.lists.likeness import likeness_words
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.ui.inventory.alike_button import AlikeButton
from smartstad_desktop.ui.inventory.merging import MergeDialog
from smartstad_desktop.ui.inventory.snapshot import Snapshot
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.chips import Chip, ChipFace, FlowLayout
from smartstad_desktop.ui.kit.jobs import Job
from smartstad_desktop.ui.kit.parts import Label, Panel, Type, Weight
from smartstad_desktop.ui.kit.running import RunCommand
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.usecases.command import Command
from smartstad_desktop.usecases.inventory.merging import MergeProjects
from smartstad_desktop.usecases.inventory.project_links import KeepApart, LinkProjects, Unlink
from smartstad_desktop.usecases.mapped import open_copy

#: From this likeness on (per cent) projects count as nearly the same thing.
_NEARLY_THE_SAME = 75
#: More than these would push the fields of the project out of sight.
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a project."""

    alike: Sequence[AlikeRow]
    related: Sequence[RelatedRow]
    merged: Sequence[MergedRow]


class AlikeBox(QWidget):
    """Projects that resemble one, those it belongs together with, and those that became part of it."""

    #: Carries the id of a project the user wants to see.
    asked_for = Signal(int)

    def __init__(self, services: Services, run: RunCommand, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services, self._run = services, run
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(theme.current().space(7), 0, 0, 0)
        self.column.setSpacing(6)
        self.dialog: MergeDialog | None = None
        self._shown: list[QWidget] = []
        self._job: Job | None = None
        self._detail: ProjectDetail | None = None
        self._snapshot: Snapshot | None = None
        self.hide()

    def clear(self) -> None:
        """Show nothing."""
        for widget in self._shown:
            self.column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._shown = []
        self.hide()

    # Looking

    def look_at(self, detail: ProjectDetail, snapshot: Snapshot) -> None:
        """Find out beside the window what stands around a project, then show it."""
        self.stop()
        self._detail, self._snapshot = detail, snapshot
        image, number = self._services.workspace.private_copy(), ProjectId(detail.id)

        def work(progress: Progress) -> Surroundings:
            progress.report(0, 0)
            with open_copy(image) as connection:
                return Surroundings(
                    reads.of_project(connection, number)[:_SHOWN],
                    reads.related(connection, number),
                    reads.merged_into(connection, number),
                )

        def done(found: Surroundings) -> None:
            if self._detail is detail:
                self.show_surroundings(found)

        self._job = self._services.jobs.start(_("Looking for similar projects"), work, done, self._give_up)

    def stop(self) -> None:
        """Look no further."""
        if self._job is not None:
            self._job.cancel()
        self._job = None

    def _give_up(self, error: DomainError) -> None:
        self._services.notices.trouble(error)

    # Showing

    def show_surroundings(self, found: Surroundings) -> None:
        """Show what was found."""
        self.clear()
        if self._snapshot is None or self._detail is None:
            return
        self._show_alike(found.alike, self._detail)
        together = [row for row in found.related if row.relation is not Relation.APART]
        apart = [row for row in found.related if row.relation is Relation.APART]
        self._show_related(_("Belongs together with"), together, _("Unlink"), "unlink")
        self._show_related(_("Is not the same as"), apart, _("Compare again"), "undo-2")
        for row in found.merged:
            told = _("“{title}” ({municipality}) is part of this project.", title=row.title,
                     municipality=row.municipality_name)  # fmt: skip
            self._add(Label(told, Type.CAPTION, role=Role.INK_SOFT, wraps=True))
        self.setVisible(bool(self._shown))

    def _show_alike(self, found: Sequence[AlikeRow], detail: ProjectDetail) -> None:
        if not found or self._snapshot is None:
            return
        is_across = all(row.is_across for row in found)
        title = _("Similar projects in other municipalities") if is_across else _("Similar projects")
        self._add(Label(title, Type.CAPTION, Weight.SEMIBOLD, Role.INK_SOFT))
        names = {face.key: face.name.in_language(self._snapshot.phrases.language)
                 for face in self._snapshot.faces.themes.values()}  # fmt: skip
        for row in found:
            why = likeness_words(row.reasons, names)
            mark = self._snapshot.marks.get(row.other.municipality) if row.other.municipality else None
            button = AlikeButton(row.other.title, mark, likeness=row.likeness, why=why)
            button.clicked.connect(partial(self.asked_for.emit, row.other.id))
            self._add(button)
            if not self._services.workspace.is_read_only:
                self._add(self._deeds(ProjectId(detail.id), row.other.id))
        same = {row.other.municipality for row in found if row.likeness >= _NEARLY_THE_SAME}
        same = (same | {detail.values["municipality_id"]}) - {None}
        if len(same) > 1:
            self._add(_advice(len(same)))

    def _deeds(self, mine: ProjectId, other: ProjectId) -> QWidget:
        deeds = (
            ("merge", _("Join them…"), "git-merge", partial(self._open_merging, other)),
            ("link", _("Link them"), "link", partial(self._do, LinkProjects(one=mine, other=other))),
            ("apart", _("Not the same"), "x", partial(self._do, KeepApart(one=mine, other=other))),
        )
        return _row([(ChipFace(key, text, icon=icon), deed) for key, text, icon, deed in deeds])

    def _show_related(self, title: str, rows: Sequence[RelatedRow], undo: str, icon: str) -> None:
        if not rows or self._snapshot is None or self._detail is None:
            return
        self._add(Label(title, Type.CAPTION, Weight.SEMIBOLD, Role.INK_SOFT))
        mine = ProjectId(self._detail.id)
        for row in rows:
            known = self._snapshot.rows.get(row.project)
            town = known.municipality if known else None
            mark = self._snapshot.marks.get(town) if town is not None else None
            button = AlikeButton(row.title, mark, why=row.comment)
            button.clicked.connect(partial(self.asked_for.emit, row.project))
            self._add(button)
            if not self._services.workspace.is_read_only:
                unlink = partial(self._do, Unlink(one=mine, other=row.project))
                self._add(_row([(ChipFace("undo", undo, icon=icon), unlink)]))

    def _add(self, widget: QWidget) -> None:
        self._shown.append(widget)
        self.column.addWidget(widget)

    # Doing

    def _open_merging(self, other: ProjectId, *_on: bool) -> None:
        found = self._services.workspace.read(project, other)
        if found is None or self._detail is None or self._snapshot is None:
            return
        self.dialog = MergeDialog(self._detail, found, self._snapshot, self.window())
        self.dialog.merging.connect(self._merge)
        self.dialog.open()

    def _merge(self, command: MergeProjects) -> None:
        if self._do(command):
            self.asked_for.emit(command.keep)

    def _do(self, command: Command, *_on: bool) -> bool:
        try:
            self._run(command, offer_undo=True)
        except DomainError as error:
            self._services.notices.trouble(error)
            return False
        return True


def _row(deeds: Sequence[tuple[ChipFace, Callable[..., object]]]) -> QWidget:
    """Return what can be done with a project, as chips below it."""
    place = QWidget()
    flow = FlowLayout(place, gap=6)
    for face, deed in deeds:
        chip = Chip(face, place, checkable=False)
        chip.clicked.connect(deed)
        flow.addWidget(chip)
    place.setMinimumHeight(theme.current().space(28))
    return place


def _advice(count: int) -> QWidget:
    panel = Panel(fill=Role.PRIMARY_TINT, edge=None, radius=10)
    panel.column.setSpacing(2)
    fact = ngettext(
        "{count} municipality does almost the same thing.",
        "{count} municipalities do almost the same thing.",
        count,
    )
    panel.column.addWidget(Label(fact, Type.BODY, Weight.SEMIBOLD, Role.PRIMARY_DEEP, wraps=True))
    panel.column.addWidget(
        Label(_("Suggest a joint procurement or a testbed."), Type.BODY, role=Role.PRIMARY_DEEP, wraps=True)
    )
    return panel
