package org.tsunagu.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.tsunagu.app.Server;
import org.tsunagu.app.access.Accounts;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Insurers;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.intake.Deliveries;
import org.tsunagu.app.jobs.Jobs;
import org.tsunagu.app.membership.Registers;
import org.tsunagu.synthetic.Options;
import org.tsunagu.synthetic.SyntheticInsurer;

/// A real Chromium before a real server with an invented insurer of some hundred members, for all tests of a process.
final class Desk implements AutoCloseable {

    static final String PASSWORD = "only for these tests";

    private static final String INSURER = Options.UNASSIGNED_INSURER;
    private static final long PAUSE_MILLISECONDS = 50;

    private final Server server;
    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();
    private final Map<Role, String> sessions = new EnumMap<>(Role.class);

    private Desk(Path folder, Path chromium) throws IOException {
        server = Server.start(new Server.Settings(folder.resolve("data"), Optional.empty(), "127.0.0.1", 0, true));
        fill(folder.resolve("files"));
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    /// Gives the desk to tests, which are passed over on machines without Chromium.
    static final class Extension implements ParameterResolver, ExecutionCondition {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Desk.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return Made.DESK;
        }

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return chromium().isPresent()
                    ? ConditionEvaluationResult.enabled("Chromium is there")
                    : ConditionEvaluationResult.disabled("no Chromium on the path");
        }

        private static Optional<Path> chromium() {
            return Stream.of("chromium", "chromium-browser", "google-chrome")
                    .flatMap(name -> Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, name)))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }

    private static final class Made {

        static final Desk DESK = fresh();

        private static Desk fresh() {
            try {
                var desk = new Desk(
                        Files.createTempDirectory("tsunagu-desk"),
                        Extension.chromium().orElseThrow());
                Runtime.getRuntime().addShutdownHook(new Thread(desk::close));
                return desk;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void fill(Path files) throws IOException {
        var insurer = insurer();
        for (var role : Role.values()) {
            bean(Accounts.class).add(name(role), "試験 " + role, PASSWORD, insurer, role);
        }
        var options = new Options(900, 2022, 2025, 1, files, "003", 0.05, Optional.empty(), INSURER);
        new SyntheticInsurer().generate(options, (step, done, total) -> {});
        // A register without its last tenth: there are results that wait for their person.
        var lines = Files.readAllLines(files.resolve("members.csv"));
        var most = Files.createTempFile(files, "members", ".csv");
        Files.write(most, lines.subList(0, lines.size() * 9 / 10));
        Files.writeString(most, "1,99999997,101\n", java.nio.file.StandardOpenOption.APPEND);
        try (var in = Files.newInputStream(most)) {
            bean(Registers.class).receive(insurer.id(), in, "members.csv", true, LocalDate.parse("2026-04-01"), "test");
        }
        waitForJobs();
        try (var zips = Files.list(files.resolve("archives"))) {
            for (var zip : zips.filter(file -> file.toString().endsWith(".zip"))
                    .sorted()
                    .toList()) {
                try (var in = Files.newInputStream(zip)) {
                    bean(Deliveries.class)
                            .receive(insurer.id(), in, String.valueOf(zip.getFileName()), "upload", "test");
                }
            }
        }
        waitForJobs();
    }

    void waitForJobs() {
        try {
            while (bean(Jobs.class).open(insurer().id()) > 0) {
                Thread.sleep(PAUSE_MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Insurer insurer() {
        return bean(Insurers.class).ensure(INSURER, "見本健康保険組合");
    }

    <T> T bean(Class<T> type) {
        return server.context().getBean(type);
    }

    String url() {
        return server.url();
    }

    static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /// A fresh browser window; whatever its console complains about fails the test in [#complaints].
    Page window(String language, int width, boolean hasScript) {
        return page(context(language, width, hasScript));
    }

    private BrowserContext context(String language, int width, boolean hasScript) {
        var context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, 900).setJavaScriptEnabled(hasScript));
        if (language.equals("en")) {
            context.addCookies(List.of(new Cookie("language", "en").setUrl(url())));
        }
        return context;
    }

    private Page page(BrowserContext context) {
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    /// A window in which somebody has logged in.
    Page as(Role role, String language, int width) {
        // Logged in once a role: log-ins from one address are limited.
        var state = sessions.computeIfAbsent(role, this::session);
        var options =
                new Browser.NewContextOptions().setViewportSize(width, 900).setStorageState(state);
        var context = browser.newContext(options);
        if (language.equals("en")) {
            context.addCookies(List.of(new Cookie("language", "en").setUrl(url())));
        }
        return page(context);
    }

    private String session(Role role) {
        var page = window("ja", 1280, true);
        logIn(page, name(role), PASSWORD);
        var state = page.context().storageState();
        page.context().close();
        return state;
    }

    void logIn(Page page, String name, String password) {
        page.navigate(url() + "/login");
        page.fill("#username", name);
        page.fill("#password", password);
        page.click("main button[type=submit]");
    }

    /// What the browser has complained about since the last call.
    List<String> complaints() {
        var all = List.copyOf(complaints);
        complaints.clear();
        return all;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        server.close();
    }
}
