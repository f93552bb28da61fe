package org.tsunagu.charts;

import java.util.Locale;
import java.util.Map;
import org.tsunagu.codes.item.ValueState;
import org.tsunagu.codes.text.Messages;
import org.tsunagu.codes.time.Era;
import org.tsunagu.codes.time.FiscalYear;

/// The words of charts in one language (グラフの文言): `charts.properties`.
final class ChartTexts {

    private static final ChartTexts JAPANESE = new ChartTexts("charts.properties", true);
    private static final ChartTexts ENGLISH = new ChartTexts("charts_en.properties", false);

    private final Messages messages;
    private final boolean isJapanese;

    private ChartTexts(String file, boolean isJapanese) {
        this.messages = Messages.read(file, ChartTexts.class.getResourceAsStream(file));
        this.isJapanese = isJapanese;
    }

    /// Japanese for `ja`, English for every other language.
    static ChartTexts in(Locale locale) {
        return locale.getLanguage().equals("ja") ? JAPANESE : ENGLISH;
    }

    String text(String key) {
        return messages.text(key);
    }

    String text(String key, Map<String, String> arguments) {
        return messages.text(key, arguments);
    }

    String state(ValueState state) {
        return messages.text("state." + state.word());
    }

    /// A year as its reader counts: by the era in Japanese.
    String year(FiscalYear year) {
        return isJapanese ? Era.format(year) : text("year", Map.of("year", Integer.toString(year.year())));
    }
}
