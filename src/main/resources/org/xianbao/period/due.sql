-- Of the periods given by label, first and last day: those past every deadline in them at the moment given, not final, and
-- with other submissions published than their newest edition rests on. All in one go, since there are hundreds after some years.
with candidate as (
    -- what lies in a period is no longer than it, as Closing.within has it
    select c.*, case when c.last > c.first then c.last - c.first + 3 else 0 end as longest
    from unnest(?, ?, ?) c (period, first, last)
), open as materialized (
    select c.*, n.id as edition
    from candidate c
    left join xianbao.newest n on n.period = c.period
    where coalesce(n.kind, '快报') = '快报'
      and not exists (select from xianbao.due_period d
                      where d.period_end between c.first and c.last and d.period_end - d.period_start <= c.longest and d.deadline > ?)
), span as (
    select distinct period_start, period_end from xianbao.submission
), part as (
    select o.period, s.period_start, s.period_end
    from open o
    join span s on s.period_end between o.first and o.last and s.period_end - s.period_start <= o.longest
), submission as (
    select part.period, p.submission
    from xianbao.publication p
    join xianbao.submission s on s.id = p.submission
    join part on part.period_start = s.period_start and part.period_end = s.period_end
    where p.superseded_at is null
    union all
    select o.period, e.submission from open o join xianbao.edition_submission e on e.edition = o.edition
)
-- what is both published and in the edition is there twice
select distinct period from (select period from submission group by period, submission having count(*) = 1) differing
