package org.tsunagu.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// Somebody at a browser without any script: keeps cookies, follows redirects, sends forms with the token of the page.
public final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern VIEWED = Pattern.compile("name=\"viewed\" value=\"([^\"]+)\"");
    private static final AtomicInteger NUMBERS = new AtomicInteger(1);

    private final CookieManager cookies = new CookieManager();
    private final String url;
    private final HttpClient client;
    private String token = "";
    private String viewed = "";

    /// Each comes from an address of its own: log-ins from one address are limited.
    public Visitor(Office office) {
        this.url = office.url().replace("localhost", "127.0.0.1");
        try {
            this.client = HttpClient.newBuilder()
                    .cookieHandler(cookies)
                    .localAddress(InetAddress.getByAddress(new byte[] {127, 0, 1, (byte) NUMBERS.incrementAndGet()}))
                    .followRedirects(HttpClient.Redirect.ALWAYS)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A page as it came.
    ///
    /// @param path where one has landed, with its parameters
    public record Answer(int status, String path, String body) {}

    public Answer get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Accept", "text/html")
                .GET());
    }

    /// Sends a form: names and values in turn. Whose pages they are is said as the last form said it.
    public Answer post(String path, String... fields) {
        return post(url, path, fields);
    }

    /// Sends a form that a page of this origin holds.
    public Answer post(String origin, String path, String[] fields) {
        var parts = new ArrayList<String>();
        parts.add("_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
        if (!viewed.isEmpty() && !List.of(fields).contains("viewed")) {
            parts.add("viewed=" + viewed);
        }
        for (var i = 0; i < fields.length; i += 2) {
            parts.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .header("Origin", origin)
                .POST(BodyPublishers.ofString(String.join("&", parts))));
    }

    /// Sends a file as the form of a page does.
    public Answer upload(String path, String name, byte[] content) {
        var edge = "----tsunagu-visitor";
        var head = ("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n")
                .formatted(edge, name);
        var end = "\r\n--%s--\r\n".formatted(edge);
        return send(HttpRequest.newBuilder(
                        URI.create(url + path + "?_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8)))
                .header("Content-Type", "multipart/form-data; boundary=" + edge)
                .header("Accept", "text/html")
                .header("Origin", url)
                .POST(BodyPublishers.ofByteArrays(List.of(
                        head.getBytes(StandardCharsets.UTF_8), content, end.getBytes(StandardCharsets.UTF_8)))));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            TOKEN.matcher(answer.body()).results().findFirst().ifPresent(found -> token = found.group(1));
            VIEWED.matcher(answer.body()).results().findFirst().ifPresent(found -> viewed = found.group(1));
            var at = answer.uri();
            var path = at.getRawQuery() == null ? at.getPath() : at.getPath() + "?" + at.getRawQuery();
            return new Answer(answer.statusCode(), path, answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Answer logIn(String login, String password) {
        get("/login");
        return post("/login", "username", login, "password", password);
    }

    public List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    /// A tab that was opened before the last log-in.
    public void forgetToken() {
        token = "";
    }

    /// What the browser would still send when the server has forgotten the session.
    public void loseSession() {
        var store = cookies.getCookieStore();
        for (var cookie : List.copyOf(store.getCookies())) {
            if (cookie.getName().equals("tsunagu")) {
                var old = new HttpCookie("tsunagu", "0123456789ABCDEF0123456789ABCDEF");
                old.setPath("/");
                old.setVersion(0);
                store.remove(null, cookie);
                store.add(URI.create(url), old);
            }
        }
    }
}
