package org.tsunagu.app.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.app.retention.DeletionWorld.TODAY;
import static org.tsunagu.app.retention.DeletionWorld.begin;
import static org.tsunagu.app.retention.DeletionWorld.certificate;
import static org.tsunagu.app.retention.DeletionWorld.checkups;
import static org.tsunagu.app.retention.DeletionWorld.delivery;
import static org.tsunagu.app.retention.DeletionWorld.insurer;
import static org.tsunagu.app.retention.DeletionWorld.kept;
import static org.tsunagu.app.retention.DeletionWorld.member;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.files.Originals;

/// Files go once nobody in them is kept.
@ExtendWith(Office.Extension.class)
class DeletedFilesTest {

    @Test
    void an_original_goes_only_when_nobody_is_left_in_it(Office office) throws IOException {
        var insurer = insurer(office, "99700213");
        var alone = delivery(office, insurer, "alone", "gone");
        var shared = delivery(office, insurer, "shared", "gone", "insured");
        var run = begin(office, insurer);
        office.waitForJobs(insurer);

        assertThat(certificate(office, insurer, run).files())
                .containsExactlyInAnyOrder(new Run.File(alone, true), new Run.File(shared, false));
        assertThat(Files.exists(office.bean(Originals.class).path(insurer.id(), alone)))
                .isFalse();
        assertThat(Files.exists(office.bean(Originals.class).path(insurer.id(), shared)))
                .isTrue();
        assertThat(office.everything()
                        .queryForList(
                                "select kana from intake.document where insurer_id = ? order by id",
                                String.class,
                                insurer.id().value()))
                .containsExactly("", "", "ミホン タロウ");
    }

    @Test
    void copies_go_with_the_results_and_files_once_nobody_in_them_is_kept(Office office) throws IOException {
        var insurer = insurer(office, "99700692");
        checkups(office, insurer, "gone", 1);
        checkups(office, insurer, "insured", 1);
        var alone = uploaded(office, insurer, "alone", "gone");
        var shared = uploaded(office, insurer, "shared", "gone", "insured");
        var archive = handedOver(office, insurer, "archive", "gone");
        var run = begin(office, insurer);
        office.waitForJobs(insurer);

        assertThat(certificate(office, insurer, run).files())
                .containsExactlyInAnyOrder(
                        new Run.File(alone, true), new Run.File(shared, false), new Run.File(archive, true));
        assertThat(Files.exists(office.bean(Originals.class).path(insurer.id(), alone)))
                .isFalse();
        assertThat(Files.exists(office.bean(Originals.class).path(insurer.id(), shared)))
                .isTrue();
        assertThat(Files.exists(office.bean(Originals.class).path(insurer.id(), archive)))
                .isFalse();
        assertThat(office.everything()
                        .queryForList(
                                "select member_id from exchange.delivered where insurer_id = ?",
                                Long.class,
                                insurer.id().value()))
                .containsExactly(member(office, insurer, "insured"));
        assertThat(office.everything()
                        .queryForList(
                                "select line from exchange.correction where insurer_id = ?",
                                Integer.class,
                                insurer.id().value()))
                .containsExactly(3);
    }

    /// A file of an employer with a line, put right, of each of these people.
    private static String uploaded(Office office, Insurer insurer, String content, String... keys) throws IOException {
        var hash = kept(office, insurer, content);
        var jdbc = office.everything();
        var upload = jdbc.queryForObject(
                "with e as (insert into exchange.employer (insurer_id, code) values (?, ?) returning id, insurer_id),"
                        + " r as (insert into exchange.request (insurer_id, scheme, employer_id, other_number, other_name,"
                        + " postal_code, address, fiscal_year, asked, deadline, state, note) select insurer_id,"
                        + " 'EMPLOYER_40', id, '', '', '', '', 2017, current_date, current_date, 'DRAFT', '' from e"
                        + " returning id, insurer_id, employer_id) insert into exchange.upload (insurer_id, employer_id,"
                        + " request_id, original, name, received_at, received_by) select insurer_id, employer_id, id, ?,"
                        + " 'x.csv', now(), 'test' from r returning id",
                Long.class,
                insurer.id().value(),
                content,
                hash);
        for (var line = 0; line < keys.length; line++) {
            jdbc.update(
                    "insert into exchange.delivered values (?, ?, ?, ?, ?::date, '{}'::jsonb, 1, now())",
                    insurer.id().value(),
                    upload,
                    "row " + (line + 2),
                    member(office, insurer, keys[line]),
                    TODAY.minusYears(9).toString());
            jdbc.update(
                    "insert into exchange.correction (insurer_id, upload_id, kind, line, col, was, now, staff_name, at)"
                            + " values (?, ?, 'TYPED', ?, 1, 'x', 'y', 'test', now())",
                    insurer.id().value(),
                    upload,
                    line + 2);
        }
        return hash;
    }

    private static String handedOver(Office office, Insurer insurer, String content, String key) throws IOException {
        var hash = kept(office, insurer, content);
        office.everything()
                .update(
                        "with h as (insert into exchange.handover (insurer_id, kind, receiver, receiver_name, requested,"
                                + " day, number, state, original, staff_name, at) values (?, 'INSURER', '06990014', 'x',"
                                + " current_date, current_date, 0, 'SENT', ?, 'test', now()) returning id) insert into"
                                + " exchange.handover_item (insurer_id, handover_id, member_id, document_id, delivery_id,"
                                + " entry, state, written, why) select c.insurer_id, h.id, c.member_id, c.document_id, 1,"
                                + " 'x', 'WRITTEN', 'a/DATA/x.xml', '' from checkups.checkup c, h where c.member_id = ?",
                        insurer.id().value(),
                        hash,
                        member(office, insurer, key));
        return hash;
    }

    @Test
    void a_file_of_which_nothing_was_taken_over_goes_by_its_own_age(Office office) throws IOException {
        var insurer = insurer(office, "99700825");
        var never = uploaded(office, insurer, "never");
        office.everything()
                .update(
                        "update exchange.upload set received_at = ?::date where insurer_id = ?",
                        TODAY.minusYears(9).toString(),
                        insurer.id().value());
        var lately = uploaded(office, insurer, "lately");
        var run = begin(office, insurer);
        office.waitForJobs(insurer);

        assertThat(certificate(office, insurer, run).files()).containsExactly(new Run.File(never, true));
        assertThat(Files.exists(office.bean(Originals.class).path(insurer.id(), never)))
                .isFalse();
        assertThat(Files.exists(office.bean(Originals.class).path(insurer.id(), lately)))
                .isTrue();
    }

    @Test
    void the_pdf_of_letters_goes_and_that_they_were_sent_stays_while_people_are_insured(Office office)
            throws IOException {
        var insurer = insurer(office, "99700833");
        var jdbc = office.everything();
        var letters = jdbc.queryForObject(
                "insert into mailing.run (insurer_id, kind, state, chosen_by, letter_day, created_at, created_by)"
                        + " values (?, 'NOTICE', 'READY', '', ?::date, ?::date, 'test') returning id",
                Long.class,
                insurer.id().value(),
                TODAY.minusYears(9).toString(),
                TODAY.minusYears(9).toString());
        for (var key : List.of("gone", "insured")) {
            jdbc.update(
                    "insert into mailing.letter (insurer_id, run_id, seq, member_id, state) values (?, ?, ?, ?, 'PRINTED')",
                    insurer.id().value(),
                    letters,
                    key.length(),
                    member(office, insurer, key));
        }
        var name = "letters/%d/%d.pdf".formatted(insurer.id().value(), letters);
        var file = office.data().resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, "%PDF");
        var run = begin(office, insurer);
        office.waitForJobs(insurer);

        assertThat(certificate(office, insurer, run).files()).containsExactly(new Run.File(name, true));
        assertThat(file).doesNotExist();
        assertThat(jdbc.queryForList("select member_id from mailing.letter where run_id = ?", Long.class, letters))
                .containsExactly(member(office, insurer, "insured"));
    }
}
