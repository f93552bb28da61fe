package org.tsunagu.checkupformat.document;

/// A facility in the document (機関): its number (`~.102`), name, telephone and address.
public record Organization(Field number, Field name, Field telecom, Address address) {

    /// No organisation in the document.
    public static final Organization ABSENT =
            new Organization(Field.ABSENT, Field.ABSENT, Field.ABSENT, Address.ABSENT);
}
