"""Points in time as people say them: today with the hour, yesterday, else the day."""

from __future__ import annotations

from datetime import datetime, timedelta

from smartstad_desktop.text.phrases import _, current


def moment(at: datetime, now: datetime) -> str:
    """Return *at* in words with its time of day, in local time."""
    local, today = at.astimezone(), now.astimezone().date()
    clock = f"{local:%H:%M}"
    if local.date() == today:
        return _("today {clock}", clock=clock)
    if local.date() == today - timedelta(days=1):
        return _("yesterday {clock}", clock=clock)
    return f"{day(at, now)} {clock}"


def day(at: datetime, now: datetime) -> str:
    """Return the day of *at* in words, in local time; this year goes without saying."""
    local, today = at.astimezone().date(), now.astimezone().date()
    if local == today:
        return _("today")
    if local == today - timedelta(days=1):
        return _("yesterday")
    shown = current().day(local)
    return shown.removesuffix(f" {local.year}") if local.year == today.year else shown
