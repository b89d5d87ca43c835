-- A unit is archived or left out of a year, not deleted.
grant select, insert, update on unit, year_unit to giaouoc_app;
