package org.tsunagu.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.tsunagu.benchmarks.Pages.Answer;

/// A member at the own pages (マイページを見る人): the first page, the results, the years, medicines, who looked; reads each for
/// five to fifteen seconds.
final class MemberVisitor {

    /// So many members share an address: log-ins from one address are limited.
    private static final int TOGETHER = 15;

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final int LOG_INS_SPREAD = 120_000;
    private static final int SHORTEST = 5_000;
    private static final int SPREAD = 10_000;
    private static final List<List<String>> FLOW = List.of(
            List.of("home", "/my"),
            List.of("checkups", "/my/checkups"),
            List.of("years", "/my/trends"),
            List.of("home", "/my"),
            List.of("medicines", "/my/drugs"),
            List.of("costs", "/my/expenses"),
            List.of("tickets", "/my/tickets"),
            List.of("guidance", "/my/guidance"),
            List.of("who looked", "/my/access"),
            List.of("messages", "/my/messages"),
            List.of("consents", "/my/consents"));

    private final Doors doors;
    private final int number;
    private final Random random;
    private final List<Answer> answers = new ArrayList<>();
    private String cookie = "";

    MemberVisitor(Doors doors, int number) {
        this.doors = doors;
        this.number = number;
        this.random = new Random(number);
    }

    /// Ways to the server, each from an address of its own.
    ///
    /// @param begin when everybody has logged in, in nanoseconds of this machine
    record Doors(String url, List<HttpClient> clients, long begin) {}

    static Doors doors(String url, int users) {
        var clients = IntStream.rangeClosed(0, users / TOGETHER)
                .mapToObj(MemberVisitor::client)
                .toList();
        return new Doors(
                url.replace("localhost", "127.0.0.1"),
                clients,
                System.nanoTime() + (LOG_INS_SPREAD + 10_000) * 1_000_000L);
    }

    private static HttpClient client(int door) {
        try {
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .localAddress(InetAddress.getByAddress(new byte[] {127, 0, 2, (byte) (door + 1)}))
                    .build();
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Answer> read(int seconds) throws IOException, InterruptedException {
        logIn();
        // Nobody is measured before everybody is in.
        Thread.sleep(Math.max(0, (doors.begin() - System.nanoTime()) / 1_000_000) + random.nextInt(SPREAD));
        answers.clear();
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        for (var i = random.nextInt(FLOW.size()); System.nanoTime() < end; i = (i + 1) % FLOW.size()) {
            send(FLOW.get(i).get(0), request(FLOW.get(i).get(1)).build());
            Thread.sleep(SHORTEST + random.nextInt(SPREAD));
        }
        return answers;
    }

    /// Log-ins are spread over minutes: the slow hash of passwords is wanted, and not what is measured.
    private void logIn() throws IOException, InterruptedException {
        Thread.sleep(random.nextInt(LOG_INS_SPREAD));
        var form = send("log-in page", request("/my/login").build()).body();
        var token = TOKEN.matcher(form).results().findFirst().orElseThrow().group(1);
        var body = "_csrf=%s&username=member%d&password=%s"
                .formatted(
                        URLEncoder.encode(token, StandardCharsets.UTF_8),
                        number,
                        URLEncoder.encode(MemberServer.PASSWORD, StandardCharsets.UTF_8));
        var answer = send(
                "log-in",
                request("/my/login")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
        if (!answer.headers().firstValue("Location").orElse("").endsWith("/my")) {
            throw new IllegalStateException("no log-in of member%d: %d".formatted(number, answer.statusCode()));
        }
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(doors.url() + path)).header("Accept", "text/html");
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private HttpResponse<String> send(String kind, HttpRequest request) throws IOException, InterruptedException {
        var client = doors.clients().get(number / TOGETHER);
        var start = System.nanoTime();
        var response = client.send(request, HttpResponse.BodyHandlers.ofString());
        var milliseconds = (System.nanoTime() - start) / 1e6;
        response.headers().allValues("Set-Cookie").stream()
                .filter(one -> one.startsWith("tsunagu="))
                .forEach(one -> cookie = one.substring(0, one.indexOf(';')));
        // Whoever is sent somewhere else was thrown out.
        var isThrownOut = response.statusCode() / 100 == 3 && !kind.startsWith("log-in");
        var status = isThrownOut ? 401 : response.statusCode();
        answers.add(new Answer(kind, milliseconds, status));
        return response;
    }
}
