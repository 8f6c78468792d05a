-- The measures that a figure is made of, with the indicator as it was defined then. Written apart from the closing's own
-- statement, which it proves. {submissions} are those it rests on; parameters: indicator, and its statements as regions and
-- sources side by side.
with input as (
    select m.submission, m.region, case m.source when '*' then '＊' else m.source end as source, m.member, m.value, m.denominator, xianbao.qualifier_bits(m.qualifier) as bits,
           s.region as reporter, s.period_end, max(s.period_end) over (partition by s.region, m.source) as last
    from ({submissions}) c
    join xianbao.submission s on s.id = c.submission
    join xianbao.measure_by_member m on m.submission = c.submission and m.indicator = ?
), used as (
    select * from input where ({any_period} or period_end = last) 
      and (region, source) in (select * from unnest(?::text[], ?::text[]))
)
