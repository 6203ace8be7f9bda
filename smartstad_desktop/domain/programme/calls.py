"""Open calls and their applications, and the questions of the programme's application: what may be said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from smartstad_desktop.domain import cleaning
from smartstad_desktop.domain.cleaning import Cleaner
from smartstad_desktop.domain.errors import FieldInvalid
from smartstad_desktop.domain.programme.work import ApplicationState


class MoreSelectedThanApplied(FieldInvalid):
    """More applications were selected than came in. Parameters: ``applied``, ``selected``."""

    code = "more_selected_than_applied"


class QuestionMissing(FieldInvalid):
    """A question has to be asked."""

    code = "question_missing"


#: What can be set on a call; the counts may be known without the applicants.
CALL_FIELDS: Final[Mapping[str, Cleaner]] = {
    **dict.fromkeys(("name", "issuer", "what", "link"), cleaning.text),
    **dict.fromkeys(("opens_on", "closes_on"), cleaning.day),
    **dict.fromkeys(("applied_count", "selected_count"), cleaning.whole),
    "municipality_id": cleaning.row,
}
#: What can be set on an application.
APPLICATION_FIELDS: Final[Mapping[str, Cleaner]] = {
    **dict.fromkeys(("applicant", "comment"), cleaning.text),
    "organisation_id": cleaning.row,
    "state": lambda _name, value: ApplicationState(value),
}
#: What can be set on a question of the programme.
QUESTION_FIELDS: Final[Mapping[str, Cleaner]] = dict.fromkeys(
    ("name_sv", "name_nb", "name_en", "answer"), cleaning.text
)


def check_counts(applied: int | None, selected: int | None) -> None:
    """Refuse more selected than applied.

    Raises:
        MoreSelectedThanApplied: there are.
    """
    if applied is not None and selected is not None and selected > applied:
        raise MoreSelectedThanApplied(field="selected_count", applied=applied, selected=selected)
