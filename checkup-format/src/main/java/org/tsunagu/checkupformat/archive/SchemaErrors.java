package org.tsunagu.checkupformat.archive;

import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.XMLFilterImpl;

/// Stands between parser and validator (検証の橋渡し): gives the elements of a namespace another one, and collects what the
/// validator objects to. Only the rule that is broken and the element are kept: the validator's own message quotes the
/// document.
final class SchemaErrors extends XMLFilterImpl {

    /// After so many errors nobody reads on.
    private static final int MOST = 20;

    private final String from;
    private final String to;
    private final List<SchemaError> errors = new ArrayList<>();
    private String element = "";

    SchemaErrors(String from, String to) {
        this.from = from;
        this.to = to;
    }

    /// @param reason the rule of XML Schema and the element, such as `cvc-pattern-valid postalCode`
    record SchemaError(int line, int column, String reason) {}

    List<SchemaError> errors() {
        return List.copyOf(errors);
    }

    @Override
    public void startPrefixMapping(String prefix, String uri) throws SAXException {
        super.startPrefixMapping(prefix, rewritten(uri));
    }

    @Override
    public void startElement(String uri, String localName, String qualifiedName, Attributes attributes)
            throws SAXException {
        element = localName;
        super.startElement(rewritten(uri), localName, qualifiedName, attributes);
    }

    @Override
    public void endElement(String uri, String localName, String qualifiedName) throws SAXException {
        element = localName;
        super.endElement(rewritten(uri), localName, qualifiedName);
    }

    private String rewritten(String uri) {
        return uri.equals(from) ? to : uri;
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
        errors.add(new SchemaError(e.getLineNumber(), e.getColumnNumber(), rule(e) + " " + element));
        if (errors.size() == MOST) {
            throw e;
        }
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
        error(e);
        throw e;
    }

    private static String rule(SAXParseException e) {
        var message = String.valueOf(e.getMessage());
        var colon = message.indexOf(':');
        return message.startsWith("cvc-") && colon > 0 ? message.substring(0, colon) : "not-well-formed";
    }
}
