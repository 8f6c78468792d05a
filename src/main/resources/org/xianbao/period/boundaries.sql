-- The regions of a day (:day) and, for each, itself and those above it. Tables of their own, so that the planner knows how few
-- they are.
create temp table closing_region on commit drop as
select distinct on (code) code collate "C" as code, level, parent collate "C" as parent
from xianbao.region
where valid_from <= :day and (valid_to is null or valid_to >= :day)
order by code, valid_from desc;

create temp table closing_up on commit drop as
with recursive up (code, ancestor) as (
    select code, code from closing_region
    union all
    select up.code, r.parent from up join closing_region r on r.code = up.ancestor where r.parent is not null
)
select code, ancestor from up;

analyze closing_region;
analyze closing_up;
