package org.tsunagu.app.consent;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.consent.Transfer.Side;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.rules.legal.Act;
import org.tsunagu.rules.legal.Recipient;

/// An invented insurer with people of several ages, and what is asked about them.
final class Asking {

    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));
    private static final String HEAD = "member_id,symbol,number,branch,kind,relation,name,name_kana,sex,birth_date,"
            + "postal_code,address,employer,covered_from,covered_to\n";

    private Asking() {}

    /// People named by their ages, `a30` is 30 today.
    static Insurer insurer(Office office, String number, int... ages) {
        var insurer = office.insurer(number);
        var csv = new StringBuilder(HEAD);
        for (var age : ages) {
            csv.append("a%d,1,%d,01,1,self,見本 %s,ミホン タロウ,1,%s,000-0001,架空市1,甲社,2015-04-01,%n"
                    .formatted(age, 1000 + age, "太郎", TODAY.minusYears(age).minusDays(10)));
        }
        office.register(insurer, csv.toString());
        return insurer;
    }

    static long member(Office office, Insurer insurer, String key) {
        return office.everything()
                .queryForObject(
                        "select id from membership.member where insurer_id = ? and register_key = ?",
                        Long.class,
                        insurer.id().value(),
                        key);
    }

    static Transfer transfer(String requester, String holder, String data, String purpose) {
        return new Transfer(
                new Side(requester, "甲"), new Side(holder, "乙"), data, purpose, TODAY, "test/" + UUID.randomUUID());
    }

    /// A member says yes or no to everybody, or to the one named.
    static void say(Office office, Insurer insurer, long member, Act act, String purpose, Recipient to, String... data) {
        say(office, insurer, statement(member, act, purpose, to, Optional.empty(), data));
    }

    static Statement statement(
            long member, Act act, String purpose, Recipient to, Optional<OffsetDateTime> until, String... data) {
        return new Statement(
                new MemberId(member),
                act,
                purpose,
                to,
                Set.of(data),
                TODAY,
                until,
                new Statement.How(Consent.Asked.PHONE, Statement.Proxy.NOBODY, "試験", "v1", "ja", ""),
                0,
                UUID.randomUUID());
    }

    static boolean say(Office office, Insurer insurer, Statement statement) {
        return office.as(insurer, Role.CLERK, () -> office.bean(Consents.class).say(statement));
    }
}
