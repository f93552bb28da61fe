package org.tsunagu.app.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A program of another system, as it calls over the network.
public final class Program {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Office office;
    private final HttpClient http;
    private final Clients.Made made;
    private String token = "";

    private Program(Office office, HttpClient http, Clients.Made made) {
        this.office = office;
        this.http = http;
        this.made = made;
    }

    /// A program that the administrator of an insurer has added.
    public static Program of(Office office, Insurer insurer, Scope... scopes) {
        var set = EnumSet.noneOf(Scope.class);
        set.addAll(Arrays.asList(scopes));
        var made = office.as(
                insurer, Role.ADMINISTRATOR, () -> office.bean(Clients.class).add("試験連携", set, Optional.empty()));
        return new Program(office, HttpClient.newHttpClient(), made);
    }

    /// The same program, calling from another address.
    Program from(String address) throws IOException {
        var local = InetAddress.getByName(address);
        return new Program(office, HttpClient.newBuilder().localAddress(local).build(), made);
    }

    Client client() {
        return made.client();
    }

    String secret() {
        return made.secret();
    }

    record Answer(int status, JsonNode json, HttpResponse<String> response) {

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    Answer token(String clientId, String secret, String form) {
        var basic = URLEncoder.encode(clientId, StandardCharsets.UTF_8)
                + ":"
                + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return send(HttpRequest.newBuilder(URI.create(office.url() + "/oauth2/token"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    Answer token() {
        return token(client().clientId(), secret(), "grant_type=client_credentials");
    }

    String authorization() {
        if (token.isEmpty()) {
            token = token().json().path("access_token").asString();
        }
        return "Bearer " + token;
    }

    HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(office.url() + address)).header("Authorization", authorization());
    }

    Answer get(String address) {
        return send(request(address).build());
    }

    Answer post(String address, String json, String... headers) {
        var request = request(address)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        return send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    Answer send(HttpRequest request) {
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            var isJson = response.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.contains("json"))
                    .isPresent();
            return new Answer(
                    response.statusCode(), isJson ? JSON.readTree(response.body()) : JSON.nullNode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// All rows of a list, page by page; every page but the last is full.
    List<JsonNode> all(String address, int limit) {
        var rows = new ArrayList<JsonNode>();
        var next = address + (address.contains("?") ? "&" : "?") + "limit=" + limit;
        while (!next.isEmpty()) {
            var page = get(next);
            if (page.status() != 200) {
                throw new IllegalStateException(page.response().body());
            }
            page.json().path("data").forEach(rows::add);
            next = page.json().path("next").asString("");
            if (!next.isEmpty() && page.json().path("data").size() != limit) {
                throw new IllegalStateException("a page that is not full is followed by another");
            }
        }
        return rows;
    }
}
