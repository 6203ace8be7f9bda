"""Examples of the commands about personal data."""

from __future__ import annotations

from smartstad_desktop.domain.personal.kinds import PersonalCategory
from smartstad_desktop.usecases.personal.erasing import SetWeedingRule
from tests.support.commands.finding import Example

EXAMPLES: dict[str, Example] = {
    "SetWeedingRule": lambda _workspace: SetWeedingRule(category=PersonalCategory.NOTES, changes={"months": 36}),
}
