"""What to tell when a package cannot be made."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.text.phrases import N_

PACKAGE_SENTENCES: Final[dict[str, str]] = {
    "folder_taken": N_("“{path}” holds something already. Choose a new folder or an empty one."),
    "nothing_to_package": N_("There is nothing to put into the package yet."),
    "nothing_about": N_("Nothing is called “{words}”. Write other words, or the key."),
    "several_about": N_("“{words}” is the name of several things. Write the key of one: {keys}."),
    "withheld_without_reason": N_("Write why “{title}” is kept back."),
}
