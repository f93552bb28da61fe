package org.tsunagu.cli.convert;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// What a file looks like at its beginning (ファイルの形), enough to say that a conversion was asked for the wrong way
/// round. The readers decide what it is.
enum FileForm {
    /// A bundle of FHIR, JSON or XML.
    BUNDLE,
    /// A document in the official form.
    CDA,
    /// Anything else.
    OTHER;

    private static final int BEGINNING = 4096;
    private static final Pattern JSON = Pattern.compile("^(?:\u00ef\u00bb\u00bf)?\\s*\\{");
    private static final Pattern ROOT = Pattern.compile("<(?:[\\w.-]+:)?(Bundle|ClinicalDocument)[\\s>]");

    static FileForm of(byte[] bytes) {
        var text = new String(bytes, 0, Math.min(bytes.length, BEGINNING), StandardCharsets.ISO_8859_1);
        if (JSON.matcher(text).find()) {
            return BUNDLE;
        }
        var root = ROOT.matcher(text);
        if (!root.find()) {
            return OTHER;
        }
        return root.group(1).equals("Bundle") ? BUNDLE : CDA;
    }
}
