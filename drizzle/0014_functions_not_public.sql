-- No function of ours is everybody's, those of later migrations included: the default is taken back for all that the
-- owner makes (for one schema alone PostgreSQL would keep it).
revoke execute on all functions in schema app from public;--> statement-breakpoint
alter default privileges revoke execute on functions from public;
