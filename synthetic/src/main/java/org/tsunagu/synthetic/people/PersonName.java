package org.tsunagu.synthetic.people;

/// An invented name or part of one (氏名) in characters and full-width katakana.
public record PersonName(String kanji, String kana) {
    /// Surname and given name in one, without a space.
    public PersonName with(PersonName given) {
        return new PersonName(kanji + given.kanji, kana + given.kana);
    }
}
