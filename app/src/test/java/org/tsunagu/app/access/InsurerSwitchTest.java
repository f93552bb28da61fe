package org.tsunagu.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.membership.Members;

/// Somebody who works for two insurers works for one at a time.
@ExtendWith(Office.Extension.class)
class InsurerSwitchTest {

    private static final String REGISTER = """
            member_id,symbol,number,branch,kind,relation,name,name_kana,sex,birth_date,postal_code,address,employer,covered_from,covered_to
            %1$s1,１,100,01,1,self,切替 %1$s,キリカエ ハナコ,2,1970-04-01,000-0001,架空市1,,2015-04-01,
            """;

    private static Insurer insurer(Office office, String number, String name, Role role) {
        var insurer = office.bean(Insurers.class).ensure(number, "試験組合" + number);
        office.bean(Accounts.class).add("both", "兼務 一子", Office.PASSWORD, insurer, role);
        office.register(insurer, REGISTER.formatted(name));
        return insurer;
    }

    @Test
    void after_the_switch_only_the_rows_of_the_other_insurer_are_seen(Office office) {
        var one = insurer(office, "99000151", "甲", Role.NURSE);
        insurer(office, "99000169", "乙", Role.NURSE);
        var members = office.bean(Members.class);
        var first = office.as(one, Role.NURSE, () -> members.search("キリカエ", 2)).getFirst();
        var visitor = new Visitor(office);
        assertThat(visitor.logIn("both", Office.PASSWORD).body())
                .contains("試験組合99000169")
                .contains("action=\"/insurer\"");
        assertThat(visitor.post("/search", "words", "キリカエ").body())
                .contains("切替 甲")
                .doesNotContain("切替 乙");

        visitor.post("/insurer", "number", "99000169");

        assertThat(visitor.post("/search", "words", "キリカエ").body())
                .contains("切替 乙")
                .doesNotContain("切替 甲");
        assertThat(visitor.get("/members/" + first.id().value()).status()).isEqualTo(404);
        assertThat(office.everything()
                        .queryForList(
                                "select detail from audit.event where place = '/insurer' order by detail",
                                String.class))
                .containsExactly("from 99000151", "to 99000169");
    }

    @Test
    void an_insurer_without_a_role_is_not_there_to_switch_to(Office office) {
        insurer(office, "99000151", "甲", Role.NURSE);
        office.insurer("99000036");
        var visitor = new Visitor(office);
        visitor.logIn("both", Office.PASSWORD);

        assertThat(visitor.post("/insurer", "number", "99000036").status()).isEqualTo(404);
    }
}
