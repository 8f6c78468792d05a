-- So that a figure of years ago can be explained by the rules of then: the text of every definition that was in force, and
-- which of them each submission was read and judged by.
create table xianbao.definition_source (
    version text not null,
    file    text not null,
    text    text not null,
    primary key (version, file)
);
comment on table xianbao.definition_source is '定义文件的原文，每个版本一份 | the text of every definition file that was in force, once a version';
comment on column xianbao.definition_source.version is '文件 SHA-256 的前 12 位 | first 12 digits of the file''s SHA-256';

create table xianbao.definition_file (
    fingerprint text not null,
    file        text not null,
    version     text not null,
    primary key (fingerprint, file),
    foreign key (version, file) references xianbao.definition_source
);
comment on table xianbao.definition_file is '各套定义由哪些文件组成 | which files the definitions of a fingerprint consist of';

create table xianbao.indicator_read (
    fingerprint text not null,
    return_since date not null,
    indicator   text not null,
    column_name text not null,
    purposes    text[] not null,
    personal    boolean not null,
    primary key (fingerprint, indicator, return_since, column_name)
);
comment on table xianbao.indicator_read is '各指标读取报表的哪些栏目 | which columns of its return an indicator reads, by the layout''s first month';
comment on column xianbao.indicator_read.purposes is '用途：value denominator qualifier member where region source | what it is read for';

alter table xianbao.submission add column definitions text;
comment on column xianbao.submission.definitions is '读取时所用定义的指纹；早于此记录者为空 | fingerprint of the definitions it was read with; null before this was kept';
alter table xianbao.verdict add column definitions text;
comment on column xianbao.verdict.definitions is '审核和计量所用定义的指纹 | fingerprint of the definitions it was judged and measured with';

create view stats.lineage as
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
    ), input as (
        select m.submission, m.region, m.source, m.member, m.value, m.denominator, m.qualifier, s.period_end,
               max(s.period_end) over (partition by s.region) as last
        from xianbao.edition_submission c
        join xianbao.submission s on s.id = c.submission
        join xianbao.measure m on m.submission = c.submission and m.indicator = o.indicator
        where c.edition = o.edition
    )
    select n.submission, sum(n.value) as contribution, sum(n.denominator) as denominator,
           xianbao.qualifier(bit_or(xianbao.qualifier_bits(n.qualifier))) as qualifier
    from input n join below b on b.code = n.region
    where n.source = o.source and (not i.as_of or n.period_end = n.last)
    group by n.submission) m
join xianbao.submission s on s.id = m.submission
join xianbao.verdict v on v.submission = s.id
join xianbao.workbook w on w.hash = s.workbook;
comment on view stats.lineage is '数字从何而来：每个数字所依据的报送、文件、工作表及栏目位置 | where a figure comes from: the submissions it rests on, with workbook, sheet and the place of each column it reads';
comment on column stats.lineage.contribution is '该报送的贡献（比率为分子）| what this submission contributes; of a ratio, the numerator';
comment on column stats.lineage.places is '所读栏目的位置：列标或单元格；行见 stats.return_<报表>.sheet_row，逐格见 xianbao trace | where the columns it reads stand: a letter or a cell; rows are sheet_row of stats.return_<name>, xianbao trace tells each cell';
comment on column stats.lineage.definition_version is '报表定义文件的版本 | version of the return''s definition';
comment on column stats.lineage.rule_set is '审核和计量所用定义的指纹 | fingerprint of the definitions it was judged and measured with';
grant select on stats.lineage to xianbao_reader;

-- Views and comments of a return are made again only when they would come out differently: to make them locks out whoever
-- reads them.
create table xianbao.made_return (
    return_name text primary key,
    digest      text not null
);
comment on table xianbao.made_return is '各报表的视图和注释是按什么生成的 | from what the views and comments of each return were made, as a digest';
