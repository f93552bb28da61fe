package org.tsunagu.fhir.checkup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.fhir.checkup.Documents.HEIGHT;
import static org.tsunagu.fhir.checkup.Documents.code;
import static org.tsunagu.fhir.checkup.Documents.in;
import static org.tsunagu.fhir.checkup.Documents.number;
import static org.tsunagu.fhir.checkup.Documents.result;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tsunagu.fhir.checkup.FhirAnswers.Cut;

class FhirAnswersTest {

    static final SearchPage PAGE = new SearchPage("http://x/fhir", "http://x/fhir/q", "http://x/fhir/q?cursor=1");
    static final FoundCheckup FOUND = new FoundCheckup(
            "7",
            "3",
            Documents.of(
                    BundleRoundTripTest.full(),
                    result(HEIGHT, number("170", "cm")),
                    in(result("9A110160700000011", code("CD", "1", "1.2.392.200119.6.2002")), "01010", 1, "COMP")));

    private final FhirAnswers answers = new FhirAnswers(Documents.ITEMS);

    static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    @Test
    void a_document_that_is_answered_can_be_read_again() {
        assertThat(Bundles.plain(Bundles.read(text(answers.document(FOUND)))))
                .isEqualTo(Bundles.plain(FOUND.document()));
    }

    @Test
    void results_refer_to_each_other_and_to_the_person_on_this_server() {
        var json = text(answers.observations(List.of(FOUND), "", new Cut(0, 10), PAGE));

        assertThat(json)
                .contains("\"fullUrl\":\"http://x/fhir/Observation/7-1\"", "\"reference\":\"Patient/3\"")
                .contains("\"reference\":\"Observation/7-4\"", "\"display\":\"見本　太郎\"")
                .doesNotContain("urn:uuid", "\"next\"");
    }

    @Test
    void a_page_holds_so_many_results_and_says_where_the_next_one_is() {
        var first = text(answers.observations(List.of(FOUND), "", new Cut(0, 2), PAGE));
        var ofItem = text(answers.observations(List.of(FOUND), HEIGHT, new Cut(0, 2), PAGE));

        assertThat(first).contains("/7-1\"", "/7-2\"", "\"next\"").doesNotContain("/7-3\"");
        assertThat(ofItem).contains("/7-2\"").doesNotContain("/7-1\"", "\"next\"");
    }

    @Test
    void a_person_has_names_in_both_scripts() {
        var person = new FoundPerson("3", "99999997:1:2:00", "見本太郎", "ミホンタロウ", "1", "1970-01-31", "");

        assertThat(text(answers.person(person)))
                .contains("見本太郎", "ミホンタロウ", "\"gender\":\"male\"", "1970-01-31", "99999997:1:2:00");
    }
}
