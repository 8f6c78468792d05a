-- What the figures of an edition are made of: by whom, from which workbook, sheet and columns. Made again whenever this file
-- changes, so that there is one place to read it and to change it. Columns are added at the end only. Its name comes before that of
-- R__comments.sql, which tells what the columns are that say nothing here.

-- Apart from the closing's own statements, but by their rule: a code that ended counts as what it goes on as, what does not add up
-- over time stands as its county last said, and '*' stands for several sources, so none is called that.
create or replace view xianbao.used_measure as
select edition, submission, provisional, return_name, reporter, period, indicator, region, source, members, value, denominator, qualifier,
       code, counts_for, combine, publish
from (
    select es.edition, es.submission, es.provisional, s.return_name, s.region as reporter, s.period, s.period_end,
           m.indicator, place.place as region, case m.source when '*' then '＊' else m.source end as source, m.members,
           m.value, m.denominator, m.qualifier, m.region as code, self.place as counts_for,
           coalesce(v.combine, d.combine) as combine, coalesce(v.publish, d.publish) as publish, coalesce(v.as_of, d.as_of) as as_of,
           max(s.period_end) over (partition by es.edition, m.indicator, self.place, m.source) as last
    from xianbao.edition_submission es
    join xianbao.edition e on e.id = es.edition
    join xianbao.submission s on s.id = es.submission
    join xianbao.measure m on m.submission = es.submission
    join xianbao.edition_place place on place.edition = es.edition and place.code = m.region and place.within = place.place
    join xianbao.edition_place self on self.edition = es.edition and self.code = s.region and self.within = self.place
    left join xianbao.indicator_version v on v.fingerprint = e.definitions and v.indicator = m.indicator
    left join xianbao.indicator d on d.name = m.indicator
    where coalesce(v.kind, d.kind) <> 'case') u
where not as_of or period_end = last;
comment on view xianbao.used_measure is '期次的数字所用的各项贡献 | the contributions that the figures of an edition are made of';
comment on column xianbao.used_measure.region is '归入何地 | the region it counts as';
comment on column xianbao.used_measure.code is '报送中的代码 | code as it was reported';
comment on column xianbao.used_measure.publish is '公布来源的先后 | the sources to publish, the first that states it';

-- What two editions use differently, and whose it is; each difference counts for the regions above it too.
create or replace function xianbao.cause(later bigint, earlier bigint)
returns table (indicator text, region text, source text, return_name text, reporter text, period text,
               entered bigint, gone bigint, effect text)
language sql stable security definer set search_path = pg_catalog, pg_temp set jit = off as $$
    with change as materialized (
        select * from xianbao.input_change(later, earlier)
    ), used as (
        -- what a submission contributes never changes, so only these reporters can differ
        select u.edition, u.return_name, u.reporter, u.period, u.indicator, u.region, u.source,
               (u.return_name, u.reporter, u.period, u.indicator, u.region, u.source, md5(u.members::text),
                trim_scale(u.value), trim_scale(u.denominator), u.qualifier, u.provisional)::text as line
        from xianbao.used_measure u
        where u.edition in (later, earlier)
          and u.counts_for = any (array(select distinct p.place from change c join xianbao.edition_place p on p.code = c.reporter
                                        where p.edition in (later, earlier) and p.within = p.place))
    ), differing as (
        select distinct u.return_name, u.reporter, u.period, u.indicator, u.region, u.source
        from used u
        where not exists (select from used other where other.line = u.line and other.edition <> u.edition)
    ), place as (
        select distinct p.place, p.within from xianbao.edition_place p where p.edition in (later, earlier)
    )
    select d.indicator, p.within, d.source, c.return_name, c.reporter, c.period, c.entered, c.gone, c.effect
    from differing d
    join change c
      on (c.return_name, c.reporter, c.period) = (d.return_name, d.reporter, d.period)
    join place p on p.place = d.region
$$;
comment on function xianbao.cause(bigint, bigint) is '哪些报送使哪些数字变动 | which submissions made which figures differ';

-- What is asked of a figure reaches its measures: the edition from without, the indicator through the windows.
create or replace view stats.lineage with (security_barrier) as
select f.period, f.edition, f.indicator, f.region, f.source, f.value, f.unit, f.qualifier,
       f.submission, s.return_name, s.region as reporter, s.period as submission_period, v.revision,
       -- what a figure rests on is told; what each submission contributes is not, where it may be a few persons
       case when f.told then f.contribution end as contribution,
       case when f.told then f.denominator end as contribution_denominator,
       case when f.told then f.contribution_qualifier end as contribution_qualifier,
       w.name as workbook, w.hash as workbook_hash, w.received_at, s.sheet, s.rows,
       (select jsonb_object_agg(r.column_name, s.places -> r.column_name order by r.column_name)
        from xianbao.indicator_read r
        where r.fingerprint = v.definitions and r.return_since = s.since and r.indicator = f.indicator
          and not r.personal and s.places ? r.column_name) as places,
       s.version as definition_version, v.definitions as rule_set, v.judged_at
from (
    select e.period, e.n as edition, o.indicator, o.region, o.source, o.value, o.unit, o.qualifier, u.submission,
           o.level in ('nation', 'province', 'prefecture', 'county')
               or not exists (select from xianbao.indicator i where i.name = o.indicator and i.least is not null) as told,
           sum(u.value) as contribution, sum(u.denominator) as denominator,
           xianbao.qualifier(bit_or(xianbao.qualifier_bits(u.qualifier))) as contribution_qualifier
    from xianbao.edition e
    cross join lateral (
        select m.*, min(m.source) over stated = max(m.source) over stated
                    or m.preference = min(m.preference) over stated as chosen
        from (select n.*, array_position(array_remove(array_prepend(c.source, n.publish), null), n.source) as preference
              from xianbao.used_measure n
              left join xianbao.edition_source c on c.edition = n.edition and c.indicator = n.indicator
              where n.edition = e.id) m
        window stated as (partition by m.indicator, m.region, m.counts_for)) u
    join xianbao.edition_place p
      on p.edition = e.id and p.code = u.code and (u.combine <> 'never' or p.within = p.place)
    join stats.observation o
      on o.edition = e.id and o.indicator = u.indicator and o.region = p.within
     and (o.source = u.source or o.source = '*' and u.chosen)
    group by e.id, e.period, e.n, o.indicator, o.region, o.source, o.value, o.unit, o.qualifier, o.level, u.submission) f
join xianbao.submission s on s.id = f.submission
join xianbao.verdict v on v.submission = s.id
join xianbao.workbook w on w.hash = s.workbook;
comment on view stats.lineage is '数字从何而来：每个数字所依据的报送、文件、工作表及栏目位置 | where a figure comes from: the submissions it rests on, with workbook, sheet and the place of each column it reads';
comment on column stats.lineage.contribution is '该报送的贡献（比率为分子）| what this submission contributes; of a ratio, the numerator';
comment on column stats.lineage.places is '所读栏目的位置：列标或单元格；行见 stats.return_<报表>.sheet_row，逐格见 xianbao trace | where the columns it reads stand: a letter or a cell; rows are sheet_row of stats.return_<name>, xianbao trace tells each cell';
comment on column stats.lineage.definition_version is '报表定义文件的版本 | version of the return''s definition';
comment on column stats.lineage.rule_set is '审核和计量所用定义的指纹 | fingerprint of the definitions it was judged and measured with';
grant select on stats.lineage to xianbao_reader;
