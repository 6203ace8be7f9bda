"""What the program says when something about buying together cannot be done."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.text.phrases import N_

PROCUREMENT_SENTENCES: Final[dict[str, str]] = {
    "threshold_amount_missing": N_("Write the amount of the limit, without value added tax."),
    "threshold_days_wrong": N_("The limit ends {end} but begins {start}. Change one of the days."),
    "threshold_source_missing": N_("Write where the limit is from, so that it can be looked up again."),
    "no_threshold": N_("No limit is known for {day}. Add it to the limits."),
    "days_out_of_order": N_("This day lies before another one that comes first: {earlier}, {day}. Change one of them."),
    "contract_before_award": N_("Write the day of the award first."),
    "announced_unlocked": N_("Lock the parties first: only those named in the notice can call off."),
    "tenders_unlocked": N_("Lock the parties first: tenders are asked for when it is settled who may call off."),
    "locked_ahead": N_("Write the day on which the parties were locked; it cannot lie ahead."),
    "lead_outside": N_("{name} leads the procurement and has to be among its parties."),
    "nobody_locked": N_("Choose at least one municipality that becomes a party."),
    "form_missing": N_("Choose first how the municipalities buy together."),
    "mandates_missing": N_("The mandate of {names} is missing. Get it first, or lock the parties without them."),
    "parties_locked": N_("The parties are locked. Open them again first; that is possible until the notice."),
    "tenders_begun": N_(
        "Tenders are due, here or being evaluated, so the parties stay as they are. Take away first what was written "
        "of tenders by mistake, or send the case back."
    ),
    "already_announced": N_("The procurement has been announced with its parties. They cannot be changed any more."),
}
