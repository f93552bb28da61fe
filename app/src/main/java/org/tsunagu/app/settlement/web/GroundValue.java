package org.tsunagu.app.settlement.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.tsunagu.app.settlement.Charge;
import org.tsunagu.app.settlement.ReturnReason;
import org.tsunagu.app.settlement.Rule;
import org.tsunagu.app.ui.Frame;
import org.tsunagu.rules.ReasonTexts;

/// The values of a ground as people read them (根拠の値の表示); what grounds keep are codes and numbers.
public final class GroundValue {

    private static final String SPACE = " ";
    private static final String LEVEL = "LEVEL ";

    private GroundValue() {}

    /// A value of a rule.
    public static String of(Frame frame, Rule rule, String value) {
        return switch (rule) {
            case COVERED -> frame.date(LocalDate.parse(value));
            case ONCE -> frame.text("settlement.value.claim", "id", value);
            case RETURNED ->
                ReturnReason.said(value)
                        .map(reason -> reason.code() + SPACE + reason.text(frame.lang()))
                        .orElse(value);
            case TICKET_VALID -> named(frame, "tickets.invalid.", value);
            case RESULT_TAKEN -> named(frame, "settlement.value.status.", value);
            case COMPLETE -> groups(frame, value);
            case CHARGE, TICKET_CHARGE -> charge(frame, Charge.of(value));
            case PRICE -> price(frame, value);
            case COURSE -> course(frame, value);
            case CONTRACT -> contract(frame, value);
            default -> value;
        };
    }

    private static String named(Frame frame, String start, String value) {
        return frame.has(start + value) ? frame.text(start + value) : value;
    }

    private static String groups(Frame frame, String names) {
        var texts = ReasonTexts.in(frame.language().locale());
        return List.of(names.split(", ")).stream()
                .map(texts::group)
                .collect(Collectors.joining(frame.text("ui.separator")));
    }

    /// A charge as a table or a ground shows it.
    public static String charge(Frame frame, Charge charge) {
        var key = "settlement.charge." + charge.kind();
        var how = frame.has(key)
                ? frame.text(key, "yen", frame.number(charge.amount()), "percent", charge.percent())
                : charge.kind();
        var said = named(frame, "settlement.part.", charge.part().name()) + SPACE + how;
        return charge.most() == 0
                ? said
                : said + SPACE + frame.text("settlement.value.most", "yen", frame.number(charge.most()));
    }

    /// What the price is for, and the price where there is one.
    private static String price(Frame frame, String value) {
        var words = List.of(value.split(SPACE));
        var yen = frame.text("settlement.yen.of", "yen", frame.number(Long.parseLong(words.getLast())));
        if (words.size() == 1) {
            return yen;
        }
        var part = named(frame, "settlement.part.", words.getFirst());
        var item = words.size() == 2 ? "" : item(frame, words.get(0), words.get(1)) + SPACE;
        return part + SPACE + item + yen;
    }

    private static String item(Frame frame, String part, String item) {
        var key = "settlement.item.%s.%s".formatted(part, item);
        return frame.has(key) ? frame.text(key) : item;
    }

    private static String course(Frame frame, String value) {
        if (value.startsWith(LEVEL)) {
            return item(frame, "GUIDANCE", value.substring(LEVEL.length()));
        }
        return value.matches("[0-9]+")
                ? frame.text("settlement.yen.of", "yen", frame.number(Long.parseLong(value)))
                : named(frame, "settlement.share.", value);
    }

    /// A facility, or a contract with its period.
    private static String contract(Frame frame, String value) {
        var at = value.lastIndexOf(SPACE);
        var days = List.of(value.substring(at + 1).split("/", -1));
        if (at < 0 || days.size() < 2) {
            return value;
        }
        var until = days.get(1).isEmpty() ? "" : frame.shortDate(LocalDate.parse(days.get(1)));
        return value.substring(0, at)
                + SPACE
                + frame.shortDate(LocalDate.parse(days.get(0)))
                + SPACE
                + frame.text("desk.timeline.until", "day", until).strip();
    }
}
