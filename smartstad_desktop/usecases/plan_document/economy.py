"""The part of the plan document about money: what the measures cost, who sets aside what and when, and the gap."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.domain.plan.money import Sums
from smartstad_desktop.exchange.documents.document import (
    Align,
    Block,
    Cell,
    Column,
    Heading,
    KeyFigures,
    Manner,
    Section,
    Table,
    Tone,
    cell,
    paragraph,
)
from smartstad_desktop.reads.plan.money import MoneyTable, money_of
from smartstad_desktop.usecases.plan_document.material import Material

#: As many years as fit beside the names; more are added up.
_MOST_YEARS: Final = 6


def economy_section(material: Material) -> Section | None:
    """Return costs, budgets per municipality and year, and the gap; None when nothing has a sum."""
    phrases = material.phrases
    measures = [measure for _, measure in material.measures]
    money = money_of(measures)
    if money.together.total is None and all(each.financing.cost is None for each in money.measures):
        return None
    lead = phrases.text("What the measures cost, and what the municipalities have set aside for their commitments.")
    once = sum(each.money_one_off or 0 for each in measures)
    running = sum(each.money_running or 0 for each in measures)
    held = money.together.total
    figures = KeyFigures(
        (
            (phrases.short_money(once), phrases.text("once")),
            (phrases.short_money(running), phrases.text("per year")),
            ("–" if held is None else phrases.short_money(held), phrases.text("set aside by the municipalities")),
        )
    )
    blocks: list[Block] = [paragraph(lead, Manner.LEAD), figures]
    if money.lines and held is not None:
        blocks += _budgets(material, money)
    blocks += _gap(material, money)
    return Section(Heading(phrases.text("Economy")), tuple(blocks), starts_page=False)


def _budgets(material: Material, money: MoneyTable) -> list[Block]:
    phrases = material.phrases
    years = money.years if len(money.years) <= _MOST_YEARS else ()
    columns = (
        Column(phrases.text("Municipality"), 32),
        *(Column(str(year), 15, Align.RIGHT) for year in years),
        *((Column(phrases.text("No year"), 15, Align.RIGHT),) if money.has_loose and years else ()),
        Column(phrases.text("Total"), 17, Align.RIGHT),
    )

    def amounts(sums: Sums, tone: Tone = Tone.PLAIN) -> tuple[Cell, ...]:
        shown = [material.amount(sums.years.get(year), tone) for year in years]
        loose = [material.amount(sums.without_year, tone)] if money.has_loose and years else []
        return (*shown, *loose, material.amount(sums.total, Tone.STRONG))

    by_id = {line.municipality: line for line in money.lines}
    rows = tuple(
        (material.named(row.id), *amounts(by_id[row.id].sums)) for row in material.municipalities if row.id in by_id
    )
    total = (cell(phrases.text("Together"), Tone.STRONG), *amounts(money.together, Tone.STRONG))
    table = Table(columns, rows, phrases.text("Budget per municipality and year"), total)
    silent = sum(line.silent for line in money.lines)
    told = phrases.plural(
        "{count} commitment has no amount yet and is not counted in.",
        "{count} commitments have no amount yet and are not counted in.",
        silent,
    )
    heading = Heading(phrases.text("Budget per municipality and year"), 3)
    return [heading, table, *([paragraph(told, Manner.NOTE)] if silent else [])]


def _gap(material: Material, money: MoneyTable) -> list[Block]:
    """Return the measures that cost more than what has been set aside for them."""
    phrases = material.phrases
    heading = Heading(phrases.text("Financing gap"), 3)
    rows: list[tuple[Cell, ...]] = []
    together = 0
    for each in money.measures:
        cost, promised = each.financing.cost, each.financing.promised or 0
        if cost is None or cost <= promised:
            continue
        together += cost - promised
        per_year = f" {phrases.text('per year')}" if each.financing.is_yearly else ""
        rows.append(
            (
                cell(str(material.numbers[each.measure])),
                cell(each.title, Tone.STRONG),
                cell(phrases.short_money(cost) + per_year),
                material.amount(each.financing.promised),
                material.amount(cost - promised, Tone.STRONG),
            )
        )
    if not rows:
        told = phrases.text("What has been set aside covers the cost of every measure that has a sum.")
        return [heading, paragraph(told)]
    columns = (
        Column(phrases.text("No."), 5, Align.RIGHT),
        Column(phrases.text("Measure"), 56),
        Column(phrases.text("Costs"), 24, Align.RIGHT),
        Column(phrases.text("Set aside"), 18, Align.RIGHT),
        Column(phrases.text("Lacking"), 18, Align.RIGHT),
    )
    total = (cell(""), cell(phrases.text("Together"), Tone.STRONG), cell(""), cell(""))
    lead = phrases.text(
        "These costs are not covered by what the municipalities have set aside. One-off costs are compared; a measure "
        "that only runs is compared by its cost in a year."
    )
    caption = phrases.text("Measures that lack money")
    return [
        heading,
        paragraph(lead),
        Table(columns, tuple(rows), caption, (*total, material.amount(together, Tone.STRONG))),
    ]
