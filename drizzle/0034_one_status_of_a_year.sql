-- The guards look at these columns; packages/db/sql defines them anew.
drop trigger if exists guard_figure_insert on figure;--> statement-breakpoint
drop trigger if exists guard_figure_update on figure;--> statement-breakpoint
DROP INDEX "figure_by_status";--> statement-breakpoint
ALTER TABLE "year" DROP COLUMN "state";--> statement-breakpoint
ALTER TABLE "figure" DROP COLUMN "status";--> statement-breakpoint
ALTER TABLE "figure" DROP COLUMN "settled";
