package org.tsunagu.app.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Users as they are in a session (ログインした利用者の読み込み): their roles of today and how their account stands.
@Component
class StaffUsers {

    private final JdbcClient jdbc;
    private final Clock clock;

    StaffUsers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// A user at the first of the insurers; empty for one who has no role today.
    Optional<StaffUser> load(long staffId) {
        var roles = roles(staffId);
        var strict = strict();
        return roles.keySet().stream()
                .min(Comparator.comparing(Insurer::number))
                .map(first -> jdbc.sql("select login, name, session_version, must_change_password,"
                                + " factor_secret is not null from access.staff where id = :id")
                        .param("id", staffId)
                        .query((row, n) -> new StaffUser(
                                staffId,
                                row.getString(1),
                                row.getString(2),
                                roles,
                                first,
                                new Standing(row.getInt(3), row.getBoolean(4), row.getBoolean(5), strict)))
                        .single());
    }

    private Map<Insurer, Set<Role>> roles(long staffId) {
        var roles = new HashMap<Insurer, Set<Role>>();
        jdbc.sql("select i.id, i.number, i.name, r.role from access.staff_role r"
                        + " join access.insurer i on i.id = r.insurer_id where r.staff_id = :staff"
                        + " and r.valid_from <= :today and coalesce(r.valid_to, 'infinity'::date) >= :today")
                .param("staff", staffId)
                .param("today", LocalDate.now(clock))
                .query(row -> {
                    var insurer = new Insurer(new InsurerId(row.getInt(1)), row.getString(2), row.getString(3));
                    roles.computeIfAbsent(insurer, none -> new HashSet<>()).add(Role.valueOf(row.getString(4)));
                });
        return roles;
    }

    private Set<InsurerId> strict() {
        return Set.copyOf(jdbc.sql("select id from access.insurer where requires_factor")
                .query((row, n) -> new InsurerId(row.getInt(1)))
                .list());
    }

    /// The version of an account; empty for one that is locked by an administrator.
    OptionalInt version(long staffId) {
        return jdbc.sql("select session_version from access.staff where id = :id and enabled")
                .param("id", staffId)
                .query(Integer.class)
                .optional()
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }
}
