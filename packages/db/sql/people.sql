-- A membership ends by a date; nobody's is deleted. Whose it is, as what and of which unit never changes by this role: joining an
-- invitation is a named function, which leaves trace.
grant select, insert, update (title, phone, ended_at, revision) on membership to giaouoc_app;
