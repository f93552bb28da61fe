package org.tsunagu.rules.guidance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tsunagu.codes.table.Basis;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.rules.decision.Decision;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.decision.ReasonCode;

/// Which share of the price is due at each stage and each end of a course (特定保健指導の決済), by `settlement.tsv`.
public final class Settlement {

    private static final String AFTER_INTERVIEW = "FIRST_INTERVIEW";
    private static final String CLAIM_POINTS = "FIRST_CLAIM_POINTS";

    private final Table table;
    private final CourseRules rules;

    /// The shares of a contract.
    ///
    /// @param contract cells of `guidance/settlement` that the contract has otherwise; empty for the defaults
    public Settlement(List<Correction> contract, CourseRules rules) {
        this.table = new GuidanceTables(contract).get("settlement");
        this.rules = rules;
    }

    /// One line to be paid (支払い).
    ///
    /// @param stage `FIRST_INTERVIEW`, `EVALUATION` or `INTERRUPTED`
    /// @param claim 1 for the claim after the first interview, 2 for the one at the end
    /// @param agreed the share that the contract names (支払割合)
    /// @param share what is due: the same, or a part of it by the points
    public record Payable(String stage, int claim, Agreed agreed, Share share, Reason reason) {

        /// The amount for the price of the course, in yen.
        public long yen(long price) {
            return share.yen(price, agreed.rounding());
        }

        /// The same by another share that a contract has for the stage: of what goes by points the same part of it.
        ///
        /// @param percent 0 to 100
        public long yen(long price, int percent) {
            var other = BigDecimal.valueOf(percent).movePointLeft(2);
            var part = agreed.isByPoints() && agreed.share().signum() > 0
                    ? new Share(
                            share.numerator().multiply(other),
                            share.denominator().multiply(agreed.share()))
                    : Share.of(other);
            return part.yen(price, agreed.rounding());
        }
    }

    /// The share of a stage as it is agreed (契約の支払割合).
    ///
    /// @param claim as in [Payable]
    /// @param isByPoints whether only the part is due that the points done are of those planned
    /// @param rounding what becomes of parts of a yen (端数処理)
    public record Agreed(int claim, BigDecimal share, boolean isByPoints, RoundingMode rounding, Basis basis) {

        private static Agreed of(Row row) {
            return new Agreed(
                    row.integer("claim"),
                    row.decimal("share").orElse(BigDecimal.ZERO),
                    row.text("per").equals("points"),
                    RoundingMode.valueOf(row.text("rounding")),
                    row.basis());
        }

        /// In percent, as claims have it.
        public BigDecimal percent() {
            return share.movePointRight(2).stripTrailingZeros();
        }
    }

    /// The share of a stage, whatever the course has come to; empty when the table has none.
    ///
    /// @param day of the checkup, or of the service where the checkup is not known
    /// @param level official code (別表12)
    /// @param stage `FIRST_INTERVIEW`, `EVALUATION` or `INTERRUPTED`
    public Optional<Agreed> agreed(LocalDate day, String level, String stage) {
        return Stream.of(CourseKind.values())
                .filter(kind -> kind.code().equals(level))
                .findFirst()
                .flatMap(kind -> row(day, kind, stage))
                .map(Agreed::of);
    }

    /// What is payable for a course as it stands: nothing before the plan. Not certain when the points of the plan are
    /// needed and not known; then the line has no share yet.
    public Decision<List<Payable>> payable(Course course) {
        if (course.planDay().isEmpty()) {
            return new Decision<>(List.of(), true, List.of(), List.of());
        }
        var end = rules.state(course).row().text("settled");
        var lines = Stream.of(AFTER_INTERVIEW, end)
                .flatMap(stage -> row(course.checkup(), course.kind(), stage).stream())
                .map(row -> line(row, course))
                .toList();
        var unknown = lines.stream().anyMatch(line -> isUnknown(line, course));
        return new Decision<>(
                lines,
                !unknown,
                lines.stream().map(Payable::reason).toList(),
                unknown ? List.of(Event.PLANNED_POINTS) : List.of());
    }

    /// Points that a claim reports as executed (実施済ポイント): blank in the first claim, also after an early interview.
    public Optional<PointTotals> executedPoints(Course course, int claim) {
        var blank = row(course.checkup(), course.kind(), CLAIM_POINTS)
                .filter(row -> row.integer("claim") == claim && row.text("per").equals("blank"));
        return blank.isPresent()
                ? Optional.empty()
                : Optional.of(rules.tally(course).totals());
    }

    private Optional<Row> row(LocalDate checkup, CourseKind kind, String stage) {
        return table.on(checkup).stream()
                .filter(row -> row.text("stage").equals(stage) && GuidanceTables.names(row, "kinds", kind.name()))
                .findFirst();
    }

    private Payable line(Row row, Course course) {
        var agreed = Agreed.of(row);
        var whole = Share.of(agreed.share());
        var executed = rules.tally(course).points();
        var planned = course.plannedPoints().orElse(0);
        var share = whole;
        if (agreed.isByPoints()) {
            share = planned > 0 ? whole.times(executed, planned) : Share.NONE;
        }
        var facts = Map.of(
                "share",
                row.text("share"),
                "executed",
                Integer.toString(executed),
                "planned",
                Integer.toString(planned));
        var reason = new Reason(
                agreed.isByPoints() ? ReasonCode.SHARE_BY_POINTS : ReasonCode.SHARE,
                row.text("stage"),
                row.text("share"),
                row.basis(),
                "",
                "",
                facts);
        return new Payable(row.text("stage"), row.integer("claim"), agreed, share, reason);
    }

    private static boolean isUnknown(Payable line, Course course) {
        return line.agreed().isByPoints() && course.plannedPoints().orElse(0) <= 0;
    }
}
