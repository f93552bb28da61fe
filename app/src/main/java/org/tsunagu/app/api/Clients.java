package org.tsunagu.app.api;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Insurers;
import org.tsunagu.app.access.TenantTransactions;

/// The programs of an insurer (連携プログラムの管理). A secret is shown when it is made and kept as an Argon2 hash.
@Service
public class Clients {

    private static final int RANDOM_BYTES = 32;
    private static final int ID_LETTERS = 10;
    private static final String COLUMNS =
            "id, client_id, name, scopes, enabled, valid_from, valid_to, party," + " secret";
    private static final RowMapper<Client> CLIENT = (row, n) -> new Client(
            row.getLong(1),
            row.getString(2),
            row.getString(3),
            scopes(row.getArray(4)),
            row.getBoolean(5),
            row.getObject(6, LocalDate.class),
            Optional.ofNullable(row.getObject(7, LocalDate.class)),
            row.getString(8));

    private final Base64StringKeyGenerator random =
            new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), RANDOM_BYTES);
    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Insurers insurers;
    private final PasswordEncoder passwords;
    private final Clock clock;

    Clients(
            JdbcClient jdbc,
            TenantTransactions transactions,
            Insurers insurers,
            PasswordEncoder passwords,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.insurers = insurers;
        this.passwords = passwords;
        this.clock = clock;
    }

    static Set<Scope> scopes(Array words) throws SQLException {
        var scopes = EnumSet.noneOf(Scope.class);
        for (var word : (String[]) words.getArray()) {
            Scope.of(word).ifPresent(scopes::add);
        }
        return scopes;
    }

    static String[] words(Set<Scope> scopes) {
        return scopes.stream().map(Scope::word).sorted().toArray(String[]::new);
    }

    /// A program that was made just now.
    ///
    /// @param secret shown this once
    public record Made(Client client, String secret) {}

    /// Adds a program that is a system of the current insurer.
    public Made add(String name, Set<Scope> scopes, Optional<LocalDate> validTo) {
        return add(name, scopes, validTo, "");
    }

    /// Adds a program for the current insurer.
    ///
    /// @param party whose it is, of `legal/parties`; empty for a system of the insurer
    public Made add(String name, Set<Scope> scopes, Optional<LocalDate> validTo, String party) {
        var actor = Actors.current();
        var secret = random.generateKey();
        var clientId = actor.insurer().number() + "-" + random.generateKey().substring(0, ID_LETTERS);
        var client = transactions.inCurrent(() -> jdbc.sql("insert into api.client (insurer_id, client_id, name,"
                        + " secret, scopes, valid_from, valid_to, party, created_at, created_by) values (:insurer, :clientId,"
                        + " :name, :secret, :scopes, :today, :last, :party, :now, :by) returning " + COLUMNS)
                .param("insurer", actor.insurer().id().value())
                .param("clientId", clientId)
                .param("name", name)
                .param("secret", passwords.encode(secret))
                .param("scopes", words(scopes))
                .param("today", Date.valueOf(LocalDate.now(clock)))
                .param("last", validTo.map(Date::valueOf).orElse(null), Types.DATE)
                .param("party", party)
                .param("now", OffsetDateTime.now(clock))
                .param("by", actor.name())
                .query(CLIENT)
                .single());
        return new Made(client, secret);
    }

    /// The programs of the current insurer, the newest first.
    public List<Client> all() {
        return transactions.inCurrent(() -> jdbc.sql("select " + COLUMNS + " from api.client order by id desc")
                .query(CLIENT)
                .list());
    }

    /// Takes away what a program may do, at once: its tokens end with it.
    ///
    /// @return whether there was such a program that was not disabled before
    public boolean disable(long id) {
        return transactions.inCurrent(() -> {
            jdbc.sql("delete from api.token where client = :id").param("id", id).update();
            return jdbc.sql("update api.client set enabled = false where id = :id and enabled")
                            .param("id", id)
                            .update()
                    > 0;
        });
    }

    /// A program with what its secret is compared with.
    ///
    /// @param secret hash
    record Known(Client client, Insurer insurer, String secret) {}

    /// The program of a client id that may have a token today.
    Optional<Known> find(String clientId) {
        return insurer(clientId)
                .flatMap(insurer -> transactions.in(
                        insurer.id(),
                        () -> jdbc.sql("select " + COLUMNS + " from api.client where client_id = :clientId")
                                .param("clientId", clientId)
                                .query((row, n) -> known(insurer, row, n))
                                .optional()))
                .filter(known -> known.client().isInForce(LocalDate.now(clock)));
    }

    private static Known known(Insurer insurer, ResultSet row, int n) throws SQLException {
        return new Known(java.util.Objects.requireNonNull(CLIENT.mapRow(row, n)), insurer, row.getString("secret"));
    }

    /// The insurer that a client id names.
    Optional<Insurer> insurer(String clientId) {
        var dash = clientId.indexOf('-');
        return dash < 0 ? Optional.empty() : insurers.byNumber(clientId.substring(0, dash));
    }
}
