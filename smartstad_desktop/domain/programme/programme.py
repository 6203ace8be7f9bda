"""Rules for the programme itself."""

from __future__ import annotations

from smartstad_desktop.domain.errors import FieldInvalid, RuleError


class ProgrammeNameMissing(FieldInvalid):
    """A programme needs a name."""

    code = "programme_name_missing"


class YearsReversed(FieldInvalid):
    """A programme ends before it starts. Parameters: ``first``, ``last``."""

    code = "programme_years_reversed"


class MunicipalityInUse(RuleError):
    """A municipality that leads projects cannot be removed. Parameters: ``name``, ``count``."""

    code = "municipality_in_use"


class MunicipalityHasVoted(RuleError):
    """A municipality that has voted in a workshop cannot be removed: its ballots count. Parameters: ``name``."""

    code = "municipality_has_voted"


class CodeUnreadable(FieldInvalid):
    """A line is not a code with one or two ISO days. Parameters: ``line``."""

    code = "code_unreadable"


class NumberUnreadable(FieldInvalid):
    """Something that should be a whole number is not. Parameters: ``text``."""

    code = "number_unreadable"
