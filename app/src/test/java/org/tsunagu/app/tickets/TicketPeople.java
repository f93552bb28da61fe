package org.tsunagu.app.tickets;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.Members;
import org.tsunagu.codes.time.FiscalYear;

/// Invented members and terms for the tests of tickets.
final class TicketPeople {

    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));
    static final FiscalYear YEAR = FiscalYear.containing(TODAY);

    private TicketPeople() {}

    /// Many members of forty and more, covered for years.
    static List<Long> many(Office office, Insurer insurer, int count) {
        var id = insurer.id().value();
        office.everything().update("""
                insert into membership.member (insurer_id, register_key, name, kana, sex, birth, kind, relation, symbol,
                  number, branch, employer, postal_code, address, phone, name_key, kana_key, number_key, household_key,
                  card_number_key, phone_key)
                select ?, 'K' || n, '見本 花子', 'ミホン ハナコ', '2', date '1970-04-02' + (n % 3000), '1', 'self', '1',
                  n::text, '00', '', lpad(n::text, 7, '0'), '架空市中央1-' || n, '', '見本花子', 'ミホンハナコ', 'k' || n,
                  'h' || n, n::text, ''
                from generate_series(1, ?) n
                """, id, count);
        office.everything().update("""
                insert into membership.coverage (insurer_id, member_id, from_day, reason)
                select insurer_id, id, date '2015-04-01', '' from membership.member where insurer_id = ?
                """, id);
        return office.everything()
                .queryForList("select id from membership.member where insurer_id = ? order by id", Long.class, id);
    }

    /// Terms that hold to the end of the year.
    static void terms(Office office, Insurer insurer, TicketKind.Family family, String kind) {
        office.as(
                insurer,
                Role.CLERK,
                () -> office.bean(IssueTerms.class)
                        .add(new Terms(
                                0,
                                YEAR.year(),
                                family,
                                kind,
                                YEAR.lastDay(),
                                Terms.Contract.COLLECTIVE_A,
                                "見本保険者協議会",
                                "94899010",
                                "架空県架空市本町1-1",
                                "000-000-0000",
                                Charge.Service.of(family).stream()
                                        .map(service -> Charge.of(service, Charge.Kind.FIXED, 800))
                                        .toList(),
                                "")));
    }

    static MemberId member(Office office, Insurer insurer, String key) {
        return java.util.Objects.requireNonNull(
                office.as(insurer, Role.CLERK, () -> office.bean(Members.class).byRegisterKeys(List.of(key)))
                        .get(key));
    }
}
