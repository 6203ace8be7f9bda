"""The names of the 17 global goals."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.text.phrases import N_, Phrasebook, current

SDGS: Final = (
    N_("1 No poverty"),
    N_("2 Zero hunger"),
    N_("3 Good health and well-being"),
    N_("4 Quality education"),
    N_("5 Gender equality"),
    N_("6 Clean water and sanitation"),
    N_("7 Affordable and clean energy"),
    N_("8 Decent work and economic growth"),
    N_("9 Industry, innovation and infrastructure"),
    N_("10 Reduced inequalities"),
    N_("11 Sustainable cities and communities"),
    N_("12 Responsible consumption and production"),
    N_("13 Climate action"),
    N_("14 Life below water"),
    N_("15 Life on land"),
    N_("16 Peace, justice and strong institutions"),
    N_("17 Partnerships for the goals"),
)


def sdg_name(number: int, phrases: Phrasebook | None = None) -> str:
    """Return number and name of a global goal."""
    return (phrases or current()).text(SDGS[number - 1])
