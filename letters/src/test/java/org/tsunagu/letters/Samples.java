package org.tsunagu.letters;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.codes.item.ItemValue;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.item.ValueType;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.letters.layout.Profile;
import org.tsunagu.letters.notice.CheckupNotice;
import org.tsunagu.letters.notice.YearResult;
import org.tsunagu.rules.Examinee;
import org.tsunagu.rules.Judging;

/// Invented letters of invented people.
public final class Samples {

    private static final Judging JUDGING = Judging.shipped();

    /// Nothing is wrong.
    public static final Map<String, String> HEALTHY = Map.ofEntries(
            Map.entry("9N001000000000001", "168.2"),
            Map.entry("9N006000000000001", "62.1"),
            Map.entry("9N011000000000001", "22.0"),
            Map.entry("9N016160100000001", "80.0"),
            Map.entry("9A755000000000001", "120"),
            Map.entry("9A765000000000001", "70"),
            Map.entry("9N141000000000011", "2"),
            Map.entry("3F015000002327101", "100"),
            Map.entry("3F070000002327101", "60"),
            Map.entry("3F077000002327101", "110"),
            Map.entry("3D010000001926101", "90"),
            Map.entry("3D046000001906202", "5.4"),
            Map.entry("3B035000002327201", "21"),
            Map.entry("3B045000002327201", "19"),
            Map.entry("3B090000002327101", "24"),
            Map.entry("3C015000002327101", "0.82"),
            Map.entry("8A065000002391901", "75.3"),
            Map.entry("1A010000000191111", "1"),
            Map.entry("1A020000000191111", "1"),
            Map.entry("2A030000001930101", "14.6"),
            Map.entry("9N701000000000011", "2"),
            Map.entry("9N706000000000011", "2"),
            Map.entry("9N711000000000011", "2"),
            Map.entry("9N736000000000011", "2"));

    /// Much is wrong.
    public static final Map<String, String> ILL = Map.of(
            "9N016160100000001", "96.5",
            "9N011000000000001", "27.8",
            "9A755000000000001", "164",
            "9A765000000000001", "98",
            "3F015000002327101", "212",
            "3D046000001906202", "6.7",
            "3D010000001926101", "131",
            "1A010000000191111", "3");

    private Samples() {}

    public static YearResult year(String date, Map<String, String> changes) {
        var all = new TreeMap<>(HEALTHY);
        all.putAll(changes);
        var values = CheckupValues.over(Items.shipped());
        all.forEach((code, text) -> {
            if (!text.isEmpty()) {
                var item = Items.shipped().get(code);
                values.put(item, item.type() == ValueType.PQ ? ItemValue.number(text) : ItemValue.code(text));
            }
        });
        var examinee = new Examinee(Sex.MALE, LocalDate.parse("1972-09-14"), LocalDate.parse(date));
        return new YearResult(examinee, values.build());
    }

    public static CheckupNotice notice(Map<String, String> changes) {
        var now = year("2025-06-10", changes);
        return new CheckupNotice(
                now,
                JUDGING.judge(now.examinee(), now.values()),
                List.of(
                        year("2024-06-12", Map.of("9A755000000000001", "138", "3D046000001906202", "")),
                        year("2023-06-20", Map.of())),
                "つなぐ健診センター");
    }

    public static final Sender SENDER =
            new Sender("つなぐ健康保険組合", "健康推進課", "100-0000", List.of("東京都架空区例示町1丁目2番3号"), "03-0000-0000", "平日 9時から17時まで");

    public static final Addressee ADDRESSEE =
            new Addressee("100-0001", List.of("東京都架空区見本町4丁目5番6号", "つなぐハイツ 203号"), "𠮷田 髙子");

    public static Letter letter(String serial, Body body) {
        return letter(serial, ADDRESSEE, body);
    }

    public static Letter letter(String serial, Addressee to, Body body) {
        return new Letter(
                serial, to, SENDER, LocalDate.parse("2025-07-25"), Optional.of("https://example.jp/l/3fA9kQ2x"), body);
    }

    public static final PlainBody ADVICE = new PlainBody(
            new PlainBody.Template(
                    "医療機関の受診をおすすめします",
                    List.of(
                            "{name} 様の{examined}の健診では、血圧が{value}でした。",
                            "- 血圧が高い状態が続くと、脳卒中や心臓の病気になりやすくなります。",
                            "- 自覚症状がなくても、一度医師に相談してください。",
                            "ご不明な点は{insurer}（{phone}）へお尋ねください。")),
            Map.of("examined", "令和7年6月10日", "value", "164/98 mmHg"));

    public static RunSettings settings(Locale locale, String envelope) {
        return new RunSettings(
                "健診結果のお知らせ", "つなぐ健康保険組合", locale, Profile.of(envelope), Instant.parse("2025-07-25T00:00:00Z"));
    }

    public static byte[] pdf(Locale locale, Letter... letters) {
        var bytes = new ByteArrayOutputStream();
        try (var run = new LetterRun(bytes, settings(locale, "NAGA3"))) {
            for (var letter : letters) {
                run.add(letter);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static PDDocument open(byte[] pdf) {
        try {
            return Loader.loadPDF(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(byte[] pdf) {
        try (var document = open(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
