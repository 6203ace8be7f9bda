"""The figures of the programme as charts: what each bar is, and the sentence that says what to see."""

from __future__ import annotations

from collections.abc import Sequence

from smartstad_desktop.reads.goals.figures import Figures, GroupedCount
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.ui.figures.card import Figure
from smartstad_desktop.ui.kit.bar_chart import BarRow


def figures_of(read: Figures) -> list[Figure]:
    """Return all charts in the order of the page."""
    return [_municipalities(read), _goals(read), _themes(read), _statuses(read), _money(read)]


def _groups() -> tuple[str, ...]:
    return (_("Ongoing"), _("Planned and ideas"), _("Finished and stopped"))


def _grouped(title: str, sentence: str, counts: Sequence[GroupedCount], legend: tuple[str, ...], what: str) -> Figure:
    phrases = current()
    names = [each.name.in_language(phrases.language) for each in counts]
    return Figure(
        title=title,
        sentence=sentence,
        rows=tuple(
            BarRow(name, tuple(float(count) for count in each.counts), phrases.number(each.total))
            for name, each in zip(names, counts, strict=True)
        ),
        legend=legend,
        headings=(what, *legend, _("In all")),
        table=tuple(
            (name, *(phrases.number(count) for count in each.counts), phrases.number(each.total))
            for name, each in zip(names, counts, strict=True)
        ),
    )


def _municipalities(read: Figures) -> Figure:
    parts: list[str] = []
    if read.municipalities and read.municipalities[0].total:
        first = read.municipalities[0]
        parts.append(_("{name} leads most projects: {count}.", name=first.name.sv, count=first.total))
    empty = sum(not each.total for each in read.municipalities)
    if empty:
        parts.append(ngettext("{count} municipality has none yet.", "{count} municipalities have none yet.", empty))
    return _grouped(_("Projects by municipality"), " ".join(parts), read.municipalities, _groups(), _("Municipality"))


def _goals(read: Figures) -> Figure:
    alone = [each.name.in_language(current().language) for each in read.goals if not each.total]
    if alone:
        sentence = _("No project gives anything to: {goals}.", goals=", ".join(alone))
    else:
        sentence = _("Every goal has a project that gives something to it.") if read.goals else _("No goals yet.")
    legend = (_("Directly"), _("Clearly"), _("Indirectly"))
    return _grouped(_("What serves each goal"), sentence, read.goals, legend, _("Goal"))


def _themes(read: Figures) -> Figure:
    sentence = _("A project may have several themes.")
    return _grouped(_("Projects by theme"), sentence, read.themes, _groups(), _("Theme"))


def _statuses(read: Figures) -> Figure:
    phrases = current()
    return Figure(
        title=_("Projects by status"),
        sentence=_("From idea to operation."),
        rows=tuple(BarRow(label(status), (float(count),), phrases.number(count)) for status, count in read.statuses),
        legend=(_("Projects"),),
        headings=(_("Status"), _("Projects")),
        table=tuple((label(status), phrases.number(count)) for status, count in read.statuses),
    )


def _money(read: Figures) -> Figure:
    phrases = current()
    years = [_("No start said") if each.year is None else str(each.year) for each in read.money]
    sources = tuple(source or _("Source not said") for source in read.sources)
    missing = ngettext(
        "{count} project has no budget yet and is not counted.",
        "{count} projects have no budget yet and are not counted.",
        read.without_budget,
    )
    rule = _("Each budget stands in full in the year its project starts.")
    return Figure(
        title=_("Money by year of start and source"),
        sentence=f"{rule} {missing}" if read.without_budget else rule,
        rows=tuple(
            BarRow(year, tuple(float(each.by_source[source]) for source in read.sources), phrases.money(each.total))
            for year, each in zip(years, read.money, strict=True)
        ),
        legend=sources,
        headings=(_("Year"), *sources, _("In all")),
        table=tuple(
            (year, *(phrases.money(each.by_source[source]) for source in read.sources), phrases.money(each.total))
            for year, each in zip(years, read.money, strict=True)
        ),
    )
