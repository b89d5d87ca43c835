ALTER TABLE "membership" ADD CONSTRAINT "membership_role" CHECK ("membership"."role" in ('chair', 'deputy', 'principal', 'officer', 'province'));--> statement-breakpoint
ALTER TABLE "year" ADD CONSTRAINT "year_verifying_stages" CHECK ("year"."verifying_stages" <@ array['self', 'cross', 'explanation', 'federation', 'committee']::text[]);--> statement-breakpoint
ALTER TABLE "paper_signature" ADD CONSTRAINT "paper_signature_state" CHECK ("paper_signature"."state" in ('waiting', 'confirmed', 'refused'));--> statement-breakpoint
ALTER TABLE "plan_line" ADD CONSTRAINT "plan_line_kind" CHECK ("plan_line"."kind" in ('target', 'task'));--> statement-breakpoint
ALTER TABLE "pledge" ADD CONSTRAINT "pledge_state" CHECK ("pledge"."state" in ('offered', 'registered', 'paper', 'signed', 'countersigned', 'declined'));--> statement-breakpoint
ALTER TABLE "signature" ADD CONSTRAINT "signature_party" CHECK ("signature"."party" in ('unit', 'witness', 'federation'));--> statement-breakpoint
ALTER TABLE "signature" ADD CONSTRAINT "signature_capacity" CHECK ("signature"."capacity" in ('chair', 'deputy', 'principal', 'officer'));--> statement-breakpoint
ALTER TABLE "signature" ADD CONSTRAINT "signature_method" CHECK ("signature"."method" in ('passkey', 'code', 'password', 'paper'));--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_media_type" CHECK ("evidence"."media_type" in ('image/webp', 'application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'));--> statement-breakpoint
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_channel" CHECK ("reminder"."channel" in ('product', 'zalo'));--> statement-breakpoint
ALTER TABLE "snapshot" ADD CONSTRAINT "snapshot_kind" CHECK ("snapshot"."kind" in ('provisional'));--> statement-breakpoint
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_role" CHECK ("audit_event"."role" in ('chair', 'deputy', 'principal', 'officer', 'province', 'system'));--> statement-breakpoint
ALTER TABLE "receipt_counter" ADD CONSTRAINT "receipt_counter_prefix" CHECK ("receipt_counter"."prefix" in ('BC', 'KY'));--> statement-breakpoint
ALTER TABLE "platform"."passkey_challenge" ADD CONSTRAINT "passkey_challenge_purpose" CHECK ("platform"."passkey_challenge"."purpose" in ('register', 'sign-in', 'presence', 'used'));