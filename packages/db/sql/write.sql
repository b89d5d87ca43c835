-- Remembered writes (R2): never edited; app.clean_up removes old ones.
grant select, insert on write to giaouoc_app;

-- What an earlier write with this id was answered with. Two requests with one id at the same moment (a double click) wait
-- for each other before they look: each statement of a volatile function sees what was committed before it began.
create or replace function app.earlier_write(account uuid, id uuid) returns table (action text, content_hash text, answer jsonb)
  language plpgsql volatile as $$
#variable_conflict use_column
begin
  perform pg_advisory_xact_lock(hashtextextended(account::text || id::text, 7));
  return query select w.action, w.content_hash, w.answer from write w
    where w.federation_id = app.federation_id() and w.account_id = account and w.client_id = id;
end $$;

grant execute on function app.earlier_write(uuid, uuid) to giaouoc_app;
