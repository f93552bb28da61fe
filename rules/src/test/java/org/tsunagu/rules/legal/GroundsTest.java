package org.tsunagu.rules.legal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Row;
import org.tsunagu.rules.Cases;
import org.tsunagu.rules.ReasonTexts;

class GroundsTest {

    private static final Grounds GROUNDS = Grounds.shipped();
    private static final LegalTables TABLES = LegalTables.shipped();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final HashSet<String> USED = new HashSet<>();

    @ParameterizedTest(name = "{0}: {1} asks {2} for {3} ({4}) about {5} on {6}: {7} {8} ({12})")
    @CsvFileSource(resources = "grounds.cases.tsv", delimiter = '\t', numLinesToSkip = 1)
    void cases(
            String id,
            String requester,
            String holder,
            String data,
            String purpose,
            int age,
            LocalDate day,
            String rows,
            Will will,
            boolean duty,
            boolean law,
            Certainty certainty,
            String note) {
        var answer = GROUNDS.ask(new Question(
                requester,
                holder,
                data,
                Cases.list(purpose).stream().findFirst().orElse(""),
                age,
                day));

        assertThat(answer.grounds().stream().map(Ground::key)).isEqualTo(Cases.list(rows));
        assertThat(answer.will()).isEqualTo(will);
        assertThat(answer.isDuty()).isEqualTo(duty);
        assertThat(answer.isLaw()).isEqualTo(law);
        assertThat(answer.certainty()).isEqualTo(certainty);
        USED.addAll(Cases.list(rows));
    }

    @AfterAll
    static void every_row_of_the_table_is_a_case() {
        assertThat(USED)
                .isEqualTo(Set.copyOf(GROUNDS.all().stream().map(Ground::key).toList()));
    }

    @Test
    void every_code_in_a_row_is_in_its_table() {
        for (var ground : GROUNDS.all()) {
            assertThat(keys(TABLES.parties().rows()))
                    .containsAll(ground.requesters())
                    .containsAll(ground.holders());
            assertThat(keys(TABLES.classes().rows())).containsAll(ground.classes());
            assertThat(keys(TABLES.purposes().rows())).containsAll(ground.purposes());
        }
    }

    private static List<String> keys(List<Row> rows) {
        return rows.stream().map(Row::key).toList();
    }

    /// Nothing is allowed that no row allows: all parties, all data, each age and day beside a border.
    @Test
    void a_question_has_a_ground_exactly_where_a_row_says_so() {
        var asked = 0;
        for (var question : (Iterable<Question>) questions()::iterator) {
            var expected = GROUNDS.all().stream()
                    .filter(ground -> fits(ground.row(), question))
                    .map(Ground::key)
                    .toList();
            assertThat(GROUNDS.ask(question).grounds().stream().map(Ground::key))
                    .as("%s", question)
                    .containsExactlyInAnyOrderElementsOf(expected);
            asked++;
        }
        assertThat(asked).isGreaterThan(400_000);
    }

    private static Stream<Question> questions() {
        var parties = keys(TABLES.parties().rows());
        var ages = List.of(0, 39, 40, 74, 75, 100);
        var days = Stream.of("2008-03-31", "2008-04-01", "2020-03-31", "2021-12-31", "2022-01-01", "2026-11-27")
                .map(LocalDate::parse)
                .toList();
        return parties.stream()
                .flatMap(requester -> parties.stream()
                        .flatMap(holder -> keys(TABLES.classes().rows()).stream()
                                .flatMap(data -> ages.stream()
                                        .flatMap(age -> days.stream()
                                                .flatMap(day -> Stream.of(
                                                                "", "NEXT_INSURER", "HEALTH_PROGRAMME", "POINTS")
                                                        .map(purpose -> new Question(
                                                                requester, holder, data, purpose, age, day)))))));
    }

    /// The row read once more, in another way.
    private static boolean fits(Row row, Question question) {
        return ("," + row.text("requesters") + ",").contains("," + question.requester() + ",")
                && ("," + row.text("holders") + ",").contains("," + question.holder() + ",")
                && ("," + row.text("data_classes") + ",").contains("," + question.dataClass() + ",")
                && (question.purpose().isEmpty()
                        || ("," + row.text("purposes") + ",").contains("," + question.purpose() + ","))
                && question.age() >= row.integer("age_from")
                && (row.text("age_to").isEmpty() || question.age() <= row.integer("age_to"))
                && question.day().toString().compareTo(row.text("effective_from")) >= 0
                && (row.text("effective_to").isEmpty()
                        || question.day().toString().compareTo(row.text("effective_to")) <= 0);
    }

    @Test
    void an_insurer_may_want_consent_where_sources_disagree() {
        var strict = new Grounds(List.of(new Correction("legal/legal-basis", "L13", "consent", "YES")));
        var question = new Question("HEALTH_UNION", "KYOKAI", "CHECKUP", "NEXT_INSURER", 50, TODAY);

        assertThat(GROUNDS.ask(question).will()).isEqualTo(Will.OBJECTION);
        assertThat(strict.ask(question).will()).isEqualTo(Will.YES);
        assertThat(strict.ask(question).certainty()).isEqualTo(Certainty.CONFLICT);
    }

    @Test
    void the_answer_is_said_as_a_clerk_would_say_it() {
        var young = new Question("HEALTH_UNION", "EMPLOYER", "EMPLOYER_CHECKUP", "HEALTH_PROGRAMME", 30, TODAY);

        assertThat(sentences(Locale.JAPAN, young))
                .containsExactly(
                        "健康保険法 第150条第2項・第3項により、健康保険組合は事業者等に事業主健診の記録の提供を求めることができる（L03）",
                        "本人の同意は不要（法令にもとづく提供）",
                        "求められた事業者等は提供しなければならない");
        assertThat(sentences(Locale.UK, young)).contains("no consent is needed: the giving rests on law");
    }

    @Test
    void without_a_ground_the_rows_that_nearly_fit_are_named() {
        var early = new Question(
                "WIDE_AREA_UNION", "NHI_MUNICIPAL", "CHECKUP", "HEALTH_PROGRAMME", 75, LocalDate.of(2020, 3, 31));
        var young = new Question("WIDE_AREA_UNION", "NHI_MUNICIPAL", "CHECKUP", "HEALTH_PROGRAMME", 74, TODAY);

        assertThat(sentences(Locale.JAPAN, early))
                .containsExactly(
                        "後期高齢者医療広域連合が市町村国保に75歳の人の特定健診・健診の記録の提供を求める根拠規定がない。提供には本人の同意が必要", "L09を使えるのは令和2年4月1日から");
        assertThat(sentences(Locale.JAPAN, young)).contains("L09の対象は75歳以上");
    }

    @Test
    void no_sentence_has_an_open_place_in_either_language() {
        for (var ground : GROUNDS.all()) {
            for (var day : List.of(
                    ground.row().validity().from(),
                    ground.row().validity().from().minusDays(1))) {
                for (var age : List.of(ground.ageFrom(), ground.ageFrom() + 40, 200)) {
                    var question = new Question(
                            ground.requesters().getFirst(),
                            ground.holders().getLast(),
                            ground.classes().getFirst(),
                            ground.purpose(),
                            age,
                            day);
                    for (var language : List.of(Locale.JAPAN, Locale.UK)) {
                        assertThat(sentences(language, question))
                                .allSatisfy(sentence ->
                                        assertThat(sentence).doesNotContain("{", " - ", "（-", "-）", "から-", "に-"));
                    }
                }
            }
        }
    }

    private static List<String> sentences(Locale language, Question question) {
        return GROUNDS.ask(question).reasons().stream()
                .map(ReasonTexts.in(language)::text)
                .toList();
    }

    @Test
    void the_insurer_number_says_the_kind_of_insurer() {
        assertThat(TABLES.partyOf("06138131")).contains("HEALTH_UNION");
        assertThat(TABLES.partyOf("01130012")).contains("KYOKAI");
        assertThat(TABLES.partyOf("00138057")).contains("NHI_MUNICIPAL");
        assertThat(TABLES.partyOf("00133033")).contains("NHI_UNION");
        assertThat(TABLES.partyOf("39131156")).contains("WIDE_AREA_UNION");
        assertThat(TABLES.partyOf("99400228"))
                .as("the invented insurers of the demo")
                .contains("HEALTH_UNION");
        assertThat(TABLES.partyOf("88400221")).isEmpty();
    }

    @Test
    void a_society_reads_what_may_be_given_without_asking_and_nothing_that_is_over() {
        assertThat(Grounds.shipped().withoutConsent("HEALTH_UNION", TODAY))
                .extracting(Ground::key)
                .contains("L01", "L03", "L12", "L13")
                .doesNotContain("L02", "L04", "L11", "L15");
    }
}
