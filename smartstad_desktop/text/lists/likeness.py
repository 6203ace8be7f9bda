"""Why two projects are thought to be alike, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from smartstad_desktop.domain.lists.alike import Reason, Sign
from smartstad_desktop.text.phrases import _

#: More words than this are no longer read.
_TOLD = 3


def likeness_words(reasons: Iterable[Reason], themes: Mapping[str, str]) -> str:
    """Return what two projects share, as one phrase without a full stop; *themes* are names by key."""
    every = list(reasons)
    signs = {each.sign for each in every}
    # Names that are alike have words in common; saying both says one thing twice.
    told = [_reason(each, themes) for each in every if each.sign is not Sign.WORDS or Sign.TITLE not in signs]
    return ", ".join(dict.fromkeys(told))


def _reason(reason: Reason, themes: Mapping[str, str]) -> str:
    words = ", ".join(word if reason.sign is Sign.TECHNOLOGY else word.lower() for word in reason.words[:_TOLD])
    match reason.sign:
        case Sign.NAME:
            return _("the same name")
        case Sign.TITLE:
            return _("names that are alike")
        case Sign.WORDS:
            return _("both say {words}", words=words) if words else _("many words in common")
        case Sign.TEXT:
            return _("much the same description")
        case Sign.TECHNOLOGY:
            return _("the same technology ({words})", words=words) if words else _("the same technology")
        case Sign.THEME:
            names = ", ".join(themes.get(key, key) for key in reason.words[:_TOLD])
            return _("the same theme ({words})", words=names) if names else _("the same theme")
