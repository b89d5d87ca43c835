-- A unit is archived or left out of a year, not deleted.
grant select, insert, update (code, name, kind, founded_on, archived_at, revision) on unit to giaouoc_app;
grant select, insert, update (block_code, cluster_code, active_since, previous_total, left_out, left_out_at, left_out_reason, revision)
  on year_unit to giaouoc_app;
