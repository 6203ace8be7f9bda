"""What can be wrong with a file of ballots, told with the line it is on."""

from __future__ import annotations

from smartstad_desktop.domain.errors import RuleError


class BallotFileUnlike(RuleError):
    """The file is no ballot file of this round. Parameters: ``name``."""

    code = "ballot_file_unlike"


class BallotFileEmpty(RuleError):
    """The file holds no answer. Parameters: ``name``."""

    code = "ballot_file_empty"


class BallotFileCaster(RuleError):
    """A heading names nobody who answers in the round. Parameters: ``line``, ``caster``, ``known``."""

    code = "ballot_file_caster"


class BallotFileTwice(RuleError):
    """The same caster or item comes twice. Parameters: ``line``, ``what``."""

    code = "ballot_file_twice"


class BallotFileItem(RuleError):
    """The round has no such item. Parameters: ``line``, ``number``."""

    code = "ballot_file_item"


class BallotFileOther(RuleError):
    """The item is called something else: a file of another round.

    Parameters: ``line``, ``number``, ``found``, ``title``.
    """

    code = "ballot_file_other"


class BallotFileAxis(RuleError):
    """Nothing is judged by that name. Parameters: ``line``, ``axis``."""

    code = "ballot_file_axis"


class BallotFileValue(RuleError):
    """The value is no answer here. Parameters: ``line``, ``caster``, ``value``, ``expected``."""

    code = "ballot_file_value"


class BallotFileRule(RuleError):
    """A ballot breaks a rule of the round. Parameters: ``line``, ``caster``, ``why``."""

    code = "ballot_file_rule"
