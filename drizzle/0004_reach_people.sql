ALTER TABLE "membership" ADD COLUMN "phone" text;--> statement-breakpoint
ALTER TABLE "membership" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX "invitation_of_membership" ON "invitation" USING btree ("federation_id","membership_id");--> statement-breakpoint
CREATE INDEX "membership_of_unit" ON "membership" USING btree ("federation_id","unit_id");