package org.tsunagu.app.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;

/// No table that holds people can be forgotten: every one there is gets a row about somebody who left long ago, and
/// nothing
/// of it may be left, but in the tables of `left.tsv` with its reason there. A new table without an owner fails here.
@ExtendWith(Office.Extension.class)
class EveryTableTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));
    private static final String OLD = TODAY.minusYears(9).toString();
    private static final int ENOUGH = 6;

    /// Kinds that go after a year, insured or not, and what goes whenever its only file does.
    private static final List<String> SHORT = List.of("portal.session", "portal.invitation", "extracts.extract");

    private static Insurer insurer(Office office, String number) {
        var insurer = office.insurer(number);
        office.register(
                insurer,
                "member_id,symbol,number,branch,kind,relation,name,name_kana,sex,birth_date,postal_code,address,employer,"
                        + "covered_from,covered_to\n"
                        + line("gone", "1", TODAY.minusYears(5).toString())
                        + line("insured", "2", ""));
        office.everything()
                .update(
                        "update membership.member set updated_at = ?::date where insurer_id = ?",
                        OLD,
                        insurer.id().value());
        return insurer;
    }

    private static String line(String key, String number, String to) {
        return "%s,1,%s,01,1,self,見本 太郎,ミホン タロウ,1,1970-06-01,000-0001,架空市1,甲社,2015-04-01,%s\n"
                .formatted(key, number, to);
    }

    private static long member(Office office, Insurer insurer, String key) {
        return office.everything()
                .queryForObject(
                        "select id from membership.member where insurer_id = ? and register_key = ?",
                        Long.class,
                        insurer.id().value(),
                        key);
    }

    /// A row about each of these people in every table there is.
    private static void fill(Office office, Insurer insurer, Map<String, List<String>> tables, long... members) {
        var filler = new Filler(office.everything(), insurer, OLD);
        for (var member : members) {
            tables.forEach((table, people) -> {
                if (!filler.isMade(table, member) && of(office.everything(), table, people, member) == 0) {
                    filler.fill(table, people, member);
                }
                assertThat(of(office.everything(), table, people, member))
                        .as(table)
                        .isPositive();
            });
        }
    }

    private static int of(JdbcTemplate database, String table, List<String> people, long member) {
        var where = people.stream()
                .map(column -> column.endsWith("members")
                        ? "%d = any(%s)".formatted(member, column)
                        : "%s = %d".formatted(column, member))
                .collect(Collectors.joining(" or "));
        return Objects.requireNonNull(
                database.queryForObject("select count(*) from " + table + " where " + where, Integer.class));
    }

    private static Map<String, List<String>> tables(Office office) throws IOException {
        var tables = new LinkedHashMap<>(Filler.people(office.everything()));
        var left = left();
        assertThat(tables.keySet()).as("a table of left.tsv").containsAll(left);
        tables.keySet().removeAll(left);
        return tables;
    }

    private static List<String> left() throws IOException {
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(EveryTableTest.class.getResourceAsStream("left.tsv")),
                StandardCharsets.UTF_8))) {
            return in.lines()
                    .skip(1)
                    .map(line -> List.of(line.split("\t")))
                    .peek(cells -> assertThat(cells.get(1)).isNotBlank())
                    .map(List::getFirst)
                    .toList();
        }
    }

    private static void delete(Office office, Insurer insurer) {
        for (var n = 0; n < ENOUGH; n++) {
            var run = office.as(
                    insurer,
                    Role.ADMINISTRATOR,
                    () -> office.bean(Retentions.class).begin());
            office.waitForJobs(insurer);
            assertThat(office.everything()
                            .queryForObject("select state from retention.run where id = ?", String.class, run))
                    .isEqualTo("DONE");
        }
    }

    private static List<String> remaining(Office office, Map<String, List<String>> tables, long member) {
        return tables.entrySet().stream()
                .filter(one -> of(office.everything(), one.getKey(), one.getValue(), member) > 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Test
    void nothing_is_left_of_somebody_who_left_long_ago_and_everything_of_the_insured(Office office) throws IOException {
        var insurer = insurer(office, "99700809");
        var tables = tables(office);
        var gone = member(office, insurer, "gone");
        var insured = member(office, insurer, "insured");
        fill(office, insurer, tables, gone, insured);

        delete(office, insurer);

        assertThat(remaining(office, tables, gone)).isEmpty();
        var kept = new ArrayList<>(tables.keySet());
        kept.removeAll(SHORT);
        assertThat(remaining(office, tables, insured)).containsAll(kept);
    }

    @Test
    void what_a_restored_backup_brings_back_goes_again(Office office) throws IOException {
        var insurer = insurer(office, "99700817");
        var tables = tables(office);
        var gone = member(office, insurer, "gone");
        fill(office, insurer, tables, gone);
        var backup = new Snapshot(office.everything(), insurer);
        delete(office, insurer);
        assertThat(remaining(office, tables, gone)).isEmpty();
        backup.restore();
        assertThat(remaining(office, tables, gone)).isNotEmpty();

        assertThat(office.bean(DeletedAgain.class).delete(insurer.id())).isPositive();

        assertThat(remaining(office, tables, gone)).isEmpty();
    }
}
