package org.tsunagu.app.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.tickets.EligiblePerson.Part;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.eligibility.Exclusion;

/// The list of a year, and what has become of everybody on it.
@ExtendWith(Office.Extension.class)
class EligiblePeopleTest {

    private static final FiscalYear YEAR = new FiscalYear(2026);
    private static final String REGISTER = """
            member_id,symbol,number,branch,kind,relation,name,name_kana,sex,birth_date,postal_code,address,employer,covered_from,covered_to
            all_year,１,100,01,1,self,試験 一郎,シケン イチロウ,1,1970-05-05,000-0001,架空市1,,2015-04-01,
            leap_day,１,101,01,1,self,試験 二郎,シケン ジロウ,1,1952-02-29,000-0001,架空市2,,2015-04-01,
            april_40,１,102,01,1,self,試験 三郎,シケン サブロウ,1,1987-04-01,000-0001,架空市3,,2015-04-01,
            april_75,１,103,01,1,self,試験 四郎,シケン シロウ,1,1951-04-01,000-0001,架空市4,,2015-04-01,
            has_left,１,104,01,1,self,試験 五郎,シケン ゴロウ,1,1970-05-05,000-0001,架空市5,,2015-04-01,2026-08-31
            joined,１,105,01,1,self,試験 六郎,シケン ロクロウ,1,1970-05-05,000-0001,架空市6,,2026-05-01,
            abroad,１,106,01,1,self,試験 七郎,シケン シチロウ,1,1970-05-05,000-0001,架空市7,,2015-04-01,
            hospital,１,107,01,1,self,試験 八郎,シケン ハチロウ,1,1970-05-05,000-0001,架空市8,,2015-04-01,
            young,１,108,01,1,self,試験 九郎,シケン クロウ,1,1990-05-05,000-0001,架空市9,,2015-04-01,
            long_ago,１,109,01,1,self,試験 十郎,シケン ジュウロウ,1,1970-05-05,000-0001,架空市9,,2015-04-01,2025-08-31
            """;

    private static Map<Long, EligiblePerson> list(Office office, Insurer insurer) {
        return office
                .as(insurer, Role.CLERK, () -> office.bean(EligiblePeople.class).of(YEAR))
                .stream()
                .collect(Collectors.toMap(EligiblePerson::memberId, one -> one));
    }

    private static void exclude(Office office, Insurer insurer, String key, Exclusion exclusion) {
        var member = TicketPeople.member(office, insurer, key);
        office.as(insurer, Role.CLERK, () -> {
            office.bean(Exclusions.class).add(member, exclusion, "住民票の除票の写し", "");
            return 0;
        });
    }

    @Test
    void everybody_of_the_age_stands_on_the_list_with_what_becomes_of_them(Office office) {
        var insurer = office.insurer("99500016");
        office.register(insurer, REGISTER);
        exclude(office, insurer, "abroad", new Exclusion("ABROAD", LocalDate.parse("2026-01-10"), Optional.empty()));
        exclude(
                office,
                insurer,
                "hospital",
                new Exclusion(
                        "HOSPITAL_6M", LocalDate.parse("2026-05-01"), Optional.of(LocalDate.parse("2026-09-30"))));
        var list = list(office, insurer);
        var parts = new java.util.TreeMap<String, Part>();
        for (var key : REGISTER.lines().skip(1).map(line -> line.split(",")[0]).toList()) {
            var person = list.get(TicketPeople.member(office, insurer, key).value());
            if (person != null) {
                parts.put(key, person.part());
            }
        }

        assertThat(parts)
                .containsEntry("all_year", Part.TARGET)
                .containsEntry("leap_day", Part.TURNS_75)
                .containsEntry("has_left", Part.LEFT)
                .containsEntry("joined", Part.JOINED)
                .containsEntry("abroad", Part.EXCLUDED)
                .as("five months in hospital do not exclude")
                .containsEntry("hospital", Part.TARGET)
                .as("75 on 1 April, too young, left before the year")
                .doesNotContainKeys("april_75", "young", "long_ago");
        var leap = list.get(TicketPeople.member(office, insurer, "leap_day").value());
        assertThat(leap.lastExamDay()).as("75 on 1 March").isEqualTo(LocalDate.parse("2027-02-28"));
        assertThat(leap.standing().target().reasons()).isNotEmpty();
    }

    @Test
    void a_stay_that_goes_on_excludes_when_it_has_lasted_six_months_and_not_before(Office office) {
        var insurer = office.insurer("99500180");
        office.register(insurer, REGISTER);
        var today = LocalDate.now(java.time.ZoneId.of("Asia/Tokyo"));
        var year = FiscalYear.containing(today);
        exclude(office, insurer, "hospital", new Exclusion("HOSPITAL_6M", today.minusMonths(1), Optional.empty()));
        exclude(office, insurer, "all_year", new Exclusion("HOSPITAL_6M", today.minusMonths(7), Optional.empty()));

        var people = office
                .as(insurer, Role.CLERK, () -> office.bean(EligiblePeople.class).of(year))
                .stream()
                .collect(Collectors.toMap(EligiblePerson::memberId, EligiblePerson::part));

        assertThat(people)
                .containsEntry(TicketPeople.member(office, insurer, "hospital").value(), Part.TARGET)
                .containsEntry(TicketPeople.member(office, insurer, "all_year").value(), Part.EXCLUDED);
    }

    @Test
    void somebody_born_on_the_first_of_april_is_there_by_the_setting_and_it_is_said(Office office) {
        var insurer = office.insurer("99500024");
        office.register(insurer, REGISTER);
        var april = TicketPeople.member(office, insurer, "april_40").value();
        var person = Optional.ofNullable(list(office, insurer).get(april)).orElseThrow();
        var rules = office.bean(EligiblePeople.class).rules();

        var isForty = rules.age(LocalDate.parse("1987-04-01"), YEAR) >= 40;
        assertThat(person.part().isTarget()).isEqualTo(isForty);
        assertThat(person.standing().isAprilDecisive()).as("said on the page").isTrue();
    }

    @Test
    void an_exclusion_withdrawn_counts_no_more_and_stays_in_the_record(Office office) {
        var insurer = office.insurer("99500032");
        office.register(insurer, REGISTER);
        var member = TicketPeople.member(office, insurer, "abroad");
        exclude(office, insurer, "abroad", new Exclusion("ABROAD", LocalDate.parse("2026-01-10"), Optional.empty()));
        var exclusions = office.bean(Exclusions.class);
        assertThat(list(office, insurer).get(member.value()).part()).isEqualTo(Part.EXCLUDED);
        var entry = office.as(insurer, Role.CLERK, () -> exclusions.of(member)).getFirst();

        assertThat(office.as(insurer, Role.CLERK, () -> exclusions.withdraw(entry.id(), "別の方の書類")))
                .isEqualTo(member.value());

        assertThat(list(office, insurer).get(member.value()).part()).isEqualTo(Part.TARGET);
        assertThat(office.as(insurer, Role.CLERK, () -> exclusions.of(member)))
                .singleElement()
                .satisfies(one -> assertThat(one.withdrawnWhy()).isEqualTo("別の方の書類"));
        assertThat(office.as(insurer, Role.CLERK, () -> exclusions.withdraw(entry.id(), "もう一度")))
                .isZero();
    }
}
