package org.tsunagu.app.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.app.retention.DeletionWorld.TODAY;
import static org.tsunagu.app.retention.DeletionWorld.begin;
import static org.tsunagu.app.retention.DeletionWorld.checkups;
import static org.tsunagu.app.retention.DeletionWorld.insurer;
import static org.tsunagu.app.retention.DeletionWorld.member;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Insurer;

/// What members have said stays as long as what it is about, and goes as a whole.
@ExtendWith(Office.Extension.class)
class DeletedConsentsTest {

    @Test
    void consents_stay_as_long_as_other_records_and_go_in_the_next_deletion(Office office) {
        var insurer = insurer(office, "99700221");
        checkups(office, insurer, "gone", 1);
        office.everything()
                .update(
                        "insert into consent.event (insurer_id, member_id, act, purpose, day, valid_from, asked, proxy,"
                                + " wording, note, staff_id, staff_name, form_key, at) values (?, ?, 'GIVE', 'RESEARCH',"
                                + " ?::date, ?::date, 'PAPER', '', '', '', 1, 'test', gen_random_uuid(), ?::date)",
                        insurer.id().value(),
                        member(office, insurer, "gone"),
                        TODAY.minusYears(9).toString(),
                        TODAY.minusYears(9).toString(),
                        TODAY.minusYears(9).toString());

        begin(office, insurer);
        office.waitForJobs(insurer);
        assertThat(consents(office, insurer)).isOne();
        begin(office, insurer);
        office.waitForJobs(insurer);
        assertThat(consents(office, insurer)).isZero();
    }

    private static int consents(Office office, Insurer insurer) {
        return office.everything()
                .queryForObject(
                        "select count(*) from consent.event where insurer_id = ?",
                        Integer.class,
                        insurer.id().value());
    }

    private static void said(Office office, Insurer insurer, String key, String act, int yearsAgo) {
        var day = TODAY.minusYears(yearsAgo).toString();
        office.everything()
                .update(
                        "insert into consent.event (insurer_id, member_id, act, purpose, day, valid_from, asked, proxy,"
                                + " wording, note, staff_id, staff_name, form_key, at) values (?, ?, ?, 'RESEARCH',"
                                + " ?::date, ?::date, 'PAPER', '', '', '', 1, 'test', gen_random_uuid(), ?::date)",
                        insurer.id().value(),
                        member(office, insurer, key),
                        act,
                        day,
                        day,
                        day);
    }

    private static int said(Office office, Insurer insurer, String key) {
        return office.everything()
                .queryForObject(
                        "select count(*) from consent.event where member_id = ?",
                        Integer.class,
                        member(office, insurer, key));
    }

    /// So the fold says the same as before of whoever anything is kept of.
    @ParameterizedTest(name = "{0}, seed {1}")
    @CsvSource({"99700643, 1", "99700650, 2", "99700668, 3"})
    void what_a_member_has_said_goes_as_a_whole_or_stays_as_a_whole(String number, long seed, Office office) {
        var insurer = insurer(office, number);
        var random = new Random(seed);
        var acts = List.of("GIVE", "NARROW", "WITHDRAW", "EXPIRE");
        var before = new java.util.HashMap<String, Integer>();
        for (var key : List.of("gone", "lately", "insured")) {
            var youngest = key.equals("gone") && seed == 1 ? 7 : 1 + random.nextInt(9);
            for (var n = 0; n < 4; n++) {
                said(office, insurer, key, acts.get(random.nextInt(acts.size())), youngest + random.nextInt(3));
            }
            said(office, insurer, key, "WITHDRAW", youngest);
            before.put(key, said(office, insurer, key));
        }
        var goes = office.everything()
                .queryForObject(
                        "select max(at) < current_date - interval '5 years' from consent.event where member_id = ?",
                        Boolean.class,
                        member(office, insurer, "gone"));

        begin(office, insurer);
        office.waitForJobs(insurer);

        assertThat(said(office, insurer, "insured")).isEqualTo(before.get("insured"));
        assertThat(said(office, insurer, "lately")).isEqualTo(before.get("lately"));
        assertThat(said(office, insurer, "gone")).isEqualTo(goes ? 0 : before.get("gone"));
    }

    @Test
    void nothing_that_was_said_goes_while_a_decision_rests_on_any_of_it(Office office) {
        var insurer = insurer(office, "99700676");
        said(office, insurer, "gone", "GIVE", 9);
        said(office, insurer, "gone", "WITHDRAW", 8);
        office.everything()
                .update(
                        "insert into consent.disclosure (insurer_id, member_id, requester, requester_name, holder,"
                                + " holder_name, data_class, purpose, requested, age, reference, why, allowed, ground,"
                                + " consent_id, certainty, staff_id, staff_name, at) select insurer_id, member_id, '',"
                                + " '', '', '', '', '', current_date, 50, 'test', 'WITHDRAWN', false, '', max(id),"
                                + " 'SOURCE', 1, 'test', now() from consent.event where insurer_id = ? group by 1, 2",
                        insurer.id().value());
        begin(office, insurer);
        office.waitForJobs(insurer);

        assertThat(said(office, insurer, "gone")).isEqualTo(2);
    }
}
