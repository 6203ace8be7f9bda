"""What can be wrong with the data of a plan that somebody opens: it may come from anywhere."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.domain.errors import FileTrouble

FORMAT: Final = "smartstad-plan"
FORMAT_VERSION: Final = 1
#: Far more than the data of a large plan; what is larger is not read at all.
LARGEST_DATA: Final = 64 * 1024 * 1024


class PlanDataStrange(FileTrouble):
    """It is not what this program writes. Parameters: ``finding``, where it differs."""

    code = "plan_data_strange"


class PlanDataTooLarge(FileTrouble):
    """It is larger than any plan. Parameters: ``limit``."""

    code = "plan_data_too_large"


class PlanDataNewer(FileTrouble):
    """A newer version of the program made it. Parameters: ``version``, ``known``."""

    code = "plan_data_newer"
