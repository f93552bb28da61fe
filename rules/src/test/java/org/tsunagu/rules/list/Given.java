package org.tsunagu.rules.list;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tsunagu.codes.care.CareClaim;
import org.tsunagu.codes.care.CareDisease;
import org.tsunagu.codes.care.CareHistory;
import org.tsunagu.codes.care.CareKind;
import org.tsunagu.codes.care.DrugForm;
import org.tsunagu.codes.care.DrugSupply;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.rules.Cases;
import org.tsunagu.rules.Examinations;
import org.tsunagu.rules.Examinee;
import org.tsunagu.rules.care.Known;
import org.tsunagu.rules.eligibility.Enrolment;

/// Builds people from the short words of the case tables: `@2026-05-10 sbp=170 med_bp=2` is a checkup,
/// `rx:DM:2026-01-05:28`
/// a drug of a group for some days (`:n` makes it another ingredient, `:n:P2` of another prescriber), `dx:E11:2026-02`
/// a
/// visit for a disease (`dx?` only suspected), `den:2026-03` a dental claim, `hosp:2026-03` one of a hospital,
/// `dial:2026-03` one with dialysis, `days:2026-09:16:C1` days at an institution, `from:2026-01-01` the day of
/// enrolment,
/// `to:` its last day, `noclaims` that the insurer has none, `certified`, `programme`.
final class Given {

    static final YearMonth FIRST = YearMonth.of(2020, 4);
    static final YearMonth MONTH = YearMonth.of(2026, 9);
    private static final Examinations EXAMINATIONS = new Examinations(Cases.AS_SHIPPED);
    private static final Map<String, String> GROUPS =
            Map.of("DM", "3962002", "HT", "2171022", "LIP", "2189015", "HYP", "1129009", "URIC", "3943001");

    private final LocalDate birth;
    private final List<CareClaim> claims = new ArrayList<>();
    private final List<Examined> checkups = new ArrayList<>();
    private LocalDate from = LocalDate.of(2015, 4, 1);
    private Optional<LocalDate> to = Optional.empty();
    private boolean hasClaims = true;
    private Optional<Boolean> certified = Optional.empty();
    private boolean isInProgramme;

    private Given(int age) {
        birth = LocalDate.of(2026 - age, 1, 15);
    }

    static ListPerson person(String words) {
        var age = Stream.of(words.split(" "))
                .filter(word -> word.startsWith("age="))
                .findFirst()
                .map(word -> Integer.parseInt(word.substring(4)))
                .orElse(60);
        var given = new Given(age);
        var checkup = new ArrayList<String>();
        for (var word : words.split(" ")) {
            if (word.startsWith("@")) {
                given.checkup(checkup);
                checkup.clear();
                checkup.add(word.substring(1));
            } else if (word.contains("=")) {
                if (!word.startsWith("age=")) {
                    checkup.add(word);
                }
            } else if (!word.isEmpty()) {
                given.care(word.split(":"));
            }
        }
        given.checkup(checkup);
        return given.person();
    }

    private void checkup(List<String> words) {
        if (!words.isEmpty()) {
            var day = LocalDate.parse(words.getFirst());
            var values = words.stream().skip(1).map(Given::item).collect(Collectors.joining(" "));
            EXAMINATIONS
                    .of(new Examinee(Sex.MALE, birth, day), Cases.values(values))
                    .ifPresent(checkups::add);
        }
    }

    /// `q6=1` is the answer to the sixth of the fifteen questions.
    private static String item(String word) {
        if (!word.matches("q\\d+=.*")) {
            return word;
        }
        var number = Integer.parseInt(word.substring(1, word.indexOf('=')));
        return "9N%d000000000011%s".formatted(931 + number, word.substring(word.indexOf('=')));
    }

    private void care(String[] parts) {
        switch (parts[0]) {
            case "rx" -> drug(parts);
            case "dx" -> visit(YearMonth.parse(parts[2]), "C1", 1, List.of(disease(parts[1], false)));
            case "dx?" -> visit(YearMonth.parse(parts[2]), "C1", 1, List.of(disease(parts[1], true)));
            case "days" -> visit(YearMonth.parse(parts[1]), parts[3], Integer.parseInt(parts[2]), List.of());
            case "at" -> visit(YearMonth.parse(parts[1]), parts[3], 1, List.of(disease(parts[2], false)));
            case "den" -> claim(YearMonth.parse(parts[1]), CareKind.DEN, false, false, List.of(), List.of(), "D1", 1);
            case "hosp" -> claim(YearMonth.parse(parts[1]), CareKind.DPC, true, false, List.of(), List.of(), "H1", 9);
            case "dial" -> claim(YearMonth.parse(parts[1]), CareKind.MED, false, true, List.of(), List.of(), "C1", 12);
            case "from" -> from = LocalDate.parse(parts[1]);
            case "to" -> to = Optional.of(LocalDate.parse(parts[1]));
            case "noclaims" -> hasClaims = false;
            case "certified" -> certified = Optional.of(true);
            case "uncertified" -> certified = Optional.of(false);
            case "programme" -> isInProgramme = true;
            case "many" -> many(Integer.parseInt(parts[1]), LocalDate.parse(parts[2]), Integer.parseInt(parts[3]));
            default -> throw new IllegalArgumentException(String.join(":", parts));
        }
    }

    private void many(int count, LocalDate day, int days) {
        IntStream.range(0, count)
                .forEach(i ->
                        drug(new String[] {"rx", "URIC", day.toString(), Integer.toString(days), Integer.toString(i)}));
    }

    private void drug(String[] parts) {
        var day = LocalDate.parse(parts[2]);
        var suffix = parts.length > 4 ? "%03d".formatted(Integer.parseInt(parts[4])) : "";
        var group = GROUPS.get(parts[1]);
        var ingredient = suffix.isEmpty() ? group : group.substring(0, 4) + suffix;
        var prescriber = parts.length > 5 ? parts[5] : "C1";
        var supply = new DrugSupply(
                "62" + ingredient,
                ingredient,
                Set.of(parts[1]),
                prescriber,
                DrugForm.ORAL,
                day,
                Integer.parseInt(parts[3]));
        claim(YearMonth.from(day), CareKind.PHA, false, false, List.of(), List.of(supply), "P1", 1);
    }

    private static CareDisease disease(String icd10, boolean isSuspected) {
        // Classes are digits, buckets are words.
        var class121 = icd10.equals("UNCODED") ? icd10 : "1" + icd10.substring(1, 3);
        return new CareDisease(icd10, class121, "", isSuspected, false, Optional.empty());
    }

    private void visit(YearMonth month, String institution, int days, List<CareDisease> diseases) {
        claim(month, CareKind.MED, false, false, diseases, List.of(), institution, days);
    }

    private void claim(
            YearMonth month,
            CareKind kind,
            boolean isInpatient,
            boolean hasDialysis,
            List<CareDisease> diseases,
            List<DrugSupply> drugs,
            String institution,
            int days) {
        claims.add(new CareClaim(
                claims.size() + 1L, month, kind, isInpatient, institution, days, hasDialysis, diseases, drugs));
    }

    private ListPerson person() {
        var history = hasClaims ? Optional.of(new CareHistory(FIRST, MONTH, claims)) : Optional.<CareHistory>empty();
        var known = new Known(history, List.of(new Enrolment(from, to)));
        return new ListPerson(birth, checkups, known, certified, isInProgramme);
    }
}
