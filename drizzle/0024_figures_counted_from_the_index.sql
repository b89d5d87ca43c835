DROP INDEX "figure_by_status";--> statement-breakpoint
CREATE INDEX "figure_by_status" ON "figure" USING btree ("federation_id","year_id","status","line_code","unit_id");