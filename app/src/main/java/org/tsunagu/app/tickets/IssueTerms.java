package org.tsunagu.app.tickets;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.codes.time.FiscalYear;

/// The terms of the tickets of each year (発行条件); versions are added, never changed.
@Service
public class IssueTerms {

    private static final String SELECT = "select id, fiscal_year, family, kind, valid_until, contract, coordinator,"
            + " agency, address, phone, staff_name from tickets.terms";

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Audit audit;
    private final Clock clock;

    IssueTerms(JdbcClient jdbc, TenantTransactions transactions, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /// The terms that count for a year.
    public Optional<Terms> find(InsurerId insurer, FiscalYear year, TicketKind.Family family) {
        return transactions.in(insurer, () -> {
            var ids = jdbc.sql("select id from tickets.terms where fiscal_year = :year and family = :family"
                            + " order by id desc limit 1")
                    .param("year", year.year())
                    .param("family", family.name())
                    .query((row, n) -> row.getLong(1))
                    .list();
            return byIds(ids).values().stream().findFirst();
        });
    }

    /// Terms by number, within the transaction of the caller.
    Map<Long, Terms> byIds(Collection<Long> ids) {
        var wanted = ids.toArray(Long[]::new);
        var charges = jdbc
                .sql("select terms_id, service, kind, yen + percent from tickets.charge"
                        + " where terms_id = any(:ids)")
                .param("ids", wanted)
                .query((row, n) -> Map.entry(
                        row.getLong(1),
                        Charge.of(
                                Charge.Service.valueOf(row.getString(2)),
                                Charge.Kind.valueOf(row.getString(3)),
                                row.getInt(4))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return jdbc
                .sql(SELECT + " where id = any(:ids)")
                .param("ids", wanted)
                .query((row, n) -> terms(row, charges))
                .list()
                .stream()
                .collect(Collectors.toMap(Terms::id, one -> one));
    }

    private static Terms terms(java.sql.ResultSet row, Map<Long, List<Charge>> charges) throws java.sql.SQLException {
        return new Terms(
                row.getLong(1),
                row.getInt(2),
                TicketKind.Family.valueOf(row.getString(3)),
                row.getString(4),
                row.getObject(5, LocalDate.class),
                Terms.Contract.valueOf(row.getString(6)),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                charges.getOrDefault(row.getLong(1), List.of()).stream()
                        .sorted(java.util.Comparator.comparing(Charge::service))
                        .toList(),
                row.getString(11));
    }

    /// Adds terms, which count from now on.
    public long add(Terms terms) {
        var actor = Actors.current();
        return transactions.inCurrent(() -> {
            var id = jdbc.sql("insert into tickets.terms (insurer_id, fiscal_year, family, kind, valid_until, contract,"
                            + " coordinator, agency, address, phone, staff_id, staff_name, at) values (:insurer, :year,"
                            + " :family, :kind, :until, :contract, :coordinator, :agency, :address, :phone, :staff,"
                            + " :name, :at) returning id")
                    .param("insurer", actor.insurer().id().value())
                    .param("year", terms.fiscalYear())
                    .param("family", terms.family().name())
                    .param("kind", terms.kind())
                    .param("until", Date.valueOf(terms.validUntil()))
                    .param("contract", terms.contract().name())
                    .param("coordinator", terms.coordinator())
                    .param("agency", terms.agency())
                    .param("address", terms.address())
                    .param("phone", terms.phone())
                    .param("staff", actor.id())
                    .param("name", actor.name())
                    .param("at", OffsetDateTime.now(clock))
                    .query(Long.class)
                    .single();
            terms.charges().forEach(charge -> add(actor.insurer().id(), id, charge));
            audit.note(Look.changed(0, "ticket", "/tickets/terms", "terms %d of %d".formatted(id, terms.fiscalYear())));
            return id;
        });
    }

    private void add(InsurerId insurer, long terms, Charge charge) {
        jdbc.sql("insert into tickets.charge (insurer_id, terms_id, service, kind, yen, percent)"
                        + " values (:insurer, :terms, :service, :kind, :yen, :percent)")
                .param("insurer", insurer.value())
                .param("terms", terms)
                .param("service", charge.service().name())
                .param("kind", charge.kind().name())
                .param("yen", charge.yen())
                .param("percent", charge.percent())
                .update();
    }
}
