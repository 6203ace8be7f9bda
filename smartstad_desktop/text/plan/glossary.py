"""Words of the programme with their meaning, for whoever reads a plan and was not there (domain section 5)."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.text.phrases import N_

#: A word and what it means.
WORDS: Final = (
    (N_("target vision"), N_("What it should be like when the goals are reached, in a few sentences.")),
    (N_("goal matrix"), N_("A table of how much each measure or project contributes to each goal.")),
    (N_("development area"), N_("An area of a plan above this one that goals answer to.")),
    (N_("measure"), N_("Something that municipalities do together, with an owner, time, money and a next decision.")),
    (N_("commitment"), N_("What a municipality says to a measure: leads, joins, joins later, watches or declines.")),
    (N_("host municipality"), N_("The municipality that keeps the case and the documents of the programme.")),
    (
        N_("steering group"),
        N_("The group that leads the programme, approves the plan and recommends it to the municipalities."),
    ),
    (N_("value word"), N_("A word that gathers residents’ needs, such as safety.")),
    (N_("inventory"), N_("The list of what the municipalities do, plan and have finished.")),
    (N_("voting unit"), N_("What counts as one vote: a person, a seat or a municipality, alike or weighed.")),
    (N_("ballot"), N_("What one voter or one municipality answers in a round.")),
    (N_("criterion"), N_("Something projects are scored by; its weight says how much it counts.")),
    (N_("quorum"), N_("How many must be there for a workshop to decide.")),
    (N_("spread"), N_("How far apart the answers lie; a large spread means that the group does not agree.")),
    (N_("testbed"), N_("A place, real or digital, where something is tried before it is bought or built.")),
    (N_("joint procurement"), N_("Several municipalities buy together, one of them on behalf of the others.")),
    (N_("routine"), N_("A way of working that municipalities have agreed on, in stages with checklists.")),
    (N_("gate"), N_("A decision between two stages: go on, change or stop.")),
    (N_("clause"), N_("A sentence that says what is decided; in Swedish it begins with “att”.")),
    (N_("reservation"), N_("Somebody takes part in the decision but is against it, and says so in the minutes.")),
    (N_("special statement"), N_("Somebody adds their own words to a decision without being against it.")),
    (N_("case number"), N_("The number by which a case is found in the register of the host municipality.")),
    (N_("fingerprint"), N_("A number reckoned from data: if one sign changes, it becomes another number.")),
    (N_("one-off cost"), N_("What is paid once to get something going.")),
    (N_("running cost"), N_("What is paid every year to keep something going.")),
    (N_("financing gap"), N_("What a measure costs beyond what has been set aside for it.")),
    (N_("minutes"), N_("What is written down of a meeting and what it decided.")),
)
