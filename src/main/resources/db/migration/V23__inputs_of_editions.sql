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

-- Only where the marks differ are the sets looked at.
create or replace view stats.revision_due with (security_barrier) as
with published as materialized (
    select * from xianbao.published_input
), closed as materialized (
    select n.id, n.period, n.period_start, n.period_end, n.n, n.kind, e.closed_at,
           case when n.period_start = n.period_end then 0 else n.period_end - n.period_start + 3 end as longest
    from xianbao.newest n join xianbao.edition e on e.id = n.id
    where n.kind <> '快报'
      and e.inputs <> coalesce((
          select bit_xor(p.inputs) from published p
          where p.period_end between n.period_start and n.period_end
            and p.period_end - p.period_start <= case when n.period_start = n.period_end then 0 else n.period_end - n.period_start + 3 end), 0)
), now as (
    select c.id as edition, p.return_name, p.region, p.period, p.submission, p.provisional
    from closed c
    join published i on i.period_end between c.period_start and c.period_end and i.period_end - i.period_start <= c.longest
    join xianbao.publication p on p.return_name = i.return_name and p.period = i.period and p.superseded_at is null
), held as (
    select i.* from closed c join xianbao.edition_input i on i.edition = c.id
), differing as (
    select edition, n.submission as entered, h.submission as gone, n.provisional is distinct from h.provisional as status
    from now n full join held h using (edition, return_name, region, period)
    where n.submission is distinct from h.submission or n.provisional <> h.provisional
), waiting as (
    -- a return sent again with the same figures is nothing that a revision would show
    select * from differing d
    where d.status
       or exists ((select indicator, region, source, members, value, denominator, qualifier from xianbao.measure where submission = d.entered)
                  except all
                  (select indicator, region, source, members, value, denominator, qualifier from xianbao.measure where submission = d.gone))
       or exists ((select indicator, region, source, members, value, denominator, qualifier from xianbao.measure where submission = d.gone)
                  except all
                  (select indicator, region, source, members, value, denominator, qualifier from xianbao.measure where submission = d.entered))
)
select c.period, c.n as edition, c.kind, c.closed_at, count(*)::int as returns
from waiting w join closed c on c.id = w.edition
group by c.period, c.n, c.kind, c.closed_at;
