package org.tsunagu.benchmarks;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tsunagu.benchmarks.Pages.Answer;

/// Somebody who works with the pages (画面を使う人): today's list, a person, what was said, the whole list, the next person;
/// reads each page for one to three seconds.
final class PageUser {

    private static final Pattern INPUT = Pattern.compile("<input[^>]*>");
    private static final Pattern NAME = Pattern.compile("name=\"([^\"]+)\"");
    private static final Pattern VALUE = Pattern.compile("value=\"([^\"]*)\"");
    private static final Pattern PERSON = Pattern.compile("href=\"/members/(\\d+)\"");
    private static final int MANY = 25;
    private static final int LOG_INS_SPREAD = 20_000;

    private final String url;
    private final int number;
    private final HttpClient client;
    private final Random random;
    private final List<Answer> answers = new ArrayList<>();

    PageUser(String url, int number) {
        this.url = url;
        this.number = number;
        this.random = new Random(number);
        // Log-ins are limited by address, so everybody comes from one of their own.
        try {
            this.client = HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .localAddress(InetAddress.getByAddress(new byte[] {127, 0, 1, (byte) (number + 1)}))
                    .build();
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Answer> work(int seconds) throws IOException, InterruptedException {
        logIn();
        pause();
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        while (System.nanoTime() < end) {
            get("today", "/");
            pause();
            var page = random.nextInt(MANY);
            var list = get("list", "/tasks" + (page == 0 ? "" : "?page=" + page));
            pause();
            var people = PERSON.matcher(list).results().toList();
            if (!people.isEmpty()) {
                var chosen = people.get(random.nextInt(people.size())).group(1);
                get("person", "/members/" + chosen);
                pause();
                call(chosen, get("contact", "/contacts/" + chosen));
                pause();
            }
        }
        return answers;
    }

    /// Nobody logs in at the same second as everybody else.
    private void logIn() throws IOException, InterruptedException {
        Thread.sleep(random.nextInt(LOG_INS_SPREAD));
        var form = send("log-in page", request("/login").build());
        var fields = new LinkedHashMap<String, String>();
        fields.put("_csrf", inputs(form).getOrDefault("_csrf", ""));
        fields.put("username", "user%d".formatted(number));
        fields.put("password", OfficeServer.PASSWORD);
        post("log-in", "/login", fields);
        if (answers.getLast().status() >= 400) {
            throw new IllegalStateException(
                    "no log-in: %d".formatted(answers.getLast().status()));
        }
        answers.clear(); // the slow hash of passwords is wanted, and not what is measured
    }

    private void call(String member, String form) throws IOException, InterruptedException {
        var inputs = inputs(form);
        var fields = new LinkedHashMap<String, String>();
        for (var name : List.of("_csrf", "taskId", "formKey")) {
            fields.put(name, inputs.getOrDefault(name, ""));
        }
        fields.put("channel", "PHONE");
        fields.put("outcome", "ABSENT");
        fields.put("spokeWith", "NOBODY");
        fields.put("note", "留守番電話に伝言");
        fields.put("nextStep", "");
        fields.put("nextDay", "");
        post("save contact", "/contacts/" + member, fields);
    }

    private static Map<String, String> inputs(String page) {
        var inputs = new HashMap<String, String>();
        INPUT.matcher(page).results().map(found -> found.group()).forEach(input -> {
            var name = NAME.matcher(input);
            var value = VALUE.matcher(input);
            if (name.find() && input.contains("hidden")) {
                inputs.putIfAbsent(name.group(1), found(value));
            }
        });
        return inputs;
    }

    private static String found(Matcher value) {
        return value.find() ? value.group(1) : "";
    }

    private String get(String kind, String path) throws IOException, InterruptedException {
        return send(kind, request(path).build());
    }

    private void post(String kind, String path, Map<String, String> fields) throws IOException, InterruptedException {
        send(
                kind,
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(Pages.form(fields)))
                        .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url.replace("localhost", "127.0.0.1") + path));
    }

    private String send(String kind, HttpRequest request) throws IOException, InterruptedException {
        var start = System.nanoTime();
        var response = client.send(request, HttpResponse.BodyHandlers.ofString());
        var milliseconds = (System.nanoTime() - start) / 1e6;
        var isThrownOut = response.uri().getPath().equals("/login") && !kind.startsWith("log-in");
        answers.add(new Answer(kind, milliseconds, isThrownOut ? 401 : response.statusCode()));
        return response.body();
    }

    private void pause() throws InterruptedException {
        Thread.sleep(1000 + random.nextInt(2000));
    }
}
