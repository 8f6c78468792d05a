create table xianbao.firing (
    job      text        not null check (job in ('nightly', 'close')),
    through  timestamptz not null,
    night    date        not null,
    begun_at timestamptz not null default now(),
    ended_at timestamptz,
    primary key (job, through)
);
comment on table xianbao.firing is '定时作业记录；每次触发只办一次 | what the clock has seen to; its key makes a double fire harmless';
comment on column xianbao.firing.through is '此刻及以前应触发的均已办理 | everything that was to fire until then is seen to by this row';
comment on column xianbao.firing.night is '所属日期，由计划时刻而非处理时刻得出 | its own date, from the plan and never from when it was handled';
