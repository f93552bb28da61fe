package org.tsunagu.checkupformat.document;

/// An address (住所): text without the postal code, and the postal code `###-####`.
public record Address(Field text, Field postalCode) {

    /// No address in the document.
    public static final Address ABSENT = new Address(Field.ABSENT, Field.ABSENT);
}
