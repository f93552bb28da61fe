package org.tsunagu.app.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tsunagu.app.api.Refused;
import org.tsunagu.app.checkups.Checkup;
import org.tsunagu.app.checkups.CheckupPages;
import org.tsunagu.app.checkups.CheckupPages.Meant;
import org.tsunagu.app.checkups.Checkups;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.MemberPages;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.table.Lazy;
import org.tsunagu.fhir.checkup.FhirAnswers;
import org.tsunagu.fhir.checkup.FhirAnswers.Cut;

/// Checkups, members and results for FHIR clients (FHIR API): documents that are read, not a general FHIR server.
@RestController
class FhirApi {

    private static final String JSON = "application/fhir+json";
    private static final String PURPOSE = "X-Purpose";
    private static final String USUAL = "20";
    private static final int MOST = 100;
    private static final int MOST_CHECKUPS = 50;

    private final Checkups checkups;
    private final CheckupPages pages;
    private final Members members;
    private final MemberPages register;
    private final FhirDocuments documents;
    private final FhirLooks looks;
    private final Lazy<FhirAnswers> answers = new Lazy<>(this, () -> new FhirAnswers(Items.shipped()));

    FhirApi(
            Checkups checkups,
            CheckupPages pages,
            Members members,
            MemberPages register,
            FhirDocuments documents,
            FhirLooks looks) {
        this.checkups = checkups;
        this.pages = pages;
        this.members = members;
        this.register = register;
        this.documents = documents;
        this.looks = looks;
    }

    /// What this server can do; open to all.
    @GetMapping(
            path = "/fhir/metadata",
            produces = {JSON, MediaType.APPLICATION_JSON_VALUE})
    Resource metadata() {
        return new ClassPathResource("api/capability.json");
    }

    @GetMapping(
            path = "/fhir/Bundle",
            produces = {JSON, MediaType.APPLICATION_JSON_VALUE})
    byte[] bundles(
            @RequestHeader(name = PURPOSE, defaultValue = "") String purpose,
            @RequestParam(name = "_count", defaultValue = USUAL) int count,
            @RequestParam(defaultValue = "") String cursor,
            HttpServletRequest request) {
        var stated = looks.purpose(purpose);
        var search = FhirSearch.of(FhirSearch.Kind.BUNDLE, request, register);
        var most = Math.min(limit(count), MOST_CHECKUPS);
        var after = Slice.read(cursor, 0L, parts -> Long.parseLong(parts[0]));
        var found = search.isEmpty() ? List.<Checkup>of() : pages.after(after, meant(search), most + 1);
        var shown = found.subList(0, Math.min(most, found.size()));
        looks.listed(stated, "checkup", shown, Checkup::memberId);
        var next = found.size() > most ? Slice.key(shown.getLast().id()) : "";
        return answers.get().documents(documents.of(shown), search.page(most, next));
    }

    /// The same search with its parameters in the body: the number on a card then stands in no address.
    @PostMapping(
            path = "/fhir/Bundle/_search",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
            produces = {JSON, MediaType.APPLICATION_JSON_VALUE})
    byte[] searchBundles(
            @RequestHeader(name = PURPOSE, defaultValue = "") String purpose,
            @RequestParam(name = "_count", defaultValue = USUAL) int count,
            @RequestParam(defaultValue = "") String cursor,
            HttpServletRequest request) {
        return bundles(purpose, count, cursor, request);
    }

    @GetMapping(
            path = "/fhir/Bundle/{id:[0-9]{1,18}}",
            produces = {JSON, MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<byte[]> bundle(
            @RequestHeader(name = PURPOSE, defaultValue = "") String purpose, @PathVariable long id) {
        var stated = looks.purpose(purpose);
        var checkup = checkups.find(id).orElseThrow(NotFound::new);
        looks.at(stated, checkup.memberId(), "checkup", "checkup " + id);
        var found = documents.of(List.of(checkup));
        if (found.isEmpty()) {
            throw new NotFound();
        }
        return ResponseEntity.ok(answers.get().document(found.getFirst()));
    }

    @GetMapping(
            path = "/fhir/Patient",
            produces = {JSON, MediaType.APPLICATION_JSON_VALUE})
    byte[] patients(
            @RequestHeader(name = PURPOSE, defaultValue = "") String purpose,
            @RequestParam(name = "_count", defaultValue = USUAL) int count,
            @RequestParam(defaultValue = "") String cursor,
            HttpServletRequest request) {
        var stated = looks.purpose(purpose);
        var search = FhirSearch.of(FhirSearch.Kind.PATIENT, request, register);
        var most = limit(count);
        var after = Slice.read(cursor, 0L, parts -> Long.parseLong(parts[0]));
        var found = search.isEmpty() ? List.<Member>of() : people(search, after, most + 1);
        var shown = found.subList(0, Math.min(most, found.size()));
        looks.listed(stated, "register", shown, member -> member.id().value());
        var next = found.size() > most ? Slice.key(shown.getLast().id().value()) : "";
        return answers.get().patients(shown.stream().map(FhirDocuments::person).toList(), search.page(most, next));
    }

    private List<Member> people(FhirSearch search, long after, int most) {
        return search.members().isEmpty()
                ? register.after(after, most)
                : search.members().stream()
                        .filter(id -> id > after)
                        .sorted()
                        .flatMap(id -> members.find(new MemberId(id)).stream())
                        .toList();
    }

    @GetMapping(
            path = "/fhir/Patient/{id:[0-9]{1,18}}",
            produces = {JSON, MediaType.APPLICATION_JSON_VALUE})
    byte[] patient(@RequestHeader(name = PURPOSE, defaultValue = "") String purpose, @PathVariable long id) {
        var stated = looks.purpose(purpose);
        var member = members.find(new MemberId(id)).orElseThrow(NotFound::new);
        looks.at(stated, id, "register", "");
        return answers.get().person(FhirDocuments.person(member));
    }

    /// Results of one person: of whom must be said.
    @GetMapping(
            path = "/fhir/Observation",
            produces = {JSON, MediaType.APPLICATION_JSON_VALUE})
    byte[] observations(
            @RequestHeader(name = PURPOSE, defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(name = "_count", defaultValue = USUAL) int count,
            @RequestParam(defaultValue = "") String cursor,
            HttpServletRequest request) {
        var stated = looks.purpose(purpose);
        var search = FhirSearch.of(FhirSearch.Kind.OBSERVATION, request, register);
        if (search.members().size() > 1 || (search.members().isEmpty() && !search.isEmpty())) {
            throw Refused.field("patient");
        }
        var most = limit(count);
        var from = Slice.read(cursor, 0, parts -> Integer.parseInt(parts[0]));
        var found = search.isEmpty() ? List.<Checkup>of() : pages.after(0, meant(search), MOST_CHECKUPS);
        search.members().forEach(member -> looks.at(stated, member, "checkup", "results"));
        var item = code.substring(code.lastIndexOf('|') + 1);
        return answers.get()
                .observations(
                        documents.of(found), item, new Cut(from, most), search.page(most, Slice.key(from + most)));
    }

    private static Meant meant(FhirSearch search) {
        return new Meant(search.members(), search.documents(), search.from(), search.to());
    }

    private static int limit(int asked) {
        if (asked < 1 || asked > MOST) {
            throw Refused.field("_count");
        }
        return asked;
    }
}
