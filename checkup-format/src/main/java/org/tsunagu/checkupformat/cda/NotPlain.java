package org.tsunagu.checkupformat.cda;

/// The document is not the plain XML the scanner knows (簡易走査の対象外): no finding, the full parser reads it again from
/// the start and decides.
final class NotPlain extends RefusedXml {

    private static final long serialVersionUID = 1L;

    NotPlain() {
        super("XML-SYNTAX");
    }
}
