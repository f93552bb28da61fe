package org.tsunagu.cli.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tsunagu.checkupformat.document.Address;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.Header;
import org.tsunagu.checkupformat.document.Organization;
import org.tsunagu.checkupformat.document.Patient;
import org.tsunagu.cli.check.CheckedDocument;
import org.tsunagu.cli.check.CheckedDocument.Status;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.codes.item.ItemValue;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Severity;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.rules.Examinee;
import org.tsunagu.rules.Judging;

/// Invented documents for the tests of the report, judged by the rules as shipped.
final class Documents {

    static final Judging JUDGING = Judging.shipped();
    static final LocalDate TODAY = LocalDate.of(2026, 4, 20);

    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("waist", "9N016160100000001"),
            Map.entry("bmi", "9N011000000000001"),
            Map.entry("sbp", "9A755000000000001"),
            Map.entry("dbp", "9A765000000000001"),
            Map.entry("tg", "3F015000002327101"),
            Map.entry("hdl", "3F070000002327101"),
            Map.entry("ldl", "3F077000002327101"),
            Map.entry("fpg", "3D010000001926101"),
            Map.entry("hba1c", "3D046000001906202"),
            Map.entry("creatinine", "3C015000002327101"),
            Map.entry("blood_draw", "9N141000000000011"),
            Map.entry("urine_protein", "1A010000000191111"),
            Map.entry("med_bp", "9N701000000000011"),
            Map.entry("med_glucose", "9N706000000000011"),
            Map.entry("med_lipid", "9N711000000000011"),
            Map.entry("smoking", "9N736000000000011"));
    private static final List<String> ANSWERS =
            List.of("blood_draw", "urine_protein", "med_bp", "med_glucose", "med_lipid", "smoking");

    private Documents() {}

    /// Values of somebody without any risk.
    static Map<String, String> healthy() {
        return new HashMap<>(Map.ofEntries(
                Map.entry("waist", "78.0"),
                Map.entry("bmi", "21.5"),
                Map.entry("sbp", "118"),
                Map.entry("dbp", "72"),
                Map.entry("tg", "90"),
                Map.entry("hdl", "62"),
                Map.entry("ldl", "105"),
                Map.entry("fpg", "90"),
                Map.entry("hba1c", "5.3"),
                Map.entry("creatinine", "0.70"),
                Map.entry("blood_draw", "2"),
                Map.entry("urine_protein", "1"),
                Map.entry("med_bp", "2"),
                Map.entry("med_glucose", "2"),
                Map.entry("med_lipid", "2"),
                Map.entry("smoking", "2")));
    }

    /// Values of a healthy person with some of them replaced; an empty one is left out.
    static Map<String, String> with(String... namesAndValues) {
        var values = healthy();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return values;
    }

    static CheckedDocument document(int number, Map<String, String> values) {
        return document(number, Sex.MALE, LocalDate.of(1970, 5, 5), LocalDate.of(2025, 6, 10), values);
    }

    static CheckedDocument document(int number, Sex sex, LocalDate birth, LocalDate exam, Map<String, String> values) {
        var header = header("記号" + number % 7, "100" + number, name(number), sex, birth, exam, number % 5);
        var judgement = JUDGING.judge(new Examinee(sex, birth, exam), values(values));
        return new CheckedDocument(
                "archive-%d.zip".formatted(number / 1000),
                "DATA/h%07d.xml".formatted(number),
                "hc08",
                Status.ACCEPTED,
                Optional.of(header),
                Optional.of(judgement),
                List.of());
    }

    static CheckedDocument with(CheckedDocument document, Status status, Problem... problems) {
        return new CheckedDocument(
                document.archive(),
                document.entry(),
                document.kind(),
                status,
                document.header(),
                document.judgement(),
                List.of(problems));
    }

    static CheckedDocument with(CheckedDocument document, Header header) {
        return new CheckedDocument(
                document.archive(),
                document.entry(),
                document.kind(),
                document.status(),
                Optional.of(header),
                document.judgement(),
                document.problems());
    }

    static Problem problem(String code, Severity severity, CheckedDocument document, int line) {
        var place = Place.of(document.archive(), document.entry())
                .item("9N016160100000001")
                .at(line, 5);
        return new Problem(code, severity, place, Map.of("actual", "kg", "code", "9N016160100000001"));
    }

    private static String name(int number) {
        var families = List.of("ツナグ", "ケンシン", "ホケン", "シドウ", "サンプル", "テスト");
        var given = List.of("タロウ", "ハナコ", "イチロウ", "サクラ", "ジロウ");
        return families.get(number % families.size()) + "　" + given.get(number / families.size() % given.size());
    }

    static Header header(
            String symbol, String number, String name, Sex sex, LocalDate birth, LocalDate exam, int facility) {
        var patient = new Patient(
                Field.of("06139999"),
                Field.of(symbol),
                Field.of(number),
                Field.of("01"),
                Field.of(name),
                Field.of(sex.code()),
                Field.of(""),
                Field.of(Dates.compact(birth)),
                Address.ABSENT);
        var organization = new Organization(
                Field.of("131000000" + facility),
                Field.of("見本" + "一二三四五".charAt(facility) + "健診センター"),
                Field.ABSENT,
                Address.ABSENT);
        return new Header(
                Field.ABSENT,
                Field.ABSENT,
                Field.ABSENT,
                Field.ABSENT,
                Field.ABSENT,
                patient,
                Field.ABSENT,
                organization,
                List.of(),
                Field.ABSENT,
                Field.ABSENT,
                Field.of(Dates.compact(exam)),
                organization);
    }

    static CheckupValues values(Map<String, String> written) {
        var values = CheckupValues.over(Items.shipped());
        written.forEach((name, value) -> {
            if (!value.isEmpty()) {
                var isAnswer = ANSWERS.contains(name);
                values.put(CODES.get(name), isAnswer ? ItemValue.code(value) : ItemValue.number(value));
            }
        });
        return values.build();
    }

    /// Many different people over three fiscal years, the same in every run: most are accepted, some have defects.
    static Stream<CheckedDocument> many(int count) {
        var random = new Random(20260420);
        return IntStream.range(0, count).mapToObj(number -> random(number, random));
    }

    private static CheckedDocument random(int number, Random random) {
        var sex = random.nextInt(100) < 58 ? Sex.MALE : Sex.FEMALE;
        var birth = LocalDate.of(1950 + random.nextInt(37), 1 + random.nextInt(12), 1 + random.nextInt(28));
        var exam = LocalDate.of(2023, 4, 1).plusDays(random.nextInt(1090));
        var weight = random.nextGaussian();
        var values = with(
                "waist", "%.1f".formatted((sex == Sex.MALE ? 84.5 : 79) + 9 * weight),
                "bmi", "%.1f".formatted(22.6 + 3.2 * weight),
                "sbp", "%.0f".formatted(124 + 7 * weight + 15 * random.nextGaussian()),
                "dbp", "%.0f".formatted(76 + 4 * weight + 10 * random.nextGaussian()),
                "tg", "%.0f".formatted(Math.exp(4.6 + 0.25 * weight + 0.45 * random.nextGaussian())),
                "hdl", "%.0f".formatted(62 - 6 * weight + 13 * random.nextGaussian()),
                "ldl", "%.0f".formatted(124 + 30 * random.nextGaussian()),
                "fpg", "%.0f".formatted(Math.exp(4.56 + 0.05 * weight + 0.12 * random.nextGaussian())),
                "hba1c", "%.1f".formatted(Math.exp(1.72 + 0.03 * weight + 0.08 * random.nextGaussian())),
                "creatinine", "%.2f".formatted((sex == Sex.MALE ? 0.86 : 0.66) + 0.14 * random.nextGaussian()),
                "smoking", random.nextInt(100) < 24 ? "1" : "2",
                "med_bp", random.nextInt(100) < 18 ? "1" : "2",
                "med_lipid", random.nextInt(100) < 12 ? "1" : random.nextInt(100) < 4 ? "" : "2",
                "urine_protein", random.nextInt(100) < 4 ? "3" : "1");
        if (random.nextInt(100) < 2) {
            values.put("waist", "");
        }
        var document = document(number, sex, birth, exam, values);
        return switch (random.nextInt(30)) {
            case 0 -> with(document, Status.REJECTED, problem("CHK-ITM-005", Severity.REFUSES_DOCUMENT, document, 120));
            case 1, 2 -> with(document, Status.WARNED, problem("CHK-ITM-002", Severity.NOTES, document, 300));
            default -> document;
        };
    }
}
