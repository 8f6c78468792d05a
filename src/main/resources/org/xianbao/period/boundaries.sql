-- The regions of a day (:day), the codes that ended before it, and for each what it counts towards: itself and those above it.
-- Tables of their own, so that the planner knows how few they are. Places go by number from here on, in the order of the bytes
-- of their codes: what there are hundred thousands of is joined, sorted and added up by numbers.
create temp table closing_region on commit drop as
select distinct on (code) code collate "C" as code, level, parent collate "C" as parent
from xianbao.region
where valid_from <= :day and (valid_to is null or valid_to >= :day)
order by code, valid_from desc;

-- where a code that ended lies wholly on the day; own: under which code it goes on, since it ended last
create temp table closing_gone on commit drop as
select distinct on (c.code, c.place) c.code collate "C" as code, c.place collate "C" as place,
       c.own and c.since = max(c.since) over (partition by c.code) as own
from xianbao.carry(:day) c
where c.share = 1 and c.until < :day and not exists (select from closing_region r where r.code = c.code)
order by c.code, c.place, c.since desc;

-- named: by a return
create temp table closing_code on commit drop as
select row_number() over (order by code)::int as id, code, bool_or(named) as named
from (select code, false as named from closing_region
      union all select distinct code, false from closing_gone
      union all select distinct region collate "C", true from closing_input
      union all select distinct m.region collate "C", true from closing_input join xianbao.measure m using (submission)) code
group by code;

analyze closing_region, closing_gone, closing_code;

create temp table closing_up on commit drop as
with recursive above (code, ancestor) as (
    select code, code from closing_code
    union all
    select above.code, r.parent from above join closing_region r on r.code = above.ancestor where r.parent is not null
), up as (
    select code, ancestor from above
    union
    select code, place from closing_gone
)
select c.id as place, a.id as ancestor
from up join closing_code c on c.code = up.code join closing_code a on a.code = up.ancestor;

analyze closing_up;

-- parent: the nearest above it; goes_on: the place that a code which ended goes on as, else itself; alone: nothing counts towards it
create temp table closing_place on commit drop as
with deep as (
    select place, count(*) as depth from closing_up group by place
), near as (
    select distinct on (u.place) u.place, u.ancestor as parent
    from closing_up u join deep on deep.place = u.ancestor
    where u.ancestor <> u.place
    order by u.place, deep.depth desc
), counted_on as (
    select distinct ancestor from closing_up where place <> ancestor
)
select c.id, c.code, c.named, coalesce(r.level, 'other') as level, near.parent, coalesce(own.id, c.id) as goes_on,
       c.id not in (select ancestor from counted_on) as alone
from closing_code c
left join closing_region r on r.code = c.code
left join closing_gone g on g.code = c.code and g.own
left join closing_code own on own.code = g.place
left join near on near.place = c.id;

analyze closing_place;
