package org.tsunagu.app.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actor;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.Permission;
import org.tsunagu.app.access.TenantTransactions;

/// Tokens in force (アクセストークン): opaque, short-lived, kept as hashes. A token begins with the number of its insurer,
/// so that row-level security holds from the first look-up on; a program that is disabled loses them at once.
@Service
class Tokens {

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Clock clock;

    Tokens(JdbcClient jdbc, TenantTransactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// A token as it goes out.
    static String word(InsurerId insurer, String random) {
        return insurer.value() + "." + random;
    }

    /// Keeps a token, and lets go of those whose time is over.
    void keep(Clients.Known client, String token, Set<String> scopes, OffsetDateTime expiresAt) {
        transactions.run(client.insurer().id(), () -> {
            jdbc.sql("delete from api.token where expires_at < :now")
                    .param("now", OffsetDateTime.now(clock))
                    .update();
            jdbc.sql("insert into api.token (insurer_id, hash, client, scopes, expires_at)"
                            + " values (:insurer, :hash, :client, :scopes, :expires)")
                    .param("insurer", client.insurer().id().value())
                    .param("hash", hash(token))
                    .param("client", client.client().id())
                    .param("scopes", scopes.toArray(String[]::new))
                    .param("expires", expiresAt)
                    .update();
        });
    }

    /// Who acts with a token, and what it was asked for.
    record Bearer(Actor actor, Set<Scope> scopes) {}

    /// Who acts with a token; empty when it is none, or no longer one.
    Optional<Bearer> bearer(String token) {
        if (!token.matches("[0-9]{1,9}\\.[A-Za-z0-9_-]{20,100}")) {
            return Optional.empty();
        }
        var insurer = new InsurerId(Integer.parseInt(token.substring(0, token.indexOf('.'))));
        return transactions.in(
                insurer,
                () -> jdbc.sql("select c.id, c.name, t.scopes, i.number, i.name from api.token t"
                                + " join api.client c on c.id = t.client join access.insurer i on i.id = t.insurer_id"
                                + " where t.hash = :hash and t.expires_at > :now and c.enabled"
                                + " and c.valid_from <= :today and coalesce(c.valid_to, 'infinity'::date) >= :today")
                        .param("hash", hash(token))
                        .param("now", OffsetDateTime.now(clock))
                        .param("today", LocalDate.now(clock))
                        .query((row, n) -> bearer(insurer, row))
                        .optional());
    }

    private static Bearer bearer(InsurerId insurer, ResultSet row) throws SQLException {
        var permissions = EnumSet.noneOf(Permission.class);
        var scopes = Clients.scopes(row.getArray(3));
        scopes.forEach(scope -> scope.permission().ifPresent(permissions::add));
        // Below zero: the ids of people and of programs never meet.
        var actor = new Actor(
                -row.getLong(1),
                row.getString(2),
                new Insurer(insurer, row.getString(4), row.getString(5)),
                permissions);
        return new Bearer(actor, scopes);
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
