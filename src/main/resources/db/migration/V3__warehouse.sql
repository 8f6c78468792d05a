-- The fixed tables. What belongs to a return (facts.*, received.*, published.*, stats.<return>) is made from the definitions.
create schema xianbao;
create schema facts;
create schema received;
create schema published;
create schema stats;

comment on schema xianbao is '流程账：文件、报送、审核、发布、期次 | the ledger: workbooks, submissions, findings, publication, editions';
comment on schema facts is '报送的明细数据，按报表分表 | rows as submitted, a table a return';
comment on schema received is '手头最新的报送 | the rows on hand: the newest submission of each return, county and period';
comment on schema published is '已发布的报送 | the rows of the submissions that count now';
comment on schema stats is '统计数据，供查询 | figures and published rows, for people';

-- ---------------------------------------------------------------- what came in

create table xianbao.batch (
    name       text primary key,
    night      date not null,
    reason     text,
    started_at timestamptz not null default now(),
    ended_at   timestamptz
);
comment on table xianbao.batch is '一次运行：夜间或重跑 | one run of the job: a night''s, or a rerun';

create table xianbao.workbook (
    hash        text primary key check (hash ~ '^[0-9a-f]{64}$'),
    name        text        not null,
    bytes       bigint      not null,
    receipt     bigint      not null generated always as identity unique,
    received_at timestamptz not null
);
comment on table xianbao.workbook is '收到的文件；内容相同只收一次 | a file that came in; the same bytes are received once';
comment on column xianbao.workbook.receipt is '收文序号 | order of receipt, which decides between files of the same time';
comment on column xianbao.workbook.received_at is '文件的时间，越晚越新 | the time of the file; the later, the newer';

create table xianbao.reading (
    id       bigint generated always as identity primary key,
    batch    text not null references xianbao.batch,
    workbook text not null references xianbao.workbook,
    reason   text,
    sheet_index int,
    state    text not null default 'waiting' check (state in ('waiting', 'read', 'refused', 'failed')),
    rows     bigint not null default 0,
    detail   text,
    unique (batch, workbook)
);
comment on table xianbao.reading is '对一个文件的一次读取：夜间或重跑 | one reading of one workbook, by a night or a rerun';
comment on column xianbao.reading.sheet_index is '只读此工作表（从 0 起）；空为全部 | the only sheet to read, zero-based; null for all';
comment on column xianbao.reading.batch is '业务键：night:日期 或 rerun:… | business key: night:<date> or rerun:<…>';

create table xianbao.submission (
    id           bigint generated always as identity primary key,
    reading      bigint not null references xianbao.reading,
    workbook     text   not null references xianbao.workbook,
    sheet        text   not null,
    sheet_index  int    not null,
    return_name  text   not null,
    since        date   not null,
    version      text   not null,
    region       text   not null,
    period       text   not null,
    period_start date   not null,
    period_end   date   not null,
    previous     text   not null,
    places       jsonb  not null,
    rows         bigint not null default 0,
    loaded       boolean not null default false,
    unique (reading, sheet_index)
);
create index on xianbao.submission (return_name, region, period);
create index on xianbao.submission (workbook);
comment on table xianbao.submission is '报送：一县一期一表的一次上报 | one return of one county for one period, found in one workbook';
comment on column xianbao.submission.version is '所用定义文件的指纹 | fingerprint of the definition it was read with';
comment on column xianbao.submission.places is '各指标在表中的位置 | where each column stands on the sheet: a letter, or a cell';
comment on column xianbao.submission.previous is '上一期 | the period one back';

create table xianbao.verdict (
    submission bigint primary key references xianbao.submission,
    verdict    text not null check (verdict in ('accepted', 'queried', 'returned')),
    revision   int  not null,
    rejects    bigint not null,
    queries    bigint not null,
    notes      bigint not null,
    judged_at  timestamptz not null default now()
);
comment on table xianbao.verdict is '审核结论 | what became of a submission';

create table xianbao.publication (
    return_name   text not null,
    region        text not null,
    period        text not null,
    submission    bigint not null references xianbao.submission,
    provisional   boolean not null,
    published_at  timestamptz not null default now(),
    superseded_at timestamptz
);
create unique index one_published on xianbao.publication (return_name, region, period) where superseded_at is null;
create index on xianbao.publication (submission);
comment on table xianbao.publication is '发布记录：现行版本及历史 | which submission counts, now and before';

create table xianbao.finding (
    id         bigint generated always as identity primary key,
    reading    bigint not null references xianbao.reading,
    submission bigint references xianbao.submission,
    severity   text not null check (severity in ('reject', 'query', 'note')),
    rule       text not null,
    sheet      text,
    cell       text,
    row_no     int,
    column_name text,
    reported   text,
    expected   text,
    zh         text not null,
    en         text not null
);
create index on xianbao.finding (reading);
create index on xianbao.finding (submission);
comment on table xianbao.finding is '审核结果，明细有上限，计数见 finding_total | findings; details are capped, counts are not: finding_total';
comment on column xianbao.finding.row_no is '工作表行号，从 1 起 | row of the sheet, 1-based';

create table xianbao.finding_total (
    reading     bigint not null references xianbao.reading,
    submission  bigint not null,
    severity    text   not null,
    rule        text   not null,
    column_name text   not null,
    total       bigint not null,
    primary key (reading, submission, severity, rule, column_name)
);
comment on table xianbao.finding_total is '审核结果计数；submission 为 0 指整个文件 | how many of each; submission 0 is the workbook';

create table xianbao.form_total (
    submission  bigint  not null references xianbao.submission,
    column_name text    not null,
    row_no      int     not null,
    value       numeric not null,
    primary key (submission, column_name)
);
comment on table xianbao.form_total is '表上填报的合计 | the form''s own total row, as reported';

-- ---------------------------------------------------------------- figures

create table xianbao.measure (
    submission  bigint not null references xianbao.submission,
    indicator   text   not null,
    region      text   not null,
    source      text   not null default '',
    member      text   not null default '',
    value       numeric not null,
    denominator numeric,
    qualifier   text   not null
);
create index on xianbao.measure (submission);
comment on table xianbao.measure is '每次报送对每个指标的贡献 | what one submission contributes to an indicator';
comment on column xianbao.measure.member is '只计一次的成员 | what is counted once, where members are';

create table xianbao.edition (
    id           bigint generated always as identity primary key,
    period       text not null,
    period_start date not null,
    period_end   date not null,
    kind         text not null check (kind in ('快报', '定案', '修订')),
    n            int  not null,
    cut_off      timestamptz not null,
    author       text not null,
    reason       text,
    checksum     text not null,
    closed_at    timestamptz not null default now(),
    unique (period, n)
);
comment on table xianbao.edition is '期次：一期冻结的数字 | the frozen figures of one period';
comment on column xianbao.edition.checksum is '内容按序的 SHA-256 | SHA-256 over the ordered content';

create table xianbao.edition_submission (
    edition    bigint not null references xianbao.edition,
    submission bigint not null references xianbao.submission,
    primary key (edition, submission)
);
comment on table xianbao.edition_submission is '期次所依据的报送 | the submissions an edition rests on';

create table stats.observation (
    edition     bigint  not null references xianbao.edition,
    indicator   text    not null,
    region      text    not null,
    level       text    not null,
    source      text    not null default '',
    value       numeric not null,
    numerator   numeric,
    denominator numeric,
    unit        text    not null,
    kind        text    not null,
    qualifier   text    not null,
    status      text    not null,
    reported    int     not null,
    expected    int     not null,
    primary key (edition, indicator, region, source)
);
comment on table stats.observation is '各期次的统计数字 | every figure of every edition';
comment on column stats.observation.qualifier is '限定：= > < ≈ ≈< | how exact the figure is';
comment on column stats.observation.status is '状态（SDMX CL_OBS_STATUS）：A 正常 P 暂定 | SDMX CL_OBS_STATUS: A normal, P provisional';
comment on column stats.observation.reported is '已报单位数（县×期）| returns that the figure rests on';
comment on column stats.observation.expected is '应报单位数（县×期）| returns that were owed';

-- ---------------------------------------------------------------- what the definitions say, for SQL to join

create table xianbao.region (
    code       text not null,
    name       text not null,
    level      text not null,
    parent     text,
    valid_from date not null,
    valid_to   date,
    primary key (code, valid_from)
);
comment on table xianbao.region is '行政区划及其有效期 | regions in time (GB/T 2260)';

create table xianbao.reporter (
    region      text not null,
    return_name text not null,
    valid_from  date not null,
    valid_to    date,
    exempt      text[] not null
);
comment on table xianbao.reporter is '谁应报什么 | who owes which return';

create table xianbao.due_period (
    return_name  text not null,
    period       text not null,
    period_start date not null,
    period_end   date not null,
    deadline     timestamptz not null,
    primary key (return_name, period)
);
comment on table xianbao.due_period is '报告期日历 | the calendar of each return, as far as it has come';

create table xianbao.indicator (
    name        text primary key,
    zh          text not null,
    en          text not null,
    theme_zh    text not null,
    theme_en    text not null,
    kind        text not null,
    unit        text not null,
    return_name text not null,
    combine     text not null,
    as_of       boolean not null,
    percent     boolean not null,
    headline    boolean not null
);
comment on table xianbao.indicator is '指标定义 | the defined statistics';

create table xianbao.return_title (
    name text primary key,
    zh   text not null,
    en   text not null,
    every text not null
);

create table xianbao.definitions (
    fingerprint text not null,
    applied_at  timestamptz not null default now()
);
comment on table xianbao.definitions is '定义的沿革 | which definitions were in force from when';

create view xianbao.owed as
select r.region, d.return_name, d.period, d.period_start, d.period_end, d.deadline, p.submission, p.published_at
from xianbao.reporter r
join xianbao.due_period d
  on d.return_name = r.return_name and d.period_start >= r.valid_from
 and (r.valid_to is null or d.period_end <= r.valid_to) and not d.period = any (r.exempt)
left join xianbao.publication p
  on p.return_name = d.return_name and p.region = r.region and p.period = d.period and p.superseded_at is null;
comment on view xianbao.owed is '应报清单；submission 为空即未报 | what is owed; no submission: not there yet';

-- The newest submission of each return, county and period, whatever its verdict: returns are judged side by side, and
-- what one sees of another must not depend on which was judged first.
create view xianbao.on_hand as
select distinct on (s.return_name, s.region, s.period) s.id, s.return_name, s.region, s.period, s.period_start, s.period_end
from xianbao.submission s
join xianbao.workbook w on w.hash = s.workbook
where s.loaded
order by s.return_name, s.region, s.period, w.received_at desc, w.receipt desc, s.id desc;
comment on view xianbao.on_hand is '手头最新的报送 | the newest submission of each return, county and period';

-- ---------------------------------------------------------------- qualifiers add up as bits: over, under, about, rounded, derived

create function xianbao.qualifier_bits(qualifier text) returns int language sql immutable parallel safe as $$
    select case qualifier
        when '>' then 1 when '<' then 2 when '≈' then 4 when '≈<' then 6 when '≈>' then 5
        when '= (rounded)' then 8 when 'derived' then 16 else 0 end
$$;

-- over and under together say nothing but "about"; a weaker word hides a stronger one
create function xianbao.qualifier(bits int) returns text language sql immutable parallel safe as $$
    select case
        when coalesce(bits, 0) & 3 = 3 then '≈'
        when bits & 4 = 4 and bits & 2 = 2 then '≈<'
        when bits & 4 = 4 and bits & 1 = 1 then '≈>'
        when bits & 4 = 4 then '≈'
        when bits & 1 = 1 then '>'
        when bits & 2 = 2 then '<'
        when bits & 8 = 8 then '= (rounded)'
        when bits & 16 = 16 then 'derived'
        else '=' end
$$;
comment on function xianbao.qualifier(int) is '合并后的限定 | the weakest of several qualifiers, from their bits or-ed';

-- ---------------------------------------------------------------- for people

create view stats.edition as
select period, n as edition, kind, cut_off, author, reason, checksum, closed_at,
       n = max(n) over (partition by period) as latest
from xianbao.edition;
comment on view stats.edition is '期次 | editions';

create view stats.figures_by_edition as
select e.period, e.n as edition, e.kind as edition_kind, o.indicator, i.zh as indicator_zh, i.en as indicator_en,
       i.theme_zh, i.theme_en, o.region, r.name as region_name, o.level, o.source, o.value, o.unit, o.qualifier, o.kind, o.status,
       o.numerator, o.denominator, o.reported, o.expected, e.closed_at
from stats.observation o
join xianbao.edition e on e.id = o.edition
left join xianbao.indicator i on i.name = o.indicator
left join lateral (
    select name from xianbao.region r
    where r.code = o.region and r.valid_from <= e.period_end order by r.valid_from desc limit 1) r on true;
comment on view stats.figures_by_edition is '各期次数字（长表）| figures of every edition, long';

create view stats.figures as
select f.period, f.indicator, f.indicator_zh, f.indicator_en, f.theme_zh, f.theme_en, f.region, f.region_name, f.level, f.source,
       f.value, f.unit, f.qualifier, f.kind, f.status, f.numerator, f.denominator, f.reported, f.expected, f.edition, f.edition_kind
from stats.figures_by_edition f
join stats.edition e on e.period = f.period and e.edition = f.edition and e.latest;
comment on view stats.figures is '最新期次数字（长表）| figures of the latest edition of each period, long';

create view stats.cases as
select s.period, m.indicator, i.zh as indicator_zh, i.en as indicator_en, m.region, m.value, i.unit, m.qualifier
from xianbao.measure m
join xianbao.publication p on p.submission = m.submission and p.superseded_at is null
join xianbao.submission s on s.id = m.submission
join xianbao.indicator i on i.name = m.indicator
where i.kind = 'case';
comment on view stats.cases is '个案：保留，不汇总 | single cases: kept, never aggregated';

create view stats.region as
select code, name, level, parent, valid_from, valid_to from xianbao.region;
comment on view stats.region is '行政区划及其有效期 | regions in time';

create view stats.run as
select b.name as run, b.started_at, b.ended_at, b.reason,
       count(distinct r.id) as workbooks,
       count(distinct r.id) filter (where r.state = 'refused') as refused,
       count(distinct r.id) filter (where r.state = 'failed') as failed,
       count(s.id) filter (where v.verdict = 'accepted') as accepted,
       count(s.id) filter (where v.verdict = 'queried') as queried,
       count(s.id) filter (where v.verdict = 'returned') as returned,
       coalesce(sum(s.rows), 0) as rows
from xianbao.batch b
left join xianbao.reading r on r.batch = b.name
left join xianbao.submission s on s.reading = r.id
left join xianbao.verdict v on v.submission = s.id
group by b.name;
comment on view stats.run is '历次运行 | every run of the job';

-- what was owed or came unasked, and what has become of it
create view stats.reporting as
select d.return_name, t.zh as return_zh, t.en as return_en, d.region, r.name as region_name, d.period, d.deadline,
       case when p.submission is not null then case when p.provisional then 'provisional' else 'accepted' end
            when l.verdict is not null then l.verdict
            when d.deadline <= now() then 'overdue'
            else 'owed' end as state,
       l.revision
from (select return_name, region, period, period_end, deadline from xianbao.owed
      union
      select s.return_name, s.region, s.period, s.period_end,
             (select o.deadline from xianbao.owed o
              where o.return_name = s.return_name and o.region = s.region and o.period = s.period)
      from xianbao.submission s where s.loaded) d
left join xianbao.return_title t on t.name = d.return_name
left join xianbao.publication p
  on p.return_name = d.return_name and p.region = d.region and p.period = d.period and p.superseded_at is null
left join lateral (
    select v.verdict, v.revision from xianbao.submission s join xianbao.verdict v on v.submission = s.id
    where s.return_name = d.return_name and s.region = d.region and s.period = d.period
    order by v.revision desc limit 1) l on true
left join lateral (
    select name from xianbao.region g where g.code = d.region and g.valid_from <= d.period_end
    order by g.valid_from desc limit 1) r on true;
comment on view stats.reporting is '报送情况：已报、退回、应报未报 | who has reported and who has not';

-- ---------------------------------------------------------------- roles

do $$
begin
    if not exists (select from pg_roles where rolname = 'xianbao_rules') then
        create role xianbao_rules nologin;
    end if;
    if not exists (select from pg_roles where rolname = 'xianbao_reader') then
        create role xianbao_reader login connection limit 20;
    end if;
    execute format('grant xianbao_rules, xianbao_reader to %I', current_user);
end
$$;
alter role xianbao_reader set default_transaction_read_only = on;
alter role xianbao_reader set statement_timeout = '60s';

grant usage on schema xianbao, facts, received, published to xianbao_rules;
grant select on xianbao.submission, xianbao.form_total, xianbao.on_hand, xianbao.publication, xianbao.region to xianbao_rules;
alter default privileges in schema facts grant select on tables to xianbao_rules;
alter default privileges in schema received grant select on tables to xianbao_rules;
alter default privileges in schema published grant select on tables to xianbao_rules;

revoke all on schema public from public;
grant usage on schema stats to xianbao_reader;
grant select on all tables in schema stats to xianbao_reader;
alter default privileges in schema stats grant select on tables to xianbao_reader;
