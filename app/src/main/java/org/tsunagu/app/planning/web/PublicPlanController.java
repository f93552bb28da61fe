package org.tsunagu.app.planning.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import org.tsunagu.app.access.Insurers;
import org.tsunagu.app.planning.document.Edition;
import org.tsunagu.app.planning.document.Editions;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.letters.report.Report;

/// The published plan for everybody (公表した実施計画): no log-in, no personal data, nothing but what was published.
@Controller
public class PublicPlanController {

    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'self'; font-src 'self';"
            + " img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private final Insurers insurers;
    private final Editions editions;

    PublicPlanController(Insurers insurers, Editions editions) {
        this.insurers = insurers;
        this.editions = editions;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param address of the page, to which those of the files are added
    public record Content(Edition edition, Report report, String address) {}

    @GetMapping("/published/{insurer:[0-9]{6,8}}/plan/{number:[0-9]}")
    View page(@PathVariable String insurer, @PathVariable int number, HttpServletResponse response) {
        var found = insurers.byNumber(insurer).orElseThrow(NotFound::new);
        var published = editions.published(found.id(), Periods.of(number)).orElseThrow(NotFound::new);
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        return Page.of(
                "planning/published",
                new Content(
                        published.edition(), published.report(), "/published/%s/plan/%d".formatted(insurer, number)));
    }

    @GetMapping("/published/{insurer:[0-9]{6,8}}/plan/{number:[0-9]}/plan.{ending:pdf|odt}")
    ResponseEntity<byte[]> file(@PathVariable String insurer, @PathVariable int number, @PathVariable String ending) {
        var found = insurers.byNumber(insurer).orElseThrow(NotFound::new);
        var file = Edition.File.valueOf("PUBLIC_" + ending.toUpperCase(Locale.ROOT));
        var bytes = editions.publishedFile(found.id(), Periods.of(number), file).orElseThrow(NotFound::new);
        return DocumentController.download(bytes, file, "plan-%s-%d".formatted(insurer, number));
    }
}
