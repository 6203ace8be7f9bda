"""What the program says when something cannot be done: what happened, and what to do."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Final, cast

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.values import Amount, Named
from smartstad_desktop.text.cases.troubles import CASE_SENTENCES
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.follow_up.troubles import FOLLOW_UP_SENTENCES
from smartstad_desktop.text.governance.words import GOVERNANCE_SENTENCES
from smartstad_desktop.text.packages.troubles import PACKAGE_SENTENCES
from smartstad_desktop.text.personal.words import PERSONAL_SENTENCES
from smartstad_desktop.text.phrases import N_, Phrasebook, current
from smartstad_desktop.text.plan.measures import MEASURE_SENTENCES
from smartstad_desktop.text.plan.signing import SIGNING_SENTENCES
from smartstad_desktop.text.plan.troubles import PLAN_SENTENCES
from smartstad_desktop.text.procurement.troubles import PROCUREMENT_SENTENCES
from smartstad_desktop.text.programme.budget import BUDGET_SENTENCES
from smartstad_desktop.text.programme.successions import SUCCESSION_SENTENCES
from smartstad_desktop.text.programme.troubles import PROGRAMME_SENTENCES
from smartstad_desktop.text.routines.troubles import ROUTINE_SENTENCES
from smartstad_desktop.text.testbeds.troubles import TESTBED_SENTENCES
from smartstad_desktop.text.workshop.troubles import SESSION_SENTENCES

SENTENCES: Final[dict[str, str]] = {
    "error": N_("That could not be done. Nothing has changed."),
    "title_missing": N_("Give the project a name."),
    "title_too_long": N_("The name has {length} characters; {limit} is the most that fits on a card. Shorten it."),
    "lesson_missing": N_("A project that is stopped early needs a lesson: write what others can learn from it."),
    "reason_missing": N_("Write the reason."),
    "end_before_start": N_("The project ends {end} but starts {start}. Change one of the dates."),
    "amount_negative": N_("The amount is below zero. Write it without a minus sign."),
    "municipality_missing": N_("Choose the municipality that leads the project."),
    "municipality_name_missing": N_("Write the name of the municipality."),
    "amount_unreadable": N_("Write an amount, such as 700 tkr, 0.7 mkr or 700 000 kr."),
    "time_unreadable": N_("Write a time, such as March 2026, Q3 2026, autumn 2026 or 2026-09-01."),
    "project_day_unreadable": N_("Write a day, such as 2026-09-01."),
    "link_unusable": N_("A link leads to a web page or an e-mail address, such as skr.se or name@example.org."),
    "mark_invalid": N_("A mark has one to {limit} letters."),
    "mark_taken": N_("{name} already has the mark {mark}. Choose other letters."),
    "key_taken": N_("There is already a municipality called {name}."),
    "colour_invalid": N_("Choose a colour."),
    "colour_too_light": N_("White letters cannot be read on this colour. Choose a darker one."),
    "codes_overlap": N_("The codes {code} and {other} are in force on the same day. Change one of the dates."),
    "field_invalid": N_("The value does not fit here."),
    "row_gone": N_("This has been deleted meanwhile. Undo the deletion first if you want to change it."),
    "not_in_action": N_("The change was not made as one step and has been refused. Nothing has changed."),
    "read_only": N_("The file is open for reading only. Nothing has changed."),
    "session_name_missing": N_("Give it a name."),
    "workshop_text_too_long": N_("The text has {length} characters; {limit} is the most that fits. Shorten it."),
    "agenda_minutes_invalid": N_("Write how long it takes: from 1 to {limit} minutes."),
    "round_locked": N_(
        "The round is open, so its items, criteria and rules are locked. "
        "Make a new round to change them; nothing is lost."
    ),
    "round_not_open": N_("Answers are taken in the silent phase. Go back to it first; nothing is lost."),
    "wrong_caster": N_("This answer does not belong to the round. Choose one of those who answer in it."),
    "more_ballots_than_people": N_(
        "There are seats for {count}, so sheet {number} cannot be counted. Add a seat first."
    ),
    "round_weights_missing": N_(
        "{names} would weigh nothing. Write their population on the page Programme, or their weight in the key."
    ),
    "round_empty": N_("Put at least one project in the round before it is opened."),
    "not_revealed": N_("Reveal the answers first; then the group can talk and decide."),
    "anonymous_unit": N_("Anonymous answers cannot be counted by municipality. Choose each person or each seat."),
    "round_rule_invalid": N_("Write a number from {lowest} to {highest}."),
    "no_board": N_("Choose the board to decide on in the preparation of the workshop."),
    "session_ended": N_("The workshop has ended. Open it again first."),
    "session_not_open": N_("The workshop has not begun. Open it first."),
    "session_time_invalid": N_("“{written}” is no time of day. Write it as 09:00."),
    "quorum_invalid": N_("Write a whole number from 1 to {limit}, or nothing."),
    "ballot_file_unlike": N_(
        "{name} is no ballot file. Save an empty one from the round and fill it in; its first line has to stay."
    ),
    "ballot_file_empty": N_("{name} holds no answers. Nothing has changed."),
    "ballot_file_caster": N_(
        "Line {line}: nobody in the round is called {caster}. Those who answer are {known}. Nothing has changed."
    ),
    "ballot_file_twice": N_("Line {line}: {what} comes twice. Nothing has changed."),
    "ballot_file_item": N_("Line {line}: the round has no number {number}. Nothing has changed."),
    "ballot_file_other": N_(
        "Line {line}: number {number} is “{title}” in the round, but “{found}” in the file. "
        "The file may belong to another round. Nothing has changed."
    ),
    "ballot_file_axis": N_("Line {line}: nothing in the round is called “{axis}”. Nothing has changed."),
    "ballot_file_value": N_(
        "Line {line}, {caster}: “{value}” is no answer here. Write {expected}. Nothing has changed."
    ),
    "ballot_file_rule": N_("Line {line}, {caster}: {why} Nothing has changed."),
    "note_empty": N_("Write something first."),
    "preset_unknown": N_("There is no agenda called {key}. Choose one of {known}."),
    "not_a_rehearsal": N_("This is the real file. Only a copy made for rehearsing takes made-up answers."),
    "already_a_rehearsal": N_("This file is a rehearsal already. Open the real file to begin another one."),
    "clock_invalid": N_("The clock runs up to {limit} minutes."),
    "busy": N_("A longer job is writing to the file. Try again when it is done."),
    "file_missing": N_("There is no file called {path}. Check the name, or choose another file."),
    "file_exists": N_("There is already a file called {path}. Choose another name; it has not been touched."),
    "file_unwritable": N_("{path} cannot be written to. Choose another folder, or ask for the right to write there."),
    "not_ours": N_("{path} is not a SMARTstad file. It has not been touched."),
    "from_newer_version": N_(
        "{path} was made with a newer SMARTstad. Update the program; the file has not been touched."
    ),
    "damaged": N_("{path} is damaged and has not been touched. Open the latest backup instead. ({finding})"),
    "open_elsewhere": N_("{path} is open in {program} on {host} since {since}. You can open a copy for reading."),
    "journal_strange": N_("A side file beside {path} belongs to another file. It has been put aside as {aside}."),
    "plan_frozen": N_("Version {version} is frozen and stays as it is. Start a new version to change the plan."),
    "plan_not_frozen": N_("Version {version} is a draft. Freeze it first."),
    "plan_empty": N_(
        "There is no plan yet, and nothing in the columns of the board. Place projects on the board first."
    ),
    "version_missing": N_("Give the version a number, such as 1.0."),
    "version_taken": N_("There is a version {version} already. Choose another number."),
    "measure_title_missing": N_("Write a name."),
    "measure_text_too_long": N_("The text has {length} characters; {limit} fit. Shorten it."),
    "day_unreadable": N_("“{text}” is no day. Write it as 2026-11-19."),
    "nothing_chosen": N_("Choose at least one."),
    "years_reversed": N_("The plan ends {last} but starts {first}. Change one of the years."),
    "target_in_use": N_("{path} is open in another program. Close it there, or choose another name."),
    "file_gone": N_("{path} has been moved or deleted. The last action was not saved. Save a copy now."),
    "save_failed": N_("The last action could not be saved ({reason}). Earlier work is safe."),
    "backup_failed": N_("The backup could not be made ({reason}). Earlier backups are still there."),
    "name_missing": N_("Write a name."),
    "name_too_long": N_("The name has {length} characters; {limit} fit."),
    "timer_invalid": N_("The timer runs from 1 to {limit} minutes."),
    "last_column": N_("A board needs at least one column. Add another one first, or delete the whole board."),
    "column_elsewhere": N_("The column {column} belongs to another board."),
    "programme_name_missing": N_("Give the programme a name."),
    "programme_years_reversed": N_("The programme ends {last} but starts {first}. Change one of the years."),
    "municipality_has_voted": N_(
        "{name} has been at a workshop and stays for the sake of its minutes. Say that it takes part no more instead."
    ),
    "municipality_in_use": N_(
        "{name} leads {count} projects and cannot be removed. Move or delete the projects first."
    ),
    "code_unreadable": N_("“{line}” cannot be read. Write the code; first day; last day, with days as 2020-01-31."),
    "number_unreadable": N_("“{text}” is not a whole number. Write it with figures only."),
    "need_missing": N_("Write the need, or what the residents said."),
    "words_too_long": N_("The text has {length} characters; {limit} fit on a card. Shorten it."),
    "service_name_missing": N_("Write what the service is called."),
    "value_word_missing": N_("Write the word that gathers the needs."),
    "not_an_example": N_("“{title}” is one of our own projects, not an example from elsewhere."),
    "value_off_scale": N_("{value} is not on the scale. It runs from {lowest} to {highest}."),
    "comment_without_value": N_("Answer with a number first. The comment explains the number."),
    "weight_off_scale": N_("“{text}” is no weight. Write a whole number from 0 to 100."),
    "paste_unreadable": N_(
        "“{text}” is no number of the scale, which runs from {lowest} to {highest}. Nothing has been pasted."
    ),
    "paste_too_large": N_(
        "What was copied has {rows} rows and {columns} columns. Only {most_rows} by {most_columns} fit from here. "
        "Nothing has been pasted."
    ),
    "nothing_to_undo": N_("There is nothing to undo."),
    "nothing_to_redo": N_("There is nothing to redo."),
    "template_unknown": N_("There is no template called {key}. Choose one of: {known}."),
    "list_unreadable": N_("{name} cannot be read. Nothing has been taken from it."),
    "list_gone": N_("{name} cannot be opened. It may have been moved, deleted or locked. Choose the file again."),
    "list_locked": N_("{name} may not be read now. Close it in the other program, or ask for the right to read it."),
    "list_changed": N_("{name} was being written to while it was read. Close it in the other program and try again."),
    "password_protected": N_("{name} has a password. Type it, or ask for a copy without one."),
    "password_wrong": N_("That password does not open {name}. Type it again, or ask for a copy without one."),
    "lock_unknown": N_("{name} is locked in a way that cannot be opened here. Ask for a copy without a password."),
    "not_a_workbook": N_("{name} is not a list. Choose a workbook, or a text file with separated values."),
    "list_empty": N_("{name} is empty. Ask the sender for the file again."),
    "lock_file": N_("{name} only marks that the list is open in another program. Choose {list} instead."),
    "list_damaged": N_("{name} is damaged. Ask the sender for the file again."),
    "too_large": N_(
        "{name} is larger than a list can be (the limit is {limit}). Send only the sheet with the projects."
    ),
    "too_many_rows": N_(
        "{name} has content below row {limit}. Delete what stands below the list, or send only the rows with projects."
    ),
    "too_many_columns": N_(
        "{name} has content beyond column {limit}. Delete what stands beside the list, or send only its columns."
    ),
    "too_many_cells": N_("{name} has more than {limit} cells with content. Send only the sheet with the projects."),
    "too_much_memory": N_(
        "{name} needs more than {limit} of memory to be read and was stopped. Send only the sheet with the projects."
    ),
    "too_slow": N_(
        "{name} could not be read within {limit} seconds and was stopped. Send only the sheet with the projects."
    ),
    "web_page": N_(
        "{name} is a web page with the name of a workbook. Open it in Excel or LibreOffice and save it as .xlsx."
    ),
    "unsupported_format": N_("{name} is a kind of file that holds no list. Save the list as a workbook (.xlsx)."),
    "no_table_found": N_(
        "No table of projects was found in {name}. A list needs a row with headings, such as project name and status."
    ),
    "municipality_unclear": N_("Say which municipality {name} is from. Nothing has been imported."),
    "municipality_unknown": N_("There is no municipality called {key}. Choose one of: {known}."),
    "pages_unreadable": N_("The pages of this PDF cannot be shown."),
    "not_archivable": N_(
        "The PDF did not pass the proof of the archive format PDF/A-3b, so nothing was written: {finding}. "
        "Report this as a fault."
    ),
    "not_read_back": N_("{name} could not be read again after writing. Nothing has been sent; report this as a fault."),
    "merge_with_itself": N_("A project cannot be merged with itself. Choose another one."),
    "merge_field_unknown": N_("There is no field {field} to take from the other project."),
    "nothing_to_import": N_("There is nothing to import: every row is unchanged or waits for an answer."),
    "goal_name_missing": N_("Write a name in Swedish. The other languages can wait."),
    "goal_text_too_long": N_("The text has {length} characters; {limit} fit. Shorten it."),
    "figure_unreadable": N_("“{text}” cannot be read as a number. Write it as 12 or 12,5."),
    "year_unlikely": N_("“{text}” is no year we can use. Write it with four figures, such as 2028."),
    "goal_beneath_itself": N_("“{name}” cannot lie beneath itself. Choose another place."),
    "measurement_day_missing": N_("Write the day of the measurement, such as 2026-11-19."),
    "chain_link_backwards": N_("A link leads from left to right: from a track towards an activity."),
    "activity_needs_initiative": N_("An activity belongs to exactly one initiative. Choose which."),
    "priority_text_too_long": N_("The text has {length} characters; {limit} fit. Shorten it."),
    "step_unknown": N_("Only the steps 1 to 5 of a criterion can be described."),
    "weight_invalid": N_("A weight is a number from 0 to {limit}."),
    "weights_all_zero": N_("At least one criterion must weigh something."),
    "points_do_not_add_up": N_("The points add up to {sum}. Share out exactly {total}."),
    "weights_incomplete": N_("Every criterion needs one place in the order; {count} have none."),
    "pairs_incomplete": N_("Compare more pairs: some criteria are not linked to the others yet."),
    "ratio_invalid": N_("Compare two different criteria, from 9 times as important to a ninth."),
    "score_invalid": N_("A score is a number from {lowest} to {highest}."),
    "place_invalid": N_("Choose a place from 1 to {limit}."),
    "not_in_order": N_("“{title}” has no score yet and so no place to be moved from. Give it a score first."),
    "nothing_weighed": N_("No municipality has weighed the criteria yet, so there is no mean to take."),
    "ballot_trouble": N_("The ballot cannot be counted as it is."),
    "ballot_item_unknown": N_("There is no number {item} in this round."),
    "ballot_criterion_unknown": N_("Number {item} cannot be judged on “{axis}” in this round."),
    "mark_off_scale": N_("Number {item}: write a value from {lowest} to {highest}."),
    "mark_not_whole": N_("Number {item}: write a whole number."),
    "own_project": N_("Number {item} is the municipality’s own project. The others judge it."),
    "marked_twice": N_("Number {item} has been marked twice. Keep one of the marks."),
    "place_twice": N_("Place {place} has been given twice. Give every number a place of its own."),
    "points_twice": N_("{points} points have been given twice. Give 3, 2 and 1 once each."),
    "too_many_marks": N_("{given} dots have been given, and there are {limit}. Take away {over}."),
    "too_many_kronor": N_("{given} kronor have been shared out, and there are {limit}. Take away {over}."),
    "too_many_on_item": N_("Number {item} can have {limit} of your dots. Put the others elsewhere."),
    "pair_unknown": N_("Compare number {item} with another one: it wins, loses or is equal."),
    "kronor_left": N_("{given} kronor have been shared out; {left} are left. Share out them too."),
    "ballot_unfinished": N_("{left} left to mark."),
    "programme_exists": N_("The file holds a programme already. Make a new file to start from a template."),
    **GOVERNANCE_SENTENCES,
    **MEASURE_SENTENCES,
    **PERSONAL_SENTENCES,
    **PLAN_SENTENCES,
    **SIGNING_SENTENCES,
    **PROGRAMME_SENTENCES,
    **BUDGET_SENTENCES,
    **FOLLOW_UP_SENTENCES,
    **SUCCESSION_SENTENCES,
    **SESSION_SENTENCES,
    **CASE_SENTENCES,
    **ROUTINE_SENTENCES,
    **PACKAGE_SENTENCES,
    **PROCUREMENT_SENTENCES,
    **TESTBED_SENTENCES,
}


def sentence(error: DomainError, phrases: Phrasebook | None = None) -> str:
    """Return what to tell the user about *error*."""
    book = phrases or current()
    shown = {name: _shown(value, book) for name, value in error.parameters.items()}
    return book.text(SENTENCES[error.code], **shown)


def _shown(value: object, book: Phrasebook) -> object:
    match value:
        case datetime():
            local = value.astimezone()
            return f"{book.day(local.date())} {local:%H.%M}"
        case date():
            return book.day(value)
        case Amount():
            return book.money(value)
        case Path():
            return value.name
        case None | "":
            return "–"
        case tuple():
            return ", ".join(_listed(each, book) for each in cast("tuple[object, ...]", value))
        case Named():
            return value.in_language(book.language)
        case _:
            return value


def _listed(value: object, book: Phrasebook) -> str:
    """Return one of several things inside a sentence: the name of a field, or of a record in its languages."""
    name = value.in_language(book.language) if isinstance(value, Named) else field_name(str(value), book)
    return name[:1].lower() + name[1:]
