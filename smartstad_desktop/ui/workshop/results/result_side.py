"""What was said about one item: who to ask, what each municipality said, how far they agree, and the majority."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain.workshop.figures import ends
from smartstad_desktop.domain.workshop.results import Result
from smartstad_desktop.domain.workshop.voting import EFFORT, IN_COLUMNS, Method
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.marks import Mark
from smartstad_desktop.ui.kit.parts import Label, Panel, Type, Weight
from smartstad_desktop.ui.kit.scroll_sheet import ScrollSheet
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.workshop.ballots.ballot_words import column_names
from smartstad_desktop.ui.workshop.results import result_words as words
from smartstad_desktop.ui.workshop.results.result_facts import Facts
from smartstad_desktop.ui.workshop.results.track_list import Track, TrackList


class ResultSide(ScrollSheet):
    """The sheet at the right of a result."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=8)
        self.title = Label("", Type.TITLE, Weight.BOLD, wraps=True)
        self.told = Label("", Type.BODY, role=Role.INK_SOFT, wraps=True)
        self.value = Label("", Type.STRONG, Weight.SEMIBOLD, wraps=True)
        self.heads = tuple(Label("", Type.STRONG, Weight.SEMIBOLD) for _axis in range(2))
        self.tracks = (TrackList(), TrackList())
        self.box = Panel(fill=Role.ATTENTION_TINT, edge=None)
        self.agreement = Label("", Type.STRONG, Weight.BOLD, Role.ATTENTION)
        self.mean = Label("", Type.BODY, role=Role.ATTENTION)
        self.box.column.addWidget(self.agreement)
        self.box.column.addWidget(self.mean)
        self.facts = Label("", Type.BODY, wraps=True)
        self.whole = Label("", Type.CAPTION, role=Role.INK_SOFT, wraps=True)
        self.private = Label("", Type.CAPTION, role=Role.INK_SOFT, wraps=True)
        for part in (self.title, self.told, self.value, self.heads[0], self.tracks[0], self.heads[1], self.tracks[1]):
            self.column.addWidget(part)
        for part in (self.box, self.facts, self.whole, self.private):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.setMinimumWidth(theme.current().space(270))

    def show_result(self, facts: Facts, result: Result | None, *, is_mirrored: bool) -> None:
        """Show what was said about an item, and beneath it what is said about the whole."""
        item = None if result is None else facts.items[result.item]
        self.title.setText("" if item is None else item.title)
        self.told.setText("" if result is None else words.talk_words(facts, result))
        self.value.setText("" if result is None else words.value_words(facts, result))
        self._show_tracks(facts, result)
        mine, mean = ("", "") if result is None else words.agreement_words(facts, result)
        self.agreement.setText(mine)
        self.mean.setText(mean)
        self.box.setVisible(bool(mine))
        said = [] if result is None else [*words.finger_words(facts, result), words.approval_words(facts, result)]
        if result is not None and result.fingers is not None:
            said += [_concern(facts, each.text, each.municipality) for each in facts.tally.concerns]
        self._say(self.facts, "\n".join(part for part in (*said, _moved(facts, result)) if part))
        self._say(self.whole, "\n".join(words.whole_facts(facts)))
        told = words.differ_words(facts) if not is_mirrored else ()
        self._say(self.private, "\n".join((_("Only for you:"), *told)) if told else "")

    def _say(self, label: Label, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))

    def _show_tracks(self, facts: Facts, result: Result | None) -> None:
        shown: list[tuple[str, Mapping[int, float]]] = []
        if result is not None and result.x is not None and result.y is not None:
            shown = [
                (_("Benefit by municipality"), result.y.by_municipality),
                (_("Effort by municipality"), result.x.by_municipality),
            ]
            found = facts.outliers(result)
            if found is not None and found.axis == EFFORT:
                shown.reverse()
        elif result is not None:
            shown = [(_("By municipality"), result.by_municipality)]
        for at, (head, tracks) in enumerate(zip(self.heads, self.tracks, strict=True)):
            title, told = shown[at] if at < len(shown) else ("", {})
            head.setText(title)
            head.setVisible(bool(told))
            tracks.show_tracks(_tracks(facts, told))


def _concern(facts: Facts, text: str, municipality: int | None) -> str:
    return f"“{text}”" + (f" ({facts.name(municipality)})" if municipality is not None else "")


def _moved(facts: Facts, result: Result | None) -> str:
    return "" if result is None else words.moved_words(facts, result)


def _tracks(facts: Facts, told: Mapping[int, float]) -> list[Track]:
    lowest, highest = ends(facts.sheet.rules)
    # The first column and the first place are the best ones.
    is_low_first = facts.tally.method in IN_COLUMNS or facts.tally.method is Method.RANKING
    order = sorted(told.items(), key=lambda each: (each[1] if is_low_first else -each[1], each[0]))
    width = (highest - lowest) or 1
    made: list[Track] = []
    for municipality, value in order:
        mark = facts.marks.get(municipality)
        if mark is not None:
            part = (value - lowest) / width
            made.append(
                Track(
                    Mark(mark.letters, mark.colour, mark.name),
                    1 - part if is_low_first else part,
                    _track_words(facts, value, highest),
                )
            )
    return made


def _track_words(facts: Facts, value: float, highest: float) -> str:
    number = current().number
    decimals = 0 if abs(value - round(value)) < 0.05 else 1  # noqa: PLR2004  what one decimal shows
    if facts.tally.method in IN_COLUMNS:
        names = column_names(facts.sheet)
        return names[round(value)] if round(value) < len(names) else number(value + 1, decimals)
    if facts.tally.method is Method.RANKING:
        return _("place {place}", place=number(value, decimals))
    if facts.tally.method is Method.PAIRS:
        return current().percent(value)
    return f"{number(value, decimals)} / {number(highest)}"
