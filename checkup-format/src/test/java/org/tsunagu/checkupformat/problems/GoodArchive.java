package org.tsunagu.checkupformat.problems;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tsunagu.checkupformat.Findings;
import org.tsunagu.checkupformat.document.Claim;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.Index;
import org.tsunagu.checkupformat.document.Summary;
import org.tsunagu.codes.insurer.InsurerNumber;
import org.tsunagu.codes.problem.Place;

/// An archive without fault, as names and contents, to be made faulty one thing at a time.
final class GoodArchive {

    static final String NAMESPACE = "https://www.mhlw.go.jp/stf/seisakunitsuite/bunya/0000161103.html";
    private static final String ROOT = "9911000017_99999997_202406030_1";
    private static final String OID = "1.2.392.200119.6.";

    private final List<String> names = new ArrayList<>();
    private final Map<String, String> fields = new LinkedHashMap<>();
    private String root = ROOT;
    private String zip = ROOT + ".zip";
    private ReceptionContext context = ReceptionContext.on(LocalDate.of(2026, 1, 15));
    private boolean skipsOneClaim;
    private String secondClaim = "";
    private String bothClaims = "";
    private int documents;
    private GoodDocument other = GoodDocument.fourthPeriod().set("number", "2000");

    private GoodArchive() {}

    /// Without claims (`results`), with them (`claims`), or of guidance (`guidance`).
    static GoodArchive of(String kind) {
        var archive = new GoodArchive().index();
        archive.add("R/ix08_V08.xml");
        archive.add("R/DATA/h99110000172024060301000001.xml").add("R/DATA/h99110000172024060301000002.xml");
        if (kind.equals("claims")) {
            archive.add("R/su08_V08.xml").summary();
            archive.add("R/CLAIMS/c99110000172024060301000001.xml").add("R/CLAIMS/c99110000172024060301000002.xml");
            archive.fields.put("count", "4");
        }
        for (var schema : List.of("cc08", "co08", "gc08", "hc08", "hg08", "ix08", "su08")) {
            archive.add("R/XSD/" + schema + "_V08.xsd");
        }
        for (var core : List.of("datatypes", "datatypes-base", "narrativeBlock", "voc")) {
            archive.add("R/XSD/coreschemas/" + core + "_hcgv08.xsd");
        }
        return archive;
    }

    private GoodArchive index() {
        fields.put("namespace", NAMESPACE);
        fields.put("kind", "6");
        fields.put("created", "20240603");
        fields.put("senderRoot", OID + "102");
        fields.put("sender", "9911000017");
        fields.put("receiverRoot", OID + "101");
        fields.put("receiver", "99999997");
        fields.put("service", "1");
        fields.put("count", "2");
        fields.put("unit", "8000");
        fields.put("payment", "800");
        fields.put("claim", "7200");
        fields.put("otherProgram", "~");
        return this;
    }

    private void summary() {
        fields.put("su.service", "1");
        fields.put("su.subjects", "2");
        fields.put("su.cost", "16000");
        fields.put("su.payment", "1600");
        fields.put("su.other", "~");
        fields.put("su.claim", "14400");
    }

    GoodArchive edit(String edits) {
        for (var edit : edits.split(" ; ")) {
            if (!edit.isBlank()) {
                var words = edit.strip().split(" ", 2);
                edit(words[0], words.length > 1 ? words[1] : "");
            }
        }
        return this;
    }

    private void edit(String word, String rest) {
        switch (word) {
            case "field" -> fields.put(rest.split(" ")[0], rest.split(" ")[1]);
            case "add" -> add(rest);
            case "remove" -> names.removeIf(name -> name.startsWith(rest));
            case "rename" -> names.replaceAll(name -> name.replace(rest.split(" ")[0], rest.split(" ")[1]));
            case "root" -> root = rest;
            case "zip" -> zip = rest;
            case "both" -> {
                root = rest;
                zip = rest + ".zip";
            }
            case "index_last" -> names.add(names.removeFirst());
            case "twice" -> other = GoodDocument.fourthPeriod();
            case "twice_but" -> other = GoodDocument.fourthPeriod().set(rest.split(" ")[0], rest.split(" ")[1]);
            case "employer" -> other = GoodDocument.employer();
            case "unread_claim" -> skipsOneClaim = true;
            case "second_claim" -> secondClaim = rest;
            case "both_claims" -> bothClaims = rest;
            case "claims_first" -> {
                var data =
                        names.stream().filter(name -> name.contains("/DATA/")).toList();
                names.removeAll(data);
                names.addAll(data);
            }
            case "insurer" ->
                context = context.addressedTo(InsurerNumber.of(rest).orElseThrow());
            default -> throw new IllegalArgumentException("no operation " + word);
        }
    }

    private GoodArchive add(String name) {
        names.add(name);
        return this;
    }

    /// Feeds the checks as a reception does.
    Findings check() {
        var findings = new Findings();
        var all =
                names.stream().map(name -> name.replaceFirst("^R(?=/|$)", root)).toList();
        try (var checks = new ArchiveChecks("a.zip", zip, all.size(), context, findings.reporter())) {
            checks.names(all::forEach);
            all.forEach(name -> feed(checks, name));
            checks.finish();
        }
        return findings;
    }

    private void feed(ArchiveChecks checks, String name) {
        var place = Place.of("a.zip", name);
        if (name.endsWith("/")) {
            return;
        }
        if (name.contains("/DATA/")) {
            checks.entry(name, place);
            var document = documents++ > 0 ? other : GoodDocument.fourthPeriod();
            checks.document(DocumentFacts.of(document.build()), place);
        } else if (name.contains("/CLAIMS/")) {
            checks.entry(name, place);
            if (!skipsOneClaim || name.contains("000002")) {
                checks.claim(claim(name), place);
            }
        } else if (name.endsWith("ix08_V08.xml")) {
            checks.index(indexFile(), place);
        } else if (name.endsWith("su08_V08.xml")) {
            checks.summary(summaryFile(), place);
        }
    }

    Index indexFile() {
        return new Index(
                field("namespace"),
                field("kind"),
                field("created"),
                field("senderRoot"),
                field("sender"),
                field("receiverRoot"),
                field("receiver"),
                field("service"),
                field("count"));
    }

    Summary summaryFile() {
        return new Summary(
                field("namespace"),
                field("su.service"),
                field("su.subjects"),
                field("su.cost"),
                field("su.payment"),
                field("su.other"),
                field("su.claim"));
    }

    Claim claim() {
        return claim("");
    }

    /// The settlement file of a name: that of the second document is of the other person.
    private Claim claim(String name) {
        var claim = GoodClaim.of("checkup").set("namespace", fields.get("namespace"));
        for (var total : List.of("unit", "payment", "claim", "otherProgram")) {
            claim.set(total, fields.get(total));
        }
        if (name.contains("000002")) {
            claim.set("number", "2000").edit(secondClaim);
        }
        return claim.edit(bothClaims).build();
    }

    private Field field(String name) {
        var text = fields.getOrDefault(name, "~");
        return text.equals("~") ? Field.ABSENT : new Field(text, 3, 4);
    }
}
