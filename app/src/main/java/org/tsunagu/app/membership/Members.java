package org.tsunagu.app.membership;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.linkage.normal.DateForms;
import org.tsunagu.linkage.normal.Names;
import org.tsunagu.linkage.normal.Numbers;
import org.tsunagu.rules.Settings;
import org.tsunagu.rules.eligibility.Eligibility;

/// The members of the current insurer (加入者): who they are, since when, and whom a search means.
@Service
public class Members {

    static final String COLUMNS = "id, register_key, name, kana, sex, birth, kind, relation, symbol, number,"
            + " branch, employer, postal_code, address, phone";
    static final RowMapper<Member> MEMBER = (row, n) -> new Member(
            new MemberId(row.getLong(1)),
            row.getString(2),
            row.getString(3),
            row.getString(4),
            Sex.of(row.getString(5)).orElseThrow(),
            row.getObject(6, LocalDate.class),
            row.getString(7),
            row.getString(8),
            new CardNumber(row.getString(9), row.getString(10), row.getString(11)),
            row.getString(12),
            row.getString(13),
            row.getString(14),
            row.getString(15));

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Eligibility eligibility = Settings.shipped().eligibility(List.of());

    Members(JdbcClient jdbc, TenantTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// One member; empty for a number of another insurer as well.
    public Optional<Member> find(MemberId id) {
        return transactions.inCurrent(() -> jdbc.sql("select " + COLUMNS + " from membership.member where id = :id")
                .param("id", id.value())
                .query(MEMBER)
                .optional());
    }

    /// Several members by number.
    public Map<MemberId, Member> find(Collection<MemberId> ids) {
        return transactions.inCurrent(() -> jdbc
                .sql("select " + COLUMNS + " from membership.member where id = any(:ids)")
                .param("ids", ids.stream().map(MemberId::value).toArray(Long[]::new))
                .query(MEMBER)
                .stream()
                .collect(Collectors.toMap(Member::id, member -> member)));
    }

    /// Several members by number, within the transaction of the caller.
    public Map<Long, Member> within(Collection<Long> ids) {
        return jdbc
                .sql("select " + COLUMNS + " from membership.member where id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query(MEMBER)
                .list()
                .stream()
                .collect(Collectors.toMap(member -> member.id().value(), member -> member));
    }

    /// The numbers of members by the insurer's own register number; those that are not there are left out.
    public Map<String, MemberId> byRegisterKeys(Collection<String> keys) {
        return transactions.inCurrent(() -> jdbc
                .sql("select register_key, id from membership.member where register_key = any(:keys)")
                .param("keys", keys.toArray(String[]::new))
                .query((row, n) -> Map.entry(row.getString(1), new MemberId(row.getLong(2))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /// Whom a search means: the beginning of a name in kanji or kana of any width, a card or register number, a date of
    /// birth in any form, a telephone number.
    public List<Member> search(String words, int most) {
        var name = Names.key(words);
        var digits = Numbers.key(words);
        var birth = Dates.compact(DateForms.of(List.of()).key(words));
        if (name.isEmpty()) {
            return List.of();
        }
        return transactions.inCurrent(() -> jdbc.sql("select " + COLUMNS + " from membership.member"
                        + " where (name_key >= :name and name_key < :after) or (kana_key >= :name and kana_key < :after)"
                        + " or register_key = :words"
                        + " or card_number_key = :digits or birth = :birth"
                        + " or phone_key = :phone"
                        + " order by kana_key, birth limit :most")
                .param("name", name)
                .param("after", name + Character.toString(Character.MAX_CODE_POINT))
                .param("words", words.strip())
                .param("digits", digits)
                .param("birth", birth.map(Date::valueOf).orElse(null), java.sql.Types.DATE)
                .param("phone", words.replaceAll("\\D", "").isEmpty() ? "-" : words.replaceAll("\\D", ""))
                .param("most", most)
                .query(MEMBER)
                .list());
    }

    /// The times a member was covered, the latest first.
    public List<Coverage> coverage(MemberId id) {
        return transactions.inCurrent(() -> jdbc.sql("select from_day, to_day, reason from membership.coverage"
                        + " where member_id = :id order by from_day desc")
                .param("id", id.value())
                .query((row, n) -> new Coverage(
                        row.getObject(1, LocalDate.class),
                        Optional.ofNullable(row.getObject(2, LocalDate.class)),
                        row.getString(3)))
                .list());
    }

    /// The members who have this sex, birth date and name in kana: one person, or none that is certain.
    public List<Member> same(Sex sex, LocalDate birth, String kana) {
        return transactions.inCurrent(() -> jdbc.sql("select " + COLUMNS + " from membership.member"
                        + " where kana_key = :kana and birth = :birth and sex = :sex order by id")
                .param("kana", Names.key(kana))
                .param("birth", Date.valueOf(birth))
                .param("sex", sex.code())
                .query(MEMBER)
                .list());
    }

    /// Household members under the same number, without the person.
    public List<Member> family(Member member) {
        var household = member.number().household();
        return transactions.inCurrent(() -> jdbc.sql("select " + COLUMNS + " from membership.member"
                        + " where household_key = :household and id <> :id order by kind, birth")
                .param("household", household)
                .param("id", member.id().value())
                .query(MEMBER)
                .list());
    }

    /// A change that a register file brought (変更の記録).
    public record Change(String field, String before, String after, java.time.OffsetDateTime at) {}

    /// What has changed about a member, the latest first.
    public List<Change> changes(MemberId id) {
        return transactions.inCurrent(() -> jdbc.sql("select field, before, after, at from membership.change"
                        + " where member_id = :id order by id desc limit 50")
                .param("id", id.value())
                .query((row, n) -> new Change(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, java.time.OffsetDateTime.class)))
                .list());
    }

    /// How many members were covered on 1 April and all year, of the ages that count (特定健康診査の実施率の分母): the denominator
    /// of the checkup rate before exclusions.
    public int coveredAllYear(FiscalYear year) {
        var births = eligibility.birthsInDenominator(year);
        return transactions.inCurrent(() -> jdbc.sql("select count(*) from membership.covered_all_year(:first, :last)"
                        + " c join membership.member m on m.id = c.member_id"
                        + " where m.birth between :oldest and :youngest")
                .param("first", Date.valueOf(year.firstDay()))
                .param("last", Date.valueOf(year.lastDay()))
                .param("oldest", Date.valueOf(births.first()))
                .param("youngest", Date.valueOf(births.last()))
                .query(Integer.class)
                .single());
    }

    /// How many people the register has ever had.
    public int count() {
        return transactions.inCurrent(() -> jdbc.sql("select count(*) from membership.member")
                .query(Integer.class)
                .single());
    }

    /// How many people are insured on a day (加入者数).
    public int covered(LocalDate day) {
        return transactions.inCurrent(() -> jdbc.sql("select count(distinct member_id) from membership.coverage"
                        + " where from_day <= :day and coalesce(to_day, 'infinity'::date) >= :day")
                .param("day", Date.valueOf(day))
                .query(Integer.class)
                .single());
    }

    /// A member as the matching of documents needs them (突合の候補).
    ///
    /// @param numberKey key of a card number, also of an old one
    public record Candidate(
            long id, String numberKey, String name, String kana, String sex, LocalDate birth, String postalCode) {}

    private static final RowMapper<Candidate> CANDIDATE = (row, n) -> new Candidate(
            row.getLong(1),
            row.getString(2),
            row.getString(3),
            row.getString(4),
            row.getString(5),
            row.getObject(6, LocalDate.class),
            row.getString(7));

    /// Members by the household part of any number they have had, within the transaction of the caller.
    public Map<String, List<Candidate>> byHousehold(Collection<String> households) {
        var found = new HashMap<String, List<Candidate>>();
        jdbc.sql("select m.id, i.number_key, m.name, m.kana, m.sex, m.birth, m.postal_code"
                        + " from membership.insured_number i join membership.member m on m.id = i.member_id"
                        + " where i.household_key = any(:keys)")
                .param("keys", households.toArray(String[]::new))
                .query(CANDIDATE)
                .list()
                .forEach(candidate -> found.computeIfAbsent(
                                candidate
                                        .numberKey()
                                        .substring(0, candidate.numberKey().lastIndexOf('|')),
                                none -> new java.util.ArrayList<>())
                        .add(candidate));
        return found;
    }

    /// Those of some members who are covered on a day, within the transaction of the caller.
    public java.util.Set<Long> coveredOn(Collection<Long> ids, LocalDate day) {
        return new java.util.HashSet<>(jdbc.sql("select member_id from membership.coverage where member_id = any(:ids)"
                        + " and from_day <= :day and coalesce(to_day, 'infinity'::date) >= :day")
                .param("ids", ids.toArray(Long[]::new))
                .param("day", Date.valueOf(day))
                .query(Long.class)
                .list());
    }

    /// The last day on which a member has been covered until a day, within the transaction of the caller.
    public Optional<LocalDate> lastCovered(long memberId, LocalDate until) {
        return jdbc.sql("select to_day from membership.coverage where member_id = :member and to_day <= :until"
                        + " order by to_day desc limit 1")
                .param("member", memberId)
                .param("until", Date.valueOf(until))
                .query(LocalDate.class)
                .optional();
    }

    /// A member on a day.
    public record OnDay(long memberId, LocalDate day) {}

    /// Which of these were not insured on that day, within the transaction of the caller.
    public java.util.Set<OnDay> notCovered(Collection<OnDay> asked) {
        return new java.util.HashSet<>(jdbc.sql("select t.member, t.day from unnest(:members, :days) as t (member, day)"
                        + " where not exists (select 1 from membership.coverage c where c.member_id = t.member"
                        + " and c.from_day <= t.day and coalesce(c.to_day, 'infinity'::date) >= t.day)")
                .param("members", asked.stream().map(OnDay::memberId).toArray(Long[]::new))
                .param("days", asked.stream().map(of -> Date.valueOf(of.day())).toArray(Date[]::new))
                .query((row, n) -> new OnDay(row.getLong(1), row.getObject(2, LocalDate.class)))
                .list());
    }

    /// All members, for linking; within the transaction of the caller.
    public List<Candidate> all() {
        return jdbc.sql("select id, number_key, name, kana, sex, birth, postal_code from membership.member order by id")
                .query(CANDIDATE)
                .list();
    }
}
