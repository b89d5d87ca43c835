-- The order Vietnamese read names in (P4), numbers inside them by their value: "Khu 2" before "Khu 10". The same as
-- compareVietnamese (packages/domain/src/text/normalize.ts), for lists that PostgreSQL sorts and cuts into pages.
create collation app.vietnamese (provider = icu, locale = 'vi-u-kn-true');
