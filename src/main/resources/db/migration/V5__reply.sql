-- What a reply needs beyond the findings: what each concerns, what is suggested, what was explained, where the reply went.
alter table xianbao.finding add column subject text not null default '';
alter table xianbao.finding add column hint_zh text;
alter table xianbao.finding add column hint_en text;
alter table xianbao.finding add column answered boolean not null default false;
comment on column xianbao.finding.subject is '所涉对象（行键，个人信息已加密）；空为整表 | the row it concerns, by its key, personal data hashed; empty for the whole return';
comment on column xianbao.finding.hint_zh is '可能的原因 | what is likely wrong, as a suggestion';
comment on column xianbao.finding.hint_en is '可能的原因（英文）| what is likely wrong, in English';
comment on column xianbao.finding.answered is '已有有效说明 | a query that a valid explanation answers';

create table xianbao.explanation (
    id          bigint generated always as identity primary key,
    return_name text not null,
    region      text not null,
    query       text not null,
    rule        text not null,
    column_name text not null default '',
    subject     text not null default '',
    period      text not null,
    period_end  date not null,
    said        text not null,
    author      text not null,
    source      text not null check (source in ('county', 'administrator')),
    reading     bigint references xianbao.reading,
    given_at    timestamptz not null default now(),
    valid_until date not null,
    refused     text
);
create index on xianbao.explanation (return_name, region, query);
comment on table xianbao.explanation is '对核实性审核结果的说明 | what was said to a query, and until when it holds';
comment on column xianbao.explanation.query is '核实编号 | the number of the query: a digest of return, rule, column and subject';
comment on column xianbao.explanation.period is '首次说明的报告期 | the period it was first given for';
comment on column xianbao.explanation.valid_until is '有效至此日：报告期止于此日或以前的不再询问 | periods that end by this day are not asked again';
comment on column xianbao.explanation.refused is '不予认可的原因（消息键）；空为认可 | why it does not count, a message key; null when it does';

create table xianbao.reply (
    reading    bigint primary key references xianbao.reading,
    reply      text,
    receipt    text not null,
    written_at timestamptz not null default now()
);
comment on table xianbao.reply is '已写出的回复 | replies written, as paths below the home';
comment on column xianbao.reply.reply is '批注后的文件；空为没有审核结果 | the annotated workbook; null when there was no finding';
