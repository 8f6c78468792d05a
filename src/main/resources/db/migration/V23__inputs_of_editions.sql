-- Whether what is published differs from what an edition rests on is asked of every period every night. Sets of hundred thousands are
-- not compared for it: each set has a mark, the sum modulo 2 of the hashes of its members, and an edition keeps its own.

create function xianbao.mark(submission bigint, provisional boolean) returns bigint language sql immutable parallel safe as $$
    select hashint8extended(submission, provisional::int)
$$;
comment on function xianbao.mark(bigint, boolean) is
    '一份报送的标记，异或得一组之标记 | the mark of a submission; those of a set are combined by bit_xor';

alter table xianbao.edition add column inputs bigint;
alter table xianbao.edition disable trigger stands;
update xianbao.edition e set inputs = coalesce(
    (select bit_xor(xianbao.mark(s.submission, s.provisional)) from xianbao.edition_submission s where s.edition = e.id), 0);
alter table xianbao.edition enable always trigger stands;
alter table xianbao.edition alter column inputs set not null;
comment on column xianbao.edition.inputs is '所依据报送的标记 | the mark of the submissions that it rests on';

-- A return's period has the same days, whoever reports it.
create view xianbao.published_input as
select p.return_name, p.period, s.period_start, s.period_end, p.inputs
from (select return_name, period, max(submission) as submission, bit_xor(xianbao.mark(submission, provisional)) as inputs
      from xianbao.publication where superseded_at is null group by return_name, period) p
join xianbao.submission s on s.id = p.submission;
comment on view xianbao.published_input is '各表各期现行报送的标记 | the mark of what is published of each return and period';
comment on column xianbao.published_input.inputs is '现行报送的标记 | the mark of what is published';
