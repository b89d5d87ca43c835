-- The whole schema as it stands, read from the catalogue of a migrated database. Written by "node tools/write-schema.ts" and
-- not edited: tables come from packages/db/src/schema by way of drizzle/, everything else from packages/db/sql.
create schema if not exists app;
grant usage on schema app to giaouoc_app;
create schema if not exists platform;
create schema if not exists public;
grant usage on schema public to public;
grant usage on schema public to giaouoc_app;
create collation app.vietnamese (provider = icu, locale = 'vi-u-kn-true');
-- default rights of giaouoc_owner on new objects of kind f: {giaouoc_owner=X/giaouoc_owner}

create table platform.account (
  id uuid not null default uuidv7(),
  user_name text not null,
  phone text,
  password_hash text,
  code_hash text,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint account_pkey PRIMARY KEY (id),
  constraint account_phone_unique UNIQUE (phone),
  constraint "account_userName_unique" UNIQUE (user_name)
);

create table platform.attempt (
  key text not null,
  failures integer not null,
  window_start timestamp with time zone not null,
  locked_until timestamp with time zone,
  constraint attempt_pkey PRIMARY KEY (key)
);

create table platform.half_sign_in (
  token_hash bytea not null,
  account_id uuid not null,
  expires_at timestamp with time zone not null,
  constraint half_sign_in_pkey PRIMARY KEY (token_hash)
);
alter table platform.half_sign_in add constraint half_sign_in_account_id_account_id_fk FOREIGN KEY (account_id) REFERENCES platform.account(id);
CREATE INDEX half_sign_in_of_account ON platform.half_sign_in USING btree (account_id);

create table platform.known_device (
  account_id uuid not null,
  device_hash bytea not null,
  seen_at timestamp with time zone not null default now(),
  constraint known_device_account_id_device_hash_pk PRIMARY KEY (account_id, device_hash)
);
alter table platform.known_device add constraint known_device_account_id_account_id_fk FOREIGN KEY (account_id) REFERENCES platform.account(id);

create table platform.passkey (
  id uuid not null default uuidv7(),
  account_id uuid not null,
  credential_id bytea not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  synced boolean not null,
  created_at timestamp with time zone not null default now(),
  used_at timestamp with time zone,
  constraint passkey_pkey PRIMARY KEY (id),
  constraint "passkey_credentialId_unique" UNIQUE (credential_id)
);
alter table platform.passkey add constraint passkey_account_id_account_id_fk FOREIGN KEY (account_id) REFERENCES platform.account(id);
CREATE INDEX passkey_of_account ON platform.passkey USING btree (account_id);

create table platform.passkey_challenge (
  challenge_hash bytea not null,
  purpose text not null,
  account_id uuid,
  session_id uuid,
  binding text,
  expires_at timestamp with time zone not null,
  constraint passkey_challenge_pkey PRIMARY KEY (challenge_hash),
  constraint passkey_challenge_purpose CHECK ((purpose = ANY (ARRAY['register'::text, 'sign-in'::text, 'presence'::text, 'used'::text])))
);
CREATE INDEX passkey_challenge_expiry ON platform.passkey_challenge USING btree (expires_at);

create table platform.province (
  id uuid not null default uuidv7(),
  code text not null,
  name text not null,
  constraint province_pkey PRIMARY KEY (id),
  constraint province_code_unique UNIQUE (code)
);

create table platform.recovery_code (
  account_id uuid not null,
  code_hash bytea not null,
  used_at timestamp with time zone,
  constraint recovery_code_account_id_code_hash_pk PRIMARY KEY (account_id, code_hash)
);
alter table platform.recovery_code add constraint recovery_code_account_id_account_id_fk FOREIGN KEY (account_id) REFERENCES platform.account(id);

create table platform.server_key (
  id uuid not null default uuidv7(),
  private_key text not null,
  public_key text not null,
  current boolean not null default true,
  created_at timestamp with time zone not null default now(),
  retired_at timestamp with time zone,
  constraint server_key_pkey PRIMARY KEY (id),
  constraint server_key_retired CHECK ((current = (retired_at IS NULL)))
);
CREATE UNIQUE INDEX server_key_current ON platform.server_key USING btree (current) WHERE current;

create table platform.session (
  id uuid not null default uuidv7(),
  token_hash bytea not null,
  account_id uuid not null,
  federation_id uuid,
  membership_id uuid,
  device text not null,
  created_at timestamp with time zone not null default now(),
  seen_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint session_pkey PRIMARY KEY (id),
  constraint "session_tokenHash_unique" UNIQUE (token_hash)
);
alter table platform.session add constraint session_account_id_account_id_fk FOREIGN KEY (account_id) REFERENCES platform.account(id);
CREATE INDEX session_of_account ON platform.session USING btree (account_id);

create table platform.setup_code (
  code_hash bytea not null,
  created_at timestamp with time zone not null default now(),
  used_at timestamp with time zone,
  constraint setup_code_pkey PRIMARY KEY (code_hash)
);

create table platform.sign_in_key (
  id boolean not null default true,
  inner_pad bytea not null,
  outer_pad bytea not null,
  constraint sign_in_key_pkey PRIMARY KEY (id)
);

create table platform.totp (
  account_id uuid not null,
  secret bytea not null,
  confirmed_at timestamp with time zone,
  last_step bigint not null default 0,
  created_at timestamp with time zone not null default now(),
  constraint totp_pkey PRIMARY KEY (account_id)
);
alter table platform.totp add constraint totp_account_id_account_id_fk FOREIGN KEY (account_id) REFERENCES platform.account(id);

create table assessment (
  federation_id uuid not null,
  id uuid not null default uuidv7(),
  year_id uuid not null,
  unit_id uuid not null,
  line_code text not null,
  period_code text not null,
  stage text not null,
  decision text not null,
  figure jsonb,
  points text,
  reason text,
  due_at timestamp with time zone,
  by_membership uuid not null,
  by_as text not null,
  at timestamp with time zone not null default now(),
  undone_at timestamp with time zone,
  undone_by uuid,
  entered boolean not null default false,
  sending integer not null default 0,
  constraint assessment_federation_id_id_pk PRIMARY KEY (federation_id, id),
  constraint assessment_decision CHECK ((decision = ANY (ARRAY['accepted'::text, 'adjusted'::text, 'returned'::text])))
);
alter table assessment add constraint assessment_federation_id_unit_id_unit_federation_id_id_fk FOREIGN KEY (federation_id, unit_id) REFERENCES unit(federation_id, id);
alter table assessment add constraint assessment_federation_id_year_id_line_code_plan_line_federation FOREIGN KEY (federation_id, year_id, line_code) REFERENCES plan_line(federation_id, year_id, code);
alter table assessment add constraint assessment_federation_id_year_id_stage_plan_stage_federation_id FOREIGN KEY (federation_id, year_id, stage) REFERENCES plan_stage(federation_id, year_id, code);
CREATE INDEX assessment_of_line ON public.assessment USING btree (federation_id, year_id, unit_id, line_code, period_code);
alter table assessment enable row level security;
alter table assessment force row level security;
create policy members_delete on assessment for delete to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.judge'::text) AS has));
create policy members_insert on assessment for insert to giaouoc_app
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.judge'::text) AS has) AND ((NOT entered) OR ( SELECT app.has('federation.write'::text) AS has)));
create policy members_read on assessment for select to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.see'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit)) OR (unit_id = ANY (( SELECT app.assigned_units() AS assigned_units)::uuid[])) OR (((year_id || ' '::text) || line_code) = ANY (( SELECT app.assigned_lines() AS assigned_lines)::text[]))));
create policy members_update on assessment for update to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.judge'::text) AS has) AND ((NOT entered) OR ( SELECT app.has('federation.write'::text) AS has)))
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.judge'::text) AS has) AND ((NOT entered) OR ( SELECT app.has('federation.write'::text) AS has)));
create policy owner on assessment for all to giaouoc_owner
  using (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)))
  with check (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)));
CREATE TRIGGER guard_assessment_insert BEFORE INSERT ON public.assessment FOR EACH ROW WHEN (((new.undone_at IS NOT NULL) OR (new.undone_by IS NOT NULL))) EXECUTE FUNCTION app.guard_assessment();
CREATE TRIGGER guard_assessment_update BEFORE UPDATE ON public.assessment FOR EACH ROW EXECUTE FUNCTION app.guard_assessment();
CREATE TRIGGER guard_open_year_delete AFTER DELETE ON public.assessment REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE TRIGGER guard_open_year_insert AFTER INSERT ON public.assessment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE TRIGGER guard_open_year_update AFTER UPDATE ON public.assessment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE TRIGGER guard_unit_at_work_insert AFTER INSERT ON public.assessment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_unit_at_work();
CREATE TRIGGER guard_unit_at_work_update AFTER UPDATE ON public.assessment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_unit_at_work();
CREATE TRIGGER project_assessments_insert AFTER INSERT ON public.assessment REFERENCING NEW TABLE AS said FOR EACH STATEMENT EXECUTE FUNCTION app.project_assessments();
CREATE TRIGGER project_assessments_update AFTER UPDATE ON public.assessment REFERENCING NEW TABLE AS said FOR EACH STATEMENT EXECUTE FUNCTION app.project_assessments();
CREATE TRIGGER trace_assessments_insert AFTER INSERT ON public.assessment REFERENCING NEW TABLE AS said FOR EACH STATEMENT EXECUTE FUNCTION app.trace_assessments('assessment', 'figure');
CREATE TRIGGER trace_assessments_update AFTER UPDATE ON public.assessment REFERENCING NEW TABLE AS said FOR EACH STATEMENT EXECUTE FUNCTION app.trace_assessments('assessment', 'figure');
grant insert, select on assessment to giaouoc_app;
grant update (undone_at) on assessment to giaouoc_app;
grant update (undone_by) on assessment to giaouoc_app;

create table assignment (
  federation_id uuid not null,
  id uuid not null default uuidv7(),
  membership_id uuid not null,
  year_id uuid not null,
  unit_id uuid,
  block_code text,
  line_code text,
  given_by uuid not null,
  created_at timestamp with time zone not null default now(),
  constraint assignment_federation_id_id_pk PRIMARY KEY (federation_id, id),
  constraint assignment_once UNIQUE NULLS NOT DISTINCT (federation_id, membership_id, year_id, unit_id, block_code, line_code),
  constraint assignment_of_one CHECK ((num_nonnulls(unit_id, block_code, line_code) = 1))
);
alter table assignment add constraint assignment_federation_id_membership_id_membership_federation_id FOREIGN KEY (federation_id, membership_id) REFERENCES membership(federation_id, id);
alter table assignment add constraint assignment_federation_id_unit_id_unit_federation_id_id_fk FOREIGN KEY (federation_id, unit_id) REFERENCES unit(federation_id, id);
alter table assignment add constraint assignment_federation_id_year_id_block_code_block_federation_id FOREIGN KEY (federation_id, year_id, block_code) REFERENCES block(federation_id, year_id, code);
alter table assignment add constraint assignment_federation_id_year_id_line_code_plan_line_federation FOREIGN KEY (federation_id, year_id, line_code) REFERENCES plan_line(federation_id, year_id, code);
alter table assignment add constraint assignment_federation_id_year_id_year_federation_id_id_fk FOREIGN KEY (federation_id, year_id) REFERENCES year(federation_id, id);
alter table assignment enable row level security;
alter table assignment force row level security;
create policy members_delete on assignment for delete to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.people'::text) AS has));
create policy members_insert on assignment for insert to giaouoc_app
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.people'::text) AS has));
create policy members_read on assignment for select to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.see'::text) AS has));
create policy members_update on assignment for update to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.people'::text) AS has))
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.people'::text) AS has));
create policy owner on assignment for all to giaouoc_owner
  using (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)))
  with check (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)));

create table audit_event (
  federation_id uuid not null,
  id bigint not null generated always as identity,
  at timestamp with time zone not null default now(),
  account_id uuid,
  membership_id uuid,
  role text not null,
  title text not null,
  unit_id uuid,
  year_id uuid,
  action text not null,
  subject text not null,
  before jsonb,
  after jsonb,
  request_id text not null,
  constraint audit_event_federation_id_id_pk PRIMARY KEY (federation_id, id),
  constraint audit_event_role CHECK ((role = ANY (ARRAY['chair'::text, 'deputy'::text, 'principal'::text, 'officer'::text, 'verifier'::text, 'reader'::text, 'province'::text, 'system'::text])))
);
CREATE INDEX audit_of_unit ON public.audit_event USING btree (federation_id, unit_id, id);
alter table audit_event enable row level security;
alter table audit_event force row level security;
create policy everyone_adds_as_themselves on audit_event for insert to giaouoc_app
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (NOT (account_id IS DISTINCT FROM ( SELECT app.account_id() AS account_id))) AND (role = ( SELECT app.role() AS role)));
create policy members_read on audit_event for select to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.see'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit))));
create policy owner on audit_event for all to giaouoc_owner
  using (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)))
  with check (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)));
CREATE TRIGGER guard_audit AFTER INSERT ON public.audit_event REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION app.guard_audit();
grant insert, select on audit_event to giaouoc_app;

create table audit_seal (
  federation_id uuid not null,
  from_id bigint not null,
  to_id bigint not null,
  previous text not null,
  head text not null,
  at timestamp with time zone not null,
  events jsonb not null,
  signature text not null,
  constraint audit_seal_federation_id_to_id_pk PRIMARY KEY (federation_id, to_id),
  constraint audit_seal_previous UNIQUE (federation_id, previous),
  constraint audit_seal_hex CHECK (((previous ~ '^[0-9a-f]{64}$'::text) AND (head ~ '^[0-9a-f]{64}$'::text))),
  constraint audit_seal_range CHECK ((from_id <= to_id))
);
alter table audit_seal enable row level security;
alter table audit_seal force row level security;
create policy members_read on audit_seal for select to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.see'::text) AS has));
create policy owner on audit_seal for all to giaouoc_owner
  using (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)))
  with check (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)));
grant select on audit_seal to giaouoc_app;

create table block (
  federation_id uuid not null,
  year_id uuid not null,
  code text not null,
  name text not null,
  "position" integer not null,
  constraint block_federation_id_year_id_code_pk PRIMARY KEY (federation_id, year_id, code)
);
alter table block add constraint block_federation_id_year_id_year_federation_id_id_fk FOREIGN KEY (federation_id, year_id) REFERENCES year(federation_id, id);
alter table block enable row level security;
alter table block force row level security;
create policy members_delete on block for delete to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy members_insert on block for insert to giaouoc_app
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy members_read on block for select to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('any.belong'::text) AS has));
create policy members_update on block for update to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has))
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy owner on block for all to giaouoc_owner
  using (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)))
  with check (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)));
CREATE TRIGGER guard_open_year_delete AFTER DELETE ON public.block REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE TRIGGER guard_open_year_insert AFTER INSERT ON public.block REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE TRIGGER guard_open_year_update AFTER UPDATE ON public.block REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE CONSTRAINT TRIGGER guard_trace AFTER INSERT OR DELETE OR UPDATE ON public.block DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.guard_trace('year', 'unit', 'unitImport');
grant delete, insert, select on block to giaouoc_app;
grant update (name) on block to giaouoc_app;
grant update ("position") on block to giaouoc_app;

create table cluster (
  federation_id uuid not null,
  year_id uuid not null,
  code text not null,
  name text not null,
  "position" integer not null,
  constraint cluster_federation_id_year_id_code_pk PRIMARY KEY (federation_id, year_id, code)
);
alter table cluster add constraint cluster_federation_id_year_id_year_federation_id_id_fk FOREIGN KEY (federation_id, year_id) REFERENCES year(federation_id, id);
alter table cluster enable row level security;
alter table cluster force row level security;
create policy members_delete on cluster for delete to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy members_insert on cluster for insert to giaouoc_app
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy members_read on cluster for select to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('any.belong'::text) AS has));
create policy members_update on cluster for update to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has))
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy owner on cluster for all to giaouoc_owner
  using (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)))
  with check (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)));
CREATE TRIGGER guard_open_year_delete AFTER DELETE ON public.cluster REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE TRIGGER guard_open_year_insert AFTER INSERT ON public.cluster REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE TRIGGER guard_open_year_update AFTER UPDATE ON public.cluster REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE CONSTRAINT TRIGGER guard_trace AFTER INSERT OR DELETE OR UPDATE ON public.cluster DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.guard_trace('year', 'unit', 'unitImport');
grant delete, insert, select on cluster to giaouoc_app;
grant update (name) on cluster to giaouoc_app;
grant update ("position") on cluster to giaouoc_app;

create table evidence (
  federation_id uuid not null,
  id uuid not null default uuidv7(),
  unit_id uuid not null,
  sha256 text not null,
  received_sha256 text not null,
  bytes integer not null,
  media_type text not null,
  name text not null,
  width integer,
  height integer,
  uploaded_by uuid not null,
  uploaded_as text not null,
  created_at timestamp with time zone not null default now(),
  constraint evidence_federation_id_id_pk PRIMARY KEY (federation_id, id),
  constraint evidence_media_type CHECK ((media_type = ANY (ARRAY['image/webp'::text, 'application/pdf'::text, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'::text])))
);
alter table evidence add constraint evidence_federation_id_unit_id_unit_federation_id_id_fk FOREIGN KEY (federation_id, unit_id) REFERENCES unit(federation_id, id);
CREATE INDEX evidence_received ON public.evidence USING btree (federation_id, unit_id, received_sha256);
alter table evidence enable row level security;
alter table evidence force row level security;
create policy members_delete on evidence for delete to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy members_insert on evidence for insert to giaouoc_app
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.write'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit))));
create policy members_read on evidence for select to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.see'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit)) OR (unit_id = ANY (( SELECT app.assigned_units() AS assigned_units)::uuid[]))));
create policy members_update on evidence for update to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.write'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit))))
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.write'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit))));
create policy owner on evidence for all to giaouoc_owner
  using (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)))
  with check (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)));
grant insert, select on evidence to giaouoc_app;

create table federation (
  id uuid not null default uuidv7(),
  province_id uuid,
  code text not null,
  kind text not null,
  name text not null,
  superior text not null,
  symbol text not null,
  place text not null,
  signs_for text not null,
  signs_as text not null,
  demo boolean not null default false,
  revision integer not null default 1,
  created_at timestamp with time zone not null default now(),
  demo_day date,
  constraint federation_pkey PRIMARY KEY (id),
  constraint federation_code_unique UNIQUE (code)
);
alter table federation enable row level security;
alter table federation force row level security;
create policy members_delete on federation for delete to giaouoc_app
  using ((id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy members_insert on federation for insert to giaouoc_app
  with check ((id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy members_read on federation for select to giaouoc_app
  using ((id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('any.belong'::text) AS has));
create policy members_update on federation for update to giaouoc_app
  using ((id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has))
  with check ((id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy owner on federation for all to giaouoc_owner
  using (( SELECT app.platform() AS platform) OR (id = ( SELECT app.federation_id() AS federation_id)))
  with check (( SELECT app.platform() AS platform) OR (id = ( SELECT app.federation_id() AS federation_id)));
CREATE CONSTRAINT TRIGGER guard_trace AFTER UPDATE ON public.federation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.guard_trace_of_federation('federation');
grant select on federation to giaouoc_app;
grant update (kind) on federation to giaouoc_app;
grant update (name) on federation to giaouoc_app;
grant update (place) on federation to giaouoc_app;
grant update (revision) on federation to giaouoc_app;
grant update (signs_as) on federation to giaouoc_app;
grant update (signs_for) on federation to giaouoc_app;
grant update (superior) on federation to giaouoc_app;
grant update (symbol) on federation to giaouoc_app;

create table figure (
  federation_id uuid not null,
  year_id uuid not null,
  unit_id uuid not null,
  line_code text not null,
  period_code text not null,
  value jsonb,
  note text,
  submitted jsonb,
  revision integer not null default 1,
  entered_by uuid not null,
  entered_as text not null,
  entered_for boolean not null default false,
  updated_at timestamp with time zone not null default now(),
  submitted_at timestamp with time zone,
  state text not null default 'draft'::text,
  sending integer not null default 0,
  constraint figure_federation_id_year_id_unit_id_line_code_period_code_pk PRIMARY KEY (federation_id, year_id, unit_id, line_code, period_code),
  constraint figure_sent CHECK (((state = 'sent'::text) = (submitted IS NOT NULL))),
  constraint figure_state CHECK ((state = ANY (ARRAY['empty'::text, 'draft'::text, 'sent'::text])))
);
alter table figure add constraint figure_federation_id_unit_id_unit_federation_id_id_fk FOREIGN KEY (federation_id, unit_id) REFERENCES unit(federation_id, id);
alter table figure add constraint figure_federation_id_year_id_line_code_plan_line_federation_id_ FOREIGN KEY (federation_id, year_id, line_code) REFERENCES plan_line(federation_id, year_id, code);
alter table figure enable row level security;
alter table figure force row level security;
create policy members_delete on figure for delete to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy members_insert on figure for insert to giaouoc_app
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.write'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit))));
create policy members_read on figure for select to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.see'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit)) OR (unit_id = ANY (( SELECT app.assigned_units() AS assigned_units)::uuid[])) OR (((year_id || ' '::text) || line_code) = ANY (( SELECT app.assigned_lines() AS assigned_lines)::text[]))));
create policy members_update on figure for update to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.write'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit))))
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.write'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit))));
create policy owner on figure for all to giaouoc_owner
  using (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)))
  with check (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)));
CREATE TRIGGER guard_figure_insert BEFORE INSERT ON public.figure FOR EACH ROW WHEN ((new.entered_for OR (new.sending <>
        CASE
            WHEN (new.state = 'sent'::text) THEN 1
            ELSE 0
        END) OR ((new.state = 'sent'::text) AND (new.submitted IS DISTINCT FROM new.value)))) EXECUTE FUNCTION app.guard_figure();
CREATE TRIGGER guard_figure_update BEFORE UPDATE ON public.figure FOR EACH ROW WHEN (((old.state = 'sent'::text) OR (new.entered_for AND (NOT old.entered_for)) OR (new.sending <> (old.sending +
        CASE
            WHEN (new.state = 'sent'::text) THEN 1
            ELSE 0
        END)) OR ((new.state = 'sent'::text) AND (new.submitted IS DISTINCT FROM new.value)))) EXECUTE FUNCTION app.guard_figure();
CREATE TRIGGER guard_open_year_delete AFTER DELETE ON public.figure REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE TRIGGER guard_open_year_insert AFTER INSERT ON public.figure REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE TRIGGER guard_open_year_update AFTER UPDATE ON public.figure REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE TRIGGER guard_unit_at_work_insert AFTER INSERT ON public.figure REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_unit_at_work();
CREATE TRIGGER guard_unit_at_work_update AFTER UPDATE ON public.figure REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_unit_at_work();
CREATE TRIGGER project_figures_insert AFTER INSERT ON public.figure REFERENCING NEW TABLE AS sides FOR EACH STATEMENT EXECUTE FUNCTION app.project_figures();
CREATE TRIGGER project_figures_update AFTER UPDATE ON public.figure REFERENCING NEW TABLE AS sides FOR EACH STATEMENT EXECUTE FUNCTION app.project_figures();
CREATE TRIGGER trace_figures_insert AFTER INSERT ON public.figure REFERENCING NEW TABLE AS sides FOR EACH STATEMENT EXECUTE FUNCTION app.trace_figures('figure', 'report', 'assessment');
CREATE TRIGGER trace_figures_update AFTER UPDATE ON public.figure REFERENCING NEW TABLE AS sides FOR EACH STATEMENT EXECUTE FUNCTION app.trace_figures('figure', 'report', 'assessment');
grant insert, select on figure to giaouoc_app;
grant update (entered_as) on figure to giaouoc_app;
grant update (entered_by) on figure to giaouoc_app;
grant update (entered_for) on figure to giaouoc_app;
grant update (note) on figure to giaouoc_app;
grant update (revision) on figure to giaouoc_app;
grant update (sending) on figure to giaouoc_app;
grant update (state) on figure to giaouoc_app;
grant update (submitted) on figure to giaouoc_app;
grant update (submitted_at) on figure to giaouoc_app;
grant update (updated_at) on figure to giaouoc_app;
grant update (value) on figure to giaouoc_app;

create table figure_evidence (
  federation_id uuid not null,
  year_id uuid not null,
  unit_id uuid not null,
  line_code text not null,
  period_code text not null,
  evidence_id uuid not null,
  added_at timestamp with time zone not null default now(),
  removed_at timestamp with time zone,
  constraint figure_evidence_federation_id_year_id_unit_id_line_code_period_ PRIMARY KEY (federation_id, year_id, unit_id, line_code, period_code, evidence_id)
);
alter table figure_evidence add constraint figure_evidence_federation_id_evidence_id_evidence_federation_i FOREIGN KEY (federation_id, evidence_id) REFERENCES evidence(federation_id, id);
alter table figure_evidence add constraint figure_evidence_federation_id_unit_id_unit_federation_id_id_fk FOREIGN KEY (federation_id, unit_id) REFERENCES unit(federation_id, id);
alter table figure_evidence add constraint figure_evidence_federation_id_year_id_line_code_plan_line_feder FOREIGN KEY (federation_id, year_id, line_code) REFERENCES plan_line(federation_id, year_id, code);
alter table figure_evidence enable row level security;
alter table figure_evidence force row level security;
create policy members_delete on figure_evidence for delete to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy members_insert on figure_evidence for insert to giaouoc_app
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.write'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit))));
create policy members_read on figure_evidence for select to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.see'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit)) OR (unit_id = ANY (( SELECT app.assigned_units() AS assigned_units)::uuid[])) OR (((year_id || ' '::text) || line_code) = ANY (( SELECT app.assigned_lines() AS assigned_lines)::text[]))));
create policy members_update on figure_evidence for update to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.write'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit))))
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.write'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit))));
create policy owner on figure_evidence for all to giaouoc_owner
  using (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)))
  with check (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)));
CREATE TRIGGER guard_figure_evidence BEFORE INSERT OR UPDATE ON public.figure_evidence FOR EACH ROW EXECUTE FUNCTION app.guard_figure_evidence();
CREATE TRIGGER guard_open_year_delete AFTER DELETE ON public.figure_evidence REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE TRIGGER guard_open_year_insert AFTER INSERT ON public.figure_evidence REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE TRIGGER guard_open_year_update AFTER UPDATE ON public.figure_evidence REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE CONSTRAINT TRIGGER guard_trace AFTER INSERT OR UPDATE ON public.figure_evidence DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.guard_trace('evidence');
CREATE TRIGGER guard_unit_at_work_insert AFTER INSERT ON public.figure_evidence REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_unit_at_work();
CREATE TRIGGER guard_unit_at_work_update AFTER UPDATE ON public.figure_evidence REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_unit_at_work();
grant insert, select on figure_evidence to giaouoc_app;
grant update (removed_at) on figure_evidence to giaouoc_app;

create table figure_status (
  federation_id uuid not null,
  year_id uuid not null,
  unit_id uuid not null,
  line_code text not null,
  period_code text not null,
  stage text not null,
  status text not null,
  assessment_id uuid,
  revision integer not null default 1,
  constraint figure_status_federation_id_year_id_unit_id_line_code_period_co PRIMARY KEY (federation_id, year_id, unit_id, line_code, period_code, stage),
  constraint figure_status_status CHECK ((status = ANY (ARRAY['empty'::text, 'draft'::text, 'submitted'::text, 'returned'::text, 'resubmitted'::text, 'accepted'::text, 'adjusted'::text])))
);
alter table figure_status add constraint figure_status_federation_id_year_id_stage_plan_stage_federation FOREIGN KEY (federation_id, year_id, stage) REFERENCES plan_stage(federation_id, year_id, code);
CREATE INDEX figure_status_queue ON public.figure_status USING btree (federation_id, year_id, stage, status, line_code, unit_id);
alter table figure_status enable row level security;
alter table figure_status force row level security;
create policy members_read on figure_status for select to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.see'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit)) OR (unit_id = ANY (( SELECT app.assigned_units() AS assigned_units)::uuid[])) OR (((year_id || ' '::text) || line_code) = ANY (( SELECT app.assigned_lines() AS assigned_lines)::text[]))));
create policy owner on figure_status for all to giaouoc_owner
  using (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)))
  with check (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)));
grant select on figure_status to giaouoc_app;

create table invitation (
  federation_id uuid not null,
  id uuid not null default uuidv7(),
  membership_id uuid not null,
  token_hash bytea not null,
  created_by uuid not null,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint invitation_federation_id_id_pk PRIMARY KEY (federation_id, id),
  constraint invitation_token UNIQUE (federation_id, token_hash)
);
alter table invitation add constraint invitation_federation_id_membership_id_membership_federation_id FOREIGN KEY (federation_id, membership_id) REFERENCES membership(federation_id, id);
CREATE INDEX invitation_by_token ON public.invitation USING btree (token_hash);
CREATE INDEX invitation_of_membership ON public.invitation USING btree (federation_id, membership_id);
alter table invitation enable row level security;
alter table invitation force row level security;
create policy members_delete on invitation for delete to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.people'::text) AS has));
create policy members_insert on invitation for insert to giaouoc_app
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.people'::text) AS has));
create policy members_read on invitation for select to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.people'::text) AS has));
create policy members_update on invitation for update to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.people'::text) AS has))
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.people'::text) AS has));
create policy owner on invitation for all to giaouoc_owner
  using (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)))
  with check (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)));
CREATE CONSTRAINT TRIGGER guard_trace AFTER INSERT OR UPDATE ON public.invitation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.guard_trace('invitation', 'people', 'unit', 'unitImport');
grant insert, select on invitation to giaouoc_app;
grant update (revoked_at) on invitation to giaouoc_app;

create table membership (
  federation_id uuid not null,
  id uuid not null default uuidv7(),
  account_id uuid not null,
  role text not null,
  unit_id uuid,
  title text not null,
  ended_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  phone text,
  revision integer not null default 1,
  proposed_name text,
  constraint membership_federation_id_id_pk PRIMARY KEY (federation_id, id),
  constraint membership_role CHECK ((role = ANY (ARRAY['chair'::text, 'deputy'::text, 'principal'::text, 'officer'::text, 'verifier'::text, 'reader'::text, 'province'::text]))),
  constraint membership_unit CHECK (((role = ANY (ARRAY['chair'::text, 'deputy'::text, 'principal'::text])) = (unit_id IS NOT NULL)))
);
alter table membership add constraint membership_federation_id_federation_id_fk FOREIGN KEY (federation_id) REFERENCES federation(id);
alter table membership add constraint membership_federation_id_unit_id_unit_federation_id_id_fk FOREIGN KEY (federation_id, unit_id) REFERENCES unit(federation_id, id);
CREATE INDEX membership_of_account ON public.membership USING btree (account_id);
CREATE INDEX membership_of_unit ON public.membership USING btree (federation_id, unit_id);
alter table membership enable row level security;
alter table membership force row level security;
create policy members_delete on membership for delete to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.people'::text) AS has));
create policy members_insert on membership for insert to giaouoc_app
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.people'::text) AS has));
create policy members_read on membership for select to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.see'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit))));
create policy members_update on membership for update to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.people'::text) AS has))
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.people'::text) AS has));
create policy owner on membership for all to giaouoc_owner
  using (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)))
  with check (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)));
CREATE CONSTRAINT TRIGGER guard_trace AFTER INSERT OR UPDATE ON public.membership DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.guard_trace('people', 'unit', 'unitImport', 'invitation', 'federation');
grant insert, select on membership to giaouoc_app;
grant update (ended_at) on membership to giaouoc_app;
grant update (phone) on membership to giaouoc_app;
grant update (revision) on membership to giaouoc_app;
grant update (title) on membership to giaouoc_app;

create table paper_signature (
  federation_id uuid not null,
  id uuid not null default uuidv7(),
  year_id uuid not null,
  unit_id uuid not null,
  version integer not null,
  evidence_id uuid not null,
  signed_on text not null,
  signed_by text not null,
  sent_by uuid not null,
  sent_at timestamp with time zone not null default now(),
  state text not null default 'waiting'::text,
  refused_reason text,
  decided_by uuid,
  decided_at timestamp with time zone,
  constraint paper_signature_federation_id_id_pk PRIMARY KEY (federation_id, id),
  constraint paper_signature_state CHECK ((state = ANY (ARRAY['waiting'::text, 'confirmed'::text, 'refused'::text])))
);
alter table paper_signature add constraint paper_signature_federation_id_year_id_unit_id_version_pledge_fe FOREIGN KEY (federation_id, year_id, unit_id, version) REFERENCES pledge(federation_id, year_id, unit_id, version);
alter table paper_signature enable row level security;
alter table paper_signature force row level security;
create policy members_delete on paper_signature for delete to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy members_insert on paper_signature for insert to giaouoc_app
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.write'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit))));
create policy members_read on paper_signature for select to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.see'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit)) OR (unit_id = ANY (( SELECT app.assigned_units() AS assigned_units)::uuid[]))));
create policy members_update on paper_signature for update to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.write'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit))))
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.write'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit))));
create policy owner on paper_signature for all to giaouoc_owner
  using (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)))
  with check (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)));
CREATE TRIGGER guard_open_year_delete AFTER DELETE ON public.paper_signature REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE TRIGGER guard_open_year_insert AFTER INSERT ON public.paper_signature REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE TRIGGER guard_open_year_update AFTER UPDATE ON public.paper_signature REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE TRIGGER guard_paper_signature BEFORE INSERT OR UPDATE ON public.paper_signature FOR EACH ROW EXECUTE FUNCTION app.guard_paper_signature();
CREATE CONSTRAINT TRIGGER guard_trace AFTER INSERT OR UPDATE ON public.paper_signature DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.guard_trace('pledge');
CREATE TRIGGER guard_unit_at_work_insert AFTER INSERT ON public.paper_signature REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_unit_at_work();
CREATE TRIGGER guard_unit_at_work_update AFTER UPDATE ON public.paper_signature REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_unit_at_work();
grant insert, select on paper_signature to giaouoc_app;
grant update (decided_at) on paper_signature to giaouoc_app;
grant update (decided_by) on paper_signature to giaouoc_app;
grant update (refused_reason) on paper_signature to giaouoc_app;
grant update (state) on paper_signature to giaouoc_app;

create table plan_draft (
  federation_id uuid not null,
  year_id uuid not null,
  document jsonb not null,
  revision integer not null default 1,
  updated_by uuid not null,
  updated_at timestamp with time zone not null default now(),
  based_on_year uuid,
  based_on_version integer,
  constraint plan_draft_federation_id_year_id_pk PRIMARY KEY (federation_id, year_id)
);
alter table plan_draft add constraint plan_draft_federation_id_based_on_year_based_on_version_plan_ve FOREIGN KEY (federation_id, based_on_year, based_on_version) REFERENCES plan_version(federation_id, year_id, version);
alter table plan_draft add constraint plan_draft_federation_id_year_id_year_federation_id_id_fk FOREIGN KEY (federation_id, year_id) REFERENCES year(federation_id, id);
alter table plan_draft enable row level security;
alter table plan_draft force row level security;
create policy members_delete on plan_draft for delete to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy members_insert on plan_draft for insert to giaouoc_app
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy members_read on plan_draft for select to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.see'::text) AS has));
create policy members_update on plan_draft for update to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has))
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy owner on plan_draft for all to giaouoc_owner
  using (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)))
  with check (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)));
CREATE CONSTRAINT TRIGGER guard_trace AFTER INSERT OR UPDATE ON public.plan_draft DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.guard_trace('plan');
grant insert, select on plan_draft to giaouoc_app;
grant update (based_on_version) on plan_draft to giaouoc_app;
grant update (based_on_year) on plan_draft to giaouoc_app;
grant update (document) on plan_draft to giaouoc_app;
grant update (revision) on plan_draft to giaouoc_app;
grant update (updated_at) on plan_draft to giaouoc_app;
grant update (updated_by) on plan_draft to giaouoc_app;

create table plan_line (
  federation_id uuid not null,
  year_id uuid not null,
  code text not null,
  title text not null,
  kind text not null,
  "position" integer not null,
  since_version integer not null,
  constraint plan_line_federation_id_year_id_code_pk PRIMARY KEY (federation_id, year_id, code),
  constraint plan_line_kind CHECK ((kind = ANY (ARRAY['target'::text, 'task'::text])))
);
alter table plan_line add constraint plan_line_federation_id_year_id_since_version_plan_version_fede FOREIGN KEY (federation_id, year_id, since_version) REFERENCES plan_version(federation_id, year_id, version);
alter table plan_line enable row level security;
alter table plan_line force row level security;
create policy members_delete on plan_line for delete to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy members_insert on plan_line for insert to giaouoc_app
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy members_read on plan_line for select to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('any.belong'::text) AS has));
create policy members_update on plan_line for update to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has))
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy owner on plan_line for all to giaouoc_owner
  using (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)))
  with check (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)));
CREATE TRIGGER guard_open_year_delete AFTER DELETE ON public.plan_line REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE TRIGGER guard_open_year_insert AFTER INSERT ON public.plan_line REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE TRIGGER guard_open_year_update AFTER UPDATE ON public.plan_line REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE CONSTRAINT TRIGGER guard_trace AFTER INSERT OR UPDATE ON public.plan_line DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.guard_trace('plan');
grant insert, select on plan_line to giaouoc_app;
grant update ("position") on plan_line to giaouoc_app;
grant update (title) on plan_line to giaouoc_app;

create table plan_stage (
  federation_id uuid not null,
  year_id uuid not null,
  code text not null,
  kind text not null,
  since_version integer not null,
  constraint plan_stage_federation_id_year_id_code_pk PRIMARY KEY (federation_id, year_id, code),
  constraint plan_stage_kind CHECK ((kind = ANY (ARRAY['self'::text, 'peer'::text, 'heads'::text, 'explanation'::text, 'federation'::text, 'session'::text, 'committee'::text])))
);
alter table plan_stage add constraint plan_stage_federation_id_year_id_since_version_plan_version_fed FOREIGN KEY (federation_id, year_id, since_version) REFERENCES plan_version(federation_id, year_id, version);
alter table plan_stage enable row level security;
alter table plan_stage force row level security;
create policy members_delete on plan_stage for delete to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy members_insert on plan_stage for insert to giaouoc_app
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy members_read on plan_stage for select to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('any.belong'::text) AS has));
create policy members_update on plan_stage for update to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has))
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy owner on plan_stage for all to giaouoc_owner
  using (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)))
  with check (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)));
CREATE TRIGGER guard_open_year_delete AFTER DELETE ON public.plan_stage REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE TRIGGER guard_open_year_insert AFTER INSERT ON public.plan_stage REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE TRIGGER guard_open_year_update AFTER UPDATE ON public.plan_stage REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE CONSTRAINT TRIGGER guard_trace AFTER INSERT ON public.plan_stage DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.guard_trace('plan');
grant insert, select on plan_stage to giaouoc_app;

create table plan_version (
  federation_id uuid not null,
  year_id uuid not null,
  version integer not null,
  document jsonb not null,
  hash text not null,
  engine text not null,
  note text,
  published_by uuid not null,
  published_at timestamp with time zone not null default now(),
  needs_signature boolean not null default true,
  constraint plan_version_federation_id_year_id_version_pk PRIMARY KEY (federation_id, year_id, version)
);
alter table plan_version add constraint plan_version_federation_id_year_id_year_federation_id_id_fk FOREIGN KEY (federation_id, year_id) REFERENCES year(federation_id, id);
alter table plan_version enable row level security;
alter table plan_version force row level security;
create policy members_delete on plan_version for delete to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy members_insert on plan_version for insert to giaouoc_app
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy members_read on plan_version for select to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('any.belong'::text) AS has));
create policy members_update on plan_version for update to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has))
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy owner on plan_version for all to giaouoc_owner
  using (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)))
  with check (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)));
CREATE TRIGGER guard_open_year_delete AFTER DELETE ON public.plan_version REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE TRIGGER guard_open_year_insert AFTER INSERT ON public.plan_version REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE TRIGGER guard_open_year_update AFTER UPDATE ON public.plan_version REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE TRIGGER guard_plan_version BEFORE DELETE OR UPDATE ON public.plan_version FOR EACH ROW EXECUTE FUNCTION app.guard_plan_version();
CREATE CONSTRAINT TRIGGER guard_trace AFTER INSERT ON public.plan_version DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.guard_trace('plan');
grant insert, select on plan_version to giaouoc_app;

create table pledge (
  federation_id uuid not null,
  year_id uuid not null,
  unit_id uuid not null,
  version integer not null,
  state text not null,
  content jsonb,
  hash text,
  declined_reason text,
  revision integer not null default 1,
  offered_at timestamp with time zone not null default now(),
  changed_at timestamp with time zone not null default now(),
  constraint pledge_federation_id_year_id_unit_id_version_pk PRIMARY KEY (federation_id, year_id, unit_id, version),
  constraint pledge_state CHECK ((state = ANY (ARRAY['offered'::text, 'registered'::text, 'paper'::text, 'signed'::text, 'countersigned'::text, 'declined'::text])))
);
alter table pledge add constraint pledge_federation_id_unit_id_unit_federation_id_id_fk FOREIGN KEY (federation_id, unit_id) REFERENCES unit(federation_id, id);
alter table pledge add constraint pledge_federation_id_year_id_version_plan_version_federation_id FOREIGN KEY (federation_id, year_id, version) REFERENCES plan_version(federation_id, year_id, version);
CREATE INDEX pledge_by_hash ON public.pledge USING btree (hash);
alter table pledge enable row level security;
alter table pledge force row level security;
create policy members_delete on pledge for delete to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy members_insert on pledge for insert to giaouoc_app
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.write'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit))));
create policy members_read on pledge for select to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.see'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit)) OR (unit_id = ANY (( SELECT app.assigned_units() AS assigned_units)::uuid[]))));
create policy members_update on pledge for update to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.write'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit))))
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.write'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit))));
create policy owner on pledge for all to giaouoc_owner
  using (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)))
  with check (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)));
CREATE TRIGGER guard_open_year_delete AFTER DELETE ON public.pledge REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE TRIGGER guard_open_year_insert AFTER INSERT ON public.pledge REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE TRIGGER guard_open_year_update AFTER UPDATE ON public.pledge REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE TRIGGER guard_pledge BEFORE INSERT OR UPDATE ON public.pledge FOR EACH ROW EXECUTE FUNCTION app.guard_pledge();
CREATE CONSTRAINT TRIGGER guard_trace AFTER INSERT OR UPDATE ON public.pledge DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.guard_trace('pledge');
CREATE TRIGGER guard_unit_at_work_insert AFTER INSERT ON public.pledge REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_unit_at_work();
CREATE TRIGGER guard_unit_at_work_update AFTER UPDATE ON public.pledge REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_unit_at_work();
grant insert, select on pledge to giaouoc_app;
grant update (changed_at) on pledge to giaouoc_app;
grant update (content) on pledge to giaouoc_app;
grant update (declined_reason) on pledge to giaouoc_app;
grant update (hash) on pledge to giaouoc_app;
grant update (revision) on pledge to giaouoc_app;
grant update (state) on pledge to giaouoc_app;

create table receipt_counter (
  federation_id uuid not null,
  prefix text not null,
  year integer not null,
  last integer not null,
  constraint receipt_counter_federation_id_prefix_year_pk PRIMARY KEY (federation_id, prefix, year),
  constraint receipt_counter_prefix CHECK ((prefix = ANY (ARRAY['BC'::text, 'KY'::text])))
);
alter table receipt_counter enable row level security;
alter table receipt_counter force row level security;
create policy members_read on receipt_counter for select to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.see'::text) AS has));
create policy owner on receipt_counter for all to giaouoc_owner
  using (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)))
  with check (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)));

create table reminder (
  federation_id uuid not null,
  id uuid not null default uuidv7(),
  year_id uuid not null,
  unit_id uuid not null,
  text text not null,
  channel text not null,
  sent_by uuid not null,
  sent_at timestamp with time zone not null default now(),
  seen_at timestamp with time zone,
  constraint reminder_federation_id_id_pk PRIMARY KEY (federation_id, id),
  constraint reminder_channel CHECK ((channel = ANY (ARRAY['product'::text, 'zalo'::text])))
);
alter table reminder add constraint reminder_federation_id_unit_id_unit_federation_id_id_fk FOREIGN KEY (federation_id, unit_id) REFERENCES unit(federation_id, id);
CREATE INDEX reminder_of_unit ON public.reminder USING btree (federation_id, year_id, unit_id);
alter table reminder enable row level security;
alter table reminder force row level security;
create policy members_delete on reminder for delete to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy members_insert on reminder for insert to giaouoc_app
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.write'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit))));
create policy members_read on reminder for select to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.see'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit)) OR (unit_id = ANY (( SELECT app.assigned_units() AS assigned_units)::uuid[]))));
create policy members_update on reminder for update to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.write'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit))))
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.write'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit))));
create policy owner on reminder for all to giaouoc_owner
  using (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)))
  with check (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)));
CREATE TRIGGER guard_reminder BEFORE INSERT OR UPDATE ON public.reminder FOR EACH ROW EXECUTE FUNCTION app.guard_reminder();
CREATE CONSTRAINT TRIGGER guard_trace AFTER INSERT ON public.reminder DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.guard_trace('reminder');
grant insert, select on reminder to giaouoc_app;
grant update (seen_at) on reminder to giaouoc_app;

create table report (
  federation_id uuid not null,
  year_id uuid not null,
  unit_id uuid not null,
  period_code text not null,
  state text not null default 'open'::text,
  due_at timestamp with time zone,
  due_reason text,
  submitted_at timestamp with time zone,
  revision integer not null default 1,
  constraint report_federation_id_year_id_unit_id_period_code_pk PRIMARY KEY (federation_id, year_id, unit_id, period_code),
  constraint report_state CHECK ((state = ANY (ARRAY['open'::text, 'submitted'::text])))
);
alter table report add constraint report_federation_id_unit_id_unit_federation_id_id_fk FOREIGN KEY (federation_id, unit_id) REFERENCES unit(federation_id, id);
alter table report add constraint report_federation_id_year_id_year_federation_id_id_fk FOREIGN KEY (federation_id, year_id) REFERENCES year(federation_id, id);
alter table report enable row level security;
alter table report force row level security;
create policy members_delete on report for delete to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy members_insert on report for insert to giaouoc_app
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.write'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit))));
create policy members_read on report for select to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.see'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit)) OR (unit_id = ANY (( SELECT app.assigned_units() AS assigned_units)::uuid[]))));
create policy members_update on report for update to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.write'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit)) OR ( SELECT app.has('federation.judge'::text) AS has)))
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.write'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit))));
create policy owner on report for all to giaouoc_owner
  using (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)))
  with check (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)));
CREATE TRIGGER guard_open_year_delete AFTER DELETE ON public.report REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE TRIGGER guard_open_year_insert AFTER INSERT ON public.report REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE TRIGGER guard_open_year_update AFTER UPDATE ON public.report REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE TRIGGER guard_report_insert BEFORE INSERT ON public.report FOR EACH ROW WHEN (((new.due_at IS NOT NULL) OR (new.due_reason IS NOT NULL))) EXECUTE FUNCTION app.guard_report();
CREATE TRIGGER guard_report_update BEFORE UPDATE ON public.report FOR EACH ROW WHEN (((new.due_at IS DISTINCT FROM old.due_at) OR (new.due_reason IS DISTINCT FROM old.due_reason))) EXECUTE FUNCTION app.guard_report();
CREATE CONSTRAINT TRIGGER guard_trace AFTER UPDATE ON public.report DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((new.due_at IS DISTINCT FROM old.due_at) OR (new.due_reason IS DISTINCT FROM old.due_reason))) EXECUTE FUNCTION app.guard_trace('report');
grant insert, select on report to giaouoc_app;
grant update (due_at) on report to giaouoc_app;
grant update (due_reason) on report to giaouoc_app;
grant update (revision) on report to giaouoc_app;
grant update (state) on report to giaouoc_app;
grant update (submitted_at) on report to giaouoc_app;

create table signature (
  federation_id uuid not null,
  id uuid not null default uuidv7(),
  year_id uuid not null,
  unit_id uuid not null,
  version integer not null,
  party text not null,
  account_id uuid not null,
  membership_id uuid not null,
  capacity text not null,
  method text not null,
  hash text not null,
  receipt_number text not null,
  receipt jsonb not null,
  server_signature text not null,
  evidence_id uuid,
  confirmed_by uuid,
  at timestamp with time zone not null default now(),
  signing_lines jsonb,
  constraint signature_federation_id_id_pk PRIMARY KEY (federation_id, id),
  constraint signature_receipt_number UNIQUE (federation_id, receipt_number),
  constraint signature_capacity CHECK ((capacity = ANY (ARRAY['chair'::text, 'deputy'::text, 'principal'::text, 'officer'::text]))),
  constraint signature_method CHECK ((method = ANY (ARRAY['passkey'::text, 'code'::text, 'password'::text, 'paper'::text]))),
  constraint signature_party CHECK ((party = ANY (ARRAY['unit'::text, 'witness'::text, 'federation'::text])))
);
alter table signature add constraint signature_federation_id_year_id_unit_id_version_pledge_federati FOREIGN KEY (federation_id, year_id, unit_id, version) REFERENCES pledge(federation_id, year_id, unit_id, version);
CREATE INDEX signature_of_pledge ON public.signature USING btree (federation_id, year_id, unit_id, version);
alter table signature enable row level security;
alter table signature force row level security;
create policy members_delete on signature for delete to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy members_insert on signature for insert to giaouoc_app
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.write'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit))));
create policy members_read on signature for select to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.see'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit)) OR (unit_id = ANY (( SELECT app.assigned_units() AS assigned_units)::uuid[]))));
create policy members_update on signature for update to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.write'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit))))
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.write'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit))));
create policy owner on signature for all to giaouoc_owner
  using (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)))
  with check (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)));
CREATE TRIGGER guard_open_year_delete AFTER DELETE ON public.signature REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE TRIGGER guard_open_year_insert AFTER INSERT ON public.signature REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE TRIGGER guard_open_year_update AFTER UPDATE ON public.signature REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE TRIGGER guard_signature BEFORE INSERT ON public.signature FOR EACH ROW EXECUTE FUNCTION app.guard_signature();
CREATE CONSTRAINT TRIGGER guard_trace AFTER INSERT ON public.signature DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.guard_trace('pledge');
CREATE TRIGGER guard_unit_at_work_insert AFTER INSERT ON public.signature REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_unit_at_work();
CREATE TRIGGER guard_unit_at_work_update AFTER UPDATE ON public.signature REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_unit_at_work();
grant insert, select on signature to giaouoc_app;

create table snapshot (
  federation_id uuid not null,
  id uuid not null default uuidv7(),
  year_id uuid not null,
  number integer not null,
  kind text not null,
  plan_version integer not null,
  engine text not null,
  year_file jsonb not null,
  results jsonb not null,
  whys jsonb not null,
  digest text not null,
  created_by uuid not null,
  created_as text not null,
  created_at timestamp with time zone not null default now(),
  basis text not null default ''::text,
  constraint snapshot_federation_id_id_pk PRIMARY KEY (federation_id, id),
  constraint snapshot_number UNIQUE (federation_id, year_id, number),
  constraint snapshot_kind CHECK ((kind = 'provisional'::text))
);
alter table snapshot add constraint snapshot_federation_id_year_id_year_federation_id_id_fk FOREIGN KEY (federation_id, year_id) REFERENCES year(federation_id, id);
alter table snapshot enable row level security;
alter table snapshot force row level security;
create policy members_delete on snapshot for delete to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy members_insert on snapshot for insert to giaouoc_app
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy members_read on snapshot for select to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.see'::text) AS has));
create policy members_update on snapshot for update to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has))
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy owner on snapshot for all to giaouoc_owner
  using (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)))
  with check (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)));
CREATE CONSTRAINT TRIGGER guard_trace AFTER INSERT ON public.snapshot DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.guard_trace('ranking');
grant insert, select on snapshot to giaouoc_app;

create table submission (
  federation_id uuid not null,
  id uuid not null default uuidv7(),
  year_id uuid not null,
  unit_id uuid not null,
  period_code text not null,
  number text not null,
  content jsonb not null,
  hash text not null,
  server_signature text not null,
  submitted_by uuid not null,
  submitted_as text not null,
  at timestamp with time zone not null default now(),
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  constraint submission_federation_id_id_pk PRIMARY KEY (federation_id, id),
  constraint submission_number UNIQUE (federation_id, number)
);
alter table submission add constraint submission_federation_id_year_id_unit_id_period_code_report_fed FOREIGN KEY (federation_id, year_id, unit_id, period_code) REFERENCES report(federation_id, year_id, unit_id, period_code);
CREATE INDEX submission_of_report ON public.submission USING btree (federation_id, year_id, unit_id, period_code);
alter table submission enable row level security;
alter table submission force row level security;
create policy members_delete on submission for delete to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy members_insert on submission for insert to giaouoc_app
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.write'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit))));
create policy members_read on submission for select to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.see'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit)) OR (unit_id = ANY (( SELECT app.assigned_units() AS assigned_units)::uuid[]))));
create policy members_update on submission for update to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.write'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit))))
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.write'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit))));
create policy owner on submission for all to giaouoc_owner
  using (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)))
  with check (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)));
CREATE TRIGGER guard_open_year_delete AFTER DELETE ON public.submission REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE TRIGGER guard_open_year_insert AFTER INSERT ON public.submission REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE TRIGGER guard_open_year_update AFTER UPDATE ON public.submission REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE TRIGGER guard_submission BEFORE UPDATE ON public.submission FOR EACH ROW EXECUTE FUNCTION app.guard_submission();
CREATE CONSTRAINT TRIGGER guard_trace AFTER UPDATE ON public.submission DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.guard_trace('report', 'figure', 'assessment');
CREATE TRIGGER guard_unit_at_work_insert AFTER INSERT ON public.submission REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_unit_at_work();
CREATE TRIGGER guard_unit_at_work_update AFTER UPDATE ON public.submission REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_unit_at_work();
grant insert, select on submission to giaouoc_app;
grant update (withdrawn_at) on submission to giaouoc_app;
grant update (withdrawn_by) on submission to giaouoc_app;

create table unit (
  federation_id uuid not null,
  id uuid not null default uuidv7(),
  code text not null,
  name text not null,
  kind text not null,
  founded_on date,
  archived_at timestamp with time zone,
  revision integer not null default 1,
  created_at timestamp with time zone not null default now(),
  unit_id uuid not null generated always as (id) stored,
  constraint unit_federation_id_id_pk PRIMARY KEY (federation_id, id),
  constraint unit_code UNIQUE (federation_id, code)
);
alter table unit add constraint unit_federation_id_federation_id_fk FOREIGN KEY (federation_id) REFERENCES federation(id);
alter table unit enable row level security;
alter table unit force row level security;
create policy members_delete on unit for delete to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy members_insert on unit for insert to giaouoc_app
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy members_read on unit for select to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.see'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit)) OR (unit_id = ANY (( SELECT app.assigned_units() AS assigned_units)::uuid[])) OR (( SELECT app.assigned_lines() AS assigned_lines) <> '{}'::text[])));
create policy members_update on unit for update to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has))
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy owner on unit for all to giaouoc_owner
  using (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)))
  with check (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)));
CREATE CONSTRAINT TRIGGER guard_trace AFTER INSERT OR DELETE OR UPDATE ON public.unit DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.guard_trace('unit', 'unitImport');
grant delete, insert, select on unit to giaouoc_app;
grant update (archived_at) on unit to giaouoc_app;
grant update (code) on unit to giaouoc_app;
grant update (founded_on) on unit to giaouoc_app;
grant update (kind) on unit to giaouoc_app;
grant update (name) on unit to giaouoc_app;
grant update (revision) on unit to giaouoc_app;

create table unit_progress (
  federation_id uuid not null,
  year_id uuid not null,
  unit_id uuid not null,
  plan_version integer not null,
  so_far jsonb not null,
  at timestamp with time zone not null default now(),
  constraint unit_progress_federation_id_year_id_unit_id_pk PRIMARY KEY (federation_id, year_id, unit_id)
);
alter table unit_progress add constraint unit_progress_federation_id_unit_id_unit_federation_id_id_fk FOREIGN KEY (federation_id, unit_id) REFERENCES unit(federation_id, id);
alter table unit_progress add constraint unit_progress_federation_id_year_id_year_federation_id_id_fk FOREIGN KEY (federation_id, year_id) REFERENCES year(federation_id, id);
alter table unit_progress enable row level security;
alter table unit_progress force row level security;
create policy members_delete on unit_progress for delete to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.judge'::text) AS has));
create policy members_insert on unit_progress for insert to giaouoc_app
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.judge'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit))));
create policy members_read on unit_progress for select to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.see'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit)) OR (unit_id = ANY (( SELECT app.assigned_units() AS assigned_units)::uuid[]))));
create policy members_update on unit_progress for update to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.judge'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit))))
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.judge'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit))));
create policy owner on unit_progress for all to giaouoc_owner
  using (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)))
  with check (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)));
grant insert, select on unit_progress to giaouoc_app;
grant update (at) on unit_progress to giaouoc_app;
grant update (plan_version) on unit_progress to giaouoc_app;
grant update (so_far) on unit_progress to giaouoc_app;

create table unit_score (
  federation_id uuid not null,
  year_id uuid not null,
  unit_id uuid not null,
  plan_version integer not null,
  engine text not null,
  total text not null,
  result jsonb not null,
  whys jsonb not null,
  revision integer not null default 1,
  scored_at timestamp with time zone not null default now(),
  content_hash text not null,
  marks jsonb not null default '{}'::jsonb,
  constraint unit_score_federation_id_year_id_unit_id_pk PRIMARY KEY (federation_id, year_id, unit_id)
);
alter table unit_score add constraint unit_score_federation_id_unit_id_unit_federation_id_id_fk FOREIGN KEY (federation_id, unit_id) REFERENCES unit(federation_id, id);
alter table unit_score add constraint unit_score_federation_id_year_id_year_federation_id_id_fk FOREIGN KEY (federation_id, year_id) REFERENCES year(federation_id, id);
alter table unit_score enable row level security;
alter table unit_score force row level security;
create policy members_delete on unit_score for delete to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.judge'::text) AS has));
create policy members_insert on unit_score for insert to giaouoc_app
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.judge'::text) AS has));
create policy members_read on unit_score for select to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.see'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit)) OR (unit_id = ANY (( SELECT app.assigned_units() AS assigned_units)::uuid[]))));
create policy members_update on unit_score for update to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.judge'::text) AS has))
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.judge'::text) AS has));
create policy owner on unit_score for all to giaouoc_owner
  using (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)))
  with check (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)));
grant select on unit_score to giaouoc_app;

create table unit_target (
  federation_id uuid not null,
  year_id uuid not null,
  unit_id uuid not null,
  line_code text not null,
  target text,
  assigned boolean not null default true,
  revision integer not null default 1,
  updated_by uuid not null,
  updated_at timestamp with time zone not null default now(),
  unassigned_reason text,
  unassigned_at timestamp with time zone,
  constraint unit_target_federation_id_year_id_unit_id_line_code_pk PRIMARY KEY (federation_id, year_id, unit_id, line_code)
);
alter table unit_target add constraint unit_target_federation_id_unit_id_unit_federation_id_id_fk FOREIGN KEY (federation_id, unit_id) REFERENCES unit(federation_id, id);
alter table unit_target add constraint unit_target_federation_id_year_id_line_code_plan_line_federatio FOREIGN KEY (federation_id, year_id, line_code) REFERENCES plan_line(federation_id, year_id, code);
alter table unit_target enable row level security;
alter table unit_target force row level security;
create policy members_delete on unit_target for delete to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy members_insert on unit_target for insert to giaouoc_app
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.write'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit))));
create policy members_read on unit_target for select to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.see'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit)) OR (unit_id = ANY (( SELECT app.assigned_units() AS assigned_units)::uuid[])) OR (((year_id || ' '::text) || line_code) = ANY (( SELECT app.assigned_lines() AS assigned_lines)::text[]))));
create policy members_update on unit_target for update to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.write'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit))))
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.write'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit))));
create policy owner on unit_target for all to giaouoc_owner
  using (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)))
  with check (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)));
CREATE TRIGGER guard_open_year_delete AFTER DELETE ON public.unit_target REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE TRIGGER guard_open_year_insert AFTER INSERT ON public.unit_target REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE TRIGGER guard_open_year_update AFTER UPDATE ON public.unit_target REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE TRIGGER guard_target BEFORE INSERT OR UPDATE ON public.unit_target FOR EACH ROW EXECUTE FUNCTION app.guard_target();
CREATE CONSTRAINT TRIGGER guard_trace AFTER INSERT OR UPDATE ON public.unit_target DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.guard_trace('pledge', 'unit');
CREATE TRIGGER guard_unit_at_work_insert AFTER INSERT ON public.unit_target REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_unit_at_work();
CREATE TRIGGER guard_unit_at_work_update AFTER UPDATE ON public.unit_target REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_unit_at_work();
grant insert, select on unit_target to giaouoc_app;
grant update (assigned) on unit_target to giaouoc_app;
grant update (revision) on unit_target to giaouoc_app;
grant update (target) on unit_target to giaouoc_app;
grant update (unassigned_at) on unit_target to giaouoc_app;
grant update (unassigned_reason) on unit_target to giaouoc_app;
grant update (updated_at) on unit_target to giaouoc_app;
grant update (updated_by) on unit_target to giaouoc_app;

create table write (
  federation_id uuid not null,
  account_id uuid not null,
  client_id uuid not null,
  action text not null,
  content_hash text not null,
  answer jsonb,
  at timestamp with time zone not null default now(),
  constraint write_federation_id_account_id_client_id_pk PRIMARY KEY (federation_id, account_id, client_id)
);
CREATE INDEX write_by_time ON public.write USING brin (at);
alter table write enable row level security;
alter table write force row level security;
create policy own_writes on write for all to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (account_id = ( SELECT app.account_id() AS account_id)))
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (account_id = ( SELECT app.account_id() AS account_id)));
create policy owner on write for all to giaouoc_owner
  using (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)))
  with check (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)));
grant insert, select on write to giaouoc_app;

create table year (
  federation_id uuid not null,
  id uuid not null default uuidv7(),
  code text not null,
  title text not null,
  from_date date not null,
  to_date date not null,
  plan_version integer,
  snapshot_id uuid,
  revision integer not null default 1,
  created_at timestamp with time zone not null default now(),
  status text not null default 'running'::text,
  verifying_stages text[] not null default '{federation}'::text[],
  constraint year_federation_id_id_pk PRIMARY KEY (federation_id, id),
  constraint year_code UNIQUE (federation_id, code),
  constraint year_status CHECK ((status = ANY (ARRAY['running'::text, 'provisional'::text, 'frozen'::text, 'closed'::text, 'reopened'::text])))
);
alter table year add constraint year_federation_id_federation_id_fk FOREIGN KEY (federation_id) REFERENCES federation(id);
alter table year enable row level security;
alter table year force row level security;
create policy members_delete on year for delete to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy members_insert on year for insert to giaouoc_app
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy members_read on year for select to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('any.belong'::text) AS has));
create policy members_update on year for update to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.write'::text) AS has) OR ( SELECT app.has('federation.judge'::text) AS has)))
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy owner on year for all to giaouoc_owner
  using (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)))
  with check (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)));
CREATE CONSTRAINT TRIGGER guard_trace AFTER INSERT OR DELETE OR UPDATE ON public.year DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.guard_trace('year', 'plan', 'ranking');
CREATE TRIGGER guard_verifying_stages_insert BEFORE INSERT ON public.year FOR EACH ROW WHEN ((new.verifying_stages IS DISTINCT FROM ARRAY['federation'::text])) EXECUTE FUNCTION app.guard_verifying_stages();
CREATE TRIGGER guard_verifying_stages_update BEFORE UPDATE ON public.year FOR EACH ROW WHEN ((old.verifying_stages IS DISTINCT FROM new.verifying_stages)) EXECUTE FUNCTION app.guard_verifying_stages();
CREATE TRIGGER guard_year_status BEFORE UPDATE ON public.year FOR EACH ROW WHEN ((old.status IS DISTINCT FROM new.status)) EXECUTE FUNCTION app.guard_year_status();
CREATE TRIGGER project_verifying_stages AFTER UPDATE ON public.year FOR EACH ROW WHEN ((old.verifying_stages IS DISTINCT FROM new.verifying_stages)) EXECUTE FUNCTION app.project_verifying_stages();
grant delete, insert, select on year to giaouoc_app;
grant update (from_date) on year to giaouoc_app;
grant update (plan_version) on year to giaouoc_app;
grant update (revision) on year to giaouoc_app;
grant update (snapshot_id) on year to giaouoc_app;
grant update (status) on year to giaouoc_app;
grant update (title) on year to giaouoc_app;
grant update (to_date) on year to giaouoc_app;
grant update (verifying_stages) on year to giaouoc_app;

create table year_step (
  federation_id uuid not null,
  year_id uuid not null,
  number integer not null,
  step text not null,
  before text not null,
  after text not null,
  reason text,
  snapshot_id uuid,
  by_membership uuid not null,
  by_as text not null,
  at timestamp with time zone not null default now(),
  constraint year_step_federation_id_year_id_number_pk PRIMARY KEY (federation_id, year_id, number),
  constraint year_step_after CHECK ((after = ANY (ARRAY['running'::text, 'provisional'::text, 'frozen'::text, 'closed'::text, 'reopened'::text]))),
  constraint year_step_before CHECK ((before = ANY (ARRAY['running'::text, 'provisional'::text, 'frozen'::text, 'closed'::text, 'reopened'::text]))),
  constraint year_step_step CHECK ((step = ANY (ARRAY['make-provisional'::text, 'withdraw-provisional'::text, 'freeze'::text, 'unfreeze'::text, 'close'::text, 'reopen'::text])))
);
alter table year_step add constraint year_step_federation_id_year_id_year_federation_id_id_fk FOREIGN KEY (federation_id, year_id) REFERENCES year(federation_id, id);
alter table year_step enable row level security;
alter table year_step force row level security;
create policy members_delete on year_step for delete to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy members_insert on year_step for insert to giaouoc_app
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy members_read on year_step for select to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('any.belong'::text) AS has));
create policy members_update on year_step for update to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has))
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy owner on year_step for all to giaouoc_owner
  using (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)))
  with check (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)));
CREATE CONSTRAINT TRIGGER guard_trace AFTER INSERT ON public.year_step DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.guard_trace('year', 'ranking');
grant insert, select on year_step to giaouoc_app;

create table year_unit (
  federation_id uuid not null,
  year_id uuid not null,
  unit_id uuid not null,
  block_code text not null,
  cluster_code text,
  active_since date,
  previous_total text,
  left_out boolean not null default false,
  left_out_reason text,
  revision integer not null default 1,
  left_out_at timestamp with time zone,
  constraint year_unit_federation_id_year_id_unit_id_pk PRIMARY KEY (federation_id, year_id, unit_id)
);
alter table year_unit add constraint year_unit_federation_id_unit_id_unit_federation_id_id_fk FOREIGN KEY (federation_id, unit_id) REFERENCES unit(federation_id, id);
alter table year_unit add constraint year_unit_federation_id_year_id_block_code_block_federation_id_ FOREIGN KEY (federation_id, year_id, block_code) REFERENCES block(federation_id, year_id, code);
alter table year_unit add constraint year_unit_federation_id_year_id_cluster_code_cluster_federation FOREIGN KEY (federation_id, year_id, cluster_code) REFERENCES cluster(federation_id, year_id, code);
alter table year_unit add constraint year_unit_federation_id_year_id_year_federation_id_id_fk FOREIGN KEY (federation_id, year_id) REFERENCES year(federation_id, id);
alter table year_unit enable row level security;
alter table year_unit force row level security;
create policy members_delete on year_unit for delete to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy members_insert on year_unit for insert to giaouoc_app
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy members_read on year_unit for select to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND (( SELECT app.has('federation.see'::text) AS has) OR (unit_id = ( SELECT app.own_unit() AS own_unit)) OR (unit_id = ANY (( SELECT app.assigned_units() AS assigned_units)::uuid[])) OR (( SELECT app.assigned_lines() AS assigned_lines) <> '{}'::text[])));
create policy members_update on year_unit for update to giaouoc_app
  using ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has))
  with check ((federation_id = ( SELECT app.federation_id() AS federation_id)) AND ( SELECT app.has('federation.write'::text) AS has));
create policy owner on year_unit for all to giaouoc_owner
  using (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)))
  with check (( SELECT app.platform() AS platform) OR (federation_id = ( SELECT app.federation_id() AS federation_id)));
CREATE TRIGGER guard_open_year_delete AFTER DELETE ON public.year_unit REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE TRIGGER guard_open_year_insert AFTER INSERT ON public.year_unit REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE TRIGGER guard_open_year_update AFTER UPDATE ON public.year_unit REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.guard_open_year();
CREATE CONSTRAINT TRIGGER guard_trace AFTER INSERT OR DELETE OR UPDATE ON public.year_unit DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.guard_trace('unit', 'unitImport', 'year');
grant delete, insert, select on year_unit to giaouoc_app;
grant update (active_since) on year_unit to giaouoc_app;
grant update (block_code) on year_unit to giaouoc_app;
grant update (cluster_code) on year_unit to giaouoc_app;
grant update (left_out) on year_unit to giaouoc_app;
grant update (left_out_at) on year_unit to giaouoc_app;
grant update (left_out_reason) on year_unit to giaouoc_app;
grant update (previous_total) on year_unit to giaouoc_app;
grant update (revision) on year_unit to giaouoc_app;

create function app.account_by_name(text,bytea) returns TABLE(id uuid, password_hash text, disabled boolean) language sql stable security definer set search_path=pg_catalog;
grant execute on function app.account_by_name(text,bytea) to giaouoc_app;
create function app.account_id() returns uuid language sql stable parallel safe;
grant execute on function app.account_id() to giaouoc_app;
create function app.account_names(bytea) returns TABLE(user_name text, phone text) language sql stable security definer set search_path=pg_catalog;
grant execute on function app.account_names(bytea) to giaouoc_app;
create function app.account_of_session(bytea) returns uuid language sql stable security definer set search_path=pg_catalog;
create function app.account_proofs(bytea) returns TABLE(password_hash text, code_hash text) language sql stable security definer set search_path=pg_catalog;
grant execute on function app.account_proofs(bytea) to giaouoc_app;
create function app.accounts_of_federation() returns TABLE(account_id uuid, user_name text, phone text, activated boolean) language sql stable security definer set search_path=pg_catalog;
grant execute on function app.accounts_of_federation() to giaouoc_app;
create function app.acts_for_unit() returns boolean language sql stable parallel safe;
grant execute on function app.acts_for_unit() to giaouoc_app;
create function app.add_job(text,jsonb,text,timestamp with time zone) returns void language plpgsql volatile security definer set search_path=pg_catalog;
grant execute on function app.add_job(text,jsonb,text,timestamp with time zone) to giaouoc_app;
create function app.add_passkey(bytea,bytea,bytea,bigint,text[],text,boolean,integer) returns uuid language sql volatile security definer set search_path=pg_catalog;
grant execute on function app.add_passkey(bytea,bytea,bytea,bigint,text[],text,boolean,integer) to giaouoc_app;
create function app.answer_passkey(bytea,text,uuid,uuid,text) returns boolean language sql volatile security definer set search_path=pg_catalog;
grant execute on function app.answer_passkey(bytea,text,uuid,uuid,text) to giaouoc_app;
create function app.any_federation() returns boolean language sql volatile security definer set search_path=pg_catalog;
grant execute on function app.any_federation() to giaouoc_app;
create function app.ask_passkey(bytea,text,uuid,uuid,text,interval) returns void language sql volatile security definer set search_path=pg_catalog;
grant execute on function app.ask_passkey(bytea,text,uuid,uuid,text,interval) to giaouoc_app;
create function app.assigned_lines() returns text[] language sql stable security definer set search_path=pg_catalog;
grant execute on function app.assigned_lines() to giaouoc_app;
create function app.assigned_units() returns uuid[] language sql stable security definer set search_path=pg_catalog;
grant execute on function app.assigned_units() to giaouoc_app;
create function app.begin_half_sign_in(bytea,uuid,interval,bigint,bytea) returns void language plpgsql volatile security definer set search_path=pg_catalog;
grant execute on function app.begin_half_sign_in(bytea,uuid,interval,bigint,bytea) to giaouoc_app;
create function app.begin_totp(bytea,bytea) returns boolean language sql volatile security definer set search_path=pg_catalog;
grant execute on function app.begin_totp(bytea,bytea) to giaouoc_app;
create function app.block_standing(uuid) returns SETOF text language sql stable security definer set search_path=pg_catalog;
grant execute on function app.block_standing(uuid) to giaouoc_app;
create function app.check_pledge(text) returns TABLE(federation_name text, unit_name text, plan_title text, year_title text, version integer, state text, signatures jsonb) language sql volatile security definer set search_path=pg_catalog;
grant execute on function app.check_pledge(text) to giaouoc_app;
create function app.clean_up(integer) returns TABLE(attempts integer, sessions integer, questions integer, writes integer) language plpgsql volatile security definer set search_path=pg_catalog;
grant execute on function app.clean_up(integer) to giaouoc_app;
create function app.clear_unit(uuid) returns boolean language plpgsql volatile security definer set search_path=pg_catalog;
grant execute on function app.clear_unit(uuid) to giaouoc_app;
create function app.confirm_totp(bytea,bigint) returns boolean language sql volatile security definer set search_path=pg_catalog;
grant execute on function app.confirm_totp(bytea,bigint) to giaouoc_app;
create function app.count_attempt(text,integer,interval,interval) returns record language plpgsql volatile security definer set search_path=pg_catalog;
grant execute on function app.count_attempt(text,integer,interval,interval) to giaouoc_app;
create function app.create_session(bytea,uuid,uuid,uuid,text,interval,bytea,text,bigint,bytea) returns uuid language plpgsql volatile security definer set search_path=pg_catalog;
grant execute on function app.create_session(bytea,uuid,uuid,uuid,text,interval,bytea,text,bigint,bytea) to giaouoc_app;
create function app.earlier_write(uuid,uuid) returns TABLE(action text, content_hash text, answer jsonb) language plpgsql volatile;
grant execute on function app.earlier_write(uuid,uuid) to giaouoc_app;
create function app.end_half_sign_in(bytea) returns uuid language sql volatile security definer set search_path=pg_catalog;
grant execute on function app.end_half_sign_in(bytea) to giaouoc_app;
create function app.end_sessions_of_memberships(uuid[]) returns integer language sql volatile security definer set search_path=pg_catalog;
grant execute on function app.end_sessions_of_memberships(uuid[]) to giaouoc_app;
create function app.end_totp(bytea) returns boolean language sql volatile security definer set search_path=pg_catalog;
grant execute on function app.end_totp(bytea) to giaouoc_app;
create function app.ended_memberships(bytea) returns TABLE(federation_name text, role text, title text, unit_name text, ended_at timestamp with time zone) language sql volatile security definer set search_path=pg_catalog;
grant execute on function app.ended_memberships(bytea) to giaouoc_app;
create function app.federation_id() returns uuid language sql stable parallel safe;
grant execute on function app.federation_id() to giaouoc_app;
create function app.figure_status(text,integer,text,integer) returns text language sql immutable parallel safe;
grant execute on function app.figure_status(text,integer,text,integer) to giaouoc_app;
create function app.forget_failures(text) returns void language sql volatile security definer set search_path=pg_catalog;
grant execute on function app.forget_failures(text) to giaouoc_app;
create function app.founding_role() returns text language sql immutable parallel safe;
create function app.guard_assessment() returns trigger language plpgsql volatile;
create function app.guard_audit() returns trigger language plpgsql volatile security definer set search_path=pg_catalog;
create function app.guard_figure() returns trigger language plpgsql volatile;
create function app.guard_figure_evidence() returns trigger language plpgsql volatile;
create function app.guard_open_year() returns trigger language plpgsql volatile;
create function app.guard_paper_signature() returns trigger language plpgsql volatile;
create function app.guard_plan_version() returns trigger language plpgsql volatile;
create function app.guard_pledge() returns trigger language plpgsql volatile;
create function app.guard_reminder() returns trigger language plpgsql volatile;
create function app.guard_report() returns trigger language plpgsql volatile;
create function app.guard_signature() returns trigger language plpgsql volatile;
create function app.guard_submission() returns trigger language plpgsql volatile;
create function app.guard_target() returns trigger language plpgsql volatile;
create function app.guard_trace() returns trigger language plpgsql volatile;
create function app.guard_trace_of_federation() returns trigger language plpgsql volatile;
create function app.guard_unit_at_work() returns trigger language plpgsql volatile;
create function app.guard_verifying_stages() returns trigger language plpgsql volatile;
create function app.guard_year_status() returns trigger language plpgsql volatile;
create function app.half_sign_in(bytea) returns uuid language sql stable security definer set search_path=pg_catalog;
grant execute on function app.half_sign_in(bytea) to giaouoc_app;
create function app.has(text) returns boolean language sql stable parallel safe;
grant execute on function app.has(text) to giaouoc_app;
create function app.invitation_by_token(bytea,timestamp with time zone) returns TABLE(federation_id uuid, federation_name text, membership_id uuid, account_id uuid, user_name text, phone text, role text, title text, unit_name text, activated boolean, elsewhere boolean, used boolean, revoked boolean, expired boolean) language sql volatile security definer set search_path=pg_catalog;
grant execute on function app.invitation_by_token(bytea,timestamp with time zone) to giaouoc_app;
create function app.is_known_device(text,bytea) returns boolean language sql stable security definer set search_path=pg_catalog;
grant execute on function app.is_known_device(text,bytea) to giaouoc_app;
create function app.is_own_membership(uuid,uuid) returns boolean language sql stable;
grant execute on function app.is_own_membership(uuid,uuid) to giaouoc_app;
create function app.is_proven(text,bytea) returns boolean language sql stable security definer set search_path=pg_catalog;
create function app.is_proven_now(text,bigint,bytea) returns boolean language sql stable security definer set search_path=pg_catalog;
create function app.job_counts() returns TABLE(waiting integer, stuck integer, oldest_seconds double precision) language plpgsql stable security definer set search_path=pg_catalog;
grant execute on function app.job_counts() to giaouoc_app;
create function app.jobs_to_show() returns TABLE(id text, task text, since timestamp with time zone, next_at timestamp with time zone, attempts integer, stuck boolean, running boolean, last_error text) language plpgsql stable security definer set search_path=pg_catalog;
grant execute on function app.jobs_to_show() to giaouoc_app;
create function app.join_by_invitation(bytea,timestamp with time zone,bytea,text) returns uuid language plpgsql volatile security definer set search_path=pg_catalog;
grant execute on function app.join_by_invitation(bytea,timestamp with time zone,bytea,text) to giaouoc_app;
create function app.left_trace(uuid,uuid,text[]) returns boolean language plpgsql stable security definer set search_path=pg_catalog;
grant execute on function app.left_trace(uuid,uuid,text[]) to giaouoc_app;
create function app.locked_until(text) returns timestamp with time zone language sql stable security definer set search_path=pg_catalog;
grant execute on function app.locked_until(text) to giaouoc_app;
create function app.membership_id() returns uuid language sql stable parallel safe;
grant execute on function app.membership_id() to giaouoc_app;
create function app.memberships_of(uuid) returns TABLE(federation_id uuid, federation_name text, membership_id uuid, role text, title text, unit_id uuid, unit_name text) language sql volatile security definer set search_path=pg_catalog;
grant execute on function app.memberships_of(uuid) to giaouoc_app;
create function app.new_accounts(integer) returns SETOF uuid language sql volatile security definer set search_path=pg_catalog;
grant execute on function app.new_accounts(integer) to giaouoc_app;
create function app.newest_heads() returns TABLE(federation text, "to" bigint, at timestamp with time zone, head text) language plpgsql volatile security definer set search_path=pg_catalog;
grant execute on function app.newest_heads() to giaouoc_app;
create function app.own_unit() returns uuid language sql stable parallel safe;
grant execute on function app.own_unit() to giaouoc_app;
create function app.passkey_by_credential(bytea) returns TABLE(id uuid, account_id uuid, public_key bytea, counter bigint, disabled boolean) language sql stable security definer set search_path=pg_catalog;
grant execute on function app.passkey_by_credential(bytea) to giaouoc_app;
create function app.passkeys_of(bytea) returns TABLE(id uuid, credential_id bytea, transports text[], name text, synced boolean, created_at timestamp with time zone, used_at timestamp with time zone) language sql stable security definer set search_path=pg_catalog;
grant execute on function app.passkeys_of(bytea) to giaouoc_app;
create function app.platform() returns boolean language sql stable parallel safe;
grant execute on function app.platform() to giaouoc_app;
create function app.project_assessments() returns trigger language plpgsql volatile security definer set search_path=pg_catalog;
create function app.project_figures() returns trigger language plpgsql volatile security definer set search_path=pg_catalog;
create function app.project_verifying_stages() returns trigger language plpgsql volatile security definer set search_path=pg_catalog;
create function app.province_id() returns uuid language sql stable parallel safe;
grant execute on function app.province_id() to giaouoc_app;
create function app.record_failure(text,integer,interval,interval) returns timestamp with time zone language sql volatile security definer set search_path=pg_catalog;
grant execute on function app.record_failure(text,integer,interval,interval) to giaouoc_app;
create function app.remove_passkey(bytea,uuid) returns text language sql volatile security definer set search_path=pg_catalog;
grant execute on function app.remove_passkey(bytea,uuid) to giaouoc_app;
create function app.revoke_other_sessions(bytea,text) returns integer language plpgsql volatile security definer set search_path=pg_catalog;
grant execute on function app.revoke_other_sessions(bytea,text) to giaouoc_app;
create function app.revoke_session(bytea,uuid,text) returns boolean language plpgsql volatile security definer set search_path=pg_catalog;
grant execute on function app.revoke_session(bytea,uuid,text) to giaouoc_app;
create function app.role() returns text language sql stable parallel safe;
grant execute on function app.role() to giaouoc_app;
create function app.role_has(text,text) returns boolean language sql immutable parallel safe;
grant execute on function app.role_has(text,text) to giaouoc_app;
create function app.scope_kind() returns text language sql stable parallel safe;
grant execute on function app.scope_kind() to giaouoc_app;
create function app.server_public_keys() returns TABLE(public_key text, from_at timestamp with time zone, until_at timestamp with time zone) language sql stable security definer set search_path=pg_catalog;
grant execute on function app.server_public_keys() to giaouoc_app;
create function app.sessions_by_tokens(text) returns TABLE(token text, session_id uuid, account_id uuid, user_name text, federation_id uuid, federation_name text, province_id uuid, membership_id uuid, role text, title text, unit_id uuid, unit_name text, demo boolean) language plpgsql volatile security definer set enable_hashjoin=off set enable_mergejoin=off set enable_seqscan=off set search_path=pg_catalog;
grant execute on function app.sessions_by_tokens(text) to giaouoc_app;
create function app.sessions_of(bytea) returns TABLE(id uuid, device text, created_at timestamp with time zone, seen_at timestamp with time zone) language sql stable security definer set search_path=pg_catalog;
grant execute on function app.sessions_of(bytea) to giaouoc_app;
create function app.set_proofs(bytea,text,text) returns boolean language plpgsql volatile security definer set search_path=pg_catalog;
grant execute on function app.set_proofs(bytea,text,text) to giaouoc_app;
create function app.set_recovery_codes(bytea,bytea[]) returns void language sql volatile security definer set search_path=pg_catalog;
grant execute on function app.set_recovery_codes(bytea,bytea[]) to giaouoc_app;
create function app.set_up(bytea,jsonb,text,text,text,text,text) returns TABLE(federation_id uuid, account_id uuid, membership_id uuid) language plpgsql volatile security definer set search_path=pg_catalog;
grant execute on function app.set_up(bytea,jsonb,text,text,text,text,text) to giaouoc_app;
create function app.setup_code_open(bytea) returns boolean language sql stable security definer set search_path=pg_catalog;
grant execute on function app.setup_code_open(bytea) to giaouoc_app;
create function app.store_scores(uuid,text,text,bigint,bytea) returns integer language plpgsql volatile security definer set search_path=pg_catalog;
grant execute on function app.store_scores(uuid,text,text,bigint,bytea) to giaouoc_app;
create function app.take_receipt_numbers(uuid,text,integer,integer) returns integer language plpgsql volatile security definer set search_path=pg_catalog;
grant execute on function app.take_receipt_numbers(uuid,text,integer,integer) to giaouoc_app;
create function app.totp_of(uuid) returns TABLE(secret bytea, confirmed_at timestamp with time zone, last_step bigint, recovery_left integer) language sql stable security definer set search_path=pg_catalog;
grant execute on function app.totp_of(uuid) to giaouoc_app;
create function app.trace_assessments() returns trigger language plpgsql volatile;
create function app.trace_figures() returns trigger language plpgsql volatile;
create function app.trace_locked_sign_in(text,text) returns void language sql volatile security definer set search_path=pg_catalog;
grant execute on function app.trace_locked_sign_in(text,text) to giaouoc_app;
create function app.trace_session(uuid,text,text,text) returns void language sql volatile security definer set search_path=pg_catalog;
create function app.unit_id() returns uuid language sql stable parallel safe;
grant execute on function app.unit_id() to giaouoc_app;
create function app.unit_side_signed(pledge) returns boolean language sql stable;
grant execute on function app.unit_side_signed(pledge) to giaouoc_app;
create function app.use_invitation(bytea,timestamp with time zone,text,text,text,text,text) returns uuid language plpgsql volatile security definer set search_path=pg_catalog;
grant execute on function app.use_invitation(bytea,timestamp with time zone,text,text,text,text,text) to giaouoc_app;
create function app.use_membership(bytea,uuid) returns boolean language sql volatile security definer set search_path=pg_catalog;
grant execute on function app.use_membership(bytea,uuid) to giaouoc_app;
create function app.use_passkey(uuid,bigint) returns boolean language sql volatile security definer set search_path=pg_catalog;
grant execute on function app.use_passkey(uuid,bigint) to giaouoc_app;
create function app.use_question(bytea,timestamp with time zone) returns boolean language sql volatile security definer set search_path=pg_catalog;
grant execute on function app.use_question(bytea,timestamp with time zone) to giaouoc_app;
create function app.use_recovery_code(uuid,bytea) returns boolean language sql volatile security definer set search_path=pg_catalog;
grant execute on function app.use_recovery_code(uuid,bytea) to giaouoc_app;
create function app.use_totp_step(uuid,bigint) returns boolean language sql volatile security definer set search_path=pg_catalog;
grant execute on function app.use_totp_step(uuid,bigint) to giaouoc_app;
create function app.verified_status(uuid,uuid,uuid,text,text) returns text language sql stable;
grant execute on function app.verified_status(uuid,uuid,uuid,text,text) to giaouoc_app;
create function app.year_lock(uuid) returns bigint language sql immutable parallel safe;
grant execute on function app.year_lock(uuid) to giaouoc_app;
create function app.year_may_become(text,text) returns boolean language sql immutable parallel safe;
grant execute on function app.year_may_become(text,text) to giaouoc_app;
create function app.year_takes_work(text) returns boolean language sql immutable parallel safe;
grant execute on function app.year_takes_work(text) to giaouoc_app;
