package org.tsunagu.app.portal;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actor;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.MemberUser;
import org.tsunagu.app.access.RandomText;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.membership.Member;

/// Who acts for whom (代理人): a family member whom the member appoints with a code, a parent or a guardian whom the
/// office
/// writes down with the evidence. A parent acts until the child comes of age; a proxy appoints nobody.
@Service
public class Proxies {

    private static final int LETTERS = 12;
    private static final String SELECT = "select id, ward_id, ward_name, coalesce(proxy_id, 0), proxy_name, relation,"
            + " scope, from_day, to_day, evidence, appointed_by, accepted_at is not null, ended_at is not null"
            + " from portal.proxy";
    private static final RowMapper<Proxy> PROXY = (row, n) -> new Proxy(
            row.getLong(1),
            row.getLong(2),
            row.getString(3),
            row.getLong(4),
            row.getString(5),
            Relation.valueOf(row.getString(6)),
            Scope.read(row.getString(7)),
            row.getObject(8, LocalDate.class),
            row.getObject(9, LocalDate.class),
            row.getString(10),
            row.getString(11),
            row.getBoolean(12),
            row.getBoolean(13));

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Audit audit;
    private final Clock clock;

    Proxies(JdbcClient jdbc, TenantTransactions transactions, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /// Why somebody acts for another one (代理の根拠).
    public enum Relation {
        FAMILY,
        /// Parent of a child (親権者).
        PARENT,
        /// Guardian (成年後見人等).
        GUARDIAN
    }

    /// A proxy.
    ///
    /// @param proxyId 0 as long as nobody has taken the code
    /// @param appointedBy the name of the user of the office, or `person`
    public record Proxy(
            long id,
            long wardId,
            String wardName,
            long proxyId,
            String proxyName,
            Relation relation,
            List<Scope> scope,
            LocalDate from,
            LocalDate to,
            String evidence,
            String appointedBy,
            boolean isAccepted,
            boolean isEnded) {

        /// Whether it holds on a day.
        public boolean holdsOn(LocalDate day) {
            return isAccepted && !isEnded && !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /// What is wanted of a proxy.
    public record Wanted(Relation relation, List<Scope> scope, LocalDate from, LocalDate to, String evidence) {}

    /// Appoints somebody of the member's own choice, in the name of the member.
    ///
    /// @return the code for the proxy; it is shown once
    /// @throws IllegalStateException for a proxy
    public String appoint(MemberUser user, Wanted wanted) {
        if (user.isProxy()) {
            throw new IllegalStateException("a proxy appoints nobody");
        }
        var code = RandomText.of(LETTERS);
        var today = LocalDate.now(clock);
        transactions.run(user.insurer().id(), () -> {
            insert(
                    new Row(user.self(), user.name(), null, "", "person", Digest.of(code)),
                    new Wanted(Relation.FAMILY, wanted.scope(), today, wanted.to(), wanted.evidence()));
            audit.note(Look.own(Look.Kind.CHANGE, user.self(), "portal", "/my/proxies", "appointed"));
        });
        return code.replaceAll("(.{4})(?=.)", "$1-");
    }

    /// Whether somebody can act for a member on a ground: a child has parents or a guardian and appoints nobody,
    /// an adult has no parents in this sense.
    public boolean isPossible(Member ward, Relation relation) {
        var isChild = !LocalDate.now(clock).isAfter(lastAsChild(ward));
        return switch (relation) {
            case FAMILY -> !isChild;
            case PARENT -> isChild;
            case GUARDIAN -> true;
        };
    }

    private LocalDate lastAsChild(Member ward) {
        return ward.birth().plusYears(Limit.CHILD_AGE.on(LocalDate.now(clock))).minusDays(1);
    }

    /// Writes down a parent or a guardian on evidence, in the name of the current actor. Whoever acts for a child
    /// does so until the day before it comes of age, whatever is wanted: the grown child decides anew.
    ///
    /// @throws IllegalStateException for what is not possible
    public void writeDown(Member ward, Member proxy, Wanted wanted) {
        if (!isPossible(ward, wanted.relation())) {
            throw new IllegalStateException("nobody of this age has such a proxy");
        }
        var last = lastAsChild(ward);
        var isTooLong = !LocalDate.now(clock).isAfter(last) && wanted.to().isAfter(last);
        var to = isTooLong ? last : wanted.to();
        transactions.inCurrent(() -> {
            insert(
                    new Row(
                            ward.id().value(),
                            ward.name(),
                            proxy.id().value(),
                            proxy.name(),
                            Actors.current().name(),
                            ""),
                    new Wanted(wanted.relation(), wanted.scope(), wanted.from(), to, wanted.evidence()));
            audit.note(Look.changed(ward.id().value(), "portal", "/portal/proxies", "proxy " + wanted.relation()));
            return "";
        });
    }

    private record Row(long ward, String wardName, @Nullable Long proxy, String proxyName, String by, String codeKey) {}

    private void insert(Row row, Wanted wanted) {
        var now = OffsetDateTime.now(clock);
        var today = LocalDate.now(clock);
        jdbc.sql("insert into portal.proxy (insurer_id, ward_id, ward_name, proxy_id, proxy_name, relation, scope,"
                        + " from_day, to_day, evidence, appointed_by, appointed_at, code_key, code_until, accepted_at)"
                        + " values (:insurer, :ward, :wardName, :proxy, :proxyName, :relation, :scope, :from, :to,"
                        + " :evidence, :by, :now, nullif(:key, ''), :codeUntil, :accepted)")
                .param("insurer", Actors.current().insurer().id().value())
                .param("ward", row.ward())
                .param("wardName", row.wardName())
                .param("proxy", row.proxy(), java.sql.Types.BIGINT)
                .param("proxyName", row.proxyName())
                .param("relation", wanted.relation().name())
                .param("scope", Scope.write(wanted.scope()))
                .param("from", Date.valueOf(wanted.from()))
                .param("to", Date.valueOf(wanted.to()))
                .param("evidence", wanted.evidence())
                .param("by", row.by())
                .param("now", now)
                .param("key", row.codeKey())
                .param("codeUntil", Date.valueOf(today.plusDays(Limit.PROXY_CODE_DAYS.on(today))))
                .param("accepted", row.proxy() == null ? null : now, java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /// Takes the code of somebody who wants to be helped.
    ///
    /// @return false when there is no such code, it was taken before, or it is too old
    public boolean accept(MemberUser user, String code) {
        return transactions.in(user.insurer().id(), () -> {
            var ward = jdbc.sql("update portal.proxy set proxy_id = :self, proxy_name = :name, accepted_at = :now"
                            + " where code_key = :key and accepted_at is null and ended_at is null"
                            + " and code_until >= :today and ward_id <> :self returning ward_id")
                    .param("self", user.self())
                    .param("name", user.name())
                    .param("now", OffsetDateTime.now(clock))
                    .param("key", Digest.of(code))
                    .param("today", Date.valueOf(LocalDate.now(clock)))
                    .query(Long.class)
                    .optional();
            var about = ward.orElse(user.self());
            var said = ward.isPresent() ? "became proxy" : "wrong code of a proxy";
            audit.noteAs(
                    Actor.ofMember(user.insurer(), about, user.self()),
                    Look.own(Look.Kind.CHANGE, about, "portal", "/my/proxies", said));
            return ward.isPresent();
        });
    }

    /// The proxies of a member, the latest first.
    public List<Proxy> of(long ward) {
        return transactions.inCurrent(() -> jdbc.sql(SELECT + " where ward_id = :ward order by id desc limit 50")
                .param("ward", ward)
                .query(PROXY)
                .list());
    }

    /// For whom a member may act today.
    public List<Proxy> wards(long self) {
        var today = LocalDate.now(clock);
        return transactions
                .inCurrent(() -> jdbc.sql(SELECT + " where proxy_id = :self and ended_at is null order by id limit 50")
                        .param("self", self)
                        .query(PROXY)
                        .list())
                .stream()
                .filter(one -> one.holdsOn(today))
                .toList();
    }

    /// What somebody may see of another member today, by all that holds together; empty for nothing.
    public Optional<Set<String>> scope(MemberUser user, long ward) {
        var today = LocalDate.now(clock);
        var holding = transactions
                .in(
                        user.insurer().id(),
                        () -> jdbc.sql(SELECT + " where proxy_id = :self and ward_id = :ward")
                                .param("self", user.self())
                                .param("ward", ward)
                                .query(PROXY)
                                .list())
                .stream()
                .filter(one -> one.holdsOn(today))
                .toList();
        return holding.isEmpty()
                ? Optional.empty()
                : Optional.of(holding.stream()
                        .flatMap(one -> one.scope().stream())
                        .map(Scope::name)
                        .collect(Collectors.toSet()));
    }

    /// Ends one of a member's proxies, at once, in the name of the current actor.
    public void end(long ward, long id) {
        transactions.inCurrent(() -> {
            var ended = jdbc.sql("update portal.proxy set ended_at = :now, ended_by = :by where id = :id"
                            + " and ward_id = :ward and ended_at is null")
                    .param("now", OffsetDateTime.now(clock))
                    .param("by", Actors.current().name())
                    .param("id", id)
                    .param("ward", ward)
                    .update();
            if (ended > 0) {
                audit.note(Look.changed(ward, "portal", "/my/proxies", "proxy ended"));
            }
            return "";
        });
    }
}
