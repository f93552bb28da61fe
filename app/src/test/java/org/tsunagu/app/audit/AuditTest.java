package org.tsunagu.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.access.TenantTransactions;

/// The ledger only grows, and shows when somebody has tampered with it.
@ExtendWith(Office.Extension.class)
class AuditTest {

    @Test
    void entries_of_many_at_once_form_one_chain(Office office) throws Exception {
        var insurer = office.insurer("99000044");
        var audit = office.bean(Audit.class);
        try (var workers = Executors.newFixedThreadPool(8)) {
            for (var i = 0; i < 40; i++) {
                workers.submit(() -> office.as(insurer, Role.NURSE, () -> {
                    audit.note(
                            List.of(Look.at(1, "checkup", "guidance", "/x"), Look.at(2, "checkup", "guidance", "/x")));
                    return 0;
                }));
            }
        }

        var result = office.bean(ChainCheck.class).of(insurer.id());

        assertThat(result.isWhole()).isTrue();
        assertThat(result.entries()).isEqualTo(80);
    }

    @Test
    void the_application_can_neither_change_nor_take_out_an_entry(Office office) {
        var insurer = office.insurer("99000051");
        note(office, "99000051", 3);
        var jdbc = office.bean(JdbcClient.class);
        var transactions = office.bean(TenantTransactions.class);

        for (var sql :
                List.of("update audit.event set place = ''", "delete from audit.event", "truncate audit.event")) {
            assertThatThrownBy(() ->
                            transactions.run(insurer.id(), () -> jdbc.sql(sql).update()))
                    .as(sql)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void an_entry_changed_behind_its_back_is_found(Office office) {
        var insurer = office.insurer("99000069");
        note(office, "99000069", 5);
        var everything = office.everything();
        everything.execute("alter table audit.event disable trigger only_grows");
        everything.update(
                "update audit.event set place = '/other' where insurer_id = ? and seq = 3",
                insurer.id().value());
        everything.execute("alter table audit.event enable trigger only_grows");

        var result = office.bean(ChainCheck.class).of(insurer.id());

        assertThat(result.brokenAt()).hasValue(3);
        forget(office, insurer);
    }

    @Test
    void entries_cut_off_at_the_end_are_missed(Office office) {
        var insurer = office.insurer("99000077");
        note(office, "99000077", 5);
        var everything = office.everything();
        everything.execute("alter table audit.event disable trigger only_grows");
        everything.update(
                "delete from audit.event where insurer_id = ? and seq > 3",
                insurer.id().value());
        everything.execute("alter table audit.event enable trigger only_grows");

        assertThat(office.bean(ChainCheck.class).of(insurer.id()).brokenAt()).hasValue(4);
        forget(office, insurer);
    }

    /// The other tests of this server count on whole ledgers.
    private static void forget(Office office, Insurer insurer) {
        var everything = office.everything();
        everything.execute("alter table audit.event disable trigger only_grows");
        everything.update(
                "delete from audit.event where insurer_id = ?", insurer.id().value());
        everything.execute("alter table audit.event enable trigger only_grows");
        everything.update(
                "delete from audit.chain where insurer_id = ?", insurer.id().value());
    }

    private static void note(Office office, String number, int entries) {
        office.as(office.insurer(number), Role.NURSE, () -> {
            for (var i = 0; i < entries; i++) {
                office.bean(Audit.class).note(Look.at(i + 1, "checkup", "guidance", "/x"));
            }
            return 0;
        });
    }
}
