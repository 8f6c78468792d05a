-- What a figure is made of where several sources state it: each as it last said, and '*' of what each region publishes.
create or replace view stats.lineage as
select e.period, e.n as edition, o.indicator, o.region, o.source, o.value, o.unit, o.qualifier,
       m.submission, s.return_name, s.region as reporter, s.period as submission_period, v.revision,
       m.contribution, m.denominator as contribution_denominator, m.qualifier as contribution_qualifier,
       w.name as workbook, w.hash as workbook_hash, w.received_at, s.sheet, s.rows,
       (select jsonb_object_agg(r.column_name, s.places -> r.column_name order by r.column_name)
        from xianbao.indicator_read r
        where r.fingerprint = v.definitions and r.return_since = s.since and r.indicator = o.indicator
          and not r.personal and s.places ? r.column_name) as places,
       s.version as definition_version, v.definitions as rule_set, v.judged_at
from stats.observation o
join xianbao.edition e on e.id = o.edition
join xianbao.indicator i on i.name = o.indicator
cross join lateral (
    with recursive below (code) as (
        select o.region
        union
        select g.code from below b join xianbao.region g on g.parent = b.code
        where i.combine <> 'never' and g.valid_from <= e.period_end and coalesce(g.valid_to, 'infinity') >= e.period_end
    )
    select n.submission, sum(n.value) as contribution, sum(n.denominator) as denominator,
           xianbao.qualifier(bit_or(xianbao.qualifier_bits(n.qualifier))) as qualifier
    from xianbao.used_measure n join below b on b.code = n.region
    where n.edition = o.edition and n.indicator = o.indicator
      and (n.source = o.source
           or o.source = '*' and exists (
               select from stats.observation p
               where p.edition = o.edition and p.indicator = o.indicator and p.region = n.region and p.source = n.source
                 and p.published))
    group by n.submission) m
join xianbao.submission s on s.id = m.submission
join xianbao.verdict v on v.submission = s.id
join xianbao.workbook w on w.hash = s.workbook;
