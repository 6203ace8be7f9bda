"""The question which package is wanted, and for whom."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from smartstad_desktop.domain.packages.files import safe_name
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import forms
from smartstad_desktop.ui.kit.buttons import Button
from smartstad_desktop.ui.kit.fields import ChoiceField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.packages.making import PackageMaker, suggested

ZIP: Final = "ZIP (*.zip)"
#: The choice of all municipalities.
ALL: Final = "*"


class PackagesDialog(Dialog):
    """Three packages to choose from, each with what is in it; choosing one goes on to its own question."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(_("Packages and hand-outs"), "", parent)
        self._services = services
        self._maker = PackageMaker(services)
        self._owner = parent
        self.towns = self._offer(
            _("For municipalities"),
            _("Workbook to fill in, their part of the plan, project sheets, what others share, what to do by when."),
            _("Choose municipality…"),
            self._ask_town,
        )
        self.archive = self._offer(
            _("For the archive"),
            _("Plan, minutes, decisions, ranking, inventory and routines, with a list of files and their SHA-256."),
            _("Make the archive package…"),
            self._ask_archive,
        )
        self.about = self._offer(
            _("Request for public documents"),
            _("Everything about a project, need, decision or case. What is confidential is left out and counted."),
            _("Choose what it is about…"),
            self._ask_about,
        )
        self.setMinimumWidth(620)

    def _offer(self, title: str, about: str, confirm: str, act: Callable[[], None]) -> Button:
        button = Button(confirm)
        button.setAccessibleDescription(about)
        button.clicked.connect(lambda _on=False: act())
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(Label(title, Type.STRONG, Weight.SEMIBOLD), 1)
        head.addWidget(button)
        self.body.addLayout(head)
        self.body.addWidget(Label(about, Type.BODY, role=Role.INK_SOFT, wraps=True))
        return button

    def _ask_town(self) -> None:
        self.accept()
        TownDialog(self._services, self._maker, self._owner).open()

    def _ask_archive(self) -> None:
        from smartstad_desktop.reads.programme.programme import programme  # noqa: PLC0415  brings SQLAlchemy

        self.accept()
        facts = self._services.workspace.read(programme)
        name = suggested(_("Archive {programme}", programme=facts.name if facts else ""))

        def make(path: Path) -> None:
            self._maker.archive(path)

        forms.ask_save_path(self._owner, _("Where shall the archive package lie?"), ZIP, make, suggestion=name)

    def _ask_about(self) -> None:
        from smartstad_desktop.ui.packages.about_dialog import SubjectDialog  # noqa: PLC0415  brings SQLAlchemy

        self.accept()
        SubjectDialog(self._services, self._maker, self._owner).open()


class TownDialog(Dialog):
    """Asks whose package it is: one municipality's, or all of them into a folder."""

    def __init__(self, services: Services, maker: PackageMaker, parent: QWidget) -> None:
        super().__init__(_("Package for a municipality"), _("Choose where…"), parent)
        from smartstad_desktop.reads.programme.programme import municipalities  # noqa: PLC0415  brings SQLAlchemy

        self._services = services
        self._maker = maker
        self._owner = parent
        rows = services.workspace.read(municipalities)
        towns = [(row.key, row.short_name) for row in rows if row.is_participating and not row.is_ended]
        self._names = dict(towns)
        self.town = ChoiceField(
            "municipality", _("Municipality"), [(ALL, _("All, each with a file of its own")), *towns]
        )
        self.add(self.town)
        self.town.set_value(ALL)
        told = _(
            "Each package is one ZIP file in the municipality's own language. The workbook in it can be sent back."
        )
        self.body.addWidget(Label(told, Type.BODY, role=Role.INK_SOFT, wraps=True))
        self.check_with(self._refuse)
        self.confirmed.connect(self._go_on)

    def _refuse(self, _values: dict[str, Any]) -> None:
        """Refuse before anybody has chosen a place where there is no plan yet.

        Raises:
            NothingToPackage: there is none.
        """
        from smartstad_desktop.domain.packages.files import NothingToPackage  # noqa: PLC0415  beside what it is about
        from smartstad_desktop.reads.plan.plan import current_plan  # noqa: PLC0415  brings SQLAlchemy

        if self._services.workspace.read(current_plan) is None:
            raise NothingToPackage

    def _go_on(self, values: dict[str, Any]) -> None:
        key = values["municipality"]
        if key == ALL:
            forms.ask_folder(self._owner, _("Which folder shall the packages lie in?"), self._make_all)
            return
        name = suggested(self._names[key])

        def make(path: Path) -> None:
            self._maker.for_towns({key: path}, path.parent)

        forms.ask_save_path(self._owner, _("Where shall the package lie?"), ZIP, make, suggestion=name)

    def _make_all(self, folder: Path) -> None:
        targets = {key: folder / f"{safe_name(name)}.zip" for key, name in self._names.items()}
        self._maker.for_towns(targets, folder)
