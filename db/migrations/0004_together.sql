-- Testing and buying together, the programme's own work, who decides, and what came of it.

ALTER TABLE municipality ADD COLUMN county TEXT DEFAULT '' NOT NULL;

ALTER TABLE municipality ADD COLUMN settlement TEXT
	CONSTRAINT ck_municipality_settlement_known CHECK (settlement IS NULL OR settlement IN ('city', 'town', 'commuter', 'rural', 'island'));

ALTER TABLE municipality ADD COLUMN onboarding TEXT
	CONSTRAINT ck_municipality_onboarding_known CHECK (onboarding IS NULL OR onboarding IN ('not_started', 'visited', 'started', 'own_calls'));

ALTER TABLE municipality ADD COLUMN onboarding_note TEXT DEFAULT '' NOT NULL;

ALTER TABLE risk ADD COLUMN owner TEXT DEFAULT '' NOT NULL;

ALTER TABLE risk ADD COLUMN comment TEXT DEFAULT '' NOT NULL;

ALTER TABLE risk ADD COLUMN review_on TEXT;

ALTER TABLE risk ADD COLUMN closed_on TEXT;

ALTER TABLE routine ADD COLUMN family TEXT DEFAULT '' NOT NULL;

ALTER TABLE routine ADD COLUMN state TEXT DEFAULT 'adopted' NOT NULL
	CONSTRAINT ck_routine_state_known CHECK (state IN ('draft', 'adopted', 'replaced'));

ALTER TABLE routine ADD COLUMN adopted_on TEXT;

ALTER TABLE routine ADD COLUMN note TEXT DEFAULT '' NOT NULL;

ALTER TABLE programme ADD COLUMN started_on TEXT;

ALTER TABLE programme ADD COLUMN ends_on TEXT;

ALTER TABLE programme ADD COLUMN least_municipalities INTEGER DEFAULT 5 NOT NULL;

ALTER TABLE programme ADD COLUMN least_reports INTEGER DEFAULT 4 NOT NULL;

ALTER TABLE programme ADD COLUMN least_projects INTEGER;

ALTER TABLE programme ADD COLUMN most_projects INTEGER;

ALTER TABLE programme ADD COLUMN parent_programme TEXT DEFAULT '' NOT NULL;

ALTER TABLE programme ADD COLUMN predecessor TEXT DEFAULT '' NOT NULL;

ALTER TABLE programme ADD COLUMN reference_framework TEXT DEFAULT '' NOT NULL;

ALTER TABLE routine_stage ADD COLUMN "key" TEXT DEFAULT '' NOT NULL;

ALTER TABLE routine_stage ADD COLUMN gate_key TEXT DEFAULT '' NOT NULL;

ALTER TABLE checklist_item ADD COLUMN "key" TEXT DEFAULT '' NOT NULL;

ALTER TABLE checklist_item ADD COLUMN role_key TEXT DEFAULT '' NOT NULL;

ALTER TABLE checklist_item ADD COLUMN is_required INTEGER DEFAULT 1 NOT NULL;

ALTER TABLE checklist_item ADD COLUMN evidence_sv TEXT DEFAULT '' NOT NULL;

ALTER TABLE checklist_item ADD COLUMN evidence_nb TEXT DEFAULT '' NOT NULL;

ALTER TABLE checklist_item ADD COLUMN evidence_en TEXT DEFAULT '' NOT NULL;

ALTER TABLE round ADD COLUMN locked TEXT DEFAULT '{}' NOT NULL;

-- Rounds that were opened before keep what they are counted with from now on.
UPDATE round SET locked = json_object(
	'populations', (SELECT json_group_object(CAST(id AS TEXT), population) FROM municipality WHERE population > 0),
	'items', (
		SELECT json_group_object(CAST(round_item.number AS TEXT), json_object(
			'project', project.id,
			'lead', project.municipality_id,
			'others', (
				SELECT json_group_array(partner.municipality_id) FROM project_municipality AS partner
				WHERE partner.project_id = project.id AND partner.municipality_id IS NOT project.municipality_id
			)
		))
		FROM round_item LEFT JOIN project ON project.id = round_item.project_id
		WHERE round_item.round_id = round.id
	)
) WHERE opened_at IS NOT NULL;

CREATE TABLE admission_criterion (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	"key" TEXT NOT NULL,
	subject TEXT NOT NULL,
	order_key TEXT NOT NULL,
	name_sv TEXT NOT NULL,
	name_nb TEXT NOT NULL,
	name_en TEXT NOT NULL,
	CONSTRAINT uq_admission_criterion_key UNIQUE ("key"),
	CONSTRAINT ck_admission_criterion_subject_known CHECK (subject IN ('project', 'partner'))
)
 STRICT;

CREATE TABLE programme_part (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	description TEXT NOT NULL,
	starts_on TEXT,
	ends_on TEXT,
	state TEXT NOT NULL,
	light TEXT,
	light_reason TEXT NOT NULL,
	order_key TEXT NOT NULL,
	name_sv TEXT NOT NULL,
	name_nb TEXT NOT NULL,
	name_en TEXT NOT NULL,
	CONSTRAINT ck_programme_part_state_known CHECK (state IN ('planned', 'ongoing', 'done', 'paused', 'dropped')),
	CONSTRAINT ck_programme_part_light_known CHECK (light IS NULL OR light IN ('green', 'yellow', 'red')),
	CONSTRAINT ck_programme_part_period CHECK (starts_on IS NULL OR ends_on IS NULL OR starts_on <= ends_on)
)
 STRICT;

CREATE TABLE programme_question (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	answer TEXT NOT NULL,
	order_key TEXT NOT NULL,
	name_sv TEXT NOT NULL,
	name_nb TEXT NOT NULL,
	name_en TEXT NOT NULL
)
 STRICT;

CREATE TABLE reminder (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	about TEXT,
	text TEXT NOT NULL,
	due_on TEXT,
	done_on TEXT,
	put_off_until TEXT,
	answered_due_on TEXT,
	CONSTRAINT uq_reminder_about UNIQUE (about)
)
 STRICT;

CREATE TABLE stored_file (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	sha256 TEXT NOT NULL,
	content BLOB NOT NULL,
	CONSTRAINT uq_stored_file_sha256 UNIQUE (sha256)
)
 STRICT;

CREATE TABLE threshold (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	country TEXT NOT NULL,
	rule TEXT NOT NULL,
	law TEXT NOT NULL,
	category TEXT NOT NULL,
	amount INTEGER NOT NULL,
	currency TEXT NOT NULL,
	valid_from TEXT,
	valid_to TEXT,
	source TEXT NOT NULL,
	certainty TEXT NOT NULL,
	comment TEXT NOT NULL,
	CONSTRAINT ck_threshold_rule_known CHECK (rule IN ('documentation', 'direct_award', 'national', 'eu')),
	CONSTRAINT ck_threshold_law_known CHECK (law IN ('general', 'utilities')),
	CONSTRAINT ck_threshold_category_known CHECK (category IN ('goods_services', 'social_services', 'works')),
	CONSTRAINT ck_threshold_certainty_known CHECK (certainty IN ('verified', 'check')),
	CONSTRAINT ck_threshold_amount CHECK (amount > 0),
	CONSTRAINT ck_threshold_period CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from <= valid_to)
)
 STRICT;

CREATE INDEX ix_threshold_country ON threshold (country);

CREATE TABLE municipality_name (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	municipality_id INTEGER NOT NULL,
	name TEXT NOT NULL,
	valid_from TEXT,
	valid_to TEXT,
	CONSTRAINT fk_municipality_name_municipality_id_municipality FOREIGN KEY(municipality_id) REFERENCES municipality (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_municipality_name_municipality_id ON municipality_name (municipality_id);

CREATE TABLE municipality_succession (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	before_id INTEGER NOT NULL,
	after_id INTEGER NOT NULL,
	kind TEXT NOT NULL,
	happened_on TEXT,
	comment TEXT NOT NULL,
	CONSTRAINT uq_municipality_succession_before_id_after_id UNIQUE (before_id, after_id),
	CONSTRAINT ck_municipality_succession_two_municipalities CHECK (before_id <> after_id),
	CONSTRAINT ck_municipality_succession_kind_known CHECK (kind IN ('merger', 'split', 'renamed', 'moved_county')),
	CONSTRAINT fk_municipality_succession_before_id_municipality FOREIGN KEY(before_id) REFERENCES municipality (id) ON DELETE CASCADE,
	CONSTRAINT fk_municipality_succession_after_id_municipality FOREIGN KEY(after_id) REFERENCES municipality (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_municipality_succession_after_id ON municipality_succession (after_id);

CREATE TABLE open_call (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	name TEXT NOT NULL,
	municipality_id INTEGER,
	issuer TEXT NOT NULL,
	what TEXT NOT NULL,
	opens_on TEXT,
	closes_on TEXT,
	applied_count INTEGER,
	selected_count INTEGER,
	link TEXT NOT NULL,
	order_key TEXT NOT NULL,
	CONSTRAINT ck_open_call_applied_count CHECK (applied_count IS NULL OR applied_count >= 0),
	CONSTRAINT ck_open_call_selected_count CHECK (selected_count IS NULL OR selected_count >= 0),
	CONSTRAINT fk_open_call_municipality_id_municipality FOREIGN KEY(municipality_id) REFERENCES municipality (id) ON DELETE SET NULL
)
 STRICT;

CREATE TABLE organisation (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	"key" TEXT NOT NULL,
	name TEXT NOT NULL,
	kind TEXT NOT NULL,
	actor_type TEXT,
	municipality_id INTEGER,
	reach TEXT,
	partner_state TEXT,
	joined_on TEXT,
	left_on TEXT,
	contribution_kind TEXT,
	contribution TEXT NOT NULL,
	is_anchored INTEGER NOT NULL,
	contact_role TEXT NOT NULL,
	link TEXT NOT NULL,
	comment TEXT NOT NULL,
	order_key TEXT NOT NULL,
	CONSTRAINT uq_organisation_key UNIQUE ("key"),
	CONSTRAINT ck_organisation_kind_known CHECK (kind IN ('department', 'committee', 'wholly_owned_company', 'partly_owned_company', 'county', 'state_agency', 'academia', 'company', 'business_association', 'employers', 'union', 'cluster', 'civil_society', 'partnership', 'network', 'adviser', 'other')),
	CONSTRAINT ck_organisation_actor_type_known CHECK (actor_type IS NULL OR actor_type IN ('public', 'business', 'academia', 'civil_society', 'residents')),
	CONSTRAINT ck_organisation_reach_known CHECK (reach IS NULL OR reach IN ('local', 'national', 'global')),
	CONSTRAINT ck_organisation_partner_state_known CHECK (partner_state IS NULL OR partner_state IN ('registered', 'asked', 'accepted', 'declined', 'left')),
	CONSTRAINT ck_organisation_contribution_kind_known CHECK (contribution_kind IS NULL OR contribution_kind IN ('implements', 'uses_testbed', 'knowledge', 'funding', 'other')),
	CONSTRAINT fk_organisation_municipality_id_municipality FOREIGN KEY(municipality_id) REFERENCES municipality (id) ON DELETE SET NULL
)
 STRICT;

CREATE TABLE routine_adoption (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	routine_id INTEGER NOT NULL,
	municipality_id INTEGER NOT NULL,
	adopted_on TEXT,
	contact_role TEXT NOT NULL,
	case_number TEXT NOT NULL,
	comment TEXT NOT NULL,
	CONSTRAINT uq_routine_adoption_routine_id_municipality_id UNIQUE (routine_id, municipality_id),
	CONSTRAINT fk_routine_adoption_routine_id_routine FOREIGN KEY(routine_id) REFERENCES routine (id) ON DELETE CASCADE,
	CONSTRAINT fk_routine_adoption_municipality_id_municipality FOREIGN KEY(municipality_id) REFERENCES municipality (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE routine_role (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	routine_id INTEGER NOT NULL,
	"key" TEXT NOT NULL,
	order_key TEXT NOT NULL,
	name_sv TEXT NOT NULL,
	name_nb TEXT NOT NULL,
	name_en TEXT NOT NULL,
	CONSTRAINT uq_routine_role_routine_id_key UNIQUE (routine_id, "key"),
	CONSTRAINT fk_routine_role_routine_id_routine FOREIGN KEY(routine_id) REFERENCES routine (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE timeline_entry (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	part_id INTEGER,
	kind TEXT NOT NULL,
	name TEXT NOT NULL,
	description TEXT NOT NULL,
	starts_on TEXT,
	ends_on TEXT,
	precision TEXT,
	written TEXT NOT NULL,
	state TEXT NOT NULL,
	done_on TEXT,
	owner TEXT NOT NULL,
	municipality_id INTEGER,
	format TEXT,
	places TEXT NOT NULL,
	done TEXT NOT NULL,
	effect_seen TEXT NOT NULL,
	link TEXT NOT NULL,
	order_key TEXT NOT NULL,
	CONSTRAINT ck_timeline_entry_kind_known CHECK (kind IN ('activity', 'deliverable', 'milestone', 'event')),
	CONSTRAINT ck_timeline_entry_state_known CHECK (state IN ('planned', 'ongoing', 'done', 'paused', 'dropped')),
	CONSTRAINT ck_timeline_entry_format_known CHECK (format IS NULL OR format IN ('on_site', 'online', 'hybrid', 'satellite')),
	CONSTRAINT ck_timeline_entry_precision_known CHECK (precision IS NULL OR precision IN ('day', 'week', 'month', 'quarter', 'season', 'year')),
	CONSTRAINT ck_timeline_entry_period CHECK (starts_on IS NULL OR ends_on IS NULL OR starts_on <= ends_on),
	CONSTRAINT fk_timeline_entry_part_id_programme_part FOREIGN KEY(part_id) REFERENCES programme_part (id) ON DELETE SET NULL,
	CONSTRAINT fk_timeline_entry_municipality_id_municipality FOREIGN KEY(municipality_id) REFERENCES municipality (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_timeline_entry_part_id ON timeline_entry (part_id);

CREATE TABLE admission_answer (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	criterion_id INTEGER NOT NULL,
	project_id INTEGER,
	organisation_id INTEGER,
	answer TEXT NOT NULL,
	comment TEXT NOT NULL,
	CONSTRAINT uq_admission_answer_criterion_id_project_id_organisation_id UNIQUE (criterion_id, project_id, organisation_id),
	CONSTRAINT ck_admission_answer_one_subject CHECK ((project_id IS NULL) <> (organisation_id IS NULL)),
	CONSTRAINT ck_admission_answer_answer_known CHECK (answer IN ('yes', 'partly', 'no')),
	CONSTRAINT fk_admission_answer_criterion_id_admission_criterion FOREIGN KEY(criterion_id) REFERENCES admission_criterion (id) ON DELETE CASCADE,
	CONSTRAINT fk_admission_answer_project_id_project FOREIGN KEY(project_id) REFERENCES project (id) ON DELETE CASCADE,
	CONSTRAINT fk_admission_answer_organisation_id_organisation FOREIGN KEY(organisation_id) REFERENCES organisation (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_admission_answer_organisation_id ON admission_answer (organisation_id);

CREATE INDEX ix_admission_answer_project_id ON admission_answer (project_id);

CREATE TABLE call_application (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	call_id INTEGER NOT NULL,
	applicant TEXT NOT NULL,
	organisation_id INTEGER,
	state TEXT NOT NULL,
	comment TEXT NOT NULL,
	order_key TEXT NOT NULL,
	CONSTRAINT ck_call_application_state_known CHECK (state IN ('applied', 'selected', 'declined')),
	CONSTRAINT fk_call_application_call_id_open_call FOREIGN KEY(call_id) REFERENCES open_call (id) ON DELETE CASCADE,
	CONSTRAINT fk_call_application_organisation_id_organisation FOREIGN KEY(organisation_id) REFERENCES organisation (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_call_application_call_id ON call_application (call_id);

CREATE TABLE governance_body (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	"key" TEXT NOT NULL,
	kind TEXT NOT NULL,
	parent_id INTEGER,
	municipality_id INTEGER,
	lead_organisation_id INTEGER,
	purpose TEXT NOT NULL,
	meets TEXT NOT NULL,
	is_open INTEGER NOT NULL,
	gets_reports INTEGER NOT NULL,
	order_key TEXT NOT NULL,
	name_sv TEXT NOT NULL,
	name_nb TEXT NOT NULL,
	name_en TEXT NOT NULL,
	CONSTRAINT uq_governance_body_key UNIQUE ("key"),
	CONSTRAINT ck_governance_body_kind_known CHECK (kind IN ('council', 'executive_board', 'board', 'chief_executives', 'steering_group', 'programme_office', 'project_group', 'working_group', 'reference_group', 'consortium', 'knowledge_network', 'other')),
	CONSTRAINT fk_governance_body_parent_id_governance_body FOREIGN KEY(parent_id) REFERENCES governance_body (id) ON DELETE SET NULL,
	CONSTRAINT fk_governance_body_municipality_id_municipality FOREIGN KEY(municipality_id) REFERENCES municipality (id) ON DELETE SET NULL,
	CONSTRAINT fk_governance_body_lead_organisation_id_organisation FOREIGN KEY(lead_organisation_id) REFERENCES organisation (id) ON DELETE SET NULL
)
 STRICT;

CREATE TABLE person (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	name TEXT NOT NULL,
	title TEXT NOT NULL,
	municipality_id INTEGER,
	organisation_id INTEGER,
	email TEXT NOT NULL,
	phone TEXT NOT NULL,
	is_protected INTEGER NOT NULL,
	comment TEXT NOT NULL,
	CONSTRAINT fk_person_municipality_id_municipality FOREIGN KEY(municipality_id) REFERENCES municipality (id) ON DELETE SET NULL,
	CONSTRAINT fk_person_organisation_id_organisation FOREIGN KEY(organisation_id) REFERENCES organisation (id) ON DELETE SET NULL
)
 STRICT;

CREATE TABLE routine_case (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	"key" TEXT NOT NULL,
	kind TEXT NOT NULL,
	title TEXT NOT NULL,
	what TEXT NOT NULL,
	why TEXT NOT NULL,
	routine_id INTEGER NOT NULL,
	stage_id INTEGER,
	state TEXT NOT NULL,
	state_reason TEXT NOT NULL,
	municipality_id INTEGER,
	project_id INTEGER,
	need_id INTEGER,
	goal_function_id INTEGER,
	starts_on TEXT,
	ends_on TEXT,
	ended_on TEXT,
	what_next TEXT NOT NULL,
	lesson TEXT NOT NULL,
	is_confidential INTEGER NOT NULL,
	confidentiality_reason TEXT NOT NULL,
	comment TEXT NOT NULL,
	order_key TEXT NOT NULL,
	CONSTRAINT uq_routine_case_key UNIQUE ("key"),
	CONSTRAINT ck_routine_case_kind_known CHECK (kind IN ('testbed', 'procurement')),
	CONSTRAINT ck_routine_case_state_known CHECK (state IN ('open', 'paused', 'stopped', 'completed')),
	CONSTRAINT ck_routine_case_period CHECK (starts_on IS NULL OR ends_on IS NULL OR starts_on <= ends_on),
	CONSTRAINT fk_routine_case_routine_id_routine FOREIGN KEY(routine_id) REFERENCES routine (id) ON DELETE RESTRICT,
	CONSTRAINT fk_routine_case_stage_id_routine_stage FOREIGN KEY(stage_id) REFERENCES routine_stage (id) ON DELETE RESTRICT,
	CONSTRAINT fk_routine_case_municipality_id_municipality FOREIGN KEY(municipality_id) REFERENCES municipality (id) ON DELETE SET NULL,
	CONSTRAINT fk_routine_case_project_id_project FOREIGN KEY(project_id) REFERENCES project (id) ON DELETE SET NULL,
	CONSTRAINT fk_routine_case_need_id_citizen_need FOREIGN KEY(need_id) REFERENCES citizen_need (id) ON DELETE SET NULL,
	CONSTRAINT fk_routine_case_goal_function_id_goal_function FOREIGN KEY(goal_function_id) REFERENCES goal_function (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_routine_case_routine_id ON routine_case (routine_id);

CREATE INDEX ix_routine_case_stage_id ON routine_case (stage_id);

CREATE TABLE testbed (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	"key" TEXT NOT NULL,
	name TEXT NOT NULL,
	what TEXT NOT NULL,
	nature TEXT NOT NULL,
	environment TEXT,
	municipality_id INTEGER,
	organisation_id INTEGER,
	owner_unit TEXT NOT NULL,
	contact_role TEXT NOT NULL,
	place TEXT NOT NULL,
	access TEXT NOT NULL,
	constraints TEXT NOT NULL,
	is_active INTEGER NOT NULL,
	order_key TEXT NOT NULL,
	CONSTRAINT uq_testbed_key UNIQUE ("key"),
	CONSTRAINT ck_testbed_nature_known CHECK (nature IN ('physical', 'virtual', 'both')),
	CONSTRAINT ck_testbed_environment_known CHECK (environment IS NULL OR environment IN ('lab', 'simulated', 'real')),
	CONSTRAINT fk_testbed_municipality_id_municipality FOREIGN KEY(municipality_id) REFERENCES municipality (id) ON DELETE SET NULL,
	CONSTRAINT fk_testbed_organisation_id_organisation FOREIGN KEY(organisation_id) REFERENCES organisation (id) ON DELETE SET NULL
)
 STRICT;

CREATE TABLE body_seat (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	body_id INTEGER NOT NULL,
	label TEXT NOT NULL,
	role TEXT NOT NULL,
	sector TEXT,
	field TEXT NOT NULL,
	municipality_id INTEGER,
	organisation_id INTEGER,
	appointed_by TEXT NOT NULL,
	order_key TEXT NOT NULL,
	CONSTRAINT ck_body_seat_role_known CHECK (role IN ('member', 'project_manager', 'supervisor', 'budget_owner', 'contact', 'coordinator', 'secretary', 'adviser')),
	CONSTRAINT ck_body_seat_sector_known CHECK (sector IS NULL OR sector IN ('administrative', 'political', 'academia', 'business', 'cluster', 'county', 'other_municipality', 'civil_society', 'residents', 'other')),
	CONSTRAINT fk_body_seat_body_id_governance_body FOREIGN KEY(body_id) REFERENCES governance_body (id) ON DELETE CASCADE,
	CONSTRAINT fk_body_seat_municipality_id_municipality FOREIGN KEY(municipality_id) REFERENCES municipality (id) ON DELETE SET NULL,
	CONSTRAINT fk_body_seat_organisation_id_organisation FOREIGN KEY(organisation_id) REFERENCES organisation (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_body_seat_body_id ON body_seat (body_id);

CREATE TABLE case_check (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	case_id INTEGER NOT NULL,
	item_id INTEGER NOT NULL,
	state TEXT NOT NULL,
	done_on TEXT,
	done_by TEXT NOT NULL,
	reason TEXT NOT NULL,
	CONSTRAINT uq_case_check_case_id_item_id UNIQUE (case_id, item_id),
	CONSTRAINT ck_case_check_state_known CHECK (state IN ('open', 'done', 'not_relevant')),
	CONSTRAINT fk_case_check_case_id_routine_case FOREIGN KEY(case_id) REFERENCES routine_case (id) ON DELETE CASCADE,
	CONSTRAINT fk_case_check_item_id_checklist_item FOREIGN KEY(item_id) REFERENCES checklist_item (id) ON DELETE RESTRICT
)
 STRICT;

CREATE TABLE case_evidence (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	case_id INTEGER NOT NULL,
	item_id INTEGER,
	kind TEXT NOT NULL,
	name TEXT NOT NULL,
	link TEXT NOT NULL,
	note TEXT NOT NULL,
	file_id INTEGER,
	added_on TEXT NOT NULL,
	CONSTRAINT ck_case_evidence_kind_known CHECK (kind IN ('file', 'link', 'note')),
	CONSTRAINT fk_case_evidence_case_id_routine_case FOREIGN KEY(case_id) REFERENCES routine_case (id) ON DELETE CASCADE,
	CONSTRAINT fk_case_evidence_item_id_checklist_item FOREIGN KEY(item_id) REFERENCES checklist_item (id) ON DELETE RESTRICT,
	CONSTRAINT fk_case_evidence_file_id_stored_file FOREIGN KEY(file_id) REFERENCES stored_file (id) ON DELETE RESTRICT
)
 STRICT;

CREATE INDEX ix_case_evidence_case_id ON case_evidence (case_id);

CREATE INDEX ix_case_evidence_item_id ON case_evidence (item_id);

CREATE TABLE case_indicator (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	case_id INTEGER NOT NULL,
	name TEXT NOT NULL,
	unit TEXT NOT NULL,
	method TEXT NOT NULL,
	baseline REAL,
	baseline_on TEXT,
	target REAL,
	result REAL,
	result_on TEXT,
	comment TEXT NOT NULL,
	order_key TEXT NOT NULL,
	CONSTRAINT fk_case_indicator_case_id_routine_case FOREIGN KEY(case_id) REFERENCES routine_case (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_case_indicator_case_id ON case_indicator (case_id);

CREATE TABLE case_log (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	case_id INTEGER NOT NULL,
	happened_on TEXT NOT NULL,
	kind TEXT NOT NULL,
	text TEXT NOT NULL,
	told_to TEXT NOT NULL,
	CONSTRAINT ck_case_log_kind_known CHECK (kind IN ('event', 'deviation', 'incident', 'feedback', 'change', 'information', 'question')),
	CONSTRAINT fk_case_log_case_id_routine_case FOREIGN KEY(case_id) REFERENCES routine_case (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_case_log_case_id ON case_log (case_id);

CREATE TABLE case_municipality (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	case_id INTEGER NOT NULL,
	municipality_id INTEGER NOT NULL,
	CONSTRAINT uq_case_municipality_case_id_municipality_id UNIQUE (case_id, municipality_id),
	CONSTRAINT fk_case_municipality_case_id_routine_case FOREIGN KEY(case_id) REFERENCES routine_case (id) ON DELETE CASCADE,
	CONSTRAINT fk_case_municipality_municipality_id_municipality FOREIGN KEY(municipality_id) REFERENCES municipality (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE case_project (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	case_id INTEGER NOT NULL,
	project_id INTEGER NOT NULL,
	CONSTRAINT uq_case_project_case_id_project_id UNIQUE (case_id, project_id),
	CONSTRAINT fk_case_project_case_id_routine_case FOREIGN KEY(case_id) REFERENCES routine_case (id) ON DELETE CASCADE,
	CONSTRAINT fk_case_project_project_id_project FOREIGN KEY(project_id) REFERENCES project (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_case_project_project_id ON case_project (project_id);

CREATE TABLE case_role (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	case_id INTEGER NOT NULL,
	role_id INTEGER NOT NULL,
	holder TEXT NOT NULL,
	person_id INTEGER,
	organisation_id INTEGER,
	CONSTRAINT uq_case_role_case_id_role_id UNIQUE (case_id, role_id),
	CONSTRAINT fk_case_role_case_id_routine_case FOREIGN KEY(case_id) REFERENCES routine_case (id) ON DELETE CASCADE,
	CONSTRAINT fk_case_role_role_id_routine_role FOREIGN KEY(role_id) REFERENCES routine_role (id) ON DELETE CASCADE,
	CONSTRAINT fk_case_role_person_id_person FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE SET NULL,
	CONSTRAINT fk_case_role_organisation_id_organisation FOREIGN KEY(organisation_id) REFERENCES organisation (id) ON DELETE SET NULL
)
 STRICT;

CREATE TABLE decision (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	title TEXT NOT NULL,
	body_id INTEGER,
	body_written TEXT NOT NULL,
	first TEXT,
	last TEXT,
	precision TEXT,
	written TEXT NOT NULL,
	state TEXT NOT NULL,
	outcome TEXT,
	case_number TEXT NOT NULL,
	paragraph TEXT NOT NULL,
	assessment TEXT NOT NULL,
	assessment_by TEXT NOT NULL,
	dissent TEXT NOT NULL,
	documents TEXT NOT NULL,
	amends_id INTEGER,
	session_id INTEGER,
	comment TEXT NOT NULL,
	order_key TEXT NOT NULL,
	CONSTRAINT ck_decision_state_known CHECK (state IN ('proposed', 'decided', 'amended', 'revoked')),
	CONSTRAINT ck_decision_outcome_known CHECK (outcome IS NULL OR outcome IN ('approved', 'approved_with_changes', 'referred_back', 'rejected', 'noted', 'stopped')),
	CONSTRAINT ck_decision_precision_known CHECK (precision IS NULL OR precision IN ('day', 'week', 'month', 'quarter', 'season', 'year')),
	CONSTRAINT fk_decision_body_id_governance_body FOREIGN KEY(body_id) REFERENCES governance_body (id) ON DELETE SET NULL,
	CONSTRAINT fk_decision_amends_id_decision FOREIGN KEY(amends_id) REFERENCES decision (id) ON DELETE SET NULL,
	CONSTRAINT fk_decision_session_id_session FOREIGN KEY(session_id) REFERENCES session (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_decision_body_id ON decision (body_id);

CREATE TABLE gate_decision (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	case_id INTEGER NOT NULL,
	stage_id INTEGER NOT NULL,
	answer TEXT NOT NULL,
	reason TEXT NOT NULL,
	changes TEXT NOT NULL,
	decided_on TEXT NOT NULL,
	decided_by TEXT NOT NULL,
	CONSTRAINT ck_gate_decision_answer_known CHECK (answer IN ('continue', 'continue_with_changes', 'send_back', 'stop')),
	CONSTRAINT fk_gate_decision_case_id_routine_case FOREIGN KEY(case_id) REFERENCES routine_case (id) ON DELETE CASCADE,
	CONSTRAINT fk_gate_decision_stage_id_routine_stage FOREIGN KEY(stage_id) REFERENCES routine_stage (id) ON DELETE RESTRICT
)
 STRICT;

CREATE INDEX ix_gate_decision_case_id ON gate_decision (case_id);

CREATE TABLE local_deviation (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	adoption_id INTEGER NOT NULL,
	stage_id INTEGER,
	item_id INTEGER,
	text TEXT NOT NULL,
	reason TEXT NOT NULL,
	order_key TEXT NOT NULL,
	CONSTRAINT fk_local_deviation_adoption_id_routine_adoption FOREIGN KEY(adoption_id) REFERENCES routine_adoption (id) ON DELETE CASCADE,
	CONSTRAINT fk_local_deviation_stage_id_routine_stage FOREIGN KEY(stage_id) REFERENCES routine_stage (id) ON DELETE SET NULL,
	CONSTRAINT fk_local_deviation_item_id_checklist_item FOREIGN KEY(item_id) REFERENCES checklist_item (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_local_deviation_adoption_id ON local_deviation (adoption_id);

CREATE TABLE measure_follow_up (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	plan_item_id INTEGER NOT NULL,
	municipality_id INTEGER,
	noted_on TEXT NOT NULL,
	done TEXT NOT NULL,
	effect_seen TEXT NOT NULL,
	light TEXT,
	CONSTRAINT ck_measure_follow_up_light_known CHECK (light IS NULL OR light IN ('green', 'yellow', 'red')),
	CONSTRAINT fk_measure_follow_up_plan_item_id_plan_item FOREIGN KEY(plan_item_id) REFERENCES plan_item (id) ON DELETE CASCADE,
	CONSTRAINT fk_measure_follow_up_municipality_id_municipality FOREIGN KEY(municipality_id) REFERENCES municipality (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_measure_follow_up_plan_item_id ON measure_follow_up (plan_item_id);

CREATE TABLE procurement_case (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	case_id INTEGER NOT NULL,
	form TEXT,
	purchasing_body TEXT NOT NULL,
	category TEXT NOT NULL,
	law TEXT NOT NULL,
	currency TEXT NOT NULL,
	value_note TEXT NOT NULL,
	value_reviewed_by TEXT NOT NULL,
	value_reviewed_on TEXT,
	cost_split TEXT NOT NULL,
	decision_power TEXT NOT NULL,
	may_leave_until TEXT,
	requirements TEXT NOT NULL,
	locked_on TEXT,
	announced_on TEXT,
	questions_until TEXT,
	tenders_due_on TEXT,
	tender_count INTEGER,
	awarded_on TEXT,
	standstill_until TEXT,
	supplier TEXT NOT NULL,
	awarded_value INTEGER,
	contract_from TEXT,
	contract_to TEXT,
	extension_to TEXT,
	remind_months INTEGER NOT NULL,
	effect_seen TEXT NOT NULL,
	supplier_follow_up TEXT NOT NULL,
	CONSTRAINT uq_procurement_case_case_id UNIQUE (case_id),
	CONSTRAINT ck_procurement_case_form_known CHECK (form IS NULL OR form IN ('by_mandate', 'purchasing_body', 'own_with_option')),
	CONSTRAINT ck_procurement_case_category_known CHECK (category IN ('goods_services', 'social_services', 'works')),
	CONSTRAINT ck_procurement_case_law_known CHECK (law IN ('general', 'utilities')),
	CONSTRAINT ck_procurement_case_awarded_value CHECK (awarded_value IS NULL OR awarded_value >= 0),
	CONSTRAINT ck_procurement_case_tender_count CHECK (tender_count IS NULL OR tender_count >= 0),
	CONSTRAINT ck_procurement_case_remind_months CHECK (remind_months >= 0),
	CONSTRAINT fk_procurement_case_case_id_routine_case FOREIGN KEY(case_id) REFERENCES routine_case (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE procurement_candidate (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	"key" TEXT NOT NULL,
	mark TEXT NOT NULL,
	reason TEXT NOT NULL,
	case_id INTEGER,
	CONSTRAINT uq_procurement_candidate_key UNIQUE ("key"),
	CONSTRAINT ck_procurement_candidate_mark_known CHECK (mark IN ('kept', 'dismissed', 'case')),
	CONSTRAINT fk_procurement_candidate_case_id_routine_case FOREIGN KEY(case_id) REFERENCES routine_case (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE procurement_party (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	case_id INTEGER NOT NULL,
	municipality_id INTEGER NOT NULL,
	interest TEXT,
	contact_role TEXT NOT NULL,
	volume TEXT NOT NULL,
	value INTEGER,
	current_supplier TEXT NOT NULL,
	current_ends_on TEXT,
	mandate TEXT NOT NULL,
	mandate_on TEXT,
	mandate_file_id INTEGER,
	mandate_file_name TEXT NOT NULL,
	is_party INTEGER NOT NULL,
	decided_on TEXT,
	contract_on TEXT,
	comment TEXT NOT NULL,
	CONSTRAINT uq_procurement_party_case_id_municipality_id UNIQUE (case_id, municipality_id),
	CONSTRAINT ck_procurement_party_interest_known CHECK (interest IS NULL OR interest IN ('yes', 'maybe', 'no')),
	CONSTRAINT ck_procurement_party_mandate_known CHECK (mandate IN ('none', 'asked', 'received')),
	CONSTRAINT ck_procurement_party_value CHECK (value IS NULL OR value >= 0),
	CONSTRAINT fk_procurement_party_case_id_routine_case FOREIGN KEY(case_id) REFERENCES routine_case (id) ON DELETE CASCADE,
	CONSTRAINT fk_procurement_party_municipality_id_municipality FOREIGN KEY(municipality_id) REFERENCES municipality (id) ON DELETE CASCADE,
	CONSTRAINT fk_procurement_party_mandate_file_id_stored_file FOREIGN KEY(mandate_file_id) REFERENCES stored_file (id) ON DELETE RESTRICT
)
 STRICT;

CREATE TABLE result_reuse (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	municipality_id INTEGER NOT NULL,
	project_id INTEGER,
	case_id INTEGER,
	state TEXT NOT NULL,
	noted_on TEXT NOT NULL,
	comment TEXT NOT NULL,
	CONSTRAINT uq_result_reuse_municipality_id_project_id_case_id UNIQUE (municipality_id, project_id, case_id),
	CONSTRAINT ck_result_reuse_one_result CHECK ((project_id IS NULL) <> (case_id IS NULL)),
	CONSTRAINT ck_result_reuse_state_known CHECK (state IN ('interested', 'planned', 'taken_over', 'declined')),
	CONSTRAINT fk_result_reuse_municipality_id_municipality FOREIGN KEY(municipality_id) REFERENCES municipality (id) ON DELETE CASCADE,
	CONSTRAINT fk_result_reuse_project_id_project FOREIGN KEY(project_id) REFERENCES project (id) ON DELETE CASCADE,
	CONSTRAINT fk_result_reuse_case_id_routine_case FOREIGN KEY(case_id) REFERENCES routine_case (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_result_reuse_case_id ON result_reuse (case_id);

CREATE INDEX ix_result_reuse_project_id ON result_reuse (project_id);

CREATE TABLE steering_report (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	kind TEXT NOT NULL,
	title TEXT NOT NULL,
	period_from TEXT,
	period_to TEXT,
	due_on TEXT,
	given_on TEXT,
	body_id INTEGER,
	state TEXT NOT NULL,
	figures TEXT NOT NULL,
	material TEXT NOT NULL,
	order_key TEXT NOT NULL,
	CONSTRAINT ck_steering_report_kind_known CHECK (kind IN ('steering', 'final')),
	CONSTRAINT ck_steering_report_state_known CHECK (state IN ('planned', 'draft', 'given')),
	CONSTRAINT fk_steering_report_body_id_governance_body FOREIGN KEY(body_id) REFERENCES governance_body (id) ON DELETE SET NULL
)
 STRICT;

CREATE TABLE testbed_case (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	case_id INTEGER NOT NULL,
	testbed_id INTEGER,
	tester_id INTEGER,
	tested TEXT,
	intake TEXT,
	maturity TEXT,
	hypothesis TEXT NOT NULL,
	agreed_on TEXT,
	agreement_roles TEXT NOT NULL,
	cost INTEGER,
	agreement_cost TEXT NOT NULL,
	agreement_rights TEXT NOT NULL,
	agreement_data TEXT NOT NULL,
	agreement_publicity TEXT NOT NULL,
	agreement_liability TEXT NOT NULL,
	agreement_removal TEXT NOT NULL,
	recommendation TEXT,
	result_what TEXT NOT NULL,
	result_how TEXT NOT NULL,
	result_cost TEXT NOT NULL,
	result_contact TEXT NOT NULL,
	result_licence TEXT NOT NULL,
	shared_on TEXT,
	CONSTRAINT uq_testbed_case_case_id UNIQUE (case_id),
	CONSTRAINT ck_testbed_case_tested_known CHECK (tested IS NULL OR tested IN ('product', 'service', 'process')),
	CONSTRAINT ck_testbed_case_intake_known CHECK (intake IS NULL OR intake IN ('open_call', 'own_need', 'proposal')),
	CONSTRAINT ck_testbed_case_maturity_known CHECK (maturity IS NULL OR maturity IN ('concept', 'prototype', 'pilot', 'product')),
	CONSTRAINT ck_testbed_case_recommendation_known CHECK (recommendation IS NULL OR recommendation IN ('scale', 'iterate', 'end')),
	CONSTRAINT ck_testbed_case_cost CHECK (cost IS NULL OR cost >= 0),
	CONSTRAINT fk_testbed_case_case_id_routine_case FOREIGN KEY(case_id) REFERENCES routine_case (id) ON DELETE CASCADE,
	CONSTRAINT fk_testbed_case_testbed_id_testbed FOREIGN KEY(testbed_id) REFERENCES testbed (id) ON DELETE SET NULL,
	CONSTRAINT fk_testbed_case_tester_id_organisation FOREIGN KEY(tester_id) REFERENCES organisation (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_testbed_case_testbed_id ON testbed_case (testbed_id);

CREATE TABLE budget_line (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	parent_id INTEGER,
	kind TEXT NOT NULL,
	name TEXT NOT NULL,
	purpose TEXT NOT NULL,
	source TEXT NOT NULL,
	receiver TEXT NOT NULL,
	municipality_id INTEGER,
	organisation_id INTEGER,
	first_year INTEGER,
	last_year INTEGER,
	amount INTEGER,
	used INTEGER,
	currency TEXT NOT NULL,
	nature TEXT,
	is_earmarked INTEGER NOT NULL,
	restriction TEXT NOT NULL,
	has_overhead INTEGER NOT NULL,
	allocation_key TEXT NOT NULL,
	decision_id INTEGER,
	comment TEXT NOT NULL,
	order_key TEXT NOT NULL,
	CONSTRAINT ck_budget_line_kind_known CHECK (kind IN ('cost', 'frame', 'applied', 'grant', 'co_funding', 'in_kind')),
	CONSTRAINT ck_budget_line_nature_known CHECK (nature IS NULL OR nature IN ('one_off', 'running', 'both')),
	CONSTRAINT ck_budget_line_amount CHECK (amount IS NULL OR amount >= 0),
	CONSTRAINT ck_budget_line_used CHECK (used IS NULL OR used >= 0),
	CONSTRAINT ck_budget_line_years CHECK (first_year IS NULL OR last_year IS NULL OR first_year <= last_year),
	CONSTRAINT fk_budget_line_parent_id_budget_line FOREIGN KEY(parent_id) REFERENCES budget_line (id) ON DELETE CASCADE,
	CONSTRAINT fk_budget_line_municipality_id_municipality FOREIGN KEY(municipality_id) REFERENCES municipality (id) ON DELETE SET NULL,
	CONSTRAINT fk_budget_line_organisation_id_organisation FOREIGN KEY(organisation_id) REFERENCES organisation (id) ON DELETE SET NULL,
	CONSTRAINT fk_budget_line_decision_id_decision FOREIGN KEY(decision_id) REFERENCES decision (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_budget_line_parent_id ON budget_line (parent_id);

CREATE TABLE decision_clause (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	decision_id INTEGER NOT NULL,
	text TEXT NOT NULL,
	order_key TEXT NOT NULL,
	CONSTRAINT fk_decision_clause_decision_id_decision FOREIGN KEY(decision_id) REFERENCES decision (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_decision_clause_decision_id ON decision_clause (decision_id);

CREATE TABLE membership (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	seat_id INTEGER NOT NULL,
	person_id INTEGER,
	state TEXT NOT NULL,
	is_substitute INTEGER NOT NULL,
	is_chair INTEGER NOT NULL,
	valid_from TEXT,
	valid_to TEXT,
	decision_id INTEGER,
	comment TEXT NOT NULL,
	CONSTRAINT ck_membership_state_known CHECK (state IN ('asked', 'accepted', 'appointed', 'declined')),
	CONSTRAINT ck_membership_period CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from <= valid_to),
	CONSTRAINT fk_membership_seat_id_body_seat FOREIGN KEY(seat_id) REFERENCES body_seat (id) ON DELETE CASCADE,
	CONSTRAINT fk_membership_person_id_person FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE SET NULL,
	CONSTRAINT fk_membership_decision_id_decision FOREIGN KEY(decision_id) REFERENCES decision (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_membership_person_id ON membership (person_id);

CREATE INDEX ix_membership_seat_id ON membership (seat_id);

CREATE TABLE report_text (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	report_id INTEGER NOT NULL,
	heading TEXT NOT NULL,
	text TEXT NOT NULL,
	CONSTRAINT uq_report_text_report_id_heading UNIQUE (report_id, heading),
	CONSTRAINT ck_report_text_heading_known CHECK (heading IN ('direction', 'resources', 'mandate', 'spread', 'summary', 'done', 'next', 'deviations', 'decisions', 'lessons')),
	CONSTRAINT fk_report_text_report_id_steering_report FOREIGN KEY(report_id) REFERENCES steering_report (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE assignment (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	decision_id INTEGER NOT NULL,
	clause_id INTEGER,
	text TEXT NOT NULL,
	receiver TEXT NOT NULL,
	municipality_id INTEGER,
	organisation_id INTEGER,
	body_id INTEGER,
	due_on TEXT,
	state TEXT NOT NULL,
	done_on TEXT,
	comment TEXT NOT NULL,
	order_key TEXT NOT NULL,
	CONSTRAINT ck_assignment_state_known CHECK (state IN ('given', 'started', 'done', 'stopped')),
	CONSTRAINT fk_assignment_decision_id_decision FOREIGN KEY(decision_id) REFERENCES decision (id) ON DELETE CASCADE,
	CONSTRAINT fk_assignment_clause_id_decision_clause FOREIGN KEY(clause_id) REFERENCES decision_clause (id) ON DELETE SET NULL,
	CONSTRAINT fk_assignment_municipality_id_municipality FOREIGN KEY(municipality_id) REFERENCES municipality (id) ON DELETE SET NULL,
	CONSTRAINT fk_assignment_organisation_id_organisation FOREIGN KEY(organisation_id) REFERENCES organisation (id) ON DELETE SET NULL,
	CONSTRAINT fk_assignment_body_id_governance_body FOREIGN KEY(body_id) REFERENCES governance_body (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_assignment_decision_id ON assignment (decision_id);

-- Several may follow one municipality since now, so the single successor becomes a row of its own.
INSERT INTO municipality_succession (before_id, after_id, kind, happened_on, comment)
SELECT id, successor_id, 'merger', date(valid_to, '+1 day'), '' FROM municipality WHERE successor_id IS NOT NULL;

UPDATE municipality SET successor_id = NULL;
