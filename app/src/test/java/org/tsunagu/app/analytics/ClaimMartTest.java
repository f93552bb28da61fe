package org.tsunagu.app.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.claims.ClaimText;
import org.tsunagu.measures.Measures;

/// Cost measures counted from claims that were taken in, against a plain sum of what is in the database.
@ExtendWith(Office.Extension.class)
class ClaimMartTest {

    private static final String NUMBER = "99006215";
    private static final String PEOPLE = """
            member_id,symbol,number,branch,kind,relation,name,name_kana,sex,birth_date,postal_code,address,employer,covered_from,covered_to
            A1,1,100,01,1,self,見本 花子,ミホン ハナコ,2,1970-04-01,000-0001,架空市1,,2015-04-01,
            A2,1,100,02,1,child,見本 一郎,ミホン イチロウ,1,2000-04-01,000-0001,架空市1,,2015-04-01,
            """;
    private static final String HANAKO = "100 01 2 19700401";
    private static final String ICHIRO = "100 02 1 20000401";

    private static Insurer filled(Office office) {
        var insurer = office.insurer(NUMBER);
        office.register(insurer, PEOPLE);
        ClaimText.receive(
                office,
                insurer,
                "RECEIPTC.UKE",
                ClaimText.medical(NUMBER, "202604", "202605")
                        .claim(HANAKO, 501, "8830417*", "4659007")
                        .claim(ICHIRO, 288)
                        .claim("999 01 1 19990101", 123)
                        .bytes(),
                false);
        ClaimText.receive(
                office,
                insurer,
                "RECEIPTY.UKE",
                ClaimText.dispensing(NUMBER, "202605", "202606")
                        .dispensed(HANAKO, 333, "20260428", "610443047", 28)
                        .dispensed(ICHIRO, 77, "20260502", "610443047", 7)
                        .bytes(),
                false);
        office.everything()
                .update(
                        "update claims.claim_disease set class121 = '0402', lifestyle14 = '3' where insurer_id = ?"
                                + " and code = '8830417'",
                        insurer.id().value());
        return insurer;
    }

    private static Build make(Office office, Insurer insurer) {
        office.as(insurer, Role.ANALYST, () -> office.bean(Marts.class).ask());
        office.waitForJobs(insurer);
        return office.as(insurer, Role.ANALYST, () -> office.bean(Marts.class).current())
                .orElseThrow();
    }

    private static Map<String, BigInteger> parts(Office office, Insurer insurer, String measure) {
        var parts = new TreeMap<String, BigInteger>();
        office.as(
                        insurer,
                        Role.ANALYST,
                        () -> office.bean(Indicators.class)
                                .ask(engine ->
                                        engine.count(Measures.find(measure).orElseThrow(), List.of("fiscal_year"))))
                .orElseThrow()
                .forEach(figure ->
                        parts.put(figure.strata().getLast(), figure.part().toBigIntegerExact()));
        return parts;
    }

    @Test
    void cost_is_the_plain_sum_and_the_shares_of_diseases_add_up_to_it(Office office) {
        var insurer = filled(office);
        make(office, insurer);
        var plain = office.everything()
                .queryForObject(
                        "select sum(yen) from claims.claim where insurer_id = ? and member_id is not null",
                        Long.class,
                        insurer.id().value());

        assertThat(plain).isEqualTo(10L * (501 + 288 + 333 + 77));
        assertThat(parts(office, insurer, "COST-PER-MEMBER").values()).containsExactly(BigInteger.valueOf(plain));
        var classes = parts(office, insurer, "COST-CLASS121");
        assertThat(classes.values().stream().reduce(BigInteger.ZERO, BigInteger::add))
                .isEqualTo(BigInteger.valueOf(plain));
        assertThat(classes.get("NODISEASE")).isEqualTo(BigInteger.valueOf(2880));
        assertThat(classes.get("PHA_UNMATCHED")).isEqualTo(BigInteger.valueOf(770));
        assertThat(classes.get("0402").intValue()).isBetween(1, 8339);
    }

    @Test
    void claims_are_written_again_only_when_they_or_their_shares_have_changed(Office office) {
        var insurer = office.insurer("99006223");
        office.register(insurer, PEOPLE);
        ClaimText.receive(
                office,
                insurer,
                "RECEIPTC.UKE",
                ClaimText.medical("99006223", "202604", "202605")
                        .claim(HANAKO, 501, "8830417*")
                        .bytes(),
                false);
        make(office, insurer);
        assertThat(make(office, insurer).kept()).isEqualTo(4);

        ClaimText.receive(
                office,
                insurer,
                "2.UKE",
                ClaimText.medical("99006223", "202605", "202606")
                        .claim(HANAKO, 99)
                        .bytes(),
                false);

        assertThat(make(office, insurer).kept()).isEqualTo(2);
    }
}
