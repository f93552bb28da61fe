package org.tsunagu.fhir.checkup;

import java.nio.charset.StandardCharsets;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Reporter;

/// A look at a bundle from outside, before the library sees it (事前の点検): its size, how deep it is nested, and that
/// its XML declares no document type.
final class Outside {

    private static final String MARK = "\uFEFF";

    private final BundleLimits limits;

    Outside(BundleLimits limits) {
        this.limits = limits;
    }

    boolean isSafe(byte[] bytes, Place place, Reporter reporter) {
        if (bytes.length == 0) {
            reporter.report("FHIR-EMPTY", place);
            return false;
        }
        if (bytes.length > limits.bytes()) {
            var most = String.valueOf(limits.bytes());
            reporter.report("FHIR-SIZE", place, "actual", String.valueOf(bytes.length), "expected", most);
            return false;
        }
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (isXml(text) && (text.contains("<!DOCTYPE") || text.contains("<!ENTITY"))) {
            reporter.report("FHIR-DTD", place);
            return false;
        }
        if ((isXml(text) ? xmlDepth(text) : jsonDepth(text)) > limits.depth()) {
            reporter.report("FHIR-DEPTH", place, "expected", String.valueOf(limits.depth()));
            return false;
        }
        return true;
    }

    /// Whether a text is XML: it begins with a tag.
    static boolean isXml(String text) {
        return (text.startsWith(MARK) ? text.substring(1) : text).stripLeading().startsWith("<");
    }

    private static int jsonDepth(String text) {
        var depth = 0;
        var deepest = 0;
        var isQuoted = false;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (isQuoted) {
                i += c == '\\' ? 1 : 0;
                isQuoted = c != '"';
            } else if (c == '"') {
                isQuoted = true;
            } else if (c == '{' || c == '[') {
                deepest = Math.max(deepest, ++depth);
            } else if (c == '}' || c == ']') {
                depth--;
            }
        }
        return deepest;
    }

    /// Counts start tags without their ends; marks inside quotes count as well, which no honest document has.
    private static int xmlDepth(String text) {
        var depth = 0;
        var deepest = 0;
        for (var open = text.indexOf('<'); open >= 0; open = text.indexOf('<', open + 1)) {
            var close = text.indexOf('>', open);
            var next = open + 1 < text.length() ? text.charAt(open + 1) : ' ';
            if (next == '/') {
                depth--;
            } else if (next != '?' && next != '!' && close > 0 && text.charAt(close - 1) != '/') {
                deepest = Math.max(deepest, ++depth);
            }
        }
        return deepest;
    }
}
