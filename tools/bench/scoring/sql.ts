import type { Nation } from './nation.ts';

/** One column of the table `nation`: null where the figure is missing. */
export interface SqlColumn {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

/** The nation as a table: a row for each unit, a column for each number it reported. */
export function sqlColumns(nation: Nation): SqlColumn[] {
  const columns: SqlColumn[] = [
    { name: 'id', values: Array.from({ length: nation.size }, (_, unit) => unit) },
    { name: 'federation', values: Array.from(nation.federation) },
    { name: 'block', values: Array.from(nation.block) },
  ];
  for (const line of nation.lines) {
    const code = line.code.replace('.', '');
    const add = (name: string, source: Int32Array | undefined, always = false) => {
      if (!source) return;
      columns.push({
        name,
        values: Array.from(source, (value, unit) => (always || line.state[unit] === 1 ? value : null)),
      });
    };
    add(`v${code}`, line.value);
    add(`w${code}`, line.whole);
    add(`t${code}`, line.target, true);
    for (const [index, counts] of (line.counts ?? []).entries()) add(`c${code}${'abcde'[index] ?? ''}`, counts);
    if (line.code === '1.6')
      columns.push({ name: 'dropped', values: Array.from(line.state, (state) => (state === 2 ? 1 : 0)) });
  }
  return columns;
}

/**
 * The same plan as one set-based query over whole numbers, with grades and ranks. `divide` is how the dialect divides
 * whole numbers.
 */
export function scoringSql(divide: '/' | '//'): string {
  const rounded = (n: string, d: string) => `((2 * (${n}) + (${d})) ${divide} (2 * (${d})))`;
  return `
with best as (select federation, block, max(v19) as top from nation group by federation, block),
lines as (
  select id, nation.federation, nation.block, dropped, v18,
    case when v11 >= 950 then 600 when 2 * v11 >= 950 then ${rounded('600 * v11', '950')} else 0 end as p11,
    case when 10 * v12 >= 9 * w12 then 600 when v12 is not null then ${rounded('6000 * v12', '9 * w12')} else 0 end as p12,
    case when v13 > 980 then 400 else 0 end as p13,
    case when v14 <= 50 then 400 when v14 is not null then ${rounded('20000', 'v14')} else 0 end as p14,
    case when v15 >= t15 then 600 when v15 is not null then ${rounded('600 * v15', 't15')} else 0 end as p15,
    case when v16 >= 900 then 600 when v16 >= 800 then 450 when v16 >= 650 then 300 when v16 >= 500 then 125 else 0 end as p16,
    case when v17 >= t17 then 500 when 100 * v17 >= 90 * t17 then 350 when 100 * v17 >= 75 * t17 then 225 else 0 end as p17,
    case when v18 = 1 then 400 else 0 end as p18,
    case when v19 <= 20 then ${rounded('300 * v19', '20')} when v19 = top then 600
      when v19 is not null then ${rounded('300 * (top - 20) + 300 * (v19 - 20)', 'top - 20')} else 0 end as p19,
    coalesce(greatest(0, 800 * c21a + 600 * c21b + 350 * c21c - 200 * c21d), 0) as p21,
    case when c22a is null then 0 else greatest(-200, least(600, 150 * c22a + 100 * c22b - 50 * c22c)) end as p22,
    case when c23a is null then 0 else least(800, 200 * (c23a + c23b + c23c) + 150 * (c23d + c23e)) end as p23,
    case when v24 is null then 0 else least(800, ${rounded('75 * greatest(0, v24 - 20)', '10')}) end as p24,
    case when c25a is null then 1200
      else greatest(0, 1200 - 100 * c25a - least(300, 50 * c25b) - least(600, 200 * c25c)) end as p25,
    coalesce(v26, 0) as p26,
    case when v31 is null then 0 else least(300, 35 * v31) end as p31,
    case when v32 = 1 then 200 else 0 end as p32,
    case when c41a is null then 0 else greatest(-500, -least(200, 50 * c41a) - 200 * c41b) end as p41
  from nation join best on best.federation = nation.federation and best.block = nation.block
),
groups as (
  select id, federation, block, dropped, v18,
    least(4600, p11 + p12 + p13 + p14 + p15 + p16 + p17 + p18 + p19) as one,
    p21 + p22 + p23 + p24 + p25 + p26 as two,
    least(400, p31 + p32) as bonus,
    p41 as penalty
  from lines
),
bases as (
  select *, case when dropped = 0 then one + two
    when one + two < 0 then -${rounded('-(one + two) * 100', '95')}
    else ${rounded('(one + two) * 100', '95')} end as base
  from groups
),
totals as (select *, greatest(0, least(10000, base + bonus + penalty)) as total from bases)
select id, base, bonus, penalty, total,
  greatest(case when total >= 9000 then 0 when total >= 7500 then 1 when total >= 5000 then 2 else 3 end,
    case when v18 = 0 then 1 else 0 end) as grade,
  rank() over (partition by federation, block order by total desc, one desc, bonus desc) as rank
from totals`;
}

/** Makes a database work out everything without sending 42,000 rows: what is timed. */
export const summed = (query: string): string =>
  `select sum(base) as base, sum(bonus) as bonus, sum(penalty) as penalty, sum(total) as total, sum(grade) as grade, sum(rank) as rank from (${query}) as scored`;
