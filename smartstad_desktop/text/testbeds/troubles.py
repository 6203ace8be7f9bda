"""What the program says when something about testbeds and tests cannot be done."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.text.phrases import N_

TESTBED_SENTENCES: Final[dict[str, str]] = {
    "testbed_name_missing": N_("Give the testbed a name."),
    "testbed_name_too_long": N_("The name has {length} characters; {limit} fit. Shorten it."),
    "indicator_name_missing": N_("Write what is measured."),
    "result_incomplete": N_("The result cannot be shared yet. Still to be written: {missing}."),
    "confidential_not_shared": N_(
        "The case is confidential, so no result of it can be shared. Take the mark away first if it no longer holds."
    ),
}
