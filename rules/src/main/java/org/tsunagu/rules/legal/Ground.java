package org.tsunagu.rules.legal;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.codes.table.Row;

/// A row of the table of legal grounds (情報提供の根拠): who may ask whom for what, and what the person
/// has to say to it.
///
/// @param row as it stands in `legal-basis.tsv`
public record Ground(Row row) {

    /// Its key, as it stands beside what was given.
    public String key() {
        return row.key();
    }

    /// What the person has to say.
    public Will will() {
        return Will.valueOf(row.text("consent"));
    }

    /// Whether the holder must give the data (提供義務).
    public boolean isDuty() {
        return row.text("must_provide").equals("true");
    }

    /// Whether there is an act to rest on; without one only the person's consent remains.
    public boolean isLaw() {
        return !row.text("law_ja").isEmpty();
    }

    /// What it is for, keys of `purposes.tsv`: for anything else the row is no ground.
    public List<String> purposes() {
        return list("purposes");
    }

    /// The first of them.
    public String purpose() {
        return purposes().getFirst();
    }

    /// The article as a letter quotes it (依頼文に書く条文); empty as long as it is not known.
    public String letterLaw() {
        return row.text("letter_law");
    }

    /// The act and article in a language; empty when there is none.
    public String law(Locale locale) {
        return row.text("law_" + suffix(locale));
    }

    /// The data in words.
    public String name(Locale locale) {
        return row.text("name_" + suffix(locale));
    }

    private static String suffix(Locale locale) {
        return locale.getLanguage().equals("ja") ? "ja" : "en";
    }

    /// How sure the row is, its first day included.
    public Certainty certainty() {
        return Certainty.weakest(Stream.of(row.basis().certainty(), Certainty.of(row.text("date_certainty"))));
    }

    /// The parties that may ask.
    public List<String> requesters() {
        return list("requesters");
    }

    /// The parties that are asked.
    public List<String> holders() {
        return list("holders");
    }

    /// The kinds of data.
    public List<String> classes() {
        return list("data_classes");
    }

    private List<String> list(String column) {
        return List.of(row.text(column).split(","));
    }

    /// The youngest age, in completed years.
    public int ageFrom() {
        return row.integer("age_from");
    }

    /// The oldest age, in completed years; empty when there is none.
    public OptionalInt ageTo() {
        return row.text("age_to").isEmpty() ? OptionalInt.empty() : OptionalInt.of(row.integer("age_to"));
    }

    boolean isBetween(Question question) {
        return requesters().contains(question.requester())
                && holders().contains(question.holder())
                && classes().contains(question.dataClass())
                && (question.purpose().isEmpty() || purposes().contains(question.purpose()));
    }

    boolean hasAge(int age) {
        return age >= ageFrom() && age <= ageTo().orElse(Integer.MAX_VALUE);
    }

    boolean isInForce(Question question) {
        return row.validity().includes(question.day());
    }
}
