-- A membership ends by a date; nobody's is deleted.
grant select, insert, update on membership to giaouoc_app;
