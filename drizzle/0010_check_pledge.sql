-- The public check page: by the hash that stands on the paper, and only for pledges that someone has signed.
create function app.check_pledge(pledge_hash text)
  returns table (federation_name text, unit_name text, plan_title text, year_title text, version integer, state text, signatures jsonb)
  language sql volatile security definer set search_path = pg_catalog
  as $$ select set_config('app.platform', 'on', true);
        select f.name, u.name, v.document->'scoring'->>'title', y.title, p.version, p.state,
          (select jsonb_agg(jsonb_build_object('party', s.party, 'capacity', s.capacity, 'strength', s.method,
                                               'at', s.at, 'receiptNumber', s.receipt_number) order by s.at)
           from public.signature s
           where s.federation_id = p.federation_id and s.year_id = p.year_id and s.unit_id = p.unit_id and s.version = p.version
             and s.hash = p.hash)
        from public.pledge p
        join public.federation f on f.id = p.federation_id
        join public.unit u on u.federation_id = p.federation_id and u.id = p.unit_id
        join public.year y on y.federation_id = p.federation_id and y.id = p.year_id
        join public.plan_version v on v.federation_id = p.federation_id and v.year_id = p.year_id and v.version = p.version
        where p.hash = pledge_hash $$;--> statement-breakpoint
grant execute on function app.check_pledge(text) to giaouoc_app;
