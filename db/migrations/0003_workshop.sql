-- The workshop room: sessions, seats, agenda, rounds, ballots and what is written down.

CREATE TABLE session (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	name TEXT NOT NULL,
	occasion TEXT NOT NULL,
	purpose TEXT NOT NULL,
	decision_rule TEXT NOT NULL,
	format TEXT NOT NULL,
	place TEXT NOT NULL,
	held_on TEXT,
	starts_at TEXT NOT NULL,
	ends_at TEXT,
	second_language TEXT,
	quorum_municipalities INTEGER,
	quorum_persons INTEGER,
	board_id INTEGER,
	opened_at TEXT,
	ended_at TEXT,
	clock_started_at TEXT,
	clock_left_s INTEGER,
	order_key TEXT NOT NULL,
	CONSTRAINT ck_session_format_known CHECK (format IN ('on_site', 'hybrid', 'satellite')),
	CONSTRAINT ck_session_second_language_known CHECK (second_language IS NULL OR second_language IN ('sv', 'nb', 'en')),
	CONSTRAINT ck_session_quorum_municipalities CHECK (quorum_municipalities IS NULL OR quorum_municipalities > 0),
	CONSTRAINT ck_session_quorum_persons CHECK (quorum_persons IS NULL OR quorum_persons > 0),
	CONSTRAINT fk_session_board_id_board FOREIGN KEY(board_id) REFERENCES board (id) ON DELETE SET NULL
)
 STRICT;

CREATE TABLE seat (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	session_id INTEGER NOT NULL,
	municipality_id INTEGER,
	label TEXT NOT NULL,
	kind TEXT NOT NULL,
	order_key TEXT NOT NULL,
	CONSTRAINT ck_seat_kind_known CHECK (kind IN ('voter', 'observer')),
	CONSTRAINT fk_seat_session_id_session FOREIGN KEY(session_id) REFERENCES session (id) ON DELETE CASCADE,
	CONSTRAINT fk_seat_municipality_id_municipality FOREIGN KEY(municipality_id) REFERENCES municipality (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_seat_session_id ON seat (session_id);

CREATE TABLE attendance (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	seat_id INTEGER NOT NULL,
	arrived_at TEXT NOT NULL,
	left_at TEXT,
	CONSTRAINT fk_attendance_seat_id_seat FOREIGN KEY(seat_id) REFERENCES seat (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_attendance_seat_id ON attendance (seat_id);

CREATE TABLE agenda_item (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	session_id INTEGER NOT NULL,
	kind TEXT NOT NULL,
	title TEXT NOT NULL,
	minutes INTEGER NOT NULL,
	instruction TEXT NOT NULL,
	started_at TEXT,
	ended_at TEXT,
	order_key TEXT NOT NULL,
	CONSTRAINT ck_agenda_item_kind_known CHECK (kind IN ('talk', 'round', 'break')),
	CONSTRAINT ck_agenda_item_minutes CHECK (minutes > 0),
	CONSTRAINT fk_agenda_item_session_id_session FOREIGN KEY(session_id) REFERENCES session (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_agenda_item_session_id ON agenda_item (session_id);

CREATE TABLE round (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	session_id INTEGER NOT NULL,
	agenda_item_id INTEGER,
	repeats_id INTEGER,
	number INTEGER NOT NULL,
	question TEXT NOT NULL,
	instruction TEXT NOT NULL,
	method TEXT NOT NULL,
	unit TEXT NOT NULL,
	unit_key TEXT NOT NULL,
	visibility TEXT NOT NULL,
	has_recusal INTEGER NOT NULL,
	marks INTEGER,
	most_per_item INTEGER NOT NULL,
	low INTEGER NOT NULL,
	high INTEGER NOT NULL,
	cut_x REAL,
	cut_y REAL,
	columns TEXT NOT NULL,
	minutes INTEGER NOT NULL,
	seed INTEGER NOT NULL,
	phase TEXT NOT NULL,
	opened_at TEXT,
	revealed_at TEXT,
	closed_at TEXT,
	CONSTRAINT uq_round_session_id_number UNIQUE (session_id, number),
	CONSTRAINT ck_round_method_known CHECK (method IN ('columns', 'moscow', 'impact_effort', 'ranking', 'dots', 'three_two_one', 'hundred', 'criteria', 'pairs', 'fist')),
	CONSTRAINT ck_round_unit_known CHECK (unit IN ('person', 'seat', 'municipality', 'population', 'key')),
	CONSTRAINT ck_round_visibility_known CHECK (visibility IN ('anonymous', 'municipality', 'named')),
	CONSTRAINT ck_round_phase_known CHECK (phase IN ('clarify', 'silent', 'reveal', 'discuss', 'decide', 'consensus', 'closed')),
	CONSTRAINT ck_round_scale CHECK (low < high),
	CONSTRAINT ck_round_marks CHECK (marks IS NULL OR marks > 0),
	CONSTRAINT ck_round_most_per_item CHECK (most_per_item > 0),
	CONSTRAINT fk_round_session_id_session FOREIGN KEY(session_id) REFERENCES session (id) ON DELETE CASCADE,
	CONSTRAINT fk_round_agenda_item_id_agenda_item FOREIGN KEY(agenda_item_id) REFERENCES agenda_item (id) ON DELETE SET NULL,
	CONSTRAINT fk_round_repeats_id_round FOREIGN KEY(repeats_id) REFERENCES round (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_round_agenda_item_id ON round (agenda_item_id);

CREATE TABLE round_item (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	round_id INTEGER NOT NULL,
	project_id INTEGER,
	number INTEGER NOT NULL,
	title TEXT NOT NULL,
	is_unclear INTEGER NOT NULL,
	CONSTRAINT uq_round_item_round_id_number UNIQUE (round_id, number),
	CONSTRAINT ck_round_item_number CHECK (number > 0),
	CONSTRAINT fk_round_item_round_id_round FOREIGN KEY(round_id) REFERENCES round (id) ON DELETE CASCADE,
	CONSTRAINT fk_round_item_project_id_project FOREIGN KEY(project_id) REFERENCES project (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_round_item_project_id ON round_item (project_id);

CREATE TABLE round_criterion (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	round_id INTEGER NOT NULL,
	"key" TEXT NOT NULL,
	weight REAL NOT NULL,
	direction TEXT NOT NULL,
	steps TEXT NOT NULL,
	order_key TEXT NOT NULL,
	name_sv TEXT NOT NULL,
	name_nb TEXT NOT NULL,
	name_en TEXT NOT NULL,
	CONSTRAINT uq_round_criterion_round_id_key UNIQUE (round_id, "key"),
	CONSTRAINT ck_round_criterion_weight CHECK (weight >= 0),
	CONSTRAINT fk_round_criterion_round_id_round FOREIGN KEY(round_id) REFERENCES round (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE ballot (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	round_id INTEGER NOT NULL,
	seat_id INTEGER,
	municipality_id INTEGER,
	number INTEGER,
	channel TEXT NOT NULL,
	persons INTEGER NOT NULL,
	is_done INTEGER NOT NULL,
	is_blank INTEGER NOT NULL,
	concern TEXT NOT NULL,
	CONSTRAINT ck_ballot_channel_known CHECK (channel IN ('console', 'paper', 'csv')),
	CONSTRAINT ck_ballot_persons CHECK (persons > 0),
	CONSTRAINT fk_ballot_round_id_round FOREIGN KEY(round_id) REFERENCES round (id) ON DELETE CASCADE,
	CONSTRAINT fk_ballot_seat_id_seat FOREIGN KEY(seat_id) REFERENCES seat (id) ON DELETE CASCADE,
	CONSTRAINT fk_ballot_municipality_id_municipality FOREIGN KEY(municipality_id) REFERENCES municipality (id) ON DELETE CASCADE
)
 STRICT;

CREATE UNIQUE INDEX uq_ballot_whose ON ballot (round_id, ifnull(seat_id, 0), ifnull(municipality_id, 0), ifnull(number, 0));

CREATE TABLE ballot_mark (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	ballot_id INTEGER NOT NULL,
	round_item_id INTEGER NOT NULL,
	other_id INTEGER,
	axis TEXT NOT NULL,
	value REAL NOT NULL,
	CONSTRAINT fk_ballot_mark_ballot_id_ballot FOREIGN KEY(ballot_id) REFERENCES ballot (id) ON DELETE CASCADE,
	CONSTRAINT fk_ballot_mark_round_item_id_round_item FOREIGN KEY(round_item_id) REFERENCES round_item (id) ON DELETE CASCADE,
	CONSTRAINT fk_ballot_mark_other_id_round_item FOREIGN KEY(other_id) REFERENCES round_item (id) ON DELETE CASCADE
)
 STRICT;

CREATE UNIQUE INDEX uq_ballot_mark_what ON ballot_mark (ballot_id, round_item_id, axis, ifnull(other_id, 0));

CREATE TABLE session_note (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	session_id INTEGER NOT NULL,
	agenda_item_id INTEGER,
	round_item_id INTEGER,
	municipality_id INTEGER,
	kind TEXT NOT NULL,
	text TEXT NOT NULL,
	owner TEXT NOT NULL,
	due_on TEXT,
	is_done INTEGER NOT NULL,
	at TEXT NOT NULL,
	order_key TEXT NOT NULL,
	CONSTRAINT ck_session_note_kind_known CHECK (kind IN ('remark', 'action', 'parked', 'reason', 'reservation')),
	CONSTRAINT fk_session_note_session_id_session FOREIGN KEY(session_id) REFERENCES session (id) ON DELETE CASCADE,
	CONSTRAINT fk_session_note_agenda_item_id_agenda_item FOREIGN KEY(agenda_item_id) REFERENCES agenda_item (id) ON DELETE SET NULL,
	CONSTRAINT fk_session_note_round_item_id_round_item FOREIGN KEY(round_item_id) REFERENCES round_item (id) ON DELETE CASCADE,
	CONSTRAINT fk_session_note_municipality_id_municipality FOREIGN KEY(municipality_id) REFERENCES municipality (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_session_note_session_id ON session_note (session_id);

CREATE TABLE snapshot (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	session_id INTEGER NOT NULL,
	round_id INTEGER,
	at TEXT NOT NULL,
	label TEXT NOT NULL,
	contents TEXT NOT NULL,
	CONSTRAINT fk_snapshot_session_id_session FOREIGN KEY(session_id) REFERENCES session (id) ON DELETE CASCADE,
	CONSTRAINT fk_snapshot_round_id_round FOREIGN KEY(round_id) REFERENCES round (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_snapshot_session_id ON snapshot (session_id);
