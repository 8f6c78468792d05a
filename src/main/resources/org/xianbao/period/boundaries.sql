-- The regions of a day (:day), the codes that ended before it, and for each what it counts towards: itself and those above it.
-- Tables of their own, so that the planner knows how few they are.
create temp table closing_region on commit drop as
select distinct on (code) code collate "C" as code, level, parent collate "C" as parent
from xianbao.region
where valid_from <= :day and (valid_to is null or valid_to >= :day)
order by code, valid_from desc;

-- where a code that ended lies wholly on the day; own: under which code it goes on
create temp table closing_gone on commit drop as
select distinct on (c.code, c.place) c.code collate "C" as code, c.place collate "C" as place, c.own
from xianbao.carry(:day) c
where c.share = 1 and c.until < :day and not exists (select from closing_region r where r.code = c.code)
order by c.code, c.place, c.since desc;

create temp table closing_up on commit drop as
with recursive above (code, ancestor) as (
    select code, code from closing_region
    union all
    select above.code, r.parent from above join closing_region r on r.code = above.ancestor where r.parent is not null
)
select code, ancestor from above
union
select code, place from closing_gone
union
select code, code from closing_gone;

analyze closing_region;
analyze closing_gone;
analyze closing_up;
