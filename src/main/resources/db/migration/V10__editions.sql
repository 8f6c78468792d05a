-- Editions that stand: what each rests on, who was missing, which source it publishes; none of it ever changes.

-- ---------------------------------------------------------------- what an edition keeps

alter table xianbao.edition
    add column definitions text not null default '',
    add constraint revision_says_why check (kind <> '修订' or coalesce(reason, '') ~ '\S'),
    alter column closed_at drop default;
comment on column xianbao.edition.kind is '快报* → 定案 → 修订* | flash until final, revisions after it';
comment on column xianbao.edition.n is '本期第几版，从 1 起 | counts the editions of a period from 1';
comment on column xianbao.edition.cut_off is '截止时刻：此前发布的报送计入 | what was published by then is in it';
comment on column xianbao.edition.checksum is
    '数字的 SHA-256：各列以制表符分隔，每数一行，按指标、地区、来源的字节序 | SHA-256 over the figures as COPY writes them, by the bytes of indicator, region and source';
comment on column xianbao.edition.definitions is '所用定义的指纹 | fingerprint of the definitions in force';
comment on column xianbao.edition.closed_at is '公布时刻 | published from then on';

alter table xianbao.edition_submission add column provisional boolean not null default false;
comment on column xianbao.edition_submission.provisional is '尚有待核实之处 | it had open queries';

create table xianbao.edition_missing (
    edition     bigint not null references xianbao.edition,
    return_name text   not null,
    region      text   not null,
    period      text   not null,
    deadline    timestamptz not null,
    primary key (edition, return_name, region, period)
);
comment on table xianbao.edition_missing is '结账时应报未报 | who had not reported when the edition was closed';
comment on column xianbao.edition_missing.deadline is '报送截止时刻；晚于结账即尚未到期 | the deadline; later than the closing, it was not due yet';

create table xianbao.edition_coverage (
    edition     bigint not null references xianbao.edition,
    return_name text   not null,
    owed        int    not null,
    reported    int    not null check (reported <= owed),
    unasked     int    not null,
    primary key (edition, return_name)
);
comment on table xianbao.edition_coverage is '各报表的报送率 | how much of each return had come in';
comment on column xianbao.edition_coverage.owed is '应报份数（县×期）| returns owed, counties times periods';
comment on column xianbao.edition_coverage.reported is '应报中已报份数 | of these, how many had come in';
comment on column xianbao.edition_coverage.unasked is '不应报而报的份数 | returns that came though nobody owed them';

create table xianbao.edition_source (
    edition   bigint not null references xianbao.edition,
    indicator text   not null,
    source    text   not null,
    primary key (edition, indicator)
);
comment on table xianbao.edition_source is '本版指定公布的来源，优先于定义 | the source that this edition was told to publish, before what the definition says';

alter table stats.observation add column published boolean;
update stats.observation o set published = 1 = (
    select count(*) from stats.observation same
    where (same.edition, same.indicator, same.region) = (o.edition, o.indicator, o.region));
alter table stats.observation alter column published set not null;
comment on column stats.observation.source is
    '来源；* 为各单位各取其公布来源的合计 | who states it; * adds up what each region publishes, of different sources';
comment on column stats.observation.published is '是否为公布的数字；一数多源时只公布其一 | whether it is the published one of several statements';
comment on column stats.observation.status is
    '状态（SDMX CL_OBS_STATUS）：A 正常；P 暂定（有待核实，或快报尚未报齐）；D 口径不全（定案时未报齐）| SDMX CL_OBS_STATUS: A normal; P provisional: open queries, or a flash edition that returns are missing from; D definition differs: a final one that covers only those who reported';

alter table xianbao.indicator add column publish text[] not null default '{}';
comment on column xianbao.indicator.publish is '公布来源的先后 | the sources to publish, the first that states it';

create table xianbao.setting (zone text not null);
create unique index one_setting on xianbao.setting ((true));
insert into xianbao.setting values ('Asia/Shanghai');
comment on table xianbao.setting is '设置 | settings';
comment on column xianbao.setting.zone is '一日止于此时区的 24:00 | where a day ends at 24:00';

-- what the definitions say of sources and the time zone is to be written though they have not changed
insert into xianbao.definitions (fingerprint) values ('');

-- ---------------------------------------------------------------- nothing of an edition ever changes

create function xianbao.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '期次不得更改，请另结修订（% %）| an edition never changes, close a revision instead (% on %)',
        tg_op, tg_table_name, tg_op, tg_table_name using errcode = 'restrict_violation';
end
$$;
comment on function xianbao.refuse_change() is '期次不得更改 | refuses to change what an edition holds';

-- An edition is written in one transaction; in any later one its row has another xmin.
create function xianbao.refuse_addition() returns trigger language plpgsql as $$
begin
    if exists (
        select from (select distinct edition from added) a
        join xianbao.edition e on e.id = a.edition
        where e.xmin <> pg_current_xact_id()::xid)
    then
        raise exception '期次已结，不得增补（%）| nothing can be added to an edition that is closed (%)',
            tg_table_name, tg_table_name using errcode = 'restrict_violation';
    end if;
    return null;
end
$$;
comment on function xianbao.refuse_addition() is '期次结账后不得增补 | refuses to add to an edition that is closed';

-- "always": not even a session that replays another server's changes passes them
do $$
declare
    part text;
begin
    foreach part in array array['xianbao.edition', 'xianbao.edition_submission', 'xianbao.edition_missing',
                                'xianbao.edition_coverage', 'xianbao.edition_source', 'stats.observation'] loop
        execute format('create trigger stands before update or delete or truncate on %s'
            ' for each statement execute function xianbao.refuse_change()', part);
        execute format('alter table %s enable always trigger stands', part);
        execute format('revoke insert, update, delete, truncate, references, trigger on %s from public', part);
        if part <> 'xianbao.edition' then
            execute format('create trigger sealed after insert on %s referencing new table as added'
                ' for each statement execute function xianbao.refuse_addition()', part);
            execute format('alter table %s enable always trigger sealed', part);
        end if;
    end loop;
end
$$;

-- ---------------------------------------------------------------- from one edition to the next

create view xianbao.used_measure as
select edition, submission, provisional, return_name, reporter, period, indicator, region, source, member, value, denominator, qualifier
from (
    select es.edition, es.submission, es.provisional, s.return_name, s.region as reporter, s.period, s.period_end,
           m.indicator, m.region, case m.source when '*' then '＊' else m.source end as source, m.member,
           m.value, m.denominator, m.qualifier, d.as_of,
           max(s.period_end) over (partition by es.edition, m.indicator, s.region, m.source) as last
    from xianbao.edition_submission es
    join xianbao.submission s on s.id = es.submission
    join xianbao.measure m on m.submission = es.submission
    join xianbao.indicator d on d.name = m.indicator
    where d.kind <> 'case') u
where not as_of or period_end = last;
comment on view xianbao.used_measure is '期次的数字所用的各项贡献 | the contributions that the figures of an edition are made of';

create function xianbao.ancestors(code text, day date) returns setof text language sql stable parallel safe as $$
    with recursive up (code) as (
        select ancestors.code
        union
        select (select r.parent from xianbao.region r
                where r.code = up.code and r.valid_from <= day and (r.valid_to is null or r.valid_to >= day)
                order by r.valid_from desc limit 1)
        from up where up.code is not null
    )
    select code from up where code is not null
$$;
comment on function xianbao.ancestors(text, date) is '本地区及其各级上级 | a region and those above it, as of a day';

create view xianbao.edition_input as
select es.edition, s.return_name, s.region, s.period, es.submission, es.provisional
from xianbao.edition_submission es join xianbao.submission s on s.id = es.submission;
comment on view xianbao.edition_input is '期次所依据的报送及其县、表、期 | what an edition rests on, by return, county and period';

-- "confirmed": the same submission, whose queries have been answered since
create function xianbao.input_change(later bigint, earlier bigint)
returns table (return_name text, reporter text, period text, entered bigint, gone bigint, effect text)
language sql stable security definer set search_path = pg_catalog, pg_temp set jit = off as $$
    select return_name, region, period, n.submission, o.submission,
           case when o.submission is null then 'entered'
                when n.submission is null then 'left'
                when n.submission <> o.submission then 'replaced'
                else 'confirmed' end
    from (select * from xianbao.edition_input i where i.edition = later) n
    full join (select * from xianbao.edition_input i where i.edition = earlier) o using (return_name, region, period)
    where n.submission is distinct from o.submission or n.provisional <> o.provisional
$$;
comment on function xianbao.input_change(bigint, bigint) is '两版所依据报送之差 | which submissions differ between two editions';

-- What two editions use differently, and whose it is; each difference counts for the regions above it too.
create function xianbao.cause(later bigint, earlier bigint)
returns table (indicator text, region text, source text, return_name text, reporter text, period text,
               entered bigint, gone bigint, effect text)
language sql stable security definer set search_path = pg_catalog, pg_temp set jit = off as $$
    with change as materialized (
        select * from xianbao.input_change(later, earlier)
    ), used as (
        -- what a submission contributes never changes, so only these reporters can differ
        select u.edition, u.return_name, u.reporter, u.period, u.indicator, u.region, u.source, u.member,
               u.value, u.denominator, u.qualifier, u.provisional
        from xianbao.used_measure u
        where u.edition in (later, earlier) and u.reporter = any (array(select distinct c.reporter from change c))
    ), lines as (
        select used.*, (used.return_name, used.reporter, used.period, used.indicator, used.region, used.source, used.member,
                         trim_scale(used.value), trim_scale(used.denominator), used.qualifier, used.provisional)::text as line
        from used
    ), differing as (
        select distinct l.return_name, l.reporter, l.period, l.indicator, l.region, l.source
        from lines l
        where not exists (select from lines other where other.line = l.line and other.edition <> l.edition)
    ), place as (
        select code, above
        from (select distinct d.region as code from differing d) c
        cross join lateral xianbao.ancestors(code, (select e.period_end from xianbao.edition e where e.id = later)) above
    )
    select d.indicator, p.above, d.source, c.return_name, c.reporter, c.period, c.entered, c.gone, c.effect
    from differing d
    join change c
      on (c.return_name, c.reporter, c.period) = (d.return_name, d.reporter, d.period)
    join place p on p.code = d.region
$$;
comment on function xianbao.cause(bigint, bigint) is '哪些报送使哪些数字变动 | which submissions made which figures differ';

create function xianbao.figure_change(later bigint, earlier bigint)
returns table (indicator text, region text, level text, source text, unit text, kind text, value_before numeric, value numeric,
               qualifier_before text, qualifier text, status_before text, status text,
               published_before boolean, published boolean, because text)
language sql stable security definer set search_path = pg_catalog, pg_temp set jit = off as $$
    with changed as (
        select coalesce(n.indicator, o.indicator) as indicator, coalesce(n.region, o.region) as region,
               coalesce(n.level, o.level) as level, coalesce(n.source, o.source) as source,
               coalesce(n.unit, o.unit) as unit, coalesce(n.kind, o.kind) as kind,
               o.value as value_before, n.value, o.qualifier as qualifier_before, n.qualifier,
               o.status as status_before, n.status, o.published as published_before, n.published
        from (select * from stats.observation a where a.edition = later) n
        full join (select * from stats.observation b where b.edition = earlier) o
          on (n.indicator, n.region, n.source) = (o.indicator, o.region, o.source)
        where (n.value, n.numerator, n.denominator, n.qualifier, n.status, n.unit, n.published)
              is distinct from (o.value, o.numerator, o.denominator, o.qualifier, o.status, o.unit, o.published)
    ), cause as (
        select k.indicator, k.region, k.source, concat_ws(' ', k.effect, k.return_name, k.reporter, k.period) collate "C" as line
        from xianbao.cause(later, earlier) k
    ), by_source as (
        select indicator, region, source, array_agg(distinct line order by line) as lines from cause group by 1, 2, 3
    ), by_region as (
        -- what several sources make up, and which of them is published, is every source's doing
        select indicator, region, array_agg(distinct line order by line) as lines from cause group by 1, 2
    ), because as (
        select c.*, case when c.source = '*' or c.published is distinct from c.published_before then r.lines else s.lines end as lines
        from changed c
        left join by_source s on (s.indicator, s.region, s.source) = (c.indicator, c.region, c.source)
        left join by_region r on (r.indicator, r.region) = (c.indicator, c.region)
    )
    select c.indicator, c.region, c.level, c.source, c.unit, c.kind, c.value_before, c.value, c.qualifier_before, c.qualifier,
           c.status_before, c.status, c.published_before, c.published,
           coalesce(array_to_string(c.lines[1:20], '; ') || case when cardinality(c.lines) > 20 then '; … (' || cardinality(c.lines) || ')' else '' end,
                    case when c.published is distinct from c.published_before and exists (
                            select from (select * from xianbao.edition_source where edition = later) n
                            full join (select * from xianbao.edition_source where edition = earlier) o using (indicator)
                            where indicator = c.indicator and n.source is distinct from o.source)
                         then 'source' end,
                    case when (c.value, c.qualifier, c.published) is distinct from (c.value_before, c.qualifier_before, c.published_before)
                            and (select count(distinct definitions) from xianbao.edition where id in (later, earlier)) = 2
                         then 'definitions' end)
    from because c
$$;
comment on function xianbao.figure_change(bigint, bigint) is '两版数字之差及其缘由 | which figures differ between two editions, and why';

-- ---------------------------------------------------------------- for people

create function stats.end_of(day date) returns timestamptz
language sql stable parallel safe security definer set search_path = pg_catalog, pg_temp as $$
    select (day + 1)::timestamp at time zone (select zone from xianbao.setting)
$$;
comment on function stats.end_of(date) is '一日的 24:00 | 24:00 of a day, where the returns are collected';

create or replace view stats.edition as
select e.period, e.n as edition, e.kind, e.cut_off, e.author, e.reason, e.checksum, e.closed_at,
       e.n = max(e.n) over (partition by e.period) as latest, e.definitions, c.owed, c.reported, s.submissions
from xianbao.edition e
left join lateral (
    select sum(owed)::int as owed, sum(reported)::int as reported from xianbao.edition_coverage where edition = e.id) c on true
left join lateral (
    select count(*)::int as submissions from xianbao.edition_submission where edition = e.id) s on true;
comment on view stats.edition is '期次 | editions';
comment on column stats.edition.period is '报告期 | period';
comment on column stats.edition.edition is '第几版，从 1 起 | counts the editions of a period from 1';
comment on column stats.edition.kind is '快报、定案、修订 | flash, final, revision';
comment on column stats.edition.cut_off is '截止时刻 | what was published by then is in it';
comment on column stats.edition.author is '责任人 | who answers for it';
comment on column stats.edition.reason is '原因 | why';
comment on column stats.edition.checksum is '数字的 SHA-256 | SHA-256 over its figures';
comment on column stats.edition.closed_at is '公布时刻 | published from then on';
comment on column stats.edition.latest is '是否最新 | whether it is the newest of its period';
comment on column stats.edition.definitions is '所用定义的指纹 | fingerprint of the definitions in force';
comment on column stats.edition.owed is '应报份数 | returns owed';
comment on column stats.edition.reported is '应报中已报份数 | of these, how many had come in';
comment on column stats.edition.submissions is '所依据的报送份数 | submissions it rests on';

create or replace view stats.figures_by_edition as
select e.period, e.n as edition, e.kind as edition_kind, o.indicator, i.zh as indicator_zh, i.en as indicator_en,
       i.theme_zh, i.theme_en, o.region, r.name as region_name, o.level, o.source, o.value, o.unit, o.qualifier, o.kind, o.status,
       o.numerator, o.denominator, o.reported, o.expected, e.closed_at, o.published
from stats.observation o
join xianbao.edition e on e.id = o.edition
left join xianbao.indicator i on i.name = o.indicator
left join lateral (
    select name from xianbao.region r
    where r.code = o.region and r.valid_from <= e.period_end order by r.valid_from desc limit 1) r on true;

create or replace view stats.figures as
select f.period, f.indicator, f.indicator_zh, f.indicator_en, f.theme_zh, f.theme_en, f.region, f.region_name, f.level, f.source,
       f.value, f.unit, f.qualifier, f.kind, f.status, f.numerator, f.denominator, f.reported, f.expected, f.edition, f.edition_kind,
       f.published
from stats.figures_by_edition f
join stats.edition e on e.period = f.period and e.edition = f.edition and e.latest;
comment on column stats.figures.source is '来源；* 为各单位各取其公布来源 | who states it; *: what each region publishes, of different sources';
comment on column stats.figures.published is '是否为公布的数字 | whether it is the published one of several statements';
comment on column stats.figures.status is 'A 正常；P 暂定；D 定案时未报齐 | A normal; P provisional; D final, but not all reported';

create function stats.as_of_moment(moment timestamptz) returns setof stats.figures language sql stable as $$
    select f.period, f.indicator, f.indicator_zh, f.indicator_en, f.theme_zh, f.theme_en, f.region, f.region_name, f.level,
           f.source, f.value, f.unit, f.qualifier, f.kind, f.status, f.numerator, f.denominator, f.reported, f.expected,
           f.edition, f.edition_kind, f.published
    from stats.figures_by_edition f
    join (select period, max(edition) as edition from stats.edition where closed_at <= moment group by period) e
      on e.period = f.period and e.edition = f.edition
$$;
comment on function stats.as_of_moment(timestamptz) is '截至某时刻已公布的各期数字 | the figures of every period as published by a moment';

create function stats.as_of(day date) returns setof stats.figures language sql stable as $$
    select * from stats.as_of_moment(stats.end_of(day) - interval '1 microsecond')
$$;
comment on function stats.as_of(date) is '截至某日 24:00 已公布的各期数字 | the figures of every period as published by 24:00 of a day';

create view stats.missing as
select e.period, e.n as edition, m.return_name, t.zh as return_zh, t.en as return_en, m.region, r.name as region_name,
       m.period as missing_period, m.deadline
from xianbao.edition_missing m
join xianbao.edition e on e.id = m.edition
left join xianbao.return_title t on t.name = m.return_name
left join lateral (
    select name from xianbao.region r
    where r.code = m.region and r.valid_from <= e.period_end order by r.valid_from desc limit 1) r on true;
comment on view stats.missing is '各版结账时应报未报 | who had not reported when each edition was closed';
comment on column stats.missing.period is '结账的报告期 | the period closed';
comment on column stats.missing.missing_period is '未报的报告期 | the period not reported for';
comment on column stats.missing.deadline is '报送截止时刻；晚于结账即尚未到期 | the deadline; later than the closing, it was not due yet';

create view stats.coverage as
select e.period, e.n as edition, c.return_name, t.zh as return_zh, t.en as return_en, c.owed, c.reported, c.unasked
from xianbao.edition_coverage c
join xianbao.edition e on e.id = c.edition
left join xianbao.return_title t on t.name = c.return_name;
comment on view stats.coverage is '各版的报送率 | how much of each return every edition rests on';
comment on column stats.coverage.owed is '应报份数（县×期）| returns owed, counties times periods';
comment on column stats.coverage.reported is '应报中已报份数 | of these, how many had come in';
comment on column stats.coverage.unasked is '不应报而报的份数 | returns that came though nobody owed them';

create view stats.change as
select e.period, e.n as edition, e.kind as edition_kind, b.n as edition_before, f.indicator, i.zh as indicator_zh, i.en as indicator_en,
       f.region, r.name as region_name, f.level, f.source, f.unit, f.kind, f.value_before, f.value,
       f.value - f.value_before as difference,
       case when i.percent then '百分点' else f.unit end as difference_unit,
       case when f.kind <> 'attribute' and not i.percent
            then round((f.value - f.value_before) / nullif(abs(f.value_before), 0) * 100, 2) end as difference_percent,
       f.qualifier_before, f.qualifier, f.status_before, f.status, f.published_before, f.published, f.because
from xianbao.edition e
join xianbao.edition b on b.period = e.period and b.n = e.n - 1
cross join lateral xianbao.figure_change(e.id, b.id) f
left join xianbao.indicator i on i.name = f.indicator
left join lateral (
    select name from xianbao.region r
    where r.code = f.region and r.valid_from <= e.period_end order by r.valid_from desc limit 1) r on true;
comment on view stats.change is '每版与上一版相比变动的数字 | what changed from each edition to the next';
comment on column stats.change.value_before is '上一版的数；空为上一版没有 | the figure before; null when there was none';
comment on column stats.change.value is '本版的数；空为本版没有 | the figure now; null when there is none any more';
comment on column stats.change.difference is '增减 | by how much it changed';
comment on column stats.change.difference_unit is '增减的单位；百分比之差为百分点 | unit of the difference; 百分点 (percentage points) between percentages';
comment on column stats.change.difference_percent is '增减幅度（%）；百分比和属性不计 | the difference in per cent of the figure before; none for percentages and attributes';
comment on column stats.change.because is
    '缘由：entered 新报、left 撤下、replaced 更正、confirmed 核实，及报表、县、报告期；source 为改定来源；definitions 为定义变更 | why: entered, left, replaced or confirmed, with return, county and period; source when another one is chosen; definitions when these changed';

create view stats.change_cause as
select e.period, e.n as edition, c.indicator, c.region, c.source, c.effect, c.return_name, t.zh as return_zh, t.en as return_en,
       c.reporter, g.name as reporter_name, c.period as return_period, vo.revision as revision_before, vn.revision,
       o.workbook as workbook_before, n.workbook, n.sheet, rd.reason
from xianbao.edition e
join xianbao.edition b on b.period = e.period and b.n = e.n - 1
cross join lateral xianbao.cause(e.id, b.id) c
left join xianbao.submission n on n.id = c.entered
left join xianbao.verdict vn on vn.submission = c.entered
left join xianbao.reading rd on rd.id = n.reading
left join xianbao.submission o on o.id = c.gone
left join xianbao.verdict vo on vo.submission = c.gone
left join xianbao.return_title t on t.name = c.return_name
left join lateral (
    select name from xianbao.region r
    where r.code = c.reporter and r.valid_from <= e.period_end order by r.valid_from desc limit 1) g on true;
comment on view stats.change_cause is '变动的数字由哪些报送引起 | the submissions behind each changed figure, and those of the regions above';
comment on column stats.change_cause.effect is 'entered 新报、left 撤下、replaced 更正、confirmed 核实 | entered, left, replaced, or confirmed since its queries were answered';
comment on column stats.change_cause.revision is '第几次报送 | revision of the submission now';
comment on column stats.change_cause.workbook is '文件的 SHA-256 | SHA-256 of the workbook it stands in';
comment on column stats.change_cause.reason is '重读的原因；空为县里所报 | why it was read again; null when the county sent it';

-- ---------------------------------------------------------------- revisions
-- The measures are those of the OECD/Eurostat guidelines on revisions policy and analysis, and of the ESS quality and
-- performance indicator A6: P the first estimate, L the later one.

create view stats.revision as
select v.period, v.indicator, i.zh as indicator_zh, i.en as indicator_en, v.region, r.name as region_name, v.level, v.source,
       v.unit, v.kind, v.vintages[1] as first, v.vintages[2] as second, v.vintages[3] as third,
       v.final, v.vintages[cardinality(v.vintages)] as latest, v.vintages, v.editions, v.final_edition,
       v.final - v.vintages[1] as revision,
       case when i.percent then '百分点' else v.unit end as revision_unit,
       case when v.kind <> 'attribute' and not i.percent
            then round((v.final - v.vintages[1]) / nullif(abs(v.vintages[1]), 0) * 100, 2) end as revision_percent,
       v.published
from (
    select e.period, max(e.period_end) as period_end, o.indicator, o.region, o.source,
           (array_agg(o.level order by e.n desc))[1] as level, (array_agg(o.unit order by e.n desc))[1] as unit,
           (array_agg(o.kind order by e.n desc))[1] as kind, (array_agg(o.published order by e.n desc))[1] as published,
           array_agg(o.value order by e.n) as vintages, array_agg(e.n order by e.n) as editions,
           max(o.value) filter (where e.kind = '定案') as final, max(e.n) filter (where e.kind = '定案') as final_edition
    from stats.observation o join xianbao.edition e on e.id = o.edition
    group by e.period, o.indicator, o.region, o.source) v
left join xianbao.indicator i on i.name = v.indicator
left join lateral (
    select name from xianbao.region r
    where r.code = v.region and r.valid_from <= v.period_end order by r.valid_from desc limit 1) r on true;
comment on view stats.revision is '修订三角：一数各版 | revision triangle: every figure with its vintages';
comment on column stats.revision.first is '首次公布的数 | as first published';
comment on column stats.revision.second is '第二次公布的数 | as published the second time';
comment on column stats.revision.third is '第三次公布的数 | as published the third time';
comment on column stats.revision.final is '定案的数；空为尚未定案 | as in the final edition; null before there is one';
comment on column stats.revision.latest is '最近一次公布的数 | as published last';
comment on column stats.revision.vintages is '历次公布的数 | all it has been, in order';
comment on column stats.revision.editions is '历次所在的版次 | the editions these stand in';
comment on column stats.revision.final_edition is '定案的版次 | the edition that is final';
comment on column stats.revision.revision is '定案减首次 | final less first';
comment on column stats.revision.revision_percent is '定案减首次，占首次的 %；百分比和属性不计 | final less first, in per cent of the first; none for percentages and attributes';
comment on column stats.revision.published is '最近一版是否公布此来源 | whether the last edition publishes this source';

create view stats.revision_summary as
select indicator, indicator_zh, indicator_en, level,
       case when period ~ 'Q' then 'quarter' when period ~ 'H' then 'half' when length(period) = 4 then 'year'
            when length(period) = 7 then 'month' else 'event' end as every,
       count(*) as figures, revision_unit as unit,
       trim_scale(round(avg(revision), 6)) as mean_revision,
       trim_scale(round(avg(abs(revision)), 6)) as mean_absolute_revision,
       case when revision_unit <> '百分点' and kind <> 'attribute'
            then round(sum(abs(revision)) / nullif(sum(abs(final)), 0) * 100, 2) end as relative_mean_absolute_revision
from stats.revision
where published and final_edition > editions[1]
group by indicator, indicator_zh, indicator_en, level, 5, revision_unit, kind;
comment on view stats.revision_summary is
    '修订的大小：首次至定案，按指标、级别和报告期种类；首次即定案的不计（OECD/Eurostat 修订政策与分析指南；ESS 质量指标 A6）| how much figures were revised from first to final, by indicator, level and length of period; those that were final at first do not count (OECD/Eurostat guidelines on revisions policy and analysis; ESS quality indicator A6)';
comment on column stats.revision_summary.figures is '数字个数 | how many figures';
comment on column stats.revision_summary.mean_revision is
    '平均修订 MR = Σ(L−P)/n，L 定案，P 首次；为零即无偏 | mean revision, MR = sum(L - P) / n, L final, P first; zero when first estimates are unbiased';
comment on column stats.revision_summary.mean_absolute_revision is
    '平均绝对修订 MAR = Σ|L−P|/n | mean absolute revision, MAR = sum|L - P| / n';
comment on column stats.revision_summary.relative_mean_absolute_revision is
    '相对平均绝对修订 RMAR = Σ|L−P|/Σ|L|，% | relative mean absolute revision, RMAR = sum|L - P| / sum|L|, in per cent';

-- ---------------------------------------------------------------- what waits for a revision
-- A return sent again with the same figures is nothing that a revision would show.

create view stats.revision_due as
with closed as (
    select * from (select distinct on (period) * from xianbao.edition order by period, n desc) newest where kind <> '快报'
), now as (
    select c.id as edition, p.return_name, p.region, p.period, p.submission, p.provisional
    from xianbao.publication p
    join xianbao.submission s on s.id = p.submission
    cross join lateral (values (to_char(s.period_end, 'YYYY-MM-DD')), (to_char(s.period_end, 'YYYY-MM')),
                               (to_char(s.period_end, 'YYYY"Q"Q')), (to_char(s.period_end, 'YYYY"H"') || 1 + (extract(month from s.period_end)::int - 1) / 6),
                               (to_char(s.period_end, 'YYYY'))) around (period)
    join closed c
      on c.period = around.period
     and s.period_end - s.period_start <= case when c.period_start = c.period_end then 0 else c.period_end - c.period_start + 3 end
    where p.superseded_at is null
), held as (
    select i.* from closed c join xianbao.edition_input i on i.edition = c.id
), differing as (
    select edition, n.submission as entered, h.submission as gone, n.provisional is distinct from h.provisional as status
    from now n full join held h using (edition, return_name, region, period)
    where n.submission is distinct from h.submission or n.provisional <> h.provisional
), waiting as (
    select * from differing d
    where d.status
       or exists ((select indicator, region, source, member, value, denominator, qualifier from xianbao.measure where submission = d.entered)
                  except all
                  (select indicator, region, source, member, value, denominator, qualifier from xianbao.measure where submission = d.gone))
       or exists ((select indicator, region, source, member, value, denominator, qualifier from xianbao.measure where submission = d.gone)
                  except all
                  (select indicator, region, source, member, value, denominator, qualifier from xianbao.measure where submission = d.entered))
)
select c.period, c.n as edition, c.kind, c.closed_at, count(*)::int as returns
from waiting w join closed c on c.id = w.edition
group by c.period, c.n, c.kind, c.closed_at;
comment on view stats.revision_due is
    '待修订：定案后又有新报送的报告期 | periods that are final while newer returns would change them; a person closes a revision';
comment on column stats.revision_due.returns is '新报、撤下或更正的报送份数 | how many returns came, went or were corrected since';
