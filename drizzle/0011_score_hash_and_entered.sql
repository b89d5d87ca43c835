ALTER TABLE "assessment" ADD COLUMN "entered" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "unit_score" ADD COLUMN "content_hash" text NOT NULL;