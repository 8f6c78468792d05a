-- The dialogue: what a county answers to the queries of an earlier judgement, and which queries stand answered.

create table xianbao.answer (
    reading bigint not null references xianbao.reading,
    sheet   text   not null,
    row_no  int    not null,
    cell    text   not null,
    query   text   not null,
    said    text   not null,
    author  text,
    primary key (reading, sheet, row_no)
);
comment on table xianbao.answer is '随文件收到的说明，原文；是否认可见 explanation | what a workbook said to queries, as it stands there; whether it counts: explanation';
comment on column xianbao.answer.row_no is '工作表行号，从 1 起 | row of the sheet, 1-based';
comment on column xianbao.answer.cell is '说明所在单元格 | the cell that says it';
comment on column xianbao.answer.author is '说明人；空为未填 | who says it; null when nobody is named';

alter table xianbao.finding_total add column answered bigint not null default 0;
comment on column xianbao.finding_total.answered is '其中已有有效说明的 | how many of them a valid explanation answers';
alter table xianbao.verdict add column answered bigint not null default 0;
comment on column xianbao.verdict.answered is 'queries 中已有有效说明的 | how many of the queries a valid explanation answers';

create index on xianbao.explanation (return_name, region, rule, column_name, subject);
create unique index said_once on xianbao.explanation
    (return_name, region, query, period, source, author, valid_until, md5(said), coalesce(refused, ''));

-- An explanation answers from the period it was given for until it expires, for its own county and return only.
create view xianbao.explained as
select s.id as submission, s.return_name, s.period, e.id as explanation, e.rule, e.column_name, e.subject
from xianbao.submission s
join xianbao.explanation e on e.return_name = s.return_name and e.region = s.region
where e.refused is null and e.period_end <= s.period_end and e.valid_until >= s.period_end;
comment on view xianbao.explained is '对每次报送有效的说明；subject 为空即整组 | the explanations that hold for a submission; subject empty: for all findings of the rule and column';
grant select on xianbao.explained to xianbao_rules;

create function xianbao.query_number(return_name text, rule text, column_name text, subject text) returns text
language sql immutable parallel safe as $$
    select 'Q' || upper(encode(substring(sha256(
        convert_to(return_name, 'UTF8') || '\x00'::bytea || convert_to(rule, 'UTF8') || '\x00'::bytea
        || convert_to(coalesce(column_name, ''), 'UTF8') || '\x00'::bytea || convert_to(subject, 'UTF8')) from 1 for 5), 'hex'))
$$;
comment on function xianbao.query_number(text, text, text, text) is '核实编号 | the number of a query, as the reply prints it';

create view xianbao.open_query as
select s.id as submission, s.workbook, s.sheet_index, s.return_name, s.since, s.region, s.period, s.period_end, v.verdict,
       n.rule, n.column_name, f.subject, s.sheet, f.cell,
       xianbao.query_number(s.return_name, n.rule, n.column_name, coalesce(f.subject, '')) as query,
       xianbao.query_number(s.return_name, n.rule, n.column_name, '') as query_of_all,
       n.total - n.answered as open
from xianbao.on_hand h
join xianbao.submission s on s.id = h.id
join xianbao.verdict v on v.submission = s.id
join xianbao.finding_total n on n.reading = s.reading and n.submission = s.id and n.severity = 'query' and n.total > n.answered
left join xianbao.finding f on f.submission = s.id and f.severity = 'query' and not f.answered
 and f.rule = n.rule and coalesce(f.column_name, '') = n.column_name;
comment on view xianbao.open_query is '待说明的核实性问题（手头最新的报送）| queries that wait for an explanation, of the newest submissions';
comment on column xianbao.open_query.subject is '所涉对象；空值指没有明细的 | the row it concerns; null where only queries without details are left';

create view stats.open_query as
select q.submission, q.return_name, t.zh as return_zh, t.en as return_en, q.region, r.name as region_name, q.period, q.verdict,
       q.rule, q.column_name, q.sheet, q.cell, q.query, q.query_of_all, q.open
from xianbao.open_query q
left join xianbao.return_title t on t.name = q.return_name
left join lateral (
    select name from xianbao.region g where g.code = q.region and g.valid_from <= q.period_end
    order by g.valid_from desc limit 1) r on true;
comment on view stats.open_query is '待说明的核实性问题（手头最新的报送）| queries that wait for an explanation, of the newest submissions';
comment on column stats.open_query.query is '核实编号 | the number under which it is explained';
comment on column stats.open_query.query_of_all is '同一审核关系、同一栏目全部问题的核实编号 | the number that explains all of this rule and column';
comment on column stats.open_query.open is '该审核关系、该栏目待说明的总数，明细有上限 | how many of this rule and column are open, those without details too';
grant select on stats.open_query to xianbao_reader;
