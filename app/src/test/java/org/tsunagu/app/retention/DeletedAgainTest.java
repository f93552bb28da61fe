package org.tsunagu.app.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.app.retention.DeletionWorld.begin;
import static org.tsunagu.app.retention.DeletionWorld.checkups;
import static org.tsunagu.app.retention.DeletionWorld.delivery;
import static org.tsunagu.app.retention.DeletionWorld.insurer;
import static org.tsunagu.app.retention.DeletionWorld.kept;
import static org.tsunagu.app.retention.DeletionWorld.left;
import static org.tsunagu.app.retention.DeletionWorld.member;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.files.Originals;

/// What a restored backup brings back goes again.
@ExtendWith(Office.Extension.class)
class DeletedAgainTest {

    @Test
    void what_a_restored_backup_brings_back_is_deleted_again(Office office) {
        var insurer = insurer(office, "99700239");
        checkups(office, insurer, "gone", 2);
        office.everything().execute("drop table if exists public.kept_for_test");
        office.everything()
                .update("create table public.kept_for_test as select * from checkups.checkup where insurer_id = "
                        + insurer.id().value());
        begin(office, insurer);
        office.waitForJobs(insurer);
        assertThat(left(office, insurer, "gone")).isZero();

        office.everything().update("insert into checkups.checkup overriding system value select * from kept_for_test");
        office.everything().execute("drop table public.kept_for_test");
        checkups(office, insurer, "insured", 1);
        assertThat(left(office, insurer, "gone")).isEqualTo(2);

        assertThat(office.bean(DeletedAgain.class).delete(insurer.id())).isEqualTo(2);
        assertThat(office.bean(DeletedAgain.class).delete(insurer.id())).isZero();
        assertThat(left(office, insurer, "gone")).isZero();
        assertThat(left(office, insurer, "insured")).isOne();
    }

    @Test
    void an_original_that_a_backup_brings_back_goes_again(Office office) throws IOException {
        var insurer = insurer(office, "99700700");
        var hash = delivery(office, insurer, "back", "gone");
        var jdbc = office.everything();
        jdbc.execute("drop table if exists public.kept_for_test");
        jdbc.update("create table public.kept_for_test as select * from checkups.checkup where insurer_id = "
                + insurer.id().value());
        begin(office, insurer);
        office.waitForJobs(insurer);
        jdbc.update("insert into checkups.checkup overriding system value select * from kept_for_test");
        jdbc.execute("drop table public.kept_for_test");
        jdbc.update(
                "update intake.document set kana = 'ミホン タロウ', member_id = ? where insurer_id = ?",
                member(office, insurer, "gone"),
                insurer.id().value());
        assertThat(kept(office, insurer, "back")).isEqualTo(hash);

        assertThat(office.bean(DeletedAgain.class).delete(insurer.id())).isOne();
        assertThat(Files.exists(office.bean(Originals.class).path(insurer.id(), hash)))
                .isFalse();
    }
}
