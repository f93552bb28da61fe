package org.tsunagu.synthetic;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.synthetic.checkups.Checkups;
import org.tsunagu.synthetic.people.Member;

/// The register as a file (資格台帳 members.csv): one line a member with the time insured.
final class MemberFile {
    private static final String HEADING = "member_id,insurer_number,symbol,number,branch,kind,relation,name,name_kana,"
            + "sex,birth_date,postal_code,address,employer,covered_from,covered_to,leaving_reason,guided_years\n";

    private final Options options;
    private final Checkups checkups;

    MemberFile(Options options, Checkups checkups) {
        this.options = options;
        this.checkups = checkups;
    }

    String write(List<Member> members) {
        // Lines are made side by side and kept in order.
        var lines = members.parallelStream().map(this::line).toList();
        return HEADING + String.join("", lines);
    }

    private String line(Member member) {
        var household = member.household();
        return String.join(
                        ",",
                        Integer.toString(member.id()),
                        options.insurer(),
                        household.symbol(),
                        household.number(),
                        member.branch(),
                        member.kind().code(),
                        member.relation().name().toLowerCase(java.util.Locale.ROOT),
                        member.name().kanji(),
                        member.name().kana(),
                        member.sex().code(),
                        member.birth().toString(),
                        household.place().postalCode(),
                        household.place().address(),
                        member.kind().isInsured() ? household.employer().id() : "",
                        member.from().toString(),
                        member.to().equals(Member.STILL_INSURED)
                                ? ""
                                : member.to().toString(),
                        member.leaving().code(),
                        guided(member))
                + "\n";
    }

    private String guided(Member member) {
        return IntStream.rangeClosed(options.firstYear(), options.lastYear())
                .filter(year -> checkups.guided(member, new FiscalYear(year)))
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(" "));
    }
}
