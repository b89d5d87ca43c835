CREATE SCHEMA "platform";
--> statement-breakpoint
CREATE TABLE "block" (
	"federation_id" uuid NOT NULL,
	"year_id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "block_federation_id_year_id_code_pk" PRIMARY KEY("federation_id","year_id","code")
);
--> statement-breakpoint
ALTER TABLE "block" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "cluster" (
	"federation_id" uuid NOT NULL,
	"year_id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "cluster_federation_id_year_id_code_pk" PRIMARY KEY("federation_id","year_id","code")
);
--> statement-breakpoint
ALTER TABLE "cluster" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "federation" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"province_id" uuid,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"superior" text NOT NULL,
	"symbol" text NOT NULL,
	"place" text NOT NULL,
	"signs_for" text NOT NULL,
	"signs_as" text NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "federation_code_unique" UNIQUE("code")
);
--> statement-breakpoint
ALTER TABLE "federation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invitation" (
	"federation_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"membership_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "invitation_federation_id_id_pk" PRIMARY KEY("federation_id","id"),
	CONSTRAINT "invitation_token" UNIQUE("federation_id","token_hash")
);
--> statement-breakpoint
ALTER TABLE "invitation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "membership" (
	"federation_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"account_id" uuid NOT NULL,
	"role" text NOT NULL,
	"unit_id" uuid,
	"title" text NOT NULL,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "membership_federation_id_id_pk" PRIMARY KEY("federation_id","id")
);
--> statement-breakpoint
ALTER TABLE "membership" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "unit" (
	"federation_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"founded_on" date,
	"archived_at" timestamp with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"unit_id" uuid GENERATED ALWAYS AS (id) STORED NOT NULL,
	CONSTRAINT "unit_federation_id_id_pk" PRIMARY KEY("federation_id","id"),
	CONSTRAINT "unit_code" UNIQUE("federation_id","code")
);
--> statement-breakpoint
ALTER TABLE "unit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "year" (
	"federation_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"code" text NOT NULL,
	"title" text NOT NULL,
	"from_date" date NOT NULL,
	"to_date" date NOT NULL,
	"state" text DEFAULT 'running' NOT NULL,
	"plan_version" integer,
	"snapshot_id" uuid,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "year_federation_id_id_pk" PRIMARY KEY("federation_id","id"),
	CONSTRAINT "year_code" UNIQUE("federation_id","code")
);
--> statement-breakpoint
ALTER TABLE "year" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "year_unit" (
	"federation_id" uuid NOT NULL,
	"year_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"block_code" text NOT NULL,
	"cluster_code" text,
	"active_since" date,
	"previous_total" text,
	"left_out" boolean DEFAULT false NOT NULL,
	"left_out_reason" text,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "year_unit_federation_id_year_id_unit_id_pk" PRIMARY KEY("federation_id","year_id","unit_id")
);
--> statement-breakpoint
ALTER TABLE "year_unit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "paper_signature" (
	"federation_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"year_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"evidence_id" uuid NOT NULL,
	"signed_on" text NOT NULL,
	"signed_by" text NOT NULL,
	"sent_by" uuid NOT NULL,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"refused_reason" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "paper_signature_federation_id_id_pk" PRIMARY KEY("federation_id","id")
);
--> statement-breakpoint
ALTER TABLE "paper_signature" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "plan_draft" (
	"federation_id" uuid NOT NULL,
	"year_id" uuid NOT NULL,
	"document" jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"updated_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "plan_draft_federation_id_year_id_pk" PRIMARY KEY("federation_id","year_id")
);
--> statement-breakpoint
ALTER TABLE "plan_draft" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "plan_line" (
	"federation_id" uuid NOT NULL,
	"year_id" uuid NOT NULL,
	"code" text NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"position" integer NOT NULL,
	"since_version" integer NOT NULL,
	CONSTRAINT "plan_line_federation_id_year_id_code_pk" PRIMARY KEY("federation_id","year_id","code")
);
--> statement-breakpoint
ALTER TABLE "plan_line" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "plan_version" (
	"federation_id" uuid NOT NULL,
	"year_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"document" jsonb NOT NULL,
	"hash" text NOT NULL,
	"engine" text NOT NULL,
	"note" text,
	"published_by" uuid NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "plan_version_federation_id_year_id_version_pk" PRIMARY KEY("federation_id","year_id","version")
);
--> statement-breakpoint
ALTER TABLE "plan_version" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "pledge" (
	"federation_id" uuid NOT NULL,
	"year_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"content" jsonb,
	"hash" text,
	"declined_reason" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"offered_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pledge_federation_id_year_id_unit_id_version_pk" PRIMARY KEY("federation_id","year_id","unit_id","version")
);
--> statement-breakpoint
ALTER TABLE "pledge" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "signature" (
	"federation_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"year_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"party" text NOT NULL,
	"account_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"capacity" text NOT NULL,
	"method" text NOT NULL,
	"hash" text NOT NULL,
	"receipt_number" text NOT NULL,
	"receipt" jsonb NOT NULL,
	"server_signature" text NOT NULL,
	"evidence_id" uuid,
	"confirmed_by" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "signature_federation_id_id_pk" PRIMARY KEY("federation_id","id")
);
--> statement-breakpoint
ALTER TABLE "signature" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "unit_target" (
	"federation_id" uuid NOT NULL,
	"year_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"line_code" text NOT NULL,
	"target" text,
	"assigned" boolean DEFAULT true NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"updated_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "unit_target_federation_id_year_id_unit_id_line_code_pk" PRIMARY KEY("federation_id","year_id","unit_id","line_code")
);
--> statement-breakpoint
ALTER TABLE "unit_target" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "platform"."account" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"user_name" text NOT NULL,
	"phone" text,
	"password_hash" text,
	"code_hash" text,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "account_userName_unique" UNIQUE("user_name"),
	CONSTRAINT "account_phone_unique" UNIQUE("phone")
);
--> statement-breakpoint
CREATE TABLE "platform"."attempt" (
	"key" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"locked_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "platform"."province" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "province_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "platform"."server_key" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"private_key" text NOT NULL,
	"public_key" text NOT NULL,
	"current" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "platform"."session" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"account_id" uuid NOT NULL,
	"federation_id" uuid,
	"membership_id" uuid,
	"device" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "session_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "platform"."setup_code" (
	"code_hash" "bytea" PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "assessment" (
	"federation_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"year_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"line_code" text NOT NULL,
	"period_code" text NOT NULL,
	"stage" text NOT NULL,
	"decision" text NOT NULL,
	"figure" jsonb,
	"points" text,
	"reason" text,
	"due_at" timestamp with time zone,
	"by_membership" uuid NOT NULL,
	"by_as" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp with time zone,
	"undone_by" uuid,
	CONSTRAINT "assessment_federation_id_id_pk" PRIMARY KEY("federation_id","id")
);
--> statement-breakpoint
ALTER TABLE "assessment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "evidence" (
	"federation_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"unit_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"received_sha256" text NOT NULL,
	"bytes" integer NOT NULL,
	"media_type" text NOT NULL,
	"name" text NOT NULL,
	"width" integer,
	"height" integer,
	"uploaded_by" uuid NOT NULL,
	"uploaded_as" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "evidence_federation_id_id_pk" PRIMARY KEY("federation_id","id")
);
--> statement-breakpoint
ALTER TABLE "evidence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "figure" (
	"federation_id" uuid NOT NULL,
	"year_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"line_code" text NOT NULL,
	"period_code" text NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"value" jsonb,
	"note" text,
	"submitted" jsonb,
	"settled" jsonb,
	"revision" integer DEFAULT 1 NOT NULL,
	"entered_by" uuid NOT NULL,
	"entered_as" text NOT NULL,
	"entered_for" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"submitted_at" timestamp with time zone,
	CONSTRAINT "figure_federation_id_year_id_unit_id_line_code_period_code_pk" PRIMARY KEY("federation_id","year_id","unit_id","line_code","period_code")
);
--> statement-breakpoint
ALTER TABLE "figure" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "figure_evidence" (
	"federation_id" uuid NOT NULL,
	"year_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"line_code" text NOT NULL,
	"period_code" text NOT NULL,
	"evidence_id" uuid NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "figure_evidence_federation_id_year_id_unit_id_line_code_period_code_evidence_id_pk" PRIMARY KEY("federation_id","year_id","unit_id","line_code","period_code","evidence_id")
);
--> statement-breakpoint
ALTER TABLE "figure_evidence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "report" (
	"federation_id" uuid NOT NULL,
	"year_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"period_code" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"due_at" timestamp with time zone,
	"due_reason" text,
	"submitted_at" timestamp with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "report_federation_id_year_id_unit_id_period_code_pk" PRIMARY KEY("federation_id","year_id","unit_id","period_code")
);
--> statement-breakpoint
ALTER TABLE "report" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "submission" (
	"federation_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"year_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"period_code" text NOT NULL,
	"number" text NOT NULL,
	"content" jsonb NOT NULL,
	"hash" text NOT NULL,
	"server_signature" text NOT NULL,
	"submitted_by" uuid NOT NULL,
	"submitted_as" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid,
	CONSTRAINT "submission_federation_id_id_pk" PRIMARY KEY("federation_id","id"),
	CONSTRAINT "submission_number" UNIQUE("federation_id","number")
);
--> statement-breakpoint
ALTER TABLE "submission" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reminder" (
	"federation_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"year_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"text" text NOT NULL,
	"channel" text NOT NULL,
	"sent_by" uuid NOT NULL,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone,
	CONSTRAINT "reminder_federation_id_id_pk" PRIMARY KEY("federation_id","id")
);
--> statement-breakpoint
ALTER TABLE "reminder" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "snapshot" (
	"federation_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"year_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"plan_version" integer NOT NULL,
	"engine" text NOT NULL,
	"year_file" jsonb NOT NULL,
	"results" jsonb NOT NULL,
	"whys" jsonb NOT NULL,
	"digest" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_as" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "snapshot_federation_id_id_pk" PRIMARY KEY("federation_id","id"),
	CONSTRAINT "snapshot_number" UNIQUE("federation_id","year_id","number")
);
--> statement-breakpoint
ALTER TABLE "snapshot" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "unit_progress" (
	"federation_id" uuid NOT NULL,
	"year_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"plan_version" integer NOT NULL,
	"so_far" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "unit_progress_federation_id_year_id_unit_id_pk" PRIMARY KEY("federation_id","year_id","unit_id")
);
--> statement-breakpoint
ALTER TABLE "unit_progress" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "unit_score" (
	"federation_id" uuid NOT NULL,
	"year_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"plan_version" integer NOT NULL,
	"engine" text NOT NULL,
	"total" text NOT NULL,
	"result" jsonb NOT NULL,
	"whys" jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"scored_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "unit_score_federation_id_year_id_unit_id_pk" PRIMARY KEY("federation_id","year_id","unit_id")
);
--> statement-breakpoint
ALTER TABLE "unit_score" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_event" (
	"federation_id" uuid NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "audit_event_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"account_id" uuid,
	"membership_id" uuid,
	"role" text NOT NULL,
	"title" text NOT NULL,
	"unit_id" uuid,
	"year_id" uuid,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"request_id" text NOT NULL,
	CONSTRAINT "audit_event_federation_id_id_pk" PRIMARY KEY("federation_id","id")
);
--> statement-breakpoint
ALTER TABLE "audit_event" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "receipt_counter" (
	"federation_id" uuid NOT NULL,
	"prefix" text NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "receipt_counter_federation_id_prefix_year_pk" PRIMARY KEY("federation_id","prefix","year")
);
--> statement-breakpoint
ALTER TABLE "receipt_counter" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "write" (
	"federation_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"action" text NOT NULL,
	"content_hash" text NOT NULL,
	"answer" jsonb,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "write_federation_id_account_id_client_id_pk" PRIMARY KEY("federation_id","account_id","client_id")
);
--> statement-breakpoint
ALTER TABLE "write" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "block" ADD CONSTRAINT "block_federation_id_year_id_year_federation_id_id_fk" FOREIGN KEY ("federation_id","year_id") REFERENCES "public"."year"("federation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cluster" ADD CONSTRAINT "cluster_federation_id_year_id_year_federation_id_id_fk" FOREIGN KEY ("federation_id","year_id") REFERENCES "public"."year"("federation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_federation_id_membership_id_membership_federation_id_id_fk" FOREIGN KEY ("federation_id","membership_id") REFERENCES "public"."membership"("federation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_federation_id_federation_id_fk" FOREIGN KEY ("federation_id") REFERENCES "public"."federation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_federation_id_unit_id_unit_federation_id_id_fk" FOREIGN KEY ("federation_id","unit_id") REFERENCES "public"."unit"("federation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit" ADD CONSTRAINT "unit_federation_id_federation_id_fk" FOREIGN KEY ("federation_id") REFERENCES "public"."federation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "year" ADD CONSTRAINT "year_federation_id_federation_id_fk" FOREIGN KEY ("federation_id") REFERENCES "public"."federation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "year_unit" ADD CONSTRAINT "year_unit_federation_id_year_id_year_federation_id_id_fk" FOREIGN KEY ("federation_id","year_id") REFERENCES "public"."year"("federation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "year_unit" ADD CONSTRAINT "year_unit_federation_id_unit_id_unit_federation_id_id_fk" FOREIGN KEY ("federation_id","unit_id") REFERENCES "public"."unit"("federation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "year_unit" ADD CONSTRAINT "year_unit_federation_id_year_id_block_code_block_federation_id_year_id_code_fk" FOREIGN KEY ("federation_id","year_id","block_code") REFERENCES "public"."block"("federation_id","year_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "year_unit" ADD CONSTRAINT "year_unit_federation_id_year_id_cluster_code_cluster_federation_id_year_id_code_fk" FOREIGN KEY ("federation_id","year_id","cluster_code") REFERENCES "public"."cluster"("federation_id","year_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_signature" ADD CONSTRAINT "paper_signature_federation_id_year_id_unit_id_version_pledge_federation_id_year_id_unit_id_version_fk" FOREIGN KEY ("federation_id","year_id","unit_id","version") REFERENCES "public"."pledge"("federation_id","year_id","unit_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_draft" ADD CONSTRAINT "plan_draft_federation_id_year_id_year_federation_id_id_fk" FOREIGN KEY ("federation_id","year_id") REFERENCES "public"."year"("federation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_line" ADD CONSTRAINT "plan_line_federation_id_year_id_since_version_plan_version_federation_id_year_id_version_fk" FOREIGN KEY ("federation_id","year_id","since_version") REFERENCES "public"."plan_version"("federation_id","year_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_version" ADD CONSTRAINT "plan_version_federation_id_year_id_year_federation_id_id_fk" FOREIGN KEY ("federation_id","year_id") REFERENCES "public"."year"("federation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledge" ADD CONSTRAINT "pledge_federation_id_unit_id_unit_federation_id_id_fk" FOREIGN KEY ("federation_id","unit_id") REFERENCES "public"."unit"("federation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledge" ADD CONSTRAINT "pledge_federation_id_year_id_version_plan_version_federation_id_year_id_version_fk" FOREIGN KEY ("federation_id","year_id","version") REFERENCES "public"."plan_version"("federation_id","year_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature" ADD CONSTRAINT "signature_federation_id_year_id_unit_id_version_pledge_federation_id_year_id_unit_id_version_fk" FOREIGN KEY ("federation_id","year_id","unit_id","version") REFERENCES "public"."pledge"("federation_id","year_id","unit_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_target" ADD CONSTRAINT "unit_target_federation_id_unit_id_unit_federation_id_id_fk" FOREIGN KEY ("federation_id","unit_id") REFERENCES "public"."unit"("federation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_target" ADD CONSTRAINT "unit_target_federation_id_year_id_line_code_plan_line_federation_id_year_id_code_fk" FOREIGN KEY ("federation_id","year_id","line_code") REFERENCES "public"."plan_line"("federation_id","year_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."session" ADD CONSTRAINT "session_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "platform"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_federation_id_unit_id_unit_federation_id_id_fk" FOREIGN KEY ("federation_id","unit_id") REFERENCES "public"."unit"("federation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_federation_id_year_id_line_code_plan_line_federation_id_year_id_code_fk" FOREIGN KEY ("federation_id","year_id","line_code") REFERENCES "public"."plan_line"("federation_id","year_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_federation_id_unit_id_unit_federation_id_id_fk" FOREIGN KEY ("federation_id","unit_id") REFERENCES "public"."unit"("federation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure" ADD CONSTRAINT "figure_federation_id_unit_id_unit_federation_id_id_fk" FOREIGN KEY ("federation_id","unit_id") REFERENCES "public"."unit"("federation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure" ADD CONSTRAINT "figure_federation_id_year_id_line_code_plan_line_federation_id_year_id_code_fk" FOREIGN KEY ("federation_id","year_id","line_code") REFERENCES "public"."plan_line"("federation_id","year_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_evidence" ADD CONSTRAINT "figure_evidence_federation_id_evidence_id_evidence_federation_id_id_fk" FOREIGN KEY ("federation_id","evidence_id") REFERENCES "public"."evidence"("federation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_evidence" ADD CONSTRAINT "figure_evidence_federation_id_year_id_line_code_plan_line_federation_id_year_id_code_fk" FOREIGN KEY ("federation_id","year_id","line_code") REFERENCES "public"."plan_line"("federation_id","year_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_evidence" ADD CONSTRAINT "figure_evidence_federation_id_unit_id_unit_federation_id_id_fk" FOREIGN KEY ("federation_id","unit_id") REFERENCES "public"."unit"("federation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_federation_id_year_id_year_federation_id_id_fk" FOREIGN KEY ("federation_id","year_id") REFERENCES "public"."year"("federation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_federation_id_unit_id_unit_federation_id_id_fk" FOREIGN KEY ("federation_id","unit_id") REFERENCES "public"."unit"("federation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission" ADD CONSTRAINT "submission_federation_id_year_id_unit_id_period_code_report_federation_id_year_id_unit_id_period_code_fk" FOREIGN KEY ("federation_id","year_id","unit_id","period_code") REFERENCES "public"."report"("federation_id","year_id","unit_id","period_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_federation_id_unit_id_unit_federation_id_id_fk" FOREIGN KEY ("federation_id","unit_id") REFERENCES "public"."unit"("federation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snapshot" ADD CONSTRAINT "snapshot_federation_id_year_id_year_federation_id_id_fk" FOREIGN KEY ("federation_id","year_id") REFERENCES "public"."year"("federation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_progress" ADD CONSTRAINT "unit_progress_federation_id_year_id_year_federation_id_id_fk" FOREIGN KEY ("federation_id","year_id") REFERENCES "public"."year"("federation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_progress" ADD CONSTRAINT "unit_progress_federation_id_unit_id_unit_federation_id_id_fk" FOREIGN KEY ("federation_id","unit_id") REFERENCES "public"."unit"("federation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_score" ADD CONSTRAINT "unit_score_federation_id_year_id_year_federation_id_id_fk" FOREIGN KEY ("federation_id","year_id") REFERENCES "public"."year"("federation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_score" ADD CONSTRAINT "unit_score_federation_id_unit_id_unit_federation_id_id_fk" FOREIGN KEY ("federation_id","unit_id") REFERENCES "public"."unit"("federation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invitation_by_token" ON "invitation" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "membership_of_account" ON "membership" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "pledge_by_hash" ON "pledge" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "signature_of_pledge" ON "signature" USING btree ("federation_id","year_id","unit_id","version");--> statement-breakpoint
CREATE INDEX "session_of_account" ON "platform"."session" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "assessment_of_line" ON "assessment" USING btree ("federation_id","year_id","unit_id","line_code","period_code");--> statement-breakpoint
CREATE INDEX "evidence_received" ON "evidence" USING btree ("federation_id","unit_id","received_sha256");--> statement-breakpoint
CREATE INDEX "figure_by_status" ON "figure" USING btree ("federation_id","year_id","status","line_code");--> statement-breakpoint
CREATE INDEX "submission_of_report" ON "submission" USING btree ("federation_id","year_id","unit_id","period_code");--> statement-breakpoint
CREATE INDEX "reminder_of_unit" ON "reminder" USING btree ("federation_id","year_id","unit_id");--> statement-breakpoint
CREATE INDEX "audit_of_unit" ON "audit_event" USING btree ("federation_id","unit_id","id");--> statement-breakpoint
CREATE POLICY "owner" ON "block" AS PERMISSIVE FOR ALL TO "giaouoc_owner" USING ((select app.platform()) or federation_id = (select app.federation_id())) WITH CHECK ((select app.platform()) or federation_id = (select app.federation_id()));--> statement-breakpoint
CREATE POLICY "officer_reads" ON "block" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_inserts" ON "block" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_updates" ON "block" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer') WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_deletes" ON "block" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "unit_reads" ON "block" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal'));--> statement-breakpoint
CREATE POLICY "owner" ON "cluster" AS PERMISSIVE FOR ALL TO "giaouoc_owner" USING ((select app.platform()) or federation_id = (select app.federation_id())) WITH CHECK ((select app.platform()) or federation_id = (select app.federation_id()));--> statement-breakpoint
CREATE POLICY "officer_reads" ON "cluster" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_inserts" ON "cluster" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_updates" ON "cluster" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer') WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_deletes" ON "cluster" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "unit_reads" ON "cluster" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal'));--> statement-breakpoint
CREATE POLICY "owner" ON "federation" AS PERMISSIVE FOR ALL TO "giaouoc_owner" USING ((select app.platform()) or id = (select app.federation_id())) WITH CHECK ((select app.platform()) or id = (select app.federation_id()));--> statement-breakpoint
CREATE POLICY "officer_reads" ON "federation" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_inserts" ON "federation" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_updates" ON "federation" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (id = (select app.federation_id()) and (select app.role()) = 'officer') WITH CHECK (id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_deletes" ON "federation" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "unit_reads" ON "federation" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal'));--> statement-breakpoint
CREATE POLICY "owner" ON "invitation" AS PERMISSIVE FOR ALL TO "giaouoc_owner" USING ((select app.platform()) or federation_id = (select app.federation_id())) WITH CHECK ((select app.platform()) or federation_id = (select app.federation_id()));--> statement-breakpoint
CREATE POLICY "officer_reads" ON "invitation" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_inserts" ON "invitation" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_updates" ON "invitation" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer') WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_deletes" ON "invitation" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "owner" ON "membership" AS PERMISSIVE FOR ALL TO "giaouoc_owner" USING ((select app.platform()) or federation_id = (select app.federation_id())) WITH CHECK ((select app.platform()) or federation_id = (select app.federation_id()));--> statement-breakpoint
CREATE POLICY "officer_reads" ON "membership" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_inserts" ON "membership" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_updates" ON "membership" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer') WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_deletes" ON "membership" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "unit_reads" ON "membership" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id()));--> statement-breakpoint
CREATE POLICY "owner" ON "unit" AS PERMISSIVE FOR ALL TO "giaouoc_owner" USING ((select app.platform()) or federation_id = (select app.federation_id())) WITH CHECK ((select app.platform()) or federation_id = (select app.federation_id()));--> statement-breakpoint
CREATE POLICY "officer_reads" ON "unit" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_inserts" ON "unit" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_updates" ON "unit" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer') WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_deletes" ON "unit" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "unit_reads" ON "unit" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id()));--> statement-breakpoint
CREATE POLICY "owner" ON "year" AS PERMISSIVE FOR ALL TO "giaouoc_owner" USING ((select app.platform()) or federation_id = (select app.federation_id())) WITH CHECK ((select app.platform()) or federation_id = (select app.federation_id()));--> statement-breakpoint
CREATE POLICY "officer_reads" ON "year" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_inserts" ON "year" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_updates" ON "year" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer') WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_deletes" ON "year" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "unit_reads" ON "year" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal'));--> statement-breakpoint
CREATE POLICY "owner" ON "year_unit" AS PERMISSIVE FOR ALL TO "giaouoc_owner" USING ((select app.platform()) or federation_id = (select app.federation_id())) WITH CHECK ((select app.platform()) or federation_id = (select app.federation_id()));--> statement-breakpoint
CREATE POLICY "officer_reads" ON "year_unit" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_inserts" ON "year_unit" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_updates" ON "year_unit" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer') WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_deletes" ON "year_unit" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "unit_reads" ON "year_unit" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id()));--> statement-breakpoint
CREATE POLICY "owner" ON "paper_signature" AS PERMISSIVE FOR ALL TO "giaouoc_owner" USING ((select app.platform()) or federation_id = (select app.federation_id())) WITH CHECK ((select app.platform()) or federation_id = (select app.federation_id()));--> statement-breakpoint
CREATE POLICY "officer_reads" ON "paper_signature" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_inserts" ON "paper_signature" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_updates" ON "paper_signature" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer') WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_deletes" ON "paper_signature" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "unit_reads" ON "paper_signature" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id()));--> statement-breakpoint
CREATE POLICY "unit_inserts" ON "paper_signature" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id()));--> statement-breakpoint
CREATE POLICY "unit_updates" ON "paper_signature" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id())) WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id()));--> statement-breakpoint
CREATE POLICY "owner" ON "plan_draft" AS PERMISSIVE FOR ALL TO "giaouoc_owner" USING ((select app.platform()) or federation_id = (select app.federation_id())) WITH CHECK ((select app.platform()) or federation_id = (select app.federation_id()));--> statement-breakpoint
CREATE POLICY "officer_reads" ON "plan_draft" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_inserts" ON "plan_draft" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_updates" ON "plan_draft" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer') WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_deletes" ON "plan_draft" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "owner" ON "plan_line" AS PERMISSIVE FOR ALL TO "giaouoc_owner" USING ((select app.platform()) or federation_id = (select app.federation_id())) WITH CHECK ((select app.platform()) or federation_id = (select app.federation_id()));--> statement-breakpoint
CREATE POLICY "officer_reads" ON "plan_line" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_inserts" ON "plan_line" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_updates" ON "plan_line" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer') WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_deletes" ON "plan_line" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "unit_reads" ON "plan_line" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal'));--> statement-breakpoint
CREATE POLICY "owner" ON "plan_version" AS PERMISSIVE FOR ALL TO "giaouoc_owner" USING ((select app.platform()) or federation_id = (select app.federation_id())) WITH CHECK ((select app.platform()) or federation_id = (select app.federation_id()));--> statement-breakpoint
CREATE POLICY "officer_reads" ON "plan_version" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_inserts" ON "plan_version" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_updates" ON "plan_version" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer') WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_deletes" ON "plan_version" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "unit_reads" ON "plan_version" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal'));--> statement-breakpoint
CREATE POLICY "owner" ON "pledge" AS PERMISSIVE FOR ALL TO "giaouoc_owner" USING ((select app.platform()) or federation_id = (select app.federation_id())) WITH CHECK ((select app.platform()) or federation_id = (select app.federation_id()));--> statement-breakpoint
CREATE POLICY "officer_reads" ON "pledge" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_inserts" ON "pledge" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_updates" ON "pledge" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer') WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_deletes" ON "pledge" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "unit_reads" ON "pledge" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id()));--> statement-breakpoint
CREATE POLICY "unit_inserts" ON "pledge" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id()));--> statement-breakpoint
CREATE POLICY "unit_updates" ON "pledge" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id())) WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id()));--> statement-breakpoint
CREATE POLICY "owner" ON "signature" AS PERMISSIVE FOR ALL TO "giaouoc_owner" USING ((select app.platform()) or federation_id = (select app.federation_id())) WITH CHECK ((select app.platform()) or federation_id = (select app.federation_id()));--> statement-breakpoint
CREATE POLICY "officer_reads" ON "signature" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_inserts" ON "signature" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_updates" ON "signature" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer') WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_deletes" ON "signature" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "unit_reads" ON "signature" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id()));--> statement-breakpoint
CREATE POLICY "unit_inserts" ON "signature" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id()));--> statement-breakpoint
CREATE POLICY "unit_updates" ON "signature" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id())) WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id()));--> statement-breakpoint
CREATE POLICY "owner" ON "unit_target" AS PERMISSIVE FOR ALL TO "giaouoc_owner" USING ((select app.platform()) or federation_id = (select app.federation_id())) WITH CHECK ((select app.platform()) or federation_id = (select app.federation_id()));--> statement-breakpoint
CREATE POLICY "officer_reads" ON "unit_target" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_inserts" ON "unit_target" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_updates" ON "unit_target" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer') WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_deletes" ON "unit_target" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "unit_reads" ON "unit_target" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id()));--> statement-breakpoint
CREATE POLICY "unit_inserts" ON "unit_target" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id()));--> statement-breakpoint
CREATE POLICY "unit_updates" ON "unit_target" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id())) WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id()));--> statement-breakpoint
CREATE POLICY "owner" ON "assessment" AS PERMISSIVE FOR ALL TO "giaouoc_owner" USING ((select app.platform()) or federation_id = (select app.federation_id())) WITH CHECK ((select app.platform()) or federation_id = (select app.federation_id()));--> statement-breakpoint
CREATE POLICY "officer_reads" ON "assessment" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_inserts" ON "assessment" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_updates" ON "assessment" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer') WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_deletes" ON "assessment" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "unit_reads" ON "assessment" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id()));--> statement-breakpoint
CREATE POLICY "owner" ON "evidence" AS PERMISSIVE FOR ALL TO "giaouoc_owner" USING ((select app.platform()) or federation_id = (select app.federation_id())) WITH CHECK ((select app.platform()) or federation_id = (select app.federation_id()));--> statement-breakpoint
CREATE POLICY "officer_reads" ON "evidence" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_inserts" ON "evidence" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_updates" ON "evidence" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer') WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_deletes" ON "evidence" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "unit_reads" ON "evidence" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id()));--> statement-breakpoint
CREATE POLICY "unit_inserts" ON "evidence" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id()));--> statement-breakpoint
CREATE POLICY "unit_updates" ON "evidence" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id())) WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id()));--> statement-breakpoint
CREATE POLICY "owner" ON "figure" AS PERMISSIVE FOR ALL TO "giaouoc_owner" USING ((select app.platform()) or federation_id = (select app.federation_id())) WITH CHECK ((select app.platform()) or federation_id = (select app.federation_id()));--> statement-breakpoint
CREATE POLICY "officer_reads" ON "figure" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_inserts" ON "figure" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_updates" ON "figure" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer') WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_deletes" ON "figure" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "unit_reads" ON "figure" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id()));--> statement-breakpoint
CREATE POLICY "unit_inserts" ON "figure" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id()));--> statement-breakpoint
CREATE POLICY "unit_updates" ON "figure" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id())) WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id()));--> statement-breakpoint
CREATE POLICY "owner" ON "figure_evidence" AS PERMISSIVE FOR ALL TO "giaouoc_owner" USING ((select app.platform()) or federation_id = (select app.federation_id())) WITH CHECK ((select app.platform()) or federation_id = (select app.federation_id()));--> statement-breakpoint
CREATE POLICY "officer_reads" ON "figure_evidence" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_inserts" ON "figure_evidence" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_updates" ON "figure_evidence" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer') WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_deletes" ON "figure_evidence" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "unit_reads" ON "figure_evidence" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id()));--> statement-breakpoint
CREATE POLICY "unit_inserts" ON "figure_evidence" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id()));--> statement-breakpoint
CREATE POLICY "unit_updates" ON "figure_evidence" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id())) WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id()));--> statement-breakpoint
CREATE POLICY "owner" ON "report" AS PERMISSIVE FOR ALL TO "giaouoc_owner" USING ((select app.platform()) or federation_id = (select app.federation_id())) WITH CHECK ((select app.platform()) or federation_id = (select app.federation_id()));--> statement-breakpoint
CREATE POLICY "officer_reads" ON "report" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_inserts" ON "report" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_updates" ON "report" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer') WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_deletes" ON "report" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "unit_reads" ON "report" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id()));--> statement-breakpoint
CREATE POLICY "unit_inserts" ON "report" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id()));--> statement-breakpoint
CREATE POLICY "unit_updates" ON "report" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id())) WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id()));--> statement-breakpoint
CREATE POLICY "owner" ON "submission" AS PERMISSIVE FOR ALL TO "giaouoc_owner" USING ((select app.platform()) or federation_id = (select app.federation_id())) WITH CHECK ((select app.platform()) or federation_id = (select app.federation_id()));--> statement-breakpoint
CREATE POLICY "officer_reads" ON "submission" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_inserts" ON "submission" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_updates" ON "submission" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer') WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_deletes" ON "submission" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "unit_reads" ON "submission" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id()));--> statement-breakpoint
CREATE POLICY "unit_inserts" ON "submission" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id()));--> statement-breakpoint
CREATE POLICY "unit_updates" ON "submission" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id())) WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id()));--> statement-breakpoint
CREATE POLICY "owner" ON "reminder" AS PERMISSIVE FOR ALL TO "giaouoc_owner" USING ((select app.platform()) or federation_id = (select app.federation_id())) WITH CHECK ((select app.platform()) or federation_id = (select app.federation_id()));--> statement-breakpoint
CREATE POLICY "officer_reads" ON "reminder" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_inserts" ON "reminder" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_updates" ON "reminder" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer') WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_deletes" ON "reminder" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "unit_reads" ON "reminder" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id()));--> statement-breakpoint
CREATE POLICY "unit_inserts" ON "reminder" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id()));--> statement-breakpoint
CREATE POLICY "unit_updates" ON "reminder" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id())) WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id()));--> statement-breakpoint
CREATE POLICY "owner" ON "snapshot" AS PERMISSIVE FOR ALL TO "giaouoc_owner" USING ((select app.platform()) or federation_id = (select app.federation_id())) WITH CHECK ((select app.platform()) or federation_id = (select app.federation_id()));--> statement-breakpoint
CREATE POLICY "officer_reads" ON "snapshot" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_inserts" ON "snapshot" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_updates" ON "snapshot" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer') WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_deletes" ON "snapshot" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "owner" ON "unit_progress" AS PERMISSIVE FOR ALL TO "giaouoc_owner" USING ((select app.platform()) or federation_id = (select app.federation_id())) WITH CHECK ((select app.platform()) or federation_id = (select app.federation_id()));--> statement-breakpoint
CREATE POLICY "officer_reads" ON "unit_progress" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_inserts" ON "unit_progress" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_updates" ON "unit_progress" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer') WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_deletes" ON "unit_progress" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "unit_reads" ON "unit_progress" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id()));--> statement-breakpoint
CREATE POLICY "unit_inserts" ON "unit_progress" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id()));--> statement-breakpoint
CREATE POLICY "unit_updates" ON "unit_progress" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id())) WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id()));--> statement-breakpoint
CREATE POLICY "owner" ON "unit_score" AS PERMISSIVE FOR ALL TO "giaouoc_owner" USING ((select app.platform()) or federation_id = (select app.federation_id())) WITH CHECK ((select app.platform()) or federation_id = (select app.federation_id()));--> statement-breakpoint
CREATE POLICY "officer_reads" ON "unit_score" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_inserts" ON "unit_score" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_updates" ON "unit_score" AS PERMISSIVE FOR UPDATE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer') WITH CHECK (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "officer_deletes" ON "unit_score" AS PERMISSIVE FOR DELETE TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "unit_reads" ON "unit_score" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id()));--> statement-breakpoint
CREATE POLICY "owner" ON "audit_event" AS PERMISSIVE FOR ALL TO "giaouoc_owner" USING ((select app.platform()) or federation_id = (select app.federation_id())) WITH CHECK ((select app.platform()) or federation_id = (select app.federation_id()));--> statement-breakpoint
CREATE POLICY "officer_reads" ON "audit_event" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "unit_reads" ON "audit_event" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) in ('chair', 'deputy', 'principal') and unit_id = (select app.unit_id()));--> statement-breakpoint
CREATE POLICY "everyone_adds_as_themselves" ON "audit_event" AS PERMISSIVE FOR INSERT TO "giaouoc_app" WITH CHECK (federation_id = (select app.federation_id()) and account_id is not distinct from (select app.account_id()) and role = (select app.role()));--> statement-breakpoint
CREATE POLICY "owner" ON "receipt_counter" AS PERMISSIVE FOR ALL TO "giaouoc_owner" USING ((select app.platform()) or federation_id = (select app.federation_id())) WITH CHECK ((select app.platform()) or federation_id = (select app.federation_id()));--> statement-breakpoint
CREATE POLICY "officer_reads" ON "receipt_counter" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');--> statement-breakpoint
CREATE POLICY "owner" ON "write" AS PERMISSIVE FOR ALL TO "giaouoc_owner" USING ((select app.platform()) or federation_id = (select app.federation_id())) WITH CHECK ((select app.platform()) or federation_id = (select app.federation_id()));--> statement-breakpoint
CREATE POLICY "own_writes" ON "write" AS PERMISSIVE FOR ALL TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and account_id = (select app.account_id())) WITH CHECK (federation_id = (select app.federation_id()) and account_id = (select app.account_id()));