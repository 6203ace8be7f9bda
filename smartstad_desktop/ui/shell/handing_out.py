"""What the window's actions write for others: the inventory, and packages."""

from __future__ import annotations

from smartstad_desktop.ui.kit.targets import PageId, PageTarget
from smartstad_desktop.ui.shell.frame import Frame


class HandingOut:
    """One method for each action that hands something out."""

    def __init__(self, window: Frame) -> None:
        self._window = window

    def inventory(self) -> None:
        """Ask for a file name and write the inventory there."""
        self._window.go_to(PageTarget(PageId.INVENTORY, filters={"export": True}))

    def packages(self) -> None:
        """Ask which package is wanted: for municipalities, for the archive, or about one thing."""
        from smartstad_desktop.ui.packages.packages_dialog import PackagesDialog  # noqa: PLC0415  only when asked for

        services = self._window.services()
        if services is not None:
            PackagesDialog(services, self._window).open()
