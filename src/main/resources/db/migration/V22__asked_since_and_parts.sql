-- What a return has in common with another county's that came later is asked of the earlier one too: its workbook is
-- answered once more, by the run that raised it.

create table xianbao.asked_since (
    batch   text   not null references xianbao.batch,
    reading bigint not null references xianbao.reading,
    primary key (batch, reading)
);
comment on table xianbao.asked_since is '审核之后又被提出核实的文件 | workbooks judged before that a run has put new queries to';
comment on column xianbao.asked_since.batch is '提出核实的运行 | the run that raised them, and owes another reply';

alter table xianbao.reply add column batch text references xianbao.batch;
update xianbao.reply p set batch = r.batch from xianbao.reading r where r.id = p.reading;
alter table xianbao.reply alter column batch set not null, drop constraint reply_pkey, add primary key (reading, batch);
comment on column xianbao.reply.batch is '写出回复的运行 | the run that owed it: the one that read the workbook, or one that asked anew';

create or replace view stats.reply as
select p.batch as run, 'replies/' || b.night as folder,
       count(*) filter (where p.failed is null) as workbooks, count(p.reply) as replies,
       coalesce(sum(cardinality(p.receipts)), 0) as receipts, count(p.failed) as failed,
       count(p.reply) filter (where p.batch <> r.batch) as asked_since
from xianbao.reply p
join xianbao.reading r on r.id = p.reading
join xianbao.batch b on b.name = p.batch
group by p.batch, b.night;
comment on column stats.reply.asked_since is '其中对以前已审核文件的补充核实 | replies among them to workbooks judged before, with queries that came up since';

-- a rule tells the rows that it has not told yet
grant select (submission, rule, row_no) on xianbao.finding to xianbao_rules;

-- Indicators that are parts of one another are withheld together.

create table xianbao.indicator_part (
    indicator text not null,
    breakdown int  not null,
    part      text not null,
    primary key (indicator, breakdown, part)
);
comment on table xianbao.indicator_part is '指标的组成部分，各部分互不重叠 | indicators that count different ones of those that another counts';
comment on column xianbao.indicator_part.breakdown is '第几种分组，从 1 起 | which of its breakdowns, 1-based';
comment on column xianbao.indicator_part.part is '部分（指标）；比率指其分子 | the part, an indicator; a ratio stands for its numerator';
