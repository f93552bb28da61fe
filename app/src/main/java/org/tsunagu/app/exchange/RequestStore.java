package org.tsunagu.app.exchange;

import java.sql.Date;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Actor;
import org.tsunagu.app.access.InsurerId;

/// Requests in the database (依頼の保存); everything within the transaction of the caller.
@Component
class RequestStore {

    private static final String SELECT = "select id, scheme, coalesce(employer_id, 0), other_number, other_name,"
            + " postal_code, address, fiscal_year, asked, deadline, state, grounds, note, reminded_on, version"
            + " from exchange.request";
    private static final RowMapper<Request> REQUEST = (row, n) -> new Request(
            row.getLong(1),
            Scheme.find(row.getString(2)).orElseThrow(),
            row.getLong(3),
            new Request.Other(row.getString(4), row.getString(5), row.getString(6), row.getString(7)),
            row.getInt(8),
            row.getObject(9, LocalDate.class),
            row.getObject(10, LocalDate.class),
            Request.State.valueOf(row.getString(11)),
            row.getString(12),
            row.getString(13),
            Optional.ofNullable(row.getObject(14, LocalDate.class)),
            row.getInt(15));

    private final JdbcClient jdbc;

    RequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(InsurerId insurer, Request request) {
        return jdbc.sql("insert into exchange.request (insurer_id, scheme, employer_id, other_number, other_name,"
                        + " postal_code, address, fiscal_year, asked, deadline, state, note) values (:insurer, :scheme,"
                        + " nullif(:employer, 0), :number, :name, :postal, :address, :year, :asked, :deadline, :state,"
                        + " :note) returning id")
                .param("insurer", insurer.value())
                .param("scheme", request.scheme().key())
                .param("employer", request.employerId())
                .param("number", request.party().number())
                .param("name", request.party().name())
                .param("postal", request.party().postalCode())
                .param("address", request.party().address())
                .param("year", request.fiscalYear())
                .param("asked", Date.valueOf(request.asked()))
                .param("deadline", Date.valueOf(request.deadline()))
                .param("state", request.state().name())
                .param("note", request.note())
                .query(Long.class)
                .single();
    }

    void people(InsurerId insurer, long request, Collection<Long> members) {
        jdbc.sql("insert into exchange.request_person (insurer_id, request_id, member_id)"
                        + " select :insurer, :request, unnest(:members) on conflict do nothing")
                .param("insurer", insurer.value())
                .param("request", request)
                .param("members", members.toArray(Long[]::new))
                .update();
    }

    List<Long> people(long request) {
        return jdbc.sql("select member_id from exchange.request_person where request_id = :request"
                        + " and not is_left_out order by member_id")
                .param("request", request)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /// Takes somebody who has objected out of a request.
    void leaveOut(long request, long member) {
        jdbc.sql("update exchange.request_person set is_left_out = true where request_id = :request"
                        + " and member_id = :member")
                .param("request", request)
                .param("member", member)
                .update();
    }

    /// The open requests in which any of some members is asked for.
    List<Request> openAbout(Collection<Long> members) {
        return jdbc.sql(SELECT + " r where state in ('SENT', 'REMINDED') and exists (select 1"
                        + " from exchange.request_person p where p.request_id = r.id and p.member_id = any(:members))")
                .param("members", members.toArray(Long[]::new))
                .query(REQUEST)
                .list();
    }

    Optional<Request> find(long id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(REQUEST)
                .optional();
    }

    List<Request> latest(int most) {
        return jdbc.sql(SELECT
                        + " order by (state in ('DRAFT', 'SENT', 'REMINDED', 'RECEIVED')) desc, deadline, id desc"
                        + " limit :most")
                .param("most", most)
                .query(REQUEST)
                .list();
    }

    /// What an employer has been asked for, the latest first.
    List<Request> ofEmployer(long employer) {
        return jdbc.sql(SELECT + " where employer_id = :employer and state not in ('DRAFT', 'CLOSED')"
                        + " order by deadline desc, id desc")
                .param("employer", employer)
                .query(REQUEST)
                .list();
    }

    /// Moves a request on, unless somebody else has changed it meanwhile.
    boolean change(Request was, Request.State next, String grounds, String note, Optional<LocalDate> reminded) {
        return jdbc.sql("update exchange.request set state = :state, grounds = :grounds, note = :note,"
                                + " reminded_on = :reminded, version = version + 1"
                                + " where id = :id and version = :version")
                        .param("state", next.name())
                        .param("grounds", grounds)
                        .param("note", note)
                        .param("reminded", reminded.map(Date::valueOf).orElse(null), java.sql.Types.DATE)
                        .param("id", was.id())
                        .param("version", was.version())
                        .update()
                > 0;
    }

    /// What happened to a request (依頼の経過).
    void event(Actor actor, long request, String what, String note, OffsetDateTime at) {
        jdbc.sql("insert into exchange.request_event (insurer_id, request_id, what, note, staff_name, at)"
                        + " values (:insurer, :request, :what, :note, :staff, :at)")
                .param("insurer", actor.insurer().id().value())
                .param("request", request)
                .param("what", what)
                .param("note", note)
                .param("staff", actor.name())
                .param("at", at)
                .update();
    }

    List<Requests.Past> events(long request) {
        return jdbc.sql("select what, note, staff_name, at from exchange.request_event where request_id = :request"
                        + " order by id")
                .param("request", request)
                .query((row, n) -> new Requests.Past(
                        row.getString(1), row.getString(2), row.getString(3), row.getObject(4, OffsetDateTime.class)))
                .list();
    }
}
