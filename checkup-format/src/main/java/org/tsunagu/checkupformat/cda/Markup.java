package org.tsunagu.checkupformat.cda;

/// The fixed markup of a checkup document (固定の記述), as UTF-8 made once, and the OIDs it is made of.
final class Markup {

    /// What every OID of the national format begins with.
    static final String ROOT = "1.2.392.200119.6.";

    static final byte[] CODE = XmlBuffer.utf8(" code=\"");
    static final byte[] CODE_SYSTEM = XmlBuffer.utf8(" codeSystem=\"");
    static final byte[] DISPLAY_NAME = XmlBuffer.utf8(" displayName=\"");
    static final byte[] EXTENSION = XmlBuffer.utf8(" extension=\"");
    static final byte[] NULL_FLAVOR = XmlBuffer.utf8(" nullFlavor=\"");
    static final byte[] ROOT_ATTRIBUTE = XmlBuffer.utf8(" root=\"");
    static final byte[] TYPE = XmlBuffer.utf8(" xsi:type=\"");
    static final byte[] UNIT = XmlBuffer.utf8(" unit=\"");
    static final byte[] VALUE = XmlBuffer.utf8(" value=\"");

    static final byte[] CLOSE = XmlBuffer.utf8(">");
    static final byte[] CLOSE_EMPTY = XmlBuffer.utf8("/>\n");

    static final byte[] ID = XmlBuffer.utf8("<id");
    static final byte[] CODE_ELEMENT = XmlBuffer.utf8("<code");
    static final byte[] VALUE_ELEMENT = XmlBuffer.utf8("<value");

    static final byte[] NO_ID = XmlBuffer.utf8("<id nullFlavor=\"NI\"/>");

    private Markup() {}
}
