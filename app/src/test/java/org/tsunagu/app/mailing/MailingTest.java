package org.tsunagu.app.mailing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.contacts.Contact.Channel;
import org.tsunagu.app.contacts.Contact.Outcome;
import org.tsunagu.app.contacts.Contacts;
import org.tsunagu.app.membership.MemberId;

/// Letters for many people at once, and that nobody is lost on the way.
@ExtendWith(Office.Extension.class)
class MailingTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));
    /// More for measuring by hand: `-Dtsunagu.letters=5000`.
    private static final int MANY = Integer.getInteger("tsunagu.letters", 250);

    /// Members with a checkup whose blood pressure and HbA1c are at the doctor-visit level.
    private static List<Long> people(Office office, Insurer insurer, int count) {
        var id = insurer.id().value();
        office.everything().update("""
                insert into membership.member (insurer_id, register_key, name, kana, sex, birth, kind, relation, symbol,
                  number, branch, employer, postal_code, address, phone, name_key, kana_key, number_key, household_key,
                  card_number_key, phone_key)
                select ?, 'L' || n, '見本 花子', 'ミホン ハナコ', '2', date '1970-04-01', '1', 'self', '1', n::text, '00', '',
                  lpad((count - n)::text, 7, '0'), '架空市中央1-' || n, '', '見本花子', 'ミホンハナコ', 'k' || n, 'h' || n, n::text, ''
                from (select ? count) c, generate_series(1, count) n
                """, id, count);
        office.everything().update("""
                insert into membership.coverage (insurer_id, member_id, from_day, reason)
                select insurer_id, id, date '2015-04-01', '' from membership.member where insurer_id = ?
                """, id);
        office.everything().update("""
                insert into checkups.checkup (insurer_id, member_id, document_id, exam_date, fiscal_year, programme, facility,
                  results)
                select insurer_id, id, id, date '2025-06-10', 2025, '010', '見本健診センター',
                  '{"9A751000000000001":"162","9A761000000000001":"101","3D046000001906202":"7.1"}'
                from membership.member where insurer_id = ?
                """, id);
        return office.everything()
                .queryForList("select id from membership.member where insurer_id = ? order by id", Long.class, id);
    }

    private static Run made(Office office, Insurer insurer, Run.Kind kind, List<Long> people) {
        var run = office.as(insurer, Role.CLERK, () -> office.bean(Runs.class).askFor(kind, people, "test"))
                .orElseThrow();
        office.waitForJobs(insurer);
        return office.as(insurer, Role.CLERK, () -> office.bean(Runs.class).find(run))
                .orElseThrow();
    }

    private static String text(Office office, Insurer insurer, Run run, int page) throws IOException {
        var file = office.bean(Runs.class).pdf(insurer.id(), run.id());
        try (var pdf = Loader.loadPDF(file.toFile())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(run.pages());
            var stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return stripper.getText(pdf);
        }
    }

    @Test
    void everybody_gets_a_letter_or_stands_in_the_list_with_the_reason(Office office) throws IOException {
        var insurer = office.insurer("99000406");
        var people = people(office, insurer, 120);
        var sql = office.everything();
        sql.update("delete from checkups.checkup where member_id = ?", people.get(0));
        sql.update("update membership.coverage set to_day = '2026-03-31' where member_id = ?", people.get(1));
        sql.update("update membership.member set address = '' where id = ?", people.get(2));
        sql.update("update membership.member set name = '見本 \uE000' where id = ?", people.get(3));
        sql.update(
                "update checkups.checkup set results = '{\"9A751000000000001\":\"118\"}' where member_id = ?",
                people.get(4));

        var run = made(office, insurer, Run.Kind.ADVICE, people);

        assertThat(run.state()).isEqualTo(Run.State.READY);
        assertThat(run.printed() + run.refused()).isEqualTo(120);
        var troubles =
                office.as(insurer, Role.CLERK, () -> office.bean(Runs.class).troubles(run.id(), 50));
        assertThat(troubles)
                .filteredOn(trouble -> !trouble.isPrinted())
                .extracting(trouble -> trouble.memberId() + " " + trouble.problem())
                .containsExactlyInAnyOrder(
                        people.get(0) + " NO_CHECKUP",
                        people.get(1) + " NOT_COVERED",
                        people.get(2) + " LC01",
                        people.get(3) + " LC07",
                        people.get(4) + " NOT_HIGH");
        // In the order of the mail: the last of the members has the smallest postal code.
        assertThat(text(office, insurer, run, 1)).contains("162", "101", "7.1", "架空市中央1-120");
    }

    @Test
    void a_posted_run_is_a_contact_with_everybody_who_got_a_letter_and_only_once(Office office) {
        var insurer = office.insurer("99000414");
        var people = people(office, insurer, 5);
        office.everything().update("delete from checkups.checkup where member_id = ?", people.getFirst());
        var run = made(office, insurer, Run.Kind.NOTICE, people);
        var runs = office.bean(Runs.class);

        var first = office.as(insurer, Role.CLERK, () -> runs.posted(run.id(), TODAY, "結果通知"));
        var second = office.as(insurer, Role.CLERK, () -> runs.posted(run.id(), TODAY, "結果通知"));

        assertThat(first).isEqualTo(4);
        assertThat(second).isZero();
        var contacts = office.bean(Contacts.class);
        assertThat(office.as(insurer, Role.CLERK, () -> contacts.of(new MemberId(people.get(1)))))
                .singleElement()
                .satisfies(contact -> {
                    assertThat(contact.channel()).isEqualTo(Channel.LETTER);
                    assertThat(contact.outcome()).isEqualTo(Outcome.SENT);
                    assertThat(contact.note()).isEqualTo("結果通知");
                });
        assertThat(office.as(insurer, Role.CLERK, () -> contacts.of(new MemberId(people.getFirst()))))
                .isEmpty();
    }

    @Test
    void another_insurer_sees_no_run_and_a_run_about_nobody_does_not_exist(Office office) {
        var insurer = office.insurer("99000422");
        var other = office.insurer("99000430");
        var run = made(office, insurer, Run.Kind.NOTICE, people(office, insurer, 2));
        var runs = office.bean(Runs.class);

        assertThat(office.as(other, Role.CLERK, () -> runs.find(run.id()))).isEmpty();
        assertThatThrownBy(() -> office.as(
                        other, Role.CLERK, () -> runs.askFor(Run.Kind.NOTICE, List.of(1L, 2L, run.id()), "test")))
                .isInstanceOf(Runs.NobodyConcerned.class);
        assertThat(office.as(other, Role.CLERK, () -> runs.latest(10))).isEmpty();
    }

    @Test
    void letters_that_somebody_else_prints_are_written_down_with_their_row(Office office) {
        var insurer = office.insurer("99001745");
        var run = made(office, insurer, Run.Kind.NOTICE, people(office, insurer, 2));
        var clerk = new Visitor(office);
        clerk.logIn("99001745-clerk", Office.PASSWORD);
        clerk.get("/letters/" + run.id());
        var place = "/letters/%d/pdf".formatted(run.id());

        assertThat(clerk.post(place, "purpose", "MAILING").body()).startsWith("%PDF");
        assertThat(office.everything()
                        .queryForObject(
                                "select count(*) from consent.disclosure where insurer_id = ?",
                                Integer.class,
                                insurer.id().value()))
                .isZero();
        assertThat(clerk.post(place, "purpose", "MAILING", "printer", "架空印刷").body())
                .startsWith("%PDF");
        assertThat(office.everything()
                        .queryForList(
                                "select distinct requester || ' ' || ground || ' ' || allowed from consent.disclosure"
                                        + " where insurer_id = ? and reference = ?",
                                String.class,
                                insurer.id().value(),
                                "letters/" + run.id()))
                .containsExactly("PRINTER L23 true");
        assertThat(clerk.post(place, "purpose", "MAILING", "printer", "x".repeat(101))
                        .path())
                .contains("mailing.problem.printer");
    }

    @Test
    void many_letters_are_one_file_written_as_they_are_made(Office office) {
        var insurer = office.insurer("99000448");
        var people = people(office, insurer, MANY);
        var begun = System.nanoTime();
        var run = made(office, insurer, Run.Kind.NOTICE, people);
        System.out.printf(
                "letters %d: %d ms, heap at most %d MB, file %d KB%n",
                MANY,
                (System.nanoTime() - begun) / 1_000_000,
                Runtime.getRuntime().maxMemory() >> 20,
                office.bean(Runs.class).pdf(insurer.id(), run.id()).toFile().length() >> 10);

        assertThat(run.printed()).isEqualTo(MANY);
        assertThat(LongStream.of(run.pages()).sum()).isGreaterThanOrEqualTo(MANY);
    }
}
