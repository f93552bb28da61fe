package org.tsunagu.app.checkups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.intake.DeliveryRefused;
import org.tsunagu.app.worklists.Task;
import org.tsunagu.app.worklists.Tasks;

/// An archive that is sent again and refused at its end takes nothing away from the first one.
@ExtendWith(Office.Extension.class)
class WithdrawnTest {

    private static final String REGISTER = """
            member_id,symbol,number,branch,kind,relation,name,name_kana,sex,birth_date,postal_code,address,employer,covered_from,covered_to
            W1,１,31,01,1,self,見本 花子,ミホン ハナコ,2,1965-04-01,000-0001,架空市1,,2015-04-01,
            """;

    private static long checkup(Office office, Insurer insurer, long document) {
        return office.everything()
                .queryForObject(
                        "insert into checkups.checkup (insurer_id, member_id, document_id, exam_date, fiscal_year,"
                                + " programme, facility, results) select insurer_id, id, ?, date '2026-06-01', 2026, '010', '',"
                                + " '{\"9A751000000000001\":\"180\",\"9A761000000000001\":\"110\"}'::jsonb"
                                + " from membership.member where insurer_id = ? returning id",
                        Long.class,
                        document,
                        insurer.id().value());
    }

    @Test
    void what_a_refused_delivery_had_replaced_counts_and_asks_again(Office office) {
        var insurer = office.insurer("99031098");
        office.register(insurer, REGISTER);
        var member = office.everything()
                .queryForObject(
                        "select id from membership.member where insurer_id = ?",
                        Long.class,
                        insurer.id().value());
        var first = checkup(office, insurer, 1);
        var second = checkup(office, insurer, 2);
        office.everything().update("update checkups.checkup set superseded_by = ? where id = ?", second, first);

        office.bean(TenantTransactions.class)
                .run(
                        insurer.id(),
                        () -> office.bean(Storing.class).on(new DeliveryRefused(insurer.id(), 7, List.of(2L))));

        office.as(insurer, Role.NURSE, () -> {
            var checkups = office.bean(Checkups.class);
            assertThat(checkups.of(member)).extracting(Checkup::id).containsExactly(first);
            assertThat(checkups.find(first)).isPresent();
            assertThat(checkups.find(second)).as("withdrawn").isEmpty();
            assertThat(office.bean(Tasks.class).of(member))
                    .extracting(Task::state)
                    .contains("OPEN");
            return 0;
        });
    }
}
