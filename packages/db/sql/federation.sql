-- The federation's own settings may be changed. Not inserted: /setup does that through app.set_up.
grant select, update on federation to giaouoc_app;
