package org.tsunagu.app.analytics.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.tsunagu.app.access.Purpose;
import org.tsunagu.app.analytics.Group;
import org.tsunagu.app.analytics.PeopleBehind;
import org.tsunagu.app.analytics.figures.Kind;
import org.tsunagu.app.analytics.figures.Names;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.ui.Csv;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.measures.Measure;
import org.tsunagu.measures.Measures;

/// The people behind a figure (図表の対象者), for those who may see persons. Whoever looks is written down, and
/// whoever takes the list out says what for.
@Controller
public class PeopleController {

    private static final int PAGE_SIZE = 50;
    private static final String KEY = "/analytics/{key:[A-Z0-9-]{1,40}}/people";
    private static final String PLACE = "/analytics/people";

    private final PeopleBehind behind;
    private final Members members;
    private final Audit audit;

    PeopleController(PeopleBehind behind, Members members, Audit audit) {
        this.behind = behind;
        this.members = members;
        this.audit = audit;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param words what the people have in common
    /// @param people on this page
    public record Content(
            Measure measure,
            int year,
            Map<String, String> strata,
            List<String> words,
            int total,
            int page,
            List<Member> people) {

        /// How many pages there are.
        public int pages() {
            return Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
        }

        /// The fields that name these people.
        public Map<String, String> fields() {
            var fields = new TreeMap<>(strata);
            fields.put("year", Integer.toString(year));
            return fields;
        }

        /// The address of another page of the list.
        public String address(int other) {
            var fields = new TreeMap<>(fields());
            fields.put("page", Integer.toString(other));
            return "/analytics/" + measure.key() + "/people?"
                    + String.join(
                            "&",
                            fields.entrySet().stream()
                                    .map(field -> field.getKey() + "="
                                            + java.net.URLEncoder.encode(
                                                    field.getValue(), java.nio.charset.StandardCharsets.UTF_8))
                                    .toList());
        }
    }

    /// Whom the parameters name (対象者の条件).
    private record Chosen(Measure measure, int year, Map<String, String> strata) {

        static Chosen of(String key, Map<String, String> parameters) {
            var measure = Measures.find(key)
                    .filter(one ->
                            Kind.of(one) == Kind.PERSONS && one.dimension().isEmpty())
                    .orElseThrow(NotFound::new);
            var year = parameters.getOrDefault("year", "");
            if (!year.matches("[0-9]{4}")) {
                throw new NotFound();
            }
            var strata = new TreeMap<String, String>();
            for (var group : Group.values()) {
                for (var stratum : group.strata()) {
                    if (parameters.containsKey(stratum)) {
                        strata.put(stratum, parameters.getOrDefault(stratum, ""));
                    }
                }
            }
            return new Chosen(measure, Integer.parseInt(year), strata);
        }

        String detail(int people) {
            return "%d people of %s, %d, %s".formatted(people, measure.key(), year, String.join("+", strata.keySet()));
        }
    }

    @GetMapping(KEY)
    View list(@PathVariable String key, @RequestParam Map<String, String> parameters, HttpServletRequest request) {
        var chosen = Chosen.of(key, parameters);
        var ids = behind.of(chosen.measure, chosen.year, chosen.strata, false);
        var typed = parameters.getOrDefault("page", "1");
        var page = typed.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(typed) : 1;
        var shown = ids.stream()
                .skip((long) (page - 1) * PAGE_SIZE)
                .limit(PAGE_SIZE)
                .toList();
        audit.note(shown.stream().map(id -> Look.listed(id, "measure", PLACE)).toList());
        var language = Language.of(request);
        return Page.of(
                "analytics/people",
                new Content(
                        chosen.measure,
                        chosen.year,
                        chosen.strata,
                        chosen.strata.entrySet().stream()
                                .map(entry -> Names.of(language, entry.getKey(), entry.getValue()))
                                .toList(),
                        ids.size(),
                        page,
                        people(shown)));
    }

    private List<Member> people(List<Long> ids) {
        var found = members.find(ids.stream().map(MemberId::new).toList());
        return ids.stream()
                .map(id -> found.get(new MemberId(id)))
                .filter(Objects::nonNull)
                .toList();
    }

    /// The list as CSV.
    @PostMapping(KEY + "/export")
    void export(@PathVariable String key, @RequestParam Map<String, String> parameters, HttpServletResponse response)
            throws IOException {
        var chosen = Chosen.of(key, parameters);
        var purpose =
                Purpose.stated(parameters.getOrDefault("purpose", ""), parameters.getOrDefault("purposeWords", ""));
        if (purpose.isEmpty()) {
            response.sendRedirect("/analytics/" + key + "?notice=analytics.problem.purpose");
            return;
        }
        var ids = behind.of(chosen.measure, chosen.year, chosen.strata, false);
        audit.note(
                new Look(
                        Look.Kind.EXPORT, "measure", 0, purpose.get(), Look.OWN_WORK, PLACE, chosen.detail(ids.size())),
                ids);
        try (var out = Csv.download(
                response, "%s-people-%d.csv".formatted(key.toLowerCase(java.util.Locale.ROOT), chosen.year))) {
            out.write("member_id,name,kana,sex,birth,symbol,number,branch,employer\r\n");
            for (var member : people(ids)) {
                out.write(Csv.line(List.of(
                        Long.toString(member.id().value()),
                        member.name(),
                        member.kana(),
                        member.sex().code(),
                        member.birth().toString(),
                        member.number().symbol(),
                        member.number().number(),
                        member.number().branch(),
                        member.employer())));
            }
        }
    }
}
