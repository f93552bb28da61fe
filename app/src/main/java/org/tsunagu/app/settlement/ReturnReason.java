package org.tsunagu.app.settlement;

import java.util.List;
import java.util.Optional;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.codes.table.Table;

/// Why a claim is returned (返戻事由): by the payment agency 別表9, by the insurer 別表10.
///
/// @param toDo what the facility is asked to do, Japanese, in words of this project; empty for the agency's
public record ReturnReason(
        String table, String code, String japanese, String english, String toDo, Certainty certainty) {

    private static final String INSURER = "10";
    private static final String AGENCY = "9";
    private static final List<ReturnReason> ALL = Table.read(
                    "settlement/return-reasons", ReturnReason.class.getResourceAsStream("return-reasons.tsv"))
            .rows()
            .stream()
            .map(row -> new ReturnReason(
                    row.text("table"),
                    row.text("code"),
                    row.text("japanese"),
                    row.text("english"),
                    row.text("do_ja"),
                    row.basis().certainty()))
            .toList();

    /// Those an insurer may give.
    public static List<ReturnReason> ofInsurer() {
        return ALL.stream().filter(reason -> reason.table.equals(INSURER)).toList();
    }

    /// One of the insurer's.
    public static Optional<ReturnReason> ofInsurer(String code) {
        return said(said(INSURER, code));
    }

    /// The one that a file names; empty when there is no such.
    ///
    /// @param said table and code
    public static Optional<ReturnReason> said(String said) {
        return ALL.stream()
                .filter(reason -> said(reason.table, reason.code).equals(said))
                .findFirst();
    }

    private static String said(String table, String code) {
        return table + "-" + code;
    }

    static String saidByAgency(String code) {
        return said(AGENCY, code);
    }

    static String saidByInsurer(String code) {
        return said(INSURER, code);
    }

    /// Whether it is an insurer's, as a file has it.
    static boolean isOfInsurer(String said) {
        return said.startsWith(said(INSURER, ""));
    }

    /// The text in a language.
    public String text(String language) {
        return language.equals("ja") ? japanese : english;
    }
}
