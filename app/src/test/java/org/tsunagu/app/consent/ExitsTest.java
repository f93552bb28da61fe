package org.tsunagu.app.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.consent.Exits.Exit;
import org.tsunagu.app.consent.Exits.Holds;
import org.tsunagu.rules.legal.Grounds;
import org.tsunagu.rules.legal.LegalTables;

/// Nothing leaves by a way that nobody has thought about: every address that answers with anything but a page stands in
/// `exits.tsv`, and what is in it for somebody else rests on a row of the legal table.
@ExtendWith(Office.Extension.class)
class ExitsTest {

    private static final Pattern NAMED = Pattern.compile("\\{(\\w+):(?:[^{}]|\\{[^{}]*})*}");
    private static final String MEMBERS = "member_id,symbol,number,branch,kind,relation,name,name_kana,sex,birth_date,"
            + "postal_code,address,employer,covered_from,covered_to\n"
            + "one,1,1,01,1,self,見本 太郎,ミホン タロウ,1,1970-06-01,000-0001,架空市1,甲社,2015-04-01,\n";

    /// Addresses that write something else than a page of this application.
    private static Set<String> written(Office office) {
        var found = new TreeSet<String>();
        for (var one :
                Objects.requireNonNull(office.bean(DispatcherServlet.class).getHandlerMappings())) {
            if (one instanceof RequestMappingHandlerMapping ours) {
                ours.getHandlerMethods().forEach((mapping, handler) -> found.addAll(written(mapping, handler)));
            }
        }
        return found;
    }

    private static List<String> written(RequestMappingInfo mapping, HandlerMethod handler) {
        if (!isOurs(handler) || !writes(handler)) {
            return List.of();
        }
        return mapping.getPatternValues().stream()
                .flatMap(pattern -> mapping.getMethodsCondition().getMethods().stream()
                        .map(method -> method + " " + NAMED.matcher(pattern).replaceAll("{$1}")))
                .toList();
    }

    private static boolean isOurs(HandlerMethod handler) {
        return handler.getBeanType().getPackageName().startsWith("org.tsunagu");
    }

    private static boolean writes(HandlerMethod handler) {
        var type = handler.getReturnType().getParameterType();
        return type == void.class
                || type == byte[].class
                || ResponseEntity.class.isAssignableFrom(type)
                || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), ResponseBody.class)
                || handler.hasMethodAnnotation(ResponseBody.class);
    }

    @Test
    void every_way_out_is_in_the_table_and_the_table_has_no_other(Office office) {
        var known = Exits.all().stream().map(Exit::key).toList();
        var written = written(office);

        assertThat(written).hasSizeGreaterThan(40);
        assertThat(known).doesNotHaveDuplicates();
        // A course that is given away is seen at pages: it is no file, and leaves all the same.
        assertThat(known)
                .containsAll(written)
                .filteredOn(key -> !written.contains(key))
                .containsExactly("POST /guidance/courses/{id}/provider");
    }

    @Test
    void what_goes_to_somebody_else_names_rows_of_the_legal_table() {
        var tables = LegalTables.shipped();
        for (var exit : Exits.all()) {
            if (exit.holds() == Holds.LAW && !exit.party().isEmpty()) {
                assertThat(LegalTables.row(tables.parties(), exit.party()))
                        .as(exit.key())
                        .isPresent();
                assertThat(LegalTables.row(tables.purposes(), exit.purpose()))
                        .as(exit.key())
                        .isPresent();
                for (var data : exit.classes()) {
                    assertThat(Grounds.shipped().all())
                            .as(exit.key())
                            .anyMatch(ground -> ground.requesters().contains(exit.party())
                                    && ground.classes().contains(data)
                                    && ground.purposes().contains(exit.purpose()));
                }
            } else {
                assertThat(exit.party()).as(exit.key()).isEmpty();
            }
            assertThat(exit.holds() == Holds.OWN ? exit.purpose() : "own")
                    .as(exit.key())
                    .isNotEmpty();
        }
    }

    static Stream<String> toOthers() {
        return Exits.all().stream().filter(exit -> !exit.party().isEmpty()).map(Exit::key);
    }

    @ParameterizedTest
    @MethodSource("toOthers")
    void what_leaves_is_written_down_with_its_row(String key, Office office) {
        var insurer = office.insurer("06990725");
        office.register(insurer, MEMBERS);
        var member = office.everything()
                .queryForObject(
                        "select id from membership.member where insurer_id = ?",
                        Long.class,
                        insurer.id().value());
        var exit = Exits.find(key).orElseThrow();
        var reference = "exits-test " + key;

        assertThat(office.as(
                        insurer,
                        Role.ADMINISTRATOR,
                        () -> office.bean(Exits.class).mayLeave(key, "架空の相手", List.of(member), reference)))
                .isTrue();

        assertThat(office.everything()
                        .queryForList(
                                "select data_class || ' ' || allowed || ' ' || (ground ~ '^L[0-9]+$') from"
                                        + " consent.disclosure where reference = ? and member_id = ? and requester = ?"
                                        + " and requester_name = '架空の相手'",
                                String.class,
                                reference,
                                member,
                                exit.party()))
                .containsExactlyInAnyOrderElementsOf(
                        exit.classes().stream().map(data -> data + " true true").toList());
    }

    /// The number of this insurer is of no kind that the law knows.
    @Test
    void where_the_law_has_no_row_it_stays(Office office) {
        var insurer = office.insurer("50990001");

        assertThat(LegalTables.shipped().partyOf(insurer.number())).isEmpty();
        assertThat(office.as(
                        insurer,
                        Role.ADMINISTRATOR,
                        () -> office.bean(Exits.class)
                                .mayLeave("POST /reports/frozen/{id}/archive", "", List.of(1L), "exits-test")))
                .isFalse();
        assertThatThrownBy(() -> office.as(
                        insurer,
                        Role.ADMINISTRATOR,
                        () -> office.bean(Exits.class).mayLeave("POST /tasks/export", "x", List.of(1L), "exits-test")))
                .hasMessageContaining("nobody to give it to");
    }
}
