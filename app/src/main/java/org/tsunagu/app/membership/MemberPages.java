package org.tsunagu.app.membership;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.linkage.normal.Numbers;

/// The members of the current insurer page by page, and by what stands on their cards (加入者の一覧と番号検索).
@Service
public class MemberPages {

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;

    MemberPages(JdbcClient jdbc, TenantTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// Members after a number, in the order of their numbers.
    public List<Member> after(long id, int most) {
        return transactions.inCurrent(() -> jdbc.sql("select " + Members.COLUMNS + " from membership.member"
                        + " where id > :id order by id limit :most")
                .param("id", id)
                .param("most", most)
                .query(Members.MEMBER)
                .list());
    }

    /// Who has, or once had, this number on a card, however it is written.
    ///
    /// @param branch empty for everybody in the household
    public List<Member> byNumber(String symbol, String number, Optional<String> branch, int most) {
        var card = new CardNumber(symbol, number, branch.orElse(""));
        if (!card.isGiven()) {
            return List.of();
        }
        return transactions.inCurrent(() -> jdbc.sql("select " + Members.COLUMNS + " from membership.member"
                        + " where id in (select member_id from membership.insured_number"
                        + " where household_key = :household and (:any or number_key = :number))"
                        + " order by id limit :most")
                .param("household", card.household())
                .param(
                        "any",
                        branch.map(Numbers::key).filter(key -> !key.isEmpty()).isEmpty())
                .param("number", card.key())
                .param("most", most)
                .query(Members.MEMBER)
                .list());
    }
}
