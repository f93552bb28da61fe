package org.tsunagu.app.settlement;

import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tsunagu.app.access.Actor;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;

/// The contracts of the current insurer (契約台帳). One that was entered is never changed: it is ended, and
/// another begins.
@org.springframework.stereotype.Service
public class Contracts {

    private static final String SELECT = "select id, kind, facility, name, service, commission, from_day, to_day,"
            + " needs_ticket, complete_only, source, staff_name, at from settlement.contract";

    private static final String FOUND =
            " where :wanted = '' or starts_with(facility, :wanted) or position(:wanted in name) > 0";

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Audit audit;
    private final Clock clock;

    Contracts(JdbcClient jdbc, TenantTransactions transactions, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /// All of them, by facility, the latest first.
    public List<Contract> all() {
        return page("", 0, Integer.MAX_VALUE);
    }

    /// Some of them, by facility, the latest first.
    ///
    /// @param facility beginning of the number, or part of the name; empty for all
    public List<Contract> page(String facility, int from, int most) {
        return transactions.inCurrent(() -> read(
                found(SELECT + FOUND + " order by facility, from_day desc, id desc offset :from limit :most", facility)
                        .param("from", from)
                        .param("most", most)));
    }

    /// How many there are.
    ///
    /// @param facility beginning of the number, or part of the name; empty for all
    public int count(String facility) {
        return transactions.inCurrent(() -> found("select count(*) from settlement.contract" + FOUND, facility)
                .query(Integer.class)
                .single());
    }

    private JdbcClient.StatementSpec found(String sql, String facility) {
        return jdbc.sql(sql).param("wanted", facility);
    }

    /// Those with some facilities, within the transaction of the caller.
    Map<String, List<Contract>> with(Collection<String> facilities) {
        var found = new HashMap<String, List<Contract>>();
        read(jdbc.sql(SELECT + " where facility = any(:facilities) order by from_day desc, id desc")
                        .param("facilities", facilities.toArray(String[]::new)))
                .forEach(contract -> found.computeIfAbsent(contract.facility(), none -> new ArrayList<>())
                        .add(contract));
        return found;
    }

    /// One that was in force for a claim, whatever its prices; within the transaction of the caller.
    Optional<Contract> inForce(FacilityClaim claim) {
        return with(List.of(claim.facility())).values().stream()
                .flatMap(List::stream)
                .filter(contract -> contract.isFor(claim))
                .findFirst();
    }

    private List<Contract> read(JdbcClient.StatementSpec select) {
        var bare = select.query((row, n) -> new Contract(
                        row.getLong(1),
                        Contract.Kind.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        Service.valueOf(row.getString(5)),
                        row.getString(6),
                        row.getObject(7, LocalDate.class),
                        Optional.ofNullable(row.getObject(8, LocalDate.class)),
                        row.getBoolean(9),
                        row.getBoolean(10),
                        row.getString(11),
                        List.of(),
                        List.of(),
                        List.of(),
                        new Contract.Entered(row.getString(12), Optional.of(row.getObject(13, OffsetDateTime.class)))))
                .list();
        var ids = bare.stream().map(Contract::id).toArray(Long[]::new);
        var prices = prices(ids);
        var charges = charges(ids);
        var shares = shares(ids);
        return bare.stream()
                .map(one -> one.with(
                        prices.getOrDefault(one.id(), List.of()),
                        charges.getOrDefault(one.id(), List.of()),
                        shares.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private Map<Long, List<Line>> prices(Long[] ids) {
        var prices = new HashMap<Long, List<Line>>();
        jdbc.sql("select contract_id, part, item, yen from settlement.contract_price where contract_id = any(:ids)"
                        + " order by contract_id, part, item")
                .param("ids", ids)
                .query(row -> {
                    prices.computeIfAbsent(row.getLong(1), none -> new ArrayList<>())
                            .add(new Line(Part.valueOf(row.getString(2)), row.getString(3), row.getLong(4)));
                });
        return prices;
    }

    private Map<Long, List<Charge>> charges(Long[] ids) {
        var charges = new HashMap<Long, List<Charge>>();
        jdbc.sql("select contract_id, part, kind, amount, rate, most from settlement.contract_charge"
                        + " where contract_id = any(:ids) order by part")
                .param("ids", ids)
                .query(row -> {
                    charges.computeIfAbsent(row.getLong(1), none -> new ArrayList<>())
                            .add(new Charge(
                                    Part.valueOf(row.getString(2)),
                                    row.getString(3),
                                    row.getLong(4),
                                    row.getLong(5),
                                    row.getLong(6)));
                });
        return charges;
    }

    private Map<Long, List<AgreedShare>> shares(Long[] ids) {
        var shares = new HashMap<Long, List<AgreedShare>>();
        jdbc.sql("select contract_id, level, stage, percent from settlement.contract_share"
                        + " where contract_id = any(:ids) order by level, stage desc")
                .param("ids", ids)
                .query(row -> {
                    shares.computeIfAbsent(row.getLong(1), none -> new ArrayList<>())
                            .add(new AgreedShare(row.getString(2), row.getString(3), row.getInt(4)));
                });
        return shares;
    }

    /// Keeps contracts of the same form, each with another facility.
    ///
    /// @param formKey of the form, so that a form that is sent twice is kept once
    public void add(List<Contract> contracts, UUID formKey) {
        var actor = Actors.current();
        transactions.run(
                actor.insurer().id(),
                () -> contracts.forEach(contract -> add(actor, contract, formKey + contract.facility())));
    }

    /// Keeps the contracts of a file, all or none; the same file again keeps nothing more.
    ///
    /// @param contracts in the order of its lines
    /// @param file key of the file
    public void addFile(List<Contract> contracts, UUID file) {
        var actor = Actors.current();
        transactions.run(actor.insurer().id(), () -> {
            var n = 0;
            for (var contract : contracts) {
                add(actor, contract, file + " " + ++n);
            }
        });
    }

    private void add(Actor actor, Contract contract, String key) {
        var insurer = actor.insurer().id().value();
        var id = jdbc.sql("insert into settlement.contract (insurer_id, kind, facility, name, service, commission,"
                        + " from_day, to_day, needs_ticket, complete_only, source, staff_id, staff_name, form_key,"
                        + " at) values (:insurer, :kind, :facility, :name, :service, :commission, :from, :to,"
                        + " :ticket, :complete, :source, :staff, :by, :form, :at)"
                        + " on conflict (form_key) do nothing returning id")
                .param("insurer", insurer)
                .param("kind", contract.kind().name())
                .param("facility", contract.facility())
                .param("name", contract.name())
                .param("service", contract.service().name())
                .param("commission", contract.commission())
                .param("from", Date.valueOf(contract.from()))
                .param("to", contract.to().map(Date::valueOf).orElse(null), java.sql.Types.DATE)
                .param("ticket", contract.needsTicket())
                .param("complete", contract.completeOnly())
                .param("source", contract.source())
                .param("staff", actor.id())
                .param("by", actor.name())
                .param("form", UUID.nameUUIDFromBytes((insurer + " " + key).getBytes(StandardCharsets.UTF_8)))
                .param("at", OffsetDateTime.now(clock))
                .query(Long.class)
                .optional();
        id.ifPresent(kept -> details(insurer, kept, contract));
    }

    private void details(int insurer, long id, Contract contract) {
        for (var price : contract.prices()) {
            jdbc.sql("insert into settlement.contract_price values (?, ?, ?, ?, ?)")
                    .params(id, insurer, price.part().name(), price.item(), price.yen())
                    .update();
        }
        for (var charge : contract.charges()) {
            jdbc.sql("insert into settlement.contract_charge values (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            id,
                            insurer,
                            charge.part().name(),
                            charge.kind(),
                            charge.amount(),
                            charge.rate(),
                            charge.most())
                    .update();
        }
        for (var share : contract.shares()) {
            jdbc.sql("insert into settlement.contract_share values (?, ?, ?, ?, ?)")
                    .params(id, insurer, share.level(), share.stage(), share.percent())
                    .update();
        }
        audit.note(Look.changed(
                0,
                "settlement",
                "/settlement/contracts",
                "contract %d with %s from %s".formatted(id, contract.facility(), contract.from())));
    }

    /// Ends one on a day.
    ///
    /// @return false when there is none, it has an end already, or it would end before it begins
    public boolean end(long id, LocalDate last) {
        return transactions.inCurrent(() -> {
            var isEnded = jdbc.sql("update settlement.contract set to_day = :last where id = :id"
                                    + " and from_day <= :last and to_day is null")
                            .param("last", Date.valueOf(last))
                            .param("id", id)
                            .update()
                    > 0;
            if (isEnded) {
                audit.note(Look.changed(
                        0, "settlement", "/settlement/contracts", "contract %d ends %s".formatted(id, last)));
            }
            return isEnded;
        });
    }
}
