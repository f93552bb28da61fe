package org.tsunagu.claimsformat.master;

import java.util.HashMap;
import java.util.Locale;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.text.Messages;

/// The sentences about masters (マスターの文言) in Japanese or English: problems, kinds of master,
/// unknown codes.
public final class MasterTexts {

    private final Messages messages;

    private MasterTexts(Messages messages) {
        this.messages = messages;
    }

    /// The sentences in a language: English for `en`, Japanese for every other.
    public static MasterTexts in(Locale language) {
        var name = language.getLanguage().equals("en") ? "masters_en.properties" : "masters.properties";
        return new MasterTexts(Messages.read(name, MasterTexts.class.getResourceAsStream(name)));
    }

    /// What to tell a person about a problem.
    public String text(Problem problem) {
        var place = problem.place();
        var arguments = new HashMap<String, String>();
        arguments.put("file", place.entry().isEmpty() ? place.file() : place.file() + " / " + place.entry());
        arguments.put("line", String.valueOf(place.line()));
        arguments.putAll(problem.arguments());
        return messages.text(problem.code(), arguments);
    }

    /// The name of a kind of master.
    public String name(MasterKind kind) {
        return messages.text("kind." + kind.name());
    }

    /// What is shown in the place of a name that no loaded edition knows: `【不明な傷病名：8838580】`.
    public String unknown(MasterKind kind, String code) {
        var arguments = new HashMap<String, String>();
        arguments.put("kind", name(kind));
        arguments.put("code", code);
        return messages.text("unknown", arguments);
    }
}
