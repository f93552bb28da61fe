package org.tsunagu.app.claims;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.claimsformat.disease.Group;
import org.tsunagu.claimsformat.disease.LifestyleDiseases;

/// Care of one member as the person page shows it (個人の受診・薬).
@Service
public class PersonCare {

    private static final int MOST_CLAIMS = 200;
    private static final int MOST_DRUGS = 40;

    private final ClaimPages claims;
    private final CareMonths months;
    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Map<String, Group> lifestyle = new LifestyleDiseases(List.of()).byCode();

    PersonCare(ClaimPages claims, CareMonths months, JdbcClient jdbc, TenantTransactions transactions) {
        this.claims = claims;
        this.months = months;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// A month with care (受診月).
    public record Month(YearMonth month, List<ClaimView> claims) {

        /// Cost of the month in yen.
        public long yen() {
            return claims.stream().mapToLong(ClaimView::yen).sum();
        }
    }

    /// A group of lifestyle diseases with the months in which it stood on a claim (生活習慣病の区分).
    ///
    /// @param isSuspected never more than suspected
    public record Illness(Group group, YearMonth first, YearMonth last, int claims, boolean isSuspected) {

        /// The name in a language.
        public String name(Locale language) {
            return group.name(language);
        }
    }

    /// A drug with when it was handed out last (薬剤).
    ///
    /// @param name empty when no loaded master knows the code
    public record Medicine(String code, String name, String form, YearMonth last, int days, int times) {}

    /// What there is of a member.
    ///
    /// @param complete the months of which everything is here
    /// @param hidden diseases and drugs that are kept from whoever is looking
    /// @param telling numbers of the claims with one of them: where they come from would tell what it is
    public record Care(
            List<Month> months,
            List<Illness> illnesses,
            List<Medicine> medicines,
            Optional<CareMonths.Window> complete,
            int hidden,
            Set<Long> telling) {

        /// Whether there is any claim.
        public boolean isEmpty() {
            return months.isEmpty();
        }

        /// The name of the institution of a claim, or its code; empty where it would tell what is hidden.
        public String institution(ClaimView claim) {
            if (telling.contains(claim.id())) {
                return "";
            }
            return claim.institutionName().isEmpty() ? claim.institution() : claim.institutionName();
        }
    }

    /// The care of a member.
    public Care of(long memberId) {
        return transactions.inCurrent(() -> {
            var byMonth = new LinkedHashMap<YearMonth, List<ClaimView>>();
            claims.of(memberId, MOST_CLAIMS)
                    .forEach(claim -> byMonth.computeIfAbsent(claim.month(), first -> new ArrayList<>())
                            .add(claim));
            var medicines = medicines(memberId);
            var shown = medicines.stream().filter(one -> !one.form().isEmpty()).toList();
            return new Care(
                    byMonth.entrySet().stream()
                            .map(one -> new Month(one.getKey(), List.copyOf(one.getValue())))
                            .toList(),
                    illnesses(memberId),
                    shown,
                    months.window(),
                    medicines.size() - shown.size() + hiddenDiseases(memberId),
                    telling(memberId));
        });
    }

    private List<Illness> illnesses(long memberId) {
        var found = new TreeMap<String, Illness>();
        jdbc.sql("select d.lifestyle14, min(c.care_month), max(c.care_month), count(distinct c.id),"
                        + " bool_and(d.suspected) from claims.counted c join claims.claim_disease d on d.claim_id = c.id"
                        + " where c.member_id = :member and d.lifestyle14 <> '' group by d.lifestyle14")
                .param("member", memberId)
                .query(row -> {
                    var group = lifestyle.get(row.getString(1));
                    if (group != null) {
                        found.put(
                                group.row(),
                                new Illness(
                                        group,
                                        YearMonth.from(row.getObject(2, LocalDate.class)),
                                        YearMonth.from(row.getObject(3, LocalDate.class)),
                                        row.getInt(4),
                                        row.getBoolean(5)));
                    }
                });
        return List.copyOf(found.values());
    }

    private int hiddenDiseases(long memberId) {
        return (int) jdbc
                .sql("select distinct d.icd10 from claims.counted c join claims.claim_disease d on d.claim_id = c.id"
                        + " where c.member_id = :member")
                .param("member", memberId)
                .query(String.class)
                .list()
                .stream()
                .filter(Sensitive::hidesDisease)
                .count();
    }

    private Set<Long> telling(long memberId) {
        var claims = new HashSet<Long>();
        jdbc.sql("select c.id, d.icd10 from claims.counted c join claims.claim_disease d on d.claim_id = c.id"
                        + " where c.member_id = :member")
                .param("member", memberId)
                .query(row -> {
                    if (Sensitive.hidesDisease(row.getString(2))) {
                        claims.add(row.getLong(1));
                    }
                });
        jdbc.sql("select c.id, g.price_list_code from claims.counted c join claims.claim_drug g on g.claim_id = c.id"
                        + " where c.member_id = :member")
                .param("member", memberId)
                .query(row -> {
                    if (Sensitive.hidesDrug(row.getString(2))) {
                        claims.add(row.getLong(1));
                    }
                });
        return Set.copyOf(claims);
    }

    /// Hidden ones come without form and name.
    private List<Medicine> medicines(long memberId) {
        return jdbc.sql("select g.code, g.name, g.form, max(c.care_month), sum(g.days), count(*), g.price_list_code"
                        + " from claims.counted c join claims.claim_drug g on g.claim_id = c.id"
                        + " where c.member_id = :member group by g.code, g.name, g.form, g.price_list_code"
                        + " order by max(c.care_month) desc, g.code limit :most")
                .param("member", memberId)
                .param("most", MOST_DRUGS)
                .query((row, n) -> {
                    var isHidden = Sensitive.hidesDrug(row.getString(7));
                    return new Medicine(
                            isHidden ? "" : row.getString(1),
                            isHidden ? "" : row.getString(2),
                            isHidden ? "" : row.getString(3),
                            YearMonth.from(row.getObject(4, LocalDate.class)),
                            row.getInt(5),
                            row.getInt(6));
                })
                .list();
    }
}
