-- The indicators by number, in the order of the bytes of their names, with the sources that are published of each, the first that states
-- it. several: what stands as last reported, of a return of which there is more than one period to choose from.
create temp table closing_indicator on commit drop as
select row_number() over (order by i.name collate "C")::int as id, i.name, i.return_name, i.kind, i.unit, i.percent, i.combine, i.as_of,
       i.as_of and i.return_name in (
           select return_name from closing_input group by return_name having min(period_end) < max(period_end)) as several,
       array_remove(array_prepend(c.source, i.publish), null) as sources
from xianbao.indicator i
left join closing_source c on c.indicator = i.name
where i.kind <> 'case';

analyze closing_indicator;
