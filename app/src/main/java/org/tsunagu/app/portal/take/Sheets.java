package org.tsunagu.app.portal.take;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tsunagu.app.checkups.Checkup;
import org.tsunagu.app.checkups.Results;
import org.tsunagu.app.guidance.Progress;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.Texts;

/// The tables of what is taken along (持ち帰るデータの表), the same for every form.
final class Sheets {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private Sheets() {}

    /// A table.
    ///
    /// @param key also the name of a file of its own
    /// @param headings keys of the headings
    record Sheet(String key, List<String> headings, List<List<String>> rows) {

        String title(Texts texts) {
            return texts.text("portal.take.sheet." + key);
        }

        List<String> headings(Texts texts) {
            return headings.stream()
                    .map(heading -> texts.text("portal.take.column." + heading))
                    .toList();
        }
    }

    static List<Sheet> of(Taken taken, Language language) {
        var texts = Texts.in(language);
        return List.of(
                results(taken, language, texts),
                drugs(taken),
                expenses(taken),
                guidance(taken, language),
                tickets(taken, language),
                consents(taken, texts),
                looks(taken, texts));
    }

    private static Sheet drugs(Taken taken) {
        return new Sheet(
                "drugs",
                List.of("drug", "code", "month", "days"),
                taken.care().medicines().stream()
                        .map(one ->
                                List.of(one.name(), one.code(), one.last().toString(), Integer.toString(one.days())))
                        .toList());
    }

    private static Sheet expenses(Taken taken) {
        return new Sheet(
                "expenses",
                List.of("month", "institution", "days", "yen"),
                taken.care().months().stream()
                        .flatMap(month -> month.claims().stream())
                        .map(claim -> List.of(
                                claim.month().toString(),
                                taken.care().institution(claim),
                                Integer.toString(claim.days()),
                                Long.toString(claim.yen())))
                        .toList());
    }

    private static Sheet tickets(Taken taken, Language language) {
        return new Sheet(
                "tickets",
                List.of("ticket", "number", "issued", "until"),
                taken.tickets().stream()
                        .map(one -> List.of(
                                one.kind().name(language.locale()),
                                one.number().digits(),
                                one.issuedOn().toString(),
                                one.validUntil().toString()))
                        .toList());
    }

    private static Sheet consents(Taken taken, Texts texts) {
        return new Sheet(
                "consents",
                List.of("day", "about", "decision", "asked"),
                taken.consents().stream()
                        .map(one -> List.of(
                                one.day().toString(),
                                texts.text("consent.about." + one.about()),
                                texts.text("consent.decision." + one.decision()),
                                texts.text("consent.asked." + one.asked())))
                        .toList());
    }

    private static Sheet looks(Taken taken, Texts texts) {
        return new Sheet(
                "looks",
                List.of("time", "who", "kind", "data"),
                taken.looks().stream()
                        .map(one -> List.of(
                                time(one.at()),
                                texts.text("portal.who." + one.who()),
                                texts.text("audit.kind." + one.kind()),
                                String.join(
                                        " ",
                                        one.dataClasses().stream()
                                                .map(name -> named(texts, name))
                                                .toList())))
                        .toList());
    }

    private static String time(OffsetDateTime moment) {
        return moment.atZoneSameInstant(JAPAN)
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private static String named(Texts texts, String dataClass) {
        var key = "audit.class." + dataClass;
        return texts.has(key) ? texts.text(key) : dataClass;
    }

    private static Sheet results(Taken taken, Language language, Texts texts) {
        var rows = new ArrayList<List<String>>();
        var results = taken.checked().results();
        var columns = results.columns();
        for (var series : results.rows(language.locale())) {
            for (var i = 0; i < columns.size(); i++) {
                var cell = series.cells().get(i);
                if (!cell.text().isEmpty()) {
                    rows.add(row(columns.get(i), series, cell, texts));
                }
            }
        }
        return new Sheet("checkups", List.of("day", "facility", "item", "value", "unit", "judgement"), rows);
    }

    private static List<String> row(Checkup checkup, Results.Series series, Results.Cell cell, Texts texts) {
        var judgement = cell.band() < 0 ? "" : texts.text("portal.band.%s.%d".formatted(cell.side(), cell.band()));
        return Stream.of(
                        checkup.examDate().toString(),
                        checkup.facility(),
                        series.name(),
                        cell.text(),
                        series.unit(),
                        judgement)
                .toList();
    }

    private static Sheet guidance(Taken taken, Language language) {
        return new Sheet(
                "guidance",
                List.of("day", "state", "points", "needed"),
                taken.courses().stream()
                        .map(course -> {
                            var progress = Progress.of(course, taken.today());
                            return List.of(
                                    course.checkupDay().toString(),
                                    progress.state().name(language.locale()),
                                    Integer.toString(progress.tally().points()),
                                    Integer.toString(progress.tally().needed()));
                        })
                        .toList());
    }

    /// What is not among them, so that nobody thinks it is all there is.
    static List<String> left(Taken taken, LocalDate day, Texts texts) {
        var always = Stream.of("former", "sensitive", "free", "now");
        return (taken.isProxy() ? Stream.concat(always, Stream.of("proxy")) : always)
                .map(key -> texts.text(
                        "portal.take.left." + key, "insurer", taken.insurer().name(), "day", day.toString()))
                .toList();
    }
}
