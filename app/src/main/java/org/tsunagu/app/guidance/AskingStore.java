package org.tsunagu.app.guidance;

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
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.guidance.Asking.Invited;
import org.tsunagu.app.guidance.Asking.Outcome;
import org.tsunagu.app.guidance.Asking.Reply;
import org.tsunagu.app.guidance.Asking.Way;

/// Reads and writes invitations and answers (利用案内の読み書き), within the transaction of the caller.
@Component
class AskingStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    AskingStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Everybody who was asked in a year, by member.
    Map<Long, Asking> ofYear(int fiscalYear) {
        var invited = new HashMap<Long, List<Invited>>();
        jdbc.sql("select p.member_id, i.id, i.day, i.reply_by, w.version, w.title, i.staff_name, i.at"
                        + " from guidance.invited p join guidance.invitation i on i.id = p.invitation_id"
                        + " join guidance.wording w on w.id = i.wording_id where i.fiscal_year = :year order by i.id")
                .param("year", fiscalYear)
                .query(row -> {
                    invited.computeIfAbsent(row.getLong(1), none -> new ArrayList<>())
                            .add(new Invited(
                                    row.getLong(2),
                                    row.getObject(3, LocalDate.class),
                                    row.getObject(4, LocalDate.class),
                                    row.getInt(5),
                                    row.getString(6),
                                    row.getString(7),
                                    row.getObject(8, OffsetDateTime.class)));
                });
        var replies = new HashMap<Long, List<Reply>>();
        jdbc.sql("select member_id, way, outcome, why, on_day, staff_name, at from guidance.reply"
                        + " where fiscal_year = :year order by id")
                .param("year", fiscalYear)
                .query(row -> {
                    replies.computeIfAbsent(row.getLong(1), none -> new ArrayList<>())
                            .add(new Reply(
                                    Way.valueOf(row.getString(2)),
                                    Outcome.valueOf(row.getString(3)),
                                    row.getString(4),
                                    row.getObject(5, LocalDate.class),
                                    row.getString(6),
                                    row.getObject(7, OffsetDateTime.class)));
                });
        var all = new HashMap<Long, Asking>();
        for (var people : List.of(invited.keySet(), replies.keySet())) {
            people.forEach(id -> all.put(
                    id, new Asking(id, invited.getOrDefault(id, List.of()), replies.getOrDefault(id, List.of()))));
        }
        return all;
    }

    /// An invitation that a form has become already.
    Optional<Long> known(UUID form) {
        return jdbc.sql("select id from guidance.invitation where form_key = :form")
                .param("form", form)
                .query(Long.class)
                .optional();
    }

    /// Whether a form has become an answer already.
    boolean isReplied(UUID form) {
        return jdbc.sql("select exists (select 1 from guidance.reply where form_key = :form)")
                .param("form", form)
                .query(Boolean.class)
                .single();
    }

    long insert(Invitations.Wanted wanted, String chosenBy) {
        var actor = Actors.current();
        return jdbc.sql(
                        "insert into guidance.invitation (insurer_id, fiscal_year, wording_id, day, reply_by, chosen_by,"
                                + " form_key, staff_id, staff_name, at) values (:insurer, :year, :wording, :day, :until, :chosen,"
                                + " :form, :staff, :by, :at) returning id")
                .param("insurer", actor.insurer().id().value())
                .param("year", wanted.year().year())
                .param("wording", wanted.wording())
                .param("day", Date.valueOf(LocalDate.now(clock)))
                .param("until", Date.valueOf(wanted.replyBy()))
                .param("chosen", chosenBy)
                .param("form", wanted.form())
                .param("staff", actor.id())
                .param("by", actor.name())
                .param("at", OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
    }

    void invite(long invitation, long memberId, LocalDate checkupDay) {
        jdbc.sql("insert into guidance.invited (insurer_id, invitation_id, member_id, checkup_day)"
                        + " values (:insurer, :invitation, :member, :day)")
                .param("insurer", Actors.current().insurer().id().value())
                .param("invitation", invitation)
                .param("member", memberId)
                .param("day", Date.valueOf(checkupDay))
                .update();
    }

    void reply(long memberId, int fiscalYear, Reply reply, UUID form) {
        var actor = Actors.current();
        jdbc.sql("insert into guidance.reply (insurer_id, member_id, fiscal_year, way, outcome, why, on_day, form_key,"
                        + " staff_id, staff_name, at) values (:insurer, :member, :year, :way, :outcome, :why, :on, :form,"
                        + " :staff, :by, :at)")
                .param("insurer", actor.insurer().id().value())
                .param("member", memberId)
                .param("year", fiscalYear)
                .param("way", reply.way().name())
                .param("outcome", reply.outcome().name())
                .param("why", reply.why())
                .param("on", Date.valueOf(reply.on()))
                .param("form", form)
                .param("staff", actor.id())
                .param("by", actor.name())
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    /// What stands in the letters of an invitation to some people: title, body and the last day for an
    /// answer. Whoever has
    /// a course of the checkup or has answered by now gets none.
    record Wording(int fiscalYear, String title, String body, LocalDate replyBy, List<Long> people) {}

    Optional<Wording> wording(long invitation, Collection<Long> ids) {
        var people = jdbc.sql("select p.member_id from guidance.invited p where p.invitation_id = :invitation"
                        + " and p.member_id = any(:ids) and not exists (select 1 from guidance.course c"
                        + " where c.member_id = p.member_id and c.checkup_day = p.checkup_day)"
                        + " and not exists (select 1 from guidance.reply r join guidance.invitation i"
                        + " on i.id = p.invitation_id where r.member_id = p.member_id and r.fiscal_year = i.fiscal_year"
                        + " and r.outcome in ('ACCEPTED', 'DECLINED') and r.at >= i.at)")
                .param("invitation", invitation)
                .param("ids", ids.toArray(Long[]::new))
                .query((row, n) -> row.getLong(1))
                .list();
        return jdbc.sql("select i.fiscal_year, w.title, w.body, i.reply_by from guidance.invitation i"
                        + " join guidance.wording w on w.id = i.wording_id where i.id = :invitation")
                .param("invitation", invitation)
                .query((row, n) -> new Wording(
                        row.getInt(1), row.getString(2), row.getString(3), row.getObject(4, LocalDate.class), people))
                .optional();
    }

    List<Long> recipients(long invitation) {
        return jdbc.sql("select member_id from guidance.invited where invitation_id = :id order by member_id")
                .param("id", invitation)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /// The invitations of a year with the number of people, the latest first.
    List<Invitations.Sent> sent(int fiscalYear) {
        return jdbc.sql("select i.id, i.day, i.reply_by, w.version, w.title, i.chosen_by, i.staff_name,"
                        + " (select count(*) from guidance.invited p where p.invitation_id = i.id)"
                        + " from guidance.invitation i join guidance.wording w on w.id = i.wording_id"
                        + " where i.fiscal_year = :year order by i.id desc")
                .param("year", fiscalYear)
                .query((row, n) -> new Invitations.Sent(
                        row.getLong(1),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, LocalDate.class),
                        row.getInt(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getInt(8)))
                .list();
    }
}
