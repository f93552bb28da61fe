package org.tsunagu.fhir.checkup;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.jspecify.annotations.Nullable;
import org.tsunagu.codes.table.Table;

/// The identifiers of the guide (識別子・コード体系・プロファイルのURI), `systems.tsv`: one of a use is written, all are read.
final class Systems {

    private static final String OID = "urn:oid:";

    private static final Map<String, String> WRITTEN = new HashMap<>();
    private static final Map<String, Set<String>> READ = new HashMap<>();

    static {
        for (var row : Table.read("checkup/systems", Systems.class.getResourceAsStream("systems.tsv"))
                .rows()) {
            READ.computeIfAbsent(row.text("use"), use -> new HashSet<>()).add(row.text("uri"));
            if (row.text("written").equals("1")) {
                WRITTEN.put(row.text("use"), row.text("uri"));
            }
        }
    }

    private Systems() {}

    /// What is written for a use.
    static String uri(String use) {
        var uri = WRITTEN.get(use);
        if (uri == null) {
            throw new IllegalArgumentException("systems.tsv writes no " + use);
        }
        return uri;
    }

    /// Whether a text is one of a use.
    static boolean is(String use, String uri) {
        return READ.getOrDefault(use, Set.of()).contains(uri);
    }

    /// The profile of a kind of resource.
    static String profile(String kind) {
        return uri("PROFILE").replace("{0}", kind);
    }

    /// A code of a use.
    static CodeableConcept concept(String use, String code) {
        return new CodeableConcept(new Coding(uri(use), code, null));
    }

    /// The code of a use in a concept; empty when there is none.
    static String code(CodeableConcept concept, String use) {
        for (var coding : concept.getCoding()) {
            if (is(use, text(coding.getSystem()))) {
                return text(coding.getCode());
            }
        }
        return "";
    }

    /// An OID as a URI.
    static String ofOid(String oid) {
        return oid.isEmpty() ? "" : OID + oid;
    }

    /// The OID in a URI, or the URI itself.
    static String oid(String uri) {
        return uri.startsWith(OID) ? uri.substring(OID.length()) : uri;
    }

    /// What the library gives for a missing text is null.
    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
