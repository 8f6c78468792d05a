-- What may be added up over time, what stands beside what, and what waits for a revision. Made again whenever this file changes, so that
-- there is one place to read it and to change it. Columns are added at the end only; what they are stands where they were first made,
-- and in R__comments.sql.

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

-- A sum over a time with a gap in it is left out; what need not be reported is no gap in a year.
create or replace view stats.running as
with county as (
    select f.*, coalesce(c.county, f.region) as county, i.return_name
    from stats.flow f
    join xianbao.indicator i on i.name = f.indicator
    left join xianbao.county c on c.code = f.region
    where stats.months(f.period) is not null and f.kind <> 'year-to-date'
), owed as (
    -- how many the county owed from the beginning of the year on; of a period that it did not owe nothing is known
    select o.return_name, o.county, o.period,
           count(*) over (partition by o.return_name, o.county, left(o.period, 4) order by o.period) as so_far
    from (select distinct o.return_name, coalesce(c.county, o.region) as county, o.period
          from xianbao.owed o left join xianbao.county c on c.code = o.region) o
)
select f.period, f.indicator, f.indicator_zh, f.indicator_en, f.region, f.region_name, f.level, f.value::stats.level as value,
       (case when case when o.so_far is null then count(*) over year * stats.months(f.period) = (stats.month_number(f.period) - 1) % 12 + 1
                       else count(o.so_far) over year = o.so_far end
             then sum(f.value) over year end)::stats.level as year_to_date,
       xianbao.qualifier(bit_or(xianbao.qualifier_bits(f.qualifier)) over year) as year_to_date_qualifier,
       (case when count(*) over twelve * stats.months(f.period) = 12 then sum(f.value) over twelve end)::stats.level as twelve_months,
       xianbao.qualifier(bit_or(xianbao.qualifier_bits(f.qualifier)) over twelve) as twelve_months_qualifier, f.unit, f.kind
from county f
left join owed o on o.return_name = f.return_name and o.county = f.county and o.period = f.period
window year as (partition by f.indicator, f.county, left(f.period, 4) order by f.period),
       twelve as (partition by f.indicator, f.county order by stats.month_number(f.period) range between 11 preceding and current row);

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

-- Without a figure of a year ago, the boundaries of the period before are those that a comparison goes by.
create or replace view stats.comparison as
select e.period, f.indicator, i.zh as indicator_zh, i.en as indicator_en, i.theme_zh, i.theme_en, f.region,
       xianbao.region_name(f.region, e.period_end) as region_name, f.level, f.source, f.value, f.unit, f.qualifier, f.kind, f.status,
       coalesce(stats.points(f.unit, i.percent), f.unit) as difference_unit,
       stats.previous(e.period) as previous_period, p.value as previous, d.previous::stats.level as previous_difference,
       stats.percent_change(f.value, p.value, f.unit, i.percent)::stats.level as previous_percent,
       case when p.value is not null then q.previous end as previous_qualifier,
       stats.direction(d.previous, q.previous) as previous_direction,
       stats.year_ago(e.period) as year_ago_period, y.value as year_ago, d.year_ago::stats.level as year_ago_difference,
       stats.percent_change(f.value, y.value, f.unit, i.percent)::stats.level as year_ago_percent,
       case when y.value is not null then q.year_ago end as year_ago_qualifier,
       stats.direction(d.year_ago, q.year_ago) as year_ago_direction,
       a.value as year_ago_reported, a.value <> y.value as year_ago_disagrees,
       xianbao.parts_moved(f.region, coalesce(ye.period_end, pe.period_end), e.period_end) as boundary_moved, e.n as edition, e.kind as edition_kind
from xianbao.newest e
join stats.observation f on f.edition = e.id and f.published
join xianbao.indicator i on i.name = f.indicator
left join xianbao.county c on c.code = f.region
left join xianbao.newest pe
  on pe.period = stats.previous(e.period) and (f.kind <> 'year-to-date' or left(pe.period, 4) = left(e.period, 4))
left join lateral (
    select o.value, o.qualifier from stats.observation o
    where o.edition = pe.id and o.indicator = f.indicator and o.region = any (coalesce(c.codes, array[f.region])) and o.published limit 1) p on true
left join xianbao.newest ye on ye.period = stats.year_ago(e.period)
left join lateral (
    select o.value, o.qualifier from stats.observation o
    where o.edition = ye.id and o.indicator = f.indicator and o.region = any (coalesce(c.codes, array[f.region])) and o.published limit 1) y on true
left join stats.observation a on a.edition = e.id and a.indicator = i.year_ago and a.region = f.region and a.published
cross join lateral (select f.value - p.value as previous, f.value - y.value as year_ago) d
cross join lateral (
    select xianbao.qualifier(xianbao.qualifier_bits(f.qualifier) | xianbao.opposite(xianbao.qualifier_bits(p.qualifier))) as previous,
           xianbao.qualifier(xianbao.qualifier_bits(f.qualifier) | xianbao.opposite(xianbao.qualifier_bits(y.qualifier))) as year_ago) q
where f.kind not in ('attribute', 'case');

-- Only where the marks differ are the sets looked at.
create or replace view stats.revision_due with (security_barrier) as
with published as materialized (
    select * from xianbao.published_input
), closed as materialized (
    select n.id, n.period, n.period_start, n.period_end, n.n, n.kind, e.closed_at,
           lies.longest
    from xianbao.newest n
    join xianbao.edition e on e.id = n.id
    cross join lateral (select case when n.period_start = n.period_end then 0 else n.period_end - n.period_start + 3 end as longest) lies
    where n.kind <> '快报'
      and e.inputs <> coalesce((
          select bit_xor(p.inputs) from published p
          where p.period_end between n.period_start and n.period_end
            and p.period_end - p.period_start <= lies.longest), 0)
), now as (
    select c.id as edition, p.return_name, p.region, p.period, p.submission, p.provisional
    from closed c
    join published i on i.period_end between c.period_start and c.period_end and i.period_end - i.period_start <= c.longest
    join xianbao.publication p on p.return_name = i.return_name and p.period = i.period and p.superseded_at is null
), held as (
    select i.* from closed c join xianbao.edition_input i on i.edition = c.id
), differing as (
    select edition, n.submission as entered, h.submission as gone, n.provisional is distinct from h.provisional as status
    from now n full join held h using (edition, return_name, region, period)
    where n.submission is distinct from h.submission or n.provisional <> h.provisional
), waiting as (
    -- a return sent again with the same figures is nothing that a revision would show
    select * from differing d
    where d.status
       or exists ((select indicator, region, source, members, value, denominator, qualifier from xianbao.measure where submission = d.entered)
                  except all
                  (select indicator, region, source, members, value, denominator, qualifier from xianbao.measure where submission = d.gone))
       or exists ((select indicator, region, source, members, value, denominator, qualifier from xianbao.measure where submission = d.gone)
                  except all
                  (select indicator, region, source, members, value, denominator, qualifier from xianbao.measure where submission = d.entered))
)
select c.period, c.n as edition, c.kind, c.closed_at, count(*)::int as returns
from waiting w join closed c on c.id = w.edition
group by c.period, c.n, c.kind, c.closed_at;
