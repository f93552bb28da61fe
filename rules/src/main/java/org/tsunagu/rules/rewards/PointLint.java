package org.tsunagu.rules.rewards;

import java.util.List;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// Checks rules for points against the guideline for individual incentives (健康ポイントの規則の点検), `lint.tsv`: effort is
/// rewarded, never that somebody sees no doctor.
public final class PointLint {

    private final Table lint;
    private final Table events;
    private final Table settings;

    /// Reads the tables.
    public PointLint(List<Correction> corrections) {
        this.lint = read("lint").with(corrections);
        this.events = read("events").with(corrections);
        this.settings = read("settings").with(corrections);
    }

    private static Table read(String name) {
        return Table.read("rewards/" + name, PointLint.class.getResourceAsStream(name + ".tsv"));
    }

    /// All tables.
    public List<Table> tables() {
        return List.of(lint, events, settings);
    }

    /// What can be rewarded, or somebody might want to reward (出来事).
    public List<Row> events() {
        return events.rows();
    }

    /// What is to be said about a rule, what blocks it first.
    ///
    /// @param others rules that are in force or will be, other versions of the same among them
    public List<LintFinding> check(PointRule rule, List<PointRule> others) {
        return lint.rows().stream()
                .filter(row -> applies(row.key(), rule, others))
                .map(LintFinding::new)
                .toList();
    }

    private boolean applies(String check, PointRule rule, List<PointRule> others) {
        return switch (check) {
            case "E1" -> concerns(rule).equals("ABSENCE");
            case "E2" -> others.stream().anyMatch(other -> isOtherVersion(rule, other) && rule.overlaps(other));
            case "W1" -> concerns(rule).equals("RISK");
            case "W2" -> concerns(rule).equals("OUTCOME");
            case "W3" -> yenAYear(rule, others) > limit();
            case "W4" -> rule.reward().isCashLike();
            case "W5" -> rule.alternative().isBlank();
            case "W6" -> rule.timesAYear().isEmpty();
            case "W7" -> rule.isSmartphoneOnly();
            case "W8" -> !rule.dependants();
            case "W9" -> rule.explanation().isBlank();
            default -> throw new IllegalArgumentException("rewards/lint, row %s: how?".formatted(check));
        };
    }

    private static boolean isOtherVersion(PointRule rule, PointRule other) {
        return rule.key().equals(other.key()) && rule.version() != other.version();
    }

    private String concerns(PointRule rule) {
        return events.rows().stream()
                .filter(row -> row.key().equals(rule.event()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("rewards/events: no " + rule.event()))
                .text("concerns");
    }

    /// All that one person can get in a year, this rule and those beside it; other versions of it do not add up.
    private static int yenAYear(PointRule rule, List<PointRule> others) {
        var beside = others.stream()
                .filter(other -> !other.key().equals(rule.key()) && rule.overlaps(other))
                .mapToInt(other -> other.yenAYear().orElse(0))
                .sum();
        return beside + rule.yenAYear().orElse(0);
    }

    private int limit() {
        return settings.rows().stream()
                .filter(row -> row.key().equals("YEARLY_LIMIT_YEN"))
                .findFirst()
                .orElseThrow()
                .integer("number");
    }
}
