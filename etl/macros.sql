-- Formulas that several models share; they live on the build's connection and are not part of a release.

-- The last digit to which a rounded figure is known: the last that is not zero, and the second where only the first
-- is not (1000余 is 1000 to 1100, 230余 is 230 to 240, 98.5左右 is 98.45 to 98.55).
create or replace temp macro rounding_step(rounded) as
case
    when rounded is null or rounded = 0 then null
    when abs(rounded) <> floor(abs(rounded)) then power(10, -length(split_part(rounded::varchar, '.', 2)))
    when length(rtrim(abs(rounded)::hugeint::varchar, '0')) = 1 and abs(rounded) >= 100
        then power(10, length(abs(rounded)::hugeint::varchar) - 2)
    else power(10, length(abs(rounded)::hugeint::varchar) - length(rtrim(abs(rounded)::hugeint::varchar, '0')))
end;

-- Whether a comparator holds for every value of an interval (true), for none (false) or for some (null).
-- An end that is null is unbounded; an open end is not itself in the interval.
create or replace temp macro holds(comparator, bound, lower_end, upper_end, lower_open, upper_open) as
case comparator
    when '>=' then case
        when lower_end >= bound then true
        when upper_end < bound or (upper_end = bound and upper_open) then false
    end
    when '>' then case
        when lower_end > bound or (lower_end = bound and lower_open) then true
        when upper_end <= bound then false
    end
    when '<=' then case
        when upper_end <= bound then true
        when lower_end > bound or (lower_end = bound and lower_open) then false
    end
    when '<' then case
        when upper_end < bound or (upper_end = bound and upper_open) then true
        when lower_end >= bound then false
    end
end;

-- Observed over required compound growth (Statistics Canada, as published by Open SDG); null where it is undefined.
create or replace temp macro growth_ratio(sign, base, latest, goal, years_seen, years_all) as
case
    when base > 0 and latest > 0 and goal > 0 and goal <> base and years_seen > 0 and years_all > 0
        then sign * (power(latest / base, 1.0 / years_seen) - 1) / abs(power(goal / base, 1.0 / years_all) - 1)
    -- Both sides negative throughout: the same ratio of growth, read from the mirrored values.
    when base < 0 and latest < 0 and goal < 0 and goal <> base and years_seen > 0 and years_all > 0
        then -sign * (power(latest / base, 1.0 / years_seen) - 1) / abs(power(goal / base, 1.0 / years_all) - 1)
end;

create or replace temp macro growth_class_of(ratio) as
case
    when ratio >= 0.95 then 'on_track'
    when ratio >= 0.60 then 'accelerate'
    when ratio >= 0 then 'limited'
    when ratio < 0 then 'moving_away'
end;

-- Observed over required yearly change (SDG Index).
create or replace temp macro linear_ratio_of(sign, base, latest, goal, years_seen, years_all) as
sign * ((latest - base) / nullif(years_seen, 0)) / nullif(abs((goal - base) / nullif(years_all, 0)), 0);

create or replace temp macro linear_class_of(ratio) as
case
    when ratio >= 1 then 'on_track'
    when ratio >= 0.5 then 'moderately_improving'
    when ratio >= 0 then 'stagnating'
    when ratio < 0 then 'decreasing'
end;

-- Whether a figure tells how things stand on a day (a stock, a sum so far, a place, a stock per head) and not what
-- happened over a stretch of time.
create or replace temp macro is_of_a_day(basis, unit) as
basis in ('stock', 'cumulative', 'rank') or (basis = 'share' and unit like '%/%');

-- Whether the day that a figure is of lies inside its year: neither left open nor its last day.
create or replace temp macro is_before_year_end(as_of) as
coalesce(length(as_of) > 4 and as_of not like '____-12' and as_of not like '____-12-31', false);

-- Whether a figure could be known on a day: its document was out (of a date told in part, its earliest day), the day
-- that it is of was past; a whole year told by an undated document cannot be known before the year is over.
create or replace temp macro is_known_on(day, published_from, year, as_of) as
year <= year(day)
and coalesce(published_from <= day, true)
and coalesce(left(as_of, 10) <= day::varchar, true)
and (published_from is not null or as_of is not null or make_date(year, 12, 31) <= day);

-- The 95 % score interval of a share of a sample (Wilson, JASA 22, 1927), share and ends in per cent.
create or replace temp macro wilson_end(percentage, sample_size, side) as
100 * (
    percentage / 100 + 1.959963984540054 ** 2 / (2 * sample_size)
    + side * 1.959963984540054 * sqrt(
        percentage / 100 * (1 - percentage / 100) / sample_size
        + 1.959963984540054 ** 2 / (4 * sample_size ** 2)
    )
) / (1 + 1.959963984540054 ** 2 / sample_size);
