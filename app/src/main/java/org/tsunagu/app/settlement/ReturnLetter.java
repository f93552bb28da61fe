package org.tsunagu.app.settlement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.Texts;
import org.tsunagu.codes.time.Era;
import org.tsunagu.letters.report.Block;
import org.tsunagu.letters.report.Report;

/// The letter with which claims go back to a facility that claims from the insurer itself (返戻通知書): each
/// with its person, the reason, what was found, and what to do. Japanese, as it goes to facilities.
final class ReturnLetter {

    private static final Texts TEXTS = Texts.in(Language.JAPANESE);
    private static final String KEY = "settlement.letter.";

    private ReturnLetter() {}

    /// A claim with the decision that returns it.
    record Returned(FacilityClaim claim, Decisions.Decision decision) {}

    static Report of(Insurer insurer, ReturnFile file, String facility, List<Returned> some) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Paragraph(text("text")));
        for (var one : some) {
            blocks.add(new Block.Table(heading(one.claim()), List.of("", ""), rows(one), false));
        }
        blocks.add(new Block.Note(text("note")));
        return new Report(
                text("title"),
                List.of(
                        text(
                                "to",
                                "facility",
                                facility.isEmpty() ? file.receiver() : facility,
                                "number",
                                file.receiver()),
                        text("from", "insurer", insurer.name(), "number", insurer.number()),
                        text("day", "day", Era.format(file.day()))),
                insurer.name(),
                text("foot", "id", file.id()),
                Locale.JAPANESE,
                Instant.from(file.at()),
                blocks);
    }

    private static String heading(FacilityClaim claim) {
        return text("claim", "id", claim.id(), "service", TEXTS.text("settlement.service." + claim.service()));
    }

    private static List<Block.Row> rows(Returned one) {
        var claim = one.claim();
        var reason = ReturnReason.ofInsurer(claim.reason());
        var rows = new ArrayList<Block.Row>();
        row(rows, "person", claim.name().isEmpty() ? text("nobody") : claim.name());
        row(rows, "service_day", claim.day().map(day -> Era.format(day)).orElse("-"));
        row(rows, "ticket", claim.ticket().isEmpty() ? "-" : claim.ticket());
        row(rows, "yen", text("yen.of", "yen", "%,d".formatted(claim.amounts().claimed())));
        row(rows, "reason", reason.map(of -> of.code() + " " + of.japanese()).orElse(claim.reason()));
        row(rows, "found", found(one.decision()));
        row(rows, "do", reason.map(ReturnReason::toDo).orElse(""));
        return List.copyOf(rows);
    }

    /// What the rules found, or what staff has written.
    private static String found(Decisions.Decision decision) {
        var rules = decision.grounds().stream()
                .filter(ground -> ground.holds() == Ground.Holds.NO)
                .map(ground -> text("not", "rule", TEXTS.text("settlement.rule." + ground.rule())))
                .collect(Collectors.joining(TEXTS.text("ui.separator")));
        return decision.note().isEmpty() ? rules : decision.note();
    }

    private static void row(List<Block.Row> rows, String key, String text) {
        if (!text.isEmpty()) {
            rows.add(new Block.Row(List.of(text(key), text), false));
        }
    }

    private static String text(String key, Object... arguments) {
        return TEXTS.text(KEY + key, arguments);
    }
}
