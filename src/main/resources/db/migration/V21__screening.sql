-- Which returns are to be looked at first: what a run screened, and what it named.
create table xianbao.screening (
    id          bigint generated always as identity primary key,
    run         text        not null references xianbao.batch,
    period      text        not null,
    returns     int         not null,
    outlying    int         not null,
    screened_at timestamptz not null default now(),
    unique (run, period)
);
create index on xianbao.screening (period, id);
comment on table xianbao.screening is
    '一次运行对一个报告期的异常筛查 | what a run screened: the returns of a period that it published, or one that follows such a period';
comment on column xianbao.screening.returns is '筛查的报送份数 | returns screened';
comment on column xianbao.screening.outlying is '其中异常的份数 | how many of them stand out';
comment on column xianbao.screening.screened_at is '筛查时刻 | when they were screened';

create table xianbao.screened (
    screening  bigint           not null references xianbao.screening,
    rank       int              not null,
    submission bigint           not null references xianbao.submission,
    indicator  text             not null,
    source     text             not null,
    part       text             not null check (part in ('', 'numerator', 'denominator', 'within')),
    value      numeric          not null,
    before     numeric,
    ratio      double precision,
    usual      double precision,
    effect     double precision,
    tested     boolean          not null,
    outlying   boolean          not null,
    weight     double precision not null,
    score      double precision not null,
    primary key (screening, rank)
);
comment on table xianbao.screened is
    '应最先看的报送，各以其最可疑的一个数字列出 | the returns to look at first, each by that figure of it which deserves a look most';
comment on column xianbao.screened.screening is '筛查的编号 | id of the screening';
comment on column xianbao.screened.rank is '名次，1 最先看 | rank; 1 is to be looked at first';
comment on column xianbao.screened.part is
    '所比的部分：空 指标本身、numerator 分子、denominator 分母、within 本年累计中本期所增 | what of the figure is compared: itself (empty), the numerator or denominator of a ratio, or what a year to date grew by within the period';
comment on column xianbao.screened.value is '本期 | what is said of the period';
comment on column xianbao.screened.before is '上期；空为无从比较 | what was said of the period before; null where nothing can be compared';
comment on column xianbao.screened.ratio is '本期比上期 | value divided by before; null unless both have the same sign';
comment on column xianbao.screened.usual is '同组各县此比的中位数 | the median ratio of those it is compared with';
comment on column xianbao.screened.effect is
    '变换后的变动 E（Hidiroglou 和 Berthelot，1986）| the transformed change E of Hidiroglou and Berthelot (1986)';
comment on column xianbao.screened.tested is '可比者是否足够 | whether there was enough to compare it with';
comment on column xianbao.screened.outlying is '是否超出界限 | whether its change lies outside the bounds';
comment on column xianbao.screened.weight is
    '偏离预期的部分占各县合计之比 | by what part of the total of all counties it is off what was to be expected';
comment on column xianbao.screened.score is '可疑程度（0 至 1）乘以 weight | suspicion, 0 to 1, times weight';

-- What counts now, and no few persons below the counties: a superseded return, and what was withheld, are nobody's to see.
create view stats.screened with (security_barrier) as
select n.period, d.rank, s.return_name, t.zh as return_zh, t.en as return_en, s.region,
       xianbao.region_name(s.region, s.period_end) as region_name, d.indicator, i.zh as indicator_zh, i.en as indicator_en, d.source, d.part,
       d.value::stats.level as value, d.before::stats.level as before, i.unit, d.ratio, d.usual, d.effect, d.tested, d.outlying, d.weight,
       d.score, d.submission, n.screened_at
from (select distinct on (period) id, period, screened_at from xianbao.screening order by period, id desc) n
join xianbao.screened d on d.screening = n.id
join xianbao.submission s on s.id = d.submission
join xianbao.publication p on p.submission = s.id and p.superseded_at is null
join xianbao.indicator i on i.name = d.indicator
left join xianbao.return_title t on t.name = s.return_name
where i.least is null or exists (select from xianbao.public_region r where r.code = s.region and r.shown = s.region);
comment on view stats.screened is
    '各期应最先看的报送，限现行的报送 | the returns of each period to look at first, of those that count now';
select xianbao.copy_comments('xianbao.screened', 'stats.screened');
comment on column stats.screened.screened_at is '筛查时刻 | when it was screened';
