-- Of the periods given by label, first and last day: those past every deadline in them at the moment given and not final, each with
-- the mark of what its newest edition rests on.
select c.period, coalesce(e.inputs, 0)
-- what lies in a period is no longer than it, as Closing.within has it
from (select c.*, case when c.last > c.first then c.last - c.first + 3 else 0 end as longest from unnest(?, ?, ?) c (period, first, last)) c
left join xianbao.newest n on n.period = c.period
left join xianbao.edition e on e.id = n.id
where coalesce(n.kind, '快报') = '快报'
  and not exists (select from xianbao.due_period d
                  where d.period_end between c.first and c.last and d.period_end - d.period_start <= c.longest and d.deadline > ?)
