-- A judgement is never edited (R6); it may be marked as undone.
grant select, insert, update (undone_at, undone_by) on assessment to giaouoc_app;
