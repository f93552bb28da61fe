package org.tsunagu.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Severity;

/// Runs axe on the page in a real browser, where there is one: all rules of WCAG 2.2 A and AA, and best practices.
class AccessibilityTest {

    private static final Pattern RESULT = Pattern.compile("<pre id=\"axe-result\">(.*?)</pre>", Pattern.DOTALL);

    /// The policy of the page forbids scripts; the copy for this test does without the policy.
    private static final Pattern POLICY = Pattern.compile("<meta http-equiv=\"Content-Security-Policy\"[^>]*/>");

    private static final String RUN = """
            const options = {
              resultTypes: ["violations"],
              rules: { "target-size": { enabled: true }, "label-content-name-mismatch": { enabled: true } }
            };
            const show = text => {
              const result = document.createElement("pre");
              result.id = "axe-result";
              result.textContent = text;
              document.body.append(result);
            };
            axe.run(document, options).then(
              found => show(
                found.violations.flatMap(rule => rule.nodes.map(node => rule.id + " " + node.html)).join("\\n")
                + "\\npassed " + found.passes.length
                + "\\nwide " + (document.documentElement.scrollWidth > document.documentElement.clientWidth)),
              error => show("failed " + error));
            """;

    @TempDir
    static Path folder;

    static Report report;

    @BeforeAll
    static void a_report_with_everything_in_it() {
        report = new Report(new Run(Documents.TODAY, false));
        Documents.many(150).forEach(report::add);
        report.addFileProblem(
                new Problem("ARCHIVE-ENCRYPTED", Severity.REFUSES_FILE, Place.of("secret.zip"), Map.of()));
    }

    @ParameterizedTest(name = "{0}, {1} pixels wide")
    @CsvSource({"ja, 1280", "en, 390"})
    void axe_finds_nothing_to_complain_about(String language, int width) throws IOException, InterruptedException {
        var result = axe(ReportTest.html(report, Locale.of(language)), width);

        assertThat(result).startsWith("\npassed ").endsWith("wide false");
    }

    @Test
    void axe_would_find_a_picture_without_text_and_a_page_too_wide() throws IOException, InterruptedException {
        var result = axe("<html><body><img src='a.png' width='2000'></body></html>", 390);

        assertThat(result).contains("image-alt", "html-has-lang").endsWith("wide true");
    }

    private static String axe(String html, int width) throws IOException, InterruptedException {
        var browser = Browser.find();
        assumeTrue(browser.isPresent(), "no Chromium on the path");
        var page = POLICY.matcher(html).replaceFirst("");
        var end = page.lastIndexOf("</body>");
        var scripts = "<script>" + script() + "</script><script>" + RUN + "</script>";
        var file = Files.createTempFile(folder, "page", ".html");
        Files.writeString(file, page.substring(0, end) + scripts + page.substring(end), StandardCharsets.UTF_8);
        var result = RESULT.matcher(browser.orElseThrow().load(file, width));
        assertThat(result.find()).as("axe has run").isTrue();
        return result.group(1);
    }

    private static String script() throws IOException {
        try (var script = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
