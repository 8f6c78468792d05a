-- A year to date goes on where a county becomes another one, or merges with others: what came since is the difference to what they had.
create or replace view stats.flow with (security_barrier) as
select p.period, p.since, p.indicator, p.zh as indicator_zh, p.en as indicator_en, p.theme_zh, p.theme_en, p.region,
       xianbao.region_name(p.region, p.period_end) as region_name, p.level, p.source, p.value, p.unit, p.qualifier, p.kind, p.status,
       p.reported, p.expected, p.n as edition, p.edition_kind
from (
    select f.period, f.period_start as since, f.period_end, f.indicator, f.zh, f.en, f.theme_zh, f.theme_en, f.region, f.level, f.source, f.value,
           f.unit, f.qualifier, f.kind, f.status, f.reported, f.expected, f.n, f.edition_kind
    from xianbao.part f
    where f.single and not f.as_of and f.kind in ('flow', 'event')
    union all
    -- what was added since the figure before, of a year to date
    select y.period, coalesce(b.period_end + 1, date_trunc('year', y.period_end)::date), y.period_end, y.indicator, y.zh, y.en, y.theme_zh,
           y.theme_en, y.region, y.level, y.source, y.value - coalesce(b.value, 0), y.unit,
           xianbao.qualifier(xianbao.qualifier_bits(y.qualifier) | xianbao.opposite(coalesce(b.bits, 0))), y.kind, y.status,
           y.reported, y.expected, y.n, y.edition_kind
    from xianbao.part y
    left join lateral (
        select sum(o.value::numeric) as value, bit_or(xianbao.qualifier_bits(o.qualifier)) as bits, e.period_end
        from xianbao.newest e
        join stats.observation o on o.edition = e.id and o.indicator = y.indicator and o.published
         and o.region = any (array_append(array(
             select c.from_code from xianbao.concordance c
             where c.to_code = y.region and c.day > e.period_end and c.day <= y.period_end and coalesce(c.share, 1) = 1
               and c.kind <> 'split'), y.region))
        where left(e.period, 4) = left(y.period, 4) and stats.every(e.period) = stats.every(y.period) and e.period_end < y.period_end
        group by e.id, e.period_end
        order by e.period_end desc limit 1) b on true
    where y.single and y.kind = 'year-to-date') p;

-- Without a figure of a year ago, the boundaries of the period before are those that a comparison goes by.
do $$
begin
    execute 'create or replace view stats.comparison as ' || replace(
        pg_get_viewdef('stats.comparison'::regclass), 'parts_moved(f.region, ye.period_end,', 'parts_moved(f.region, COALESCE(ye.period_end, pe.period_end),');
end
$$;

-- In an SQL function a column goes before a parameter of its name.
create or replace function xianbao.parts_moved(code text, earlier date, later date) returns boolean language sql stable parallel safe security definer
set search_path = pg_catalog, pg_temp as $$
    select exists (
        select from xianbao.region r
        where r.parent = parts_moved.code
          and (r.valid_from > earlier and r.valid_from <= later or r.valid_to >= earlier and r.valid_to < later))
        or exists (
        select from xianbao.concordance c
        where c.from_code = parts_moved.code and c.to_code = parts_moved.code and c.day > earlier and c.day <= later)
$$;
