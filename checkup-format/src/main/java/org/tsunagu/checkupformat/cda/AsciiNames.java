package org.tsunagu.checkupformat.cda;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Names of elements and attributes in ASCII (要素名・属性名). Those the readers ask for are always the same object, so that
/// comparing them looks no further.
final class AsciiNames {

    private static final Map<String, String> ASKED_FOR = Stream.of(
                    "addr",
                    "assignedAuthor",
                    "assignedEntity",
                    "assignedPerson",
                    "author",
                    "birthTime",
                    "classCode",
                    "code",
                    "codeSystem",
                    "component",
                    "displayName",
                    "effectiveTime",
                    "entry",
                    "entryRelationship",
                    "extension",
                    "high",
                    "id",
                    "interpretationCode",
                    "low",
                    "methodCode",
                    "moodCode",
                    "name",
                    "negationInd",
                    "nullFlavor",
                    "observation",
                    "observationRange",
                    "organizer",
                    "participant",
                    "patient",
                    "patientRole",
                    "performer",
                    "postalCode",
                    "recordTarget",
                    "referenceRange",
                    "representedOrganization",
                    "root",
                    "section",
                    "structuredBody",
                    "telecom",
                    "text",
                    "time",
                    "title",
                    "type",
                    "typeCode",
                    "unit",
                    "value")
            .collect(Collectors.toUnmodifiableMap(Function.identity(), Function.identity()));

    private AsciiNames() {}

    static boolean isStart(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b == '_';
    }

    static boolean isPart(byte b) {
        return isStart(b) || (b >= '0' && b <= '9') || b == '-' || b == '.';
    }

    static String of(byte[] bytes, int from, int to) {
        var name = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        return ASKED_FOR.getOrDefault(name, name);
    }
}
