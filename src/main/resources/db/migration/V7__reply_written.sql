-- A workbook with returns of several counties gets a receipt a county; a reply that could not be written says why.
alter table xianbao.reply rename column receipt to receipts;
alter table xianbao.reply alter column receipts type text[] using array[receipts];
alter table xianbao.reply add column failed text;
create index on xianbao.reply (reading) where failed is not null;
comment on column xianbao.reply.receipts is '回执，一县一份 | the receipts, one a county';
comment on column xianbao.reply.failed is '未能写出的原因，下一夜重试；空为成功 | why it could not be written, tried again by the next night; null when it was';

create view stats.reply as
select r.batch as run, 'replies/' || b.night as folder,
       count(*) filter (where p.failed is null) as workbooks, count(p.reply) as replies,
       coalesce(sum(cardinality(p.receipts)), 0) as receipts, count(p.failed) as failed
from xianbao.reply p
join xianbao.reading r on r.id = p.reading
join xianbao.batch b on b.name = r.batch
group by r.batch, b.night;
comment on view stats.reply is '各次运行写出的回复 | the replies that each run wrote, in a folder below the home';
