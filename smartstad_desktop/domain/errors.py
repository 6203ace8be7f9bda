"""Expected trouble, as a tree of errors that carry data instead of sentences.

``text.trouble`` turns each code into a sentence in the user's language.
"""

from __future__ import annotations

from typing import ClassVar


class DomainError(Exception):
    """Something the user can understand and act on; it has a stable code and parameters."""

    code: ClassVar[str] = "error"

    def __init__(self, **parameters: object) -> None:
        super().__init__(self.code, parameters)
        self.parameters = parameters


class RuleError(DomainError):
    """A rule of the field refuses what was asked; nothing has changed."""


class FileTrouble(DomainError):
    """A file cannot be read, opened or written as asked; nothing has changed."""


class FieldInvalid(RuleError):
    """A field holds a value it may not have. Parameters: ``field`` and what the rule needs to say why."""

    code = "field_invalid"


class TitleMissing(FieldInvalid):
    """A project needs a name."""

    code = "title_missing"


class TitleTooLong(FieldInvalid):
    """A name is longer than a card and a table can show. Parameters: ``length``, ``limit``."""

    code = "title_too_long"


class LessonMissing(FieldInvalid):
    """A stopped project needs a lesson (domain 2.8)."""

    code = "lesson_missing"


class ReasonMissing(FieldInvalid):
    """A paused project or a confidentiality mark needs a reason."""

    code = "reason_missing"


class EndBeforeStart(FieldInvalid):
    """A project ends before it starts. Parameters: ``start``, ``end``."""

    code = "end_before_start"


class AmountNegative(FieldInvalid):
    """A budget or cost cannot be below zero."""

    code = "amount_negative"


class MunicipalityMissing(FieldInvalid):
    """A project needs a municipality that leads it."""

    code = "municipality_missing"


class RowGone(RuleError):
    """What the command was about has been deleted meanwhile. Parameters: ``kind``, ``row_id``."""

    code = "row_gone"


class NotInAction(RuleError):
    """Somebody tried to write outside an action; the file refused it."""

    code = "not_in_action"


class ReadOnly(RuleError):
    """The workspace is open for reading only."""

    code = "read_only"


class Busy(RuleError):
    """A long write holds the workspace; try again when it is done."""

    code = "busy"


class NothingToUndo(RuleError):
    """There is no earlier step, or the step before is one that cannot be taken back."""

    code = "nothing_to_undo"


class NothingToRedo(RuleError):
    """There is no step to do again."""

    code = "nothing_to_redo"
