package org.xianbao.samples;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the two counties sent: path under {@code input-samples} to workbook. Jinzhai still owes training for 2018-09. */
final class Inbox {
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    static Map<String, byte[]> files() {
        Inbox inbox = new Inbox();
        inbox.months();
        for (County county : County.values()) {
            inbox.quarters(county);
            inbox.halves(county);
            inbox.years(county);
            inbox.classes(county);
        }
        return inbox.files;
    }

    private void put(String period, County county, String what, Book book) {
        files.put("%s/%s-%s.%s".formatted(period, county.code(), what, book.extension()), book.bytes());
    }

    private void months() {
        for (int m = 1; m <= 10; m++) {
            YearMonth month = YearMonth.of(2018, m);
            for (County county : County.values()) {
                Hand hand = Hand.of(county, m);
                boolean owed = county == County.JINZHAI && m == 9;
                Page placement = PeopleReturns.placement(county, month, hand);
                if (m == 2 || owed) {
                    put(month.toString(), county, "placement", new Book(placement));
                } else if (m == 5) {
                    put(month.toString(), county, "rosters", new Book(training(county, month, hand), placement));
                } else {
                    put(month.toString(), county, "training", book(county, m, training(county, month, hand)));
                    put(month.toString(), county, "placement", book(county, m + 1, placement));
                }
            }
        }
    }

    private static Page training(County county, YearMonth month, Hand hand) {
        return PeopleReturns.training(county, month, hand);
    }

    /** Some send the old format, one counts from 1904, one keeps a hidden sheet of notes. */
    private static Book book(County county, int n, Page page) {
        Book book = new Book(page);
        if (n % 4 == 0) {
            book.old();
        }
        if (county == County.TIANZHEN && n == 7) {
            book.since1904();
        }
        if (county == County.JINZHAI && n == 3) {
            book.pages()
                    .add(new Page("填报说明", "填报说明", 1)
                            .note("身份证号按文本填写；天数按实际培训天数填写。")
                            .hide());
        }
        return book.dates(n % 2 == 0 ? "yyyy/m/d" : "yyyy\"年\"m\"月\"d\"日\"");
    }

    private void quarters(County county) {
        quarter(county, 2016, 4);
        quarter(county, 2017, 4);
        for (int q = 1; q <= 4; q++) {
            quarter(county, 2018, q);
        }
    }

    private void quarter(County county, int year, int quarter) {
        String period = year + "Q" + quarter;
        put(period, county, "base", new Book(MoneyReturns.base(county, year, quarter)));
        if (county == County.JINZHAI) {
            put(period, county, "college", new Book(MoneyReturns.college(year, quarter)));
        }
        if (year == 2016 ? county == County.JINZHAI : year == 2018 && quarter >= 3) {
            put(period, county, "fund", new Book(MoneyReturns.fund(county, year, quarter)));
        }
        if (year >= 2017) {
            put(period, county, "donation", new Book(MoneyReturns.donation(county, year, quarter)));
        }
        if (year == 2018) {
            Page insurance = CountyReturns.insurance(county, year, quarter);
            Page measure = CountyReturns.measure(county, quarter);
            Page talent = CountyReturns.talent(county, quarter);
            if (county == County.JINZHAI) {
                put(period, county, "returns", new Book(measure, insurance, talent));
            } else {
                put(period, county, "insurance", quarter == 2 ? new Book(insurance).old() : new Book(insurance));
                put(period, county, "measure", new Book(measure));
                put(period, county, "talent", new Book(talent));
            }
        }
    }

    private void halves(County county) {
        if (county == County.TIANZHEN) {
            put("2015H1", county, "milestone", new Book(MoneyReturns.milestone(county, 2015, 1)));
        }
        put("2017H2", county, "secondment", new Book(PeopleReturns.secondment(county, 2017, 2)));
        for (int half = 1; half <= 2; half++) {
            put("2018H" + half, county, "secondment", new Book(PeopleReturns.secondment(county, 2018, half)));
            put("2018H" + half, county, "milestone", new Book(MoneyReturns.milestone(county, 2018, half)));
        }
    }

    private void years(County county) {
        put("2017", county, "county", new Book(CountyReturns.county(county, 2017)));
        put("2018", county, "county", new Book(CountyReturns.county(county, 2018)));
        put("2018", county, "room", new Book(MoneyReturns.room(county, 2018)));
        if (county == County.TIANZHEN) {
            put(
                    "2010",
                    county,
                    "poverty",
                    new Book(CountyReturns.poverty2010(county, 2010, 18.52, 7.39, Content.percent("39.9"))).old());
            put(
                    "2017",
                    county,
                    "poverty",
                    new Book(CountyReturns.poverty2016(county, 2017, 18.44, 2.16, "实数", Content.percent("11.7"))));
            put("2017", county, "village", new Book(CountyReturns.village(county, 2017)));
        } else {
            put(
                    "2011",
                    county,
                    "poverty",
                    new Book(CountyReturns.poverty2010(county, 2011, 57.78, 19.53, Content.percent("33.8"))).old());
            put("2017", county, "poverty", new Book(CountyReturns.poverty2016(county, 2017, 58.91, 4, "取整数", "６．７９％")));
        }
    }

    private void classes(County county) {
        LocalDate first = LocalDate.of(2018, 6, 15);
        LocalDate second = LocalDate.of(2018, 10, 15);
        put(first.toString(), county, "party-training", new Book(PeopleReturns.partyTraining(county, first, 1, 21, 4)));
        put(
                second.toString(),
                county,
                "party-training",
                new Book(PeopleReturns.partyTraining(county, second, 2, 25, 0)));
    }
}
