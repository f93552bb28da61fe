package org.tsunagu.app.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.checkups.Checkups;
import org.tsunagu.app.checkups.Rechecks;
import org.tsunagu.app.checkups.Verdict.Question;
import org.tsunagu.codes.time.FiscalYear;

/// What the insurer finds out about drugs after the checkup (保険者再確認), RULES 4.6.
@ExtendWith(Office.Extension.class)
class RecheckTest {

    private static final String NUMBER = "99600629";
    private static final FiscalYear YEAR = new FiscalYear(2025);
    private static final String LIPID_RECHECK = "9N712167200000049";

    private static String level(GuidanceWorld world, Office office, long checkup) {
        return world.as(() -> office.bean(Checkups.class).verdicts(checkup))
                .get(Question.STRATIFICATION)
                .value();
    }

    /// Waist, high blood glucose and lipids, smoker, no drug: active support.
    private static long checkup(GuidanceWorld world, Office office, int member) {
        var id = world.checkup(member, "2025-05-20", "1", "92.3", "78.4");
        office.everything()
                .update(
                        "update checkups.checkup set results = results || '{\"9A751000000000001\":\"142\","
                                + "\"9A761000000000001\":\"92\",\"3F015000002327101\":\"190\","
                                + "\"3F070000002327101\":\"38\",\"3D010000001926101\":\"104\","
                                + "\"9N701000000000011\":\"2\",\"9N706000000000011\":\"2\","
                                + "\"9N711000000000011\":\"2\",\"9N736000000000011\":\"1\"}'::jsonb where id = ?",
                        id);
        return id;
    }

    private static void found(GuidanceWorld world, int member, String question, String code) {
        var nurse = world.visitor("nurse");
        var place = "/guidance/candidates/" + world.member(member).value();
        nurse.get(place + "?year=2025");
        assertThat(nurse.post(
                                place + "/exclusion",
                                "year",
                                "2025",
                                "on",
                                "2025-07-01",
                                "asked",
                                "脂質の薬",
                                "answer",
                                "電話で確認",
                                "question",
                                question,
                                "code",
                                code)
                        .path())
                .contains("guidance.exclusion.saved");
    }

    @Test
    void a_wrong_questionnaire_is_judged_again_and_can_be_taken_back(Office office) {
        var world = GuidanceWorld.of(office, NUMBER);
        var checkup = checkup(world, office, 1);

        found(world, 1, "MED-LIPID", "1");
        assertThat(level(world, office, checkup))
                .as("on a drug: information only")
                .isEqualTo("3");
        assertThat(world.visitor("nurse")
                        .get("/guidance/candidates/" + world.member(1).value() + "?year=2025")
                        .body())
                .contains("質問票の記載違い（服薬中）")
                .contains("電話で確認");

        found(world, 1, "MED-LIPID", "");
        assertThat(level(world, office, checkup))
                .as("as the questionnaire says")
                .isEqualTo("1");
    }

    @Test
    void a_drug_started_after_the_checkup_leaves_the_level_and_is_handed_on_as_it_was_known_then(Office office) {
        var world = GuidanceWorld.of(office, NUMBER);
        var checkup = checkup(world, office, 2);
        var before = OffsetDateTime.now(ZoneOffset.UTC);

        found(world, 2, "MED-LIPID", "2");

        assertThat(level(world, office, checkup)).isEqualTo("1");
        var transactions = office.bean(TenantTransactions.class);
        var rechecks = office.bean(Rechecks.class);
        var insurer = world.insurer().id();
        var member = world.member(2);
        assertThat(transactions.in(insurer, () -> rechecks.until(before)).values())
                .doesNotContain(Map.of(LIPID_RECHECK, "2"));
        assertThat(transactions
                        .in(insurer, () -> rechecks.until(OffsetDateTime.now(ZoneOffset.UTC)))
                        .values())
                .contains(Map.of(LIPID_RECHECK, "2"));
        assertThat(world.as(() -> rechecks.checkup(member, YEAR))).contains(checkup);
    }
}
