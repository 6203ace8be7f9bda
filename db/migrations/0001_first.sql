-- The first schema of the workspace.

CREATE TABLE board (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	name TEXT NOT NULL,
	question TEXT NOT NULL,
	occasion TEXT NOT NULL,
	timer_minutes INTEGER NOT NULL,
	order_key TEXT NOT NULL,
	CONSTRAINT ck_board_timer_minutes CHECK (timer_minutes > 0)
)
 STRICT;

CREATE TABLE goal (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	"key" TEXT NOT NULL,
	parent_id INTEGER,
	improvement_sv TEXT NOT NULL,
	improvement_nb TEXT NOT NULL,
	improvement_en TEXT NOT NULL,
	order_key TEXT NOT NULL,
	name_sv TEXT NOT NULL,
	name_nb TEXT NOT NULL,
	name_en TEXT NOT NULL,
	CONSTRAINT uq_goal_key UNIQUE ("key"),
	CONSTRAINT fk_goal_parent_id_goal FOREIGN KEY(parent_id) REFERENCES goal (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE criterion (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	"key" TEXT NOT NULL,
	weight INTEGER NOT NULL,
	steps TEXT NOT NULL,
	order_key TEXT NOT NULL,
	name_sv TEXT NOT NULL,
	name_nb TEXT NOT NULL,
	name_en TEXT NOT NULL,
	CONSTRAINT uq_criterion_key UNIQUE ("key"),
	CONSTRAINT ck_criterion_weight CHECK (weight >= 0)
)
 STRICT;

CREATE TABLE risk (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	likelihood INTEGER NOT NULL,
	consequence INTEGER NOT NULL,
	response_sv TEXT NOT NULL,
	response_nb TEXT NOT NULL,
	response_en TEXT NOT NULL,
	order_key TEXT NOT NULL,
	name_sv TEXT NOT NULL,
	name_nb TEXT NOT NULL,
	name_en TEXT NOT NULL,
	CONSTRAINT ck_risk_likelihood CHECK (likelihood BETWEEN 1 AND 4),
	CONSTRAINT ck_risk_consequence CHECK (consequence BETWEEN 1 AND 4)
)
 STRICT;

CREATE TABLE received_file (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	sha256 TEXT NOT NULL,
	name TEXT NOT NULL,
	content BLOB NOT NULL,
	CONSTRAINT uq_received_file_sha256 UNIQUE (sha256)
)
 STRICT;

CREATE TABLE change_step (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	at TEXT NOT NULL,
	actor TEXT NOT NULL,
	command TEXT NOT NULL,
	parameters TEXT NOT NULL,
	source TEXT NOT NULL,
	schema_version INTEGER NOT NULL,
	state TEXT NOT NULL,
	merge_key TEXT,
	is_floor INTEGER NOT NULL,
	CONSTRAINT ck_change_step_state_known CHECK (state IN ('done', 'undone', 'dropped'))
)
 STRICT;

CREATE TABLE "plan" (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	title TEXT NOT NULL,
	subtitle TEXT NOT NULL,
	first_year INTEGER,
	last_year INTEGER,
	version TEXT NOT NULL,
	status TEXT NOT NULL,
	case_number TEXT NOT NULL,
	summary TEXT NOT NULL,
	deciding_body TEXT NOT NULL,
	decided_on TEXT,
	decided_at TEXT NOT NULL,
	clauses TEXT NOT NULL,
	present TEXT NOT NULL,
	dissent TEXT NOT NULL,
	not_prioritised TEXT NOT NULL,
	frozen_at TEXT NOT NULL,
	content_hash TEXT NOT NULL,
	replaces_id INTEGER,
	CONSTRAINT ck_plan_status_known CHECK (status IN ('draft', 'for_approval', 'approved', 'replaced')),
	CONSTRAINT fk_plan_replaces_id_plan FOREIGN KEY(replaces_id) REFERENCES "plan" (id) ON DELETE SET NULL
)
 STRICT;

CREATE TABLE municipality (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	"key" TEXT NOT NULL,
	name TEXT NOT NULL,
	short_name TEXT NOT NULL,
	mark TEXT NOT NULL,
	colour TEXT NOT NULL,
	country TEXT NOT NULL,
	population INTEGER,
	population_year INTEGER,
	aliases TEXT NOT NULL,
	chief_title TEXT NOT NULL,
	is_participating INTEGER NOT NULL,
	valid_from TEXT,
	valid_to TEXT,
	successor_id INTEGER,
	list_due_on TEXT,
	CONSTRAINT uq_municipality_key UNIQUE ("key"),
	CONSTRAINT uq_municipality_mark UNIQUE (mark),
	CONSTRAINT ck_municipality_mark_short CHECK (length(mark) BETWEEN 1 AND 3),
	CONSTRAINT ck_municipality_colour CHECK (colour GLOB '#[0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f]'),
	CONSTRAINT ck_municipality_population CHECK (population IS NULL OR population >= 0),
	CONSTRAINT fk_municipality_successor_id_municipality FOREIGN KEY(successor_id) REFERENCES municipality (id) ON DELETE SET NULL
)
 STRICT;

CREATE TABLE track (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	"key" TEXT NOT NULL,
	order_key TEXT NOT NULL,
	name_sv TEXT NOT NULL,
	name_nb TEXT NOT NULL,
	name_en TEXT NOT NULL,
	CONSTRAINT uq_track_key UNIQUE ("key")
)
 STRICT;

CREATE TABLE theme (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	"key" TEXT NOT NULL,
	order_key TEXT NOT NULL,
	aliases TEXT NOT NULL,
	name_sv TEXT NOT NULL,
	name_nb TEXT NOT NULL,
	name_en TEXT NOT NULL,
	CONSTRAINT uq_theme_key UNIQUE ("key")
)
 STRICT;

CREATE TABLE routine (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	"key" TEXT NOT NULL,
	kind TEXT NOT NULL,
	version TEXT NOT NULL,
	name_sv TEXT NOT NULL,
	name_nb TEXT NOT NULL,
	name_en TEXT NOT NULL,
	CONSTRAINT uq_routine_key UNIQUE ("key"),
	CONSTRAINT ck_routine_kind_known CHECK (kind IN ('testbed', 'procurement'))
)
 STRICT;

CREATE TABLE board_column (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	board_id INTEGER NOT NULL,
	name TEXT NOT NULL,
	years TEXT NOT NULL,
	meaning TEXT NOT NULL,
	order_key TEXT NOT NULL,
	CONSTRAINT ck_board_column_meaning_known CHECK (meaning IN ('do', 'not_now')),
	CONSTRAINT fk_board_column_board_id_board FOREIGN KEY(board_id) REFERENCES board (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_board_column_board_id ON board_column (board_id);

CREATE TABLE goal_function (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	goal_id INTEGER NOT NULL,
	order_key TEXT NOT NULL,
	name_sv TEXT NOT NULL,
	name_nb TEXT NOT NULL,
	name_en TEXT NOT NULL,
	CONSTRAINT fk_goal_function_goal_id_goal FOREIGN KEY(goal_id) REFERENCES goal (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_goal_function_goal_id ON goal_function (goal_id);

CREATE TABLE import_job (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	at TEXT NOT NULL,
	file_name TEXT NOT NULL,
	file_format TEXT NOT NULL,
	sha256 TEXT NOT NULL,
	municipality_id INTEGER,
	counts TEXT NOT NULL,
	rows TEXT NOT NULL,
	CONSTRAINT fk_import_job_municipality_id_municipality FOREIGN KEY(municipality_id) REFERENCES municipality (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_import_job_municipality_id ON import_job (municipality_id);

CREATE TABLE sent_list (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	stamp TEXT NOT NULL,
	at TEXT NOT NULL,
	language TEXT NOT NULL,
	file_name TEXT NOT NULL,
	municipality_id INTEGER NOT NULL,
	rows TEXT NOT NULL,
	CONSTRAINT uq_sent_list_stamp UNIQUE (stamp),
	CONSTRAINT fk_sent_list_municipality_id_municipality FOREIGN KEY(municipality_id) REFERENCES municipality (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_sent_list_municipality_id ON sent_list (municipality_id);

CREATE TABLE project (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	"key" TEXT NOT NULL,
	external_ref TEXT NOT NULL,
	municipality_id INTEGER,
	title TEXT NOT NULL,
	alias TEXT NOT NULL,
	what TEXT NOT NULL,
	why TEXT NOT NULL,
	how TEXT NOT NULL,
	status TEXT NOT NULL,
	remembered_status TEXT,
	status_reason TEXT NOT NULL,
	review_on TEXT,
	is_external INTEGER NOT NULL,
	needs TEXT NOT NULL,
	owner_unit TEXT NOT NULL,
	contact_role TEXT NOT NULL,
	contact_email TEXT NOT NULL,
	start_first TEXT,
	start_last TEXT,
	start_precision TEXT,
	start_written TEXT NOT NULL,
	end_first TEXT,
	end_last TEXT,
	end_precision TEXT,
	end_written TEXT NOT NULL,
	budget_total INTEGER,
	budget_on TEXT,
	budget_written TEXT NOT NULL,
	cost_to_date INTEGER,
	cost_on TEXT,
	cost_written TEXT NOT NULL,
	funding TEXT NOT NULL,
	funding_nature TEXT,
	partners TEXT NOT NULL,
	actor_types TEXT NOT NULL,
	municipality_role TEXT,
	technologies TEXT NOT NULL,
	maturity TEXT,
	testbed_use TEXT,
	testbed_note TEXT NOT NULL,
	procurement_potential TEXT,
	procurement_note TEXT NOT NULL,
	expected_effect TEXT NOT NULL,
	beneficiary TEXT NOT NULL,
	observed_effect TEXT NOT NULL,
	is_shareable INTEGER NOT NULL,
	shareable TEXT NOT NULL,
	lesson TEXT NOT NULL,
	risks TEXT NOT NULL,
	resident_involvement TEXT NOT NULL,
	is_city_wide INTEGER NOT NULL,
	challenges_core INTEGER NOT NULL,
	is_lighthouse INTEGER NOT NULL,
	link TEXT NOT NULL,
	place TEXT NOT NULL,
	updated_on TEXT,
	confirmed_on TEXT,
	is_confidential INTEGER NOT NULL,
	confidentiality_reason TEXT NOT NULL,
	comment TEXT NOT NULL,
	extra TEXT NOT NULL,
	content_language TEXT NOT NULL,
	CONSTRAINT uq_project_key UNIQUE ("key"),
	CONSTRAINT ck_project_status_known CHECK (status IN ('idea', 'planned', 'prestudy', 'pilot', 'implementation', 'operation', 'completed', 'paused', 'stopped')),
	CONSTRAINT ck_project_remembered_status_known CHECK (remembered_status IS NULL OR remembered_status IN ('idea', 'planned', 'prestudy', 'pilot', 'implementation', 'operation', 'completed', 'paused', 'stopped')),
	CONSTRAINT ck_project_start_precision_known CHECK (start_precision IS NULL OR start_precision IN ('day', 'week', 'month', 'quarter', 'season', 'year')),
	CONSTRAINT ck_project_end_precision_known CHECK (end_precision IS NULL OR end_precision IN ('day', 'week', 'month', 'quarter', 'season', 'year')),
	CONSTRAINT ck_project_funding_nature_known CHECK (funding_nature IS NULL OR funding_nature IN ('one_off', 'running', 'both')),
	CONSTRAINT ck_project_municipality_role_known CHECK (municipality_role IS NULL OR municipality_role IN ('initiator', 'participant', 'enabler', 'doer', 'neutral')),
	CONSTRAINT ck_project_maturity_known CHECK (maturity IS NULL OR maturity IN ('concept', 'prototype', 'pilot', 'product')),
	CONSTRAINT ck_project_testbed_use_known CHECK (testbed_use IS NULL OR testbed_use IN ('yes', 'maybe', 'no')),
	CONSTRAINT ck_project_procurement_potential_known CHECK (procurement_potential IS NULL OR procurement_potential IN ('yes', 'maybe', 'no')),
	CONSTRAINT ck_project_budget_total CHECK (budget_total IS NULL OR budget_total >= 0),
	CONSTRAINT ck_project_cost_to_date CHECK (cost_to_date IS NULL OR cost_to_date >= 0),
	CONSTRAINT ck_project_has_municipality CHECK (municipality_id IS NOT NULL OR is_external = 1),
	CONSTRAINT fk_project_municipality_id_municipality FOREIGN KEY(municipality_id) REFERENCES municipality (id) ON DELETE RESTRICT
)
 STRICT;

CREATE INDEX ix_project_municipality_id ON project (municipality_id);

CREATE TABLE change_row (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	step_id INTEGER NOT NULL,
	table_name TEXT NOT NULL,
	row_id INTEGER NOT NULL,
	"before" TEXT,
	"after" TEXT,
	CONSTRAINT fk_change_row_step_id_change_step FOREIGN KEY(step_id) REFERENCES change_step (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_change_row_step_id ON change_row (step_id);

CREATE INDEX ix_change_row_table_name_row_id ON change_row (table_name, row_id);

CREATE TABLE municipality_code (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	municipality_id INTEGER NOT NULL,
	code TEXT NOT NULL,
	valid_from TEXT,
	valid_to TEXT,
	CONSTRAINT fk_municipality_code_municipality_id_municipality FOREIGN KEY(municipality_id) REFERENCES municipality (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_municipality_code_municipality_id ON municipality_code (municipality_id);

CREATE TABLE programme (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	name TEXT NOT NULL,
	purpose TEXT NOT NULL,
	phase TEXT NOT NULL,
	vision_sv TEXT NOT NULL,
	vision_nb TEXT NOT NULL,
	vision_en TEXT NOT NULL,
	language TEXT NOT NULL,
	currency TEXT NOT NULL,
	first_year INTEGER,
	last_year INTEGER,
	case_number TEXT NOT NULL,
	host_municipality_id INTEGER,
	template_key TEXT NOT NULL,
	is_demo INTEGER NOT NULL,
	resident_term TEXT NOT NULL,
	CONSTRAINT ck_programme_language_known CHECK (language IN ('sv', 'nb', 'en')),
	CONSTRAINT ck_programme_single CHECK (id = 1),
	CONSTRAINT fk_programme_host_municipality_id_municipality FOREIGN KEY(host_municipality_id) REFERENCES municipality (id) ON DELETE SET NULL
)
 STRICT;

CREATE TABLE routine_stage (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	routine_id INTEGER NOT NULL,
	responsible_sv TEXT NOT NULL,
	responsible_nb TEXT NOT NULL,
	responsible_en TEXT NOT NULL,
	gate_sv TEXT NOT NULL,
	gate_nb TEXT NOT NULL,
	gate_en TEXT NOT NULL,
	phase TEXT NOT NULL,
	order_key TEXT NOT NULL,
	name_sv TEXT NOT NULL,
	name_nb TEXT NOT NULL,
	name_en TEXT NOT NULL,
	CONSTRAINT fk_routine_stage_routine_id_routine FOREIGN KEY(routine_id) REFERENCES routine (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_routine_stage_routine_id ON routine_stage (routine_id);

CREATE TABLE placement (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	board_id INTEGER NOT NULL,
	project_id INTEGER NOT NULL,
	column_id INTEGER,
	order_key TEXT NOT NULL,
	CONSTRAINT uq_placement_board_id_project_id UNIQUE (board_id, project_id),
	CONSTRAINT fk_placement_board_id_board FOREIGN KEY(board_id) REFERENCES board (id) ON DELETE CASCADE,
	CONSTRAINT fk_placement_project_id_project FOREIGN KEY(project_id) REFERENCES project (id) ON DELETE CASCADE,
	CONSTRAINT fk_placement_column_id_board_column FOREIGN KEY(column_id) REFERENCES board_column (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_placement_column_id ON placement (column_id);

CREATE TABLE project_municipality (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	project_id INTEGER NOT NULL,
	municipality_id INTEGER NOT NULL,
	CONSTRAINT uq_project_municipality_project_id_municipality_id UNIQUE (project_id, municipality_id),
	CONSTRAINT fk_project_municipality_project_id_project FOREIGN KEY(project_id) REFERENCES project (id) ON DELETE CASCADE,
	CONSTRAINT fk_project_municipality_municipality_id_municipality FOREIGN KEY(municipality_id) REFERENCES municipality (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE project_theme (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	project_id INTEGER NOT NULL,
	theme_id INTEGER NOT NULL,
	CONSTRAINT uq_project_theme_project_id_theme_id UNIQUE (project_id, theme_id),
	CONSTRAINT fk_project_theme_project_id_project FOREIGN KEY(project_id) REFERENCES project (id) ON DELETE CASCADE,
	CONSTRAINT fk_project_theme_theme_id_theme FOREIGN KEY(theme_id) REFERENCES theme (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE project_goal (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	project_id INTEGER NOT NULL,
	goal_id INTEGER NOT NULL,
	contribution INTEGER NOT NULL,
	comment TEXT NOT NULL,
	CONSTRAINT uq_project_goal_project_id_goal_id UNIQUE (project_id, goal_id),
	CONSTRAINT ck_project_goal_contribution CHECK (contribution BETWEEN -1 AND 3),
	CONSTRAINT fk_project_goal_project_id_project FOREIGN KEY(project_id) REFERENCES project (id) ON DELETE CASCADE,
	CONSTRAINT fk_project_goal_goal_id_goal FOREIGN KEY(goal_id) REFERENCES goal (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE project_sdg (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	project_id INTEGER NOT NULL,
	sdg INTEGER NOT NULL,
	CONSTRAINT uq_project_sdg_project_id_sdg UNIQUE (project_id, sdg),
	CONSTRAINT ck_project_sdg_sdg CHECK (sdg BETWEEN 1 AND 17),
	CONSTRAINT fk_project_sdg_project_id_project FOREIGN KEY(project_id) REFERENCES project (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE plan_item (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	plan_id INTEGER NOT NULL,
	project_id INTEGER,
	title TEXT NOT NULL,
	band TEXT NOT NULL,
	why TEXT NOT NULL,
	what TEXT NOT NULL,
	effect TEXT NOT NULL,
	owner TEXT NOT NULL,
	time TEXT NOT NULL,
	money_one_off INTEGER,
	money_running INTEGER,
	money_source TEXT NOT NULL,
	risk TEXT NOT NULL,
	next_decision TEXT NOT NULL,
	deviation_reason TEXT NOT NULL,
	order_key TEXT NOT NULL,
	CONSTRAINT ck_plan_item_money_one_off CHECK (money_one_off IS NULL OR money_one_off >= 0),
	CONSTRAINT ck_plan_item_money_running CHECK (money_running IS NULL OR money_running >= 0),
	CONSTRAINT fk_plan_item_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE,
	CONSTRAINT fk_plan_item_project_id_project FOREIGN KEY(project_id) REFERENCES project (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_plan_item_plan_id ON plan_item (plan_id);

CREATE INDEX ix_plan_item_project_id ON plan_item (project_id);

CREATE TABLE checklist_item (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	stage_id INTEGER NOT NULL,
	order_key TEXT NOT NULL,
	name_sv TEXT NOT NULL,
	name_nb TEXT NOT NULL,
	name_en TEXT NOT NULL,
	CONSTRAINT fk_checklist_item_stage_id_routine_stage FOREIGN KEY(stage_id) REFERENCES routine_stage (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_checklist_item_stage_id ON checklist_item (stage_id);

CREATE TABLE commitment (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	plan_item_id INTEGER NOT NULL,
	municipality_id INTEGER NOT NULL,
	role TEXT NOT NULL,
	year TEXT NOT NULL,
	budget INTEGER,
	adoption TEXT NOT NULL,
	CONSTRAINT uq_commitment_plan_item_id_municipality_id UNIQUE (plan_item_id, municipality_id),
	CONSTRAINT ck_commitment_role_known CHECK (role IN ('leads', 'joins', 'later', 'observes', 'declines')),
	CONSTRAINT ck_commitment_budget CHECK (budget IS NULL OR budget >= 0),
	CONSTRAINT fk_commitment_plan_item_id_plan_item FOREIGN KEY(plan_item_id) REFERENCES plan_item (id) ON DELETE CASCADE,
	CONSTRAINT fk_commitment_municipality_id_municipality FOREIGN KEY(municipality_id) REFERENCES municipality (id) ON DELETE CASCADE
)
 STRICT;
