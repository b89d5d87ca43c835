-- The federation's own settings may be changed. Not inserted: /setup does that through app.set_up.
grant select, update (kind, name, superior, symbol, place, signs_for, signs_as, revision) on federation to giaouoc_app;
