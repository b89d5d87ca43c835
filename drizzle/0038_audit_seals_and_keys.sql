CREATE TABLE "audit_seal" (
	"federation_id" uuid NOT NULL,
	"from_id" bigint NOT NULL,
	"to_id" bigint NOT NULL,
	"previous" text NOT NULL,
	"head" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"events" jsonb NOT NULL,
	"signature" text NOT NULL,
	CONSTRAINT "audit_seal_federation_id_to_id_pk" PRIMARY KEY("federation_id","to_id"),
	CONSTRAINT "audit_seal_previous" UNIQUE("federation_id","previous"),
	CONSTRAINT "audit_seal_range" CHECK ("audit_seal"."from_id" <= "audit_seal"."to_id"),
	CONSTRAINT "audit_seal_hex" CHECK ("audit_seal"."previous" ~ '^[0-9a-f]{64}$' and "audit_seal"."head" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
ALTER TABLE "audit_seal" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "platform"."server_key" ADD COLUMN "retired_at" timestamp with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "server_key_current" ON "platform"."server_key" USING btree ("current") WHERE "platform"."server_key"."current";--> statement-breakpoint
ALTER TABLE "platform"."server_key" ADD CONSTRAINT "server_key_retired" CHECK ("platform"."server_key"."current" = ("platform"."server_key"."retired_at" is null));--> statement-breakpoint
CREATE POLICY "owner" ON "audit_seal" AS PERMISSIVE FOR ALL TO "giaouoc_owner" USING ((select app.platform()) or federation_id = (select app.federation_id())) WITH CHECK ((select app.platform()) or federation_id = (select app.federation_id()));--> statement-breakpoint
CREATE POLICY "members_read" ON "audit_seal" AS PERMISSIVE FOR SELECT TO "giaouoc_app" USING (federation_id = (select app.federation_id()) and (select app.role()) = 'officer');