"""What to tell when a package cannot be made."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.text.phrases import N_

PACKAGE_SENTENCES: Final[dict[str, str]] = {
    "folder_taken": N_("“{path}” holds something already. Choose a new folder or an empty one."),
    "nothing_to_package": N_("There is nothing to put into the package yet."),
    "nothing_about": N_("“{words}” is not the name of one single thing. Write its whole name or its key."),
    "withheld_without_reason": N_("Write why “{title}” is kept back."),
}
