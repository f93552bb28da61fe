package org.tsunagu.synthetic.defects;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tsunagu.codes.time.Dates;

/// Defects in the header of a document and in the file as a whole (ヘッダ部とファイルの不備).
final class HeaderDefects {
    private static final String PATIENT = "<recordTarget>";
    private static final String TICKET = "<participant";
    private static final String EVENT = "<serviceEvent>";
    private static final String OID = "1\\.2\\.392\\.200119\\.6\\.";

    private HeaderDefects() {}

    static Map<String, Planter> all() {
        var all = new TreeMap<String, Planter>();
        person(all);
        ticket(all);
        file(all);
        return all;
    }

    private static void person(Map<String, Planter> all) {
        all.put("TYPE-ID", s -> s.header("<typeId", "POCD_HD000040", "POCD_HD000099"));
        all.put("CATEGORY", s -> s.header("<code code=\"10\"", "code=\"10\"", "code=\"11\""));
        all.put("CREATED-EARLY", s -> s.header("<effectiveTime", "value=\"[0-9]{8}\"", "value=\"20180401\""));
        all.put("INSURER-DIGIT", HeaderDefects::insurerDigit);
        all.put(
                "INSURER-OTHER",
                s -> s.header("<scopingOrganization>", "extension=\"[0-9]{8}\"", "extension=\"06139463\""));
        all.put(
                "NUMBER-MIXED",
                s -> s.header(
                        PATIENT,
                        "<id extension=\"([0-9]{2})[0-9]([0-9]+)\" root=\"" + OID + "205\"",
                        "<id extension=\"$1１$2\" root=\"1.2.392.200119.6.205\""));
        all.put(
                "SYMBOL-SPACE",
                s -> s.header(
                        PATIENT,
                        "<id extension=\"([０-９])([０-９]+)\" root=\"" + OID + "204\"",
                        "<id extension=\"$1　$2\" root=\"1.2.392.200119.6.204\""));
        all.put(
                "BRANCH",
                s -> s.header(
                        PATIENT,
                        "<id extension=\"0([0-9])\" root=\"" + OID + "211\"",
                        "<id extension=\"$1\" root=\"1.2.392.200119.6.211\""));
        all.put("NAME-KANJI", s -> s.header(PATIENT, "<name>[^<]+</name>", "<name>架空太郎</name>"));
        all.put("NAME-SPACE", s -> s.header(PATIENT, "<name>([^<]{2})([^<]+)</name>", "<name>$1　$2</name>"));
        all.put("ADDRESS-HALF", s -> s.header(PATIENT, "<addr>架空県[^<]+<", "<addr>架空県架空市1-2-3<"));
        all.put("POSTAL", s -> s.header(PATIENT, "<postalCode>([0-9]{3})-([0-9]{4})<", "<postalCode>$1$2<"));
        all.put(
                "SEX",
                s -> s.header(
                        PATIENT, "<administrativeGenderCode code=\"[12]\"", "<administrativeGenderCode code=\"3\""));
        all.put(
                "BIRTH-UNREAL",
                s -> s.header(PATIENT, "<birthTime value=\"([0-9]{4})[0-9]{4}\"", "<birthTime value=\"$10231\""));
    }

    private static void ticket(Map<String, Planter> all) {
        all.put("TICKET-LENGTH", s -> s.header(TICKET, "<id extension=\"([0-9]{10})[0-9]\"", "<id extension=\"$1\""));
        all.put("TICKET-ROOT", s -> s.header(TICKET, "209\\.1([0-9]{8})", "209.$1"));
        all.put("TICKET-YEAR", s -> s.header(TICKET, "<id extension=\"[0-9]{2}([0-9]{9})\"", "<id extension=\"09$1\""));
        all.put("TICKET-EXPIRED", HeaderDefects::expired);
        all.put("TICKET-UNREAL", s -> s.header(TICKET, "<high value=\"([0-9]{4})[0-9]{4}\"", "<high value=\"$10431\""));
        all.put("PROGRAMME", s -> s.header(EVENT, "<code code=\"010\"", "<code code=\"011\""));
        all.put(
                "FACILITY-DIGIT",
                s -> s.header(
                                "<performer typeCode=\"PRF\">",
                                "<id extension=\"([0-9]{9})[0-9]\"",
                                "<id extension=\"$1X\"")
                        .map(change -> wrongDigit(change)));
    }

    private static void file(Map<String, Planter> all) {
        all.put("BOM", s -> Optional.of(Change.of("\uFEFF" + s.xml(), "")));
        all.put(
                "UTF-16",
                s -> Optional.of(new Change(s.xml().replace("UTF-8", "UTF-16"), StandardCharsets.UTF_16, "")));
        all.put(
                "TRUNCATED",
                s -> Optional.of(Change.of(s.xml().substring(0, s.xml().length() * 2 / 3), "")));
        all.put("EMPTY", s -> Optional.of(Change.of("", "")));
        all.put("SYNTAX", s -> s.header(PATIENT, "</patient>", "</person>"));
        all.put(
                "NAMESPACE",
                s -> s.header("<ClinicalDocument", "xmlns=\"urn:hl7-org:v3\"", "xmlns=\"urn:hl7-org:v2\""));
        all.put(
                "DTD",
                s -> s.header(
                        "<ClinicalDocument",
                        "<ClinicalDocument",
                        "<!DOCTYPE ClinicalDocument [<!ENTITY a \"b\">]>\n<ClinicalDocument"));
        all.put(
                "UNKNOWN-KIND",
                s -> Optional.of(Change.of(s.xml().replace("ClinicalDocument", "LaboratoryReport"), "")));
    }

    /// A number whose check digit is wrong, everywhere alike.
    private static Optional<Change> insurerDigit(Source source) {
        var digits = source.insurer();
        var last = digits.charAt(digits.length() - 1);
        var wrong = digits.substring(0, digits.length() - 1) + (char) (last == '9' ? '0' : last + 1);
        return Optional.of(Change.of(source.xml().replace(digits, wrong), ""));
    }

    private static Change wrongDigit(Change change) {
        var at = change.xml().indexOf("X\" root=");
        var body = change.xml().substring(at - 9, at);
        var right = org.tsunagu.codes.insurer.CheckDigit.of(body);
        var wrong = right == '9' ? '0' : (char) (right + 1);
        return Change.of(change.xml().replace(body + "X\"", body + wrong + "\""), "");
    }

    private static Optional<Change> expired(Source source) {
        var before = Dates.compact(source.date().minusDays(1));
        return source.header(TICKET, "<high value=\"[0-9]{8}\"", "<high value=\"" + before + "\"");
    }
}
