-- Blocks and clusters hold nothing of their own, so they may be deleted; foreign keys keep those that are used.
grant select, insert, update on year to giaouoc_app;
grant select, insert, update, delete on block, cluster to giaouoc_app;
