package org.tsunagu.checkupformat.cda;

/// A name taken from a document for a message (要素名): bounded, so that no document fills the list of problems.
final class ShortName {

    private static final int LONGEST = 80;

    private ShortName() {}

    static String of(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "…";
    }
}
