"""What stands above the columns that we put before rows that go back to be mended."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.domain.values import Named

WRONG: Final = Named("Det här behöver rättas", "Dette må rettes", "What has to be mended")
ROW: Final = Named("Rad i er lista", "Rad i listen deres", "Row in your list")
