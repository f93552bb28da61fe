package org.tsunagu.app.retention;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.files.Originals;

/// Members who left long ago, lately and not at all, with what is kept of them.
final class DeletionWorld {

    private DeletionWorld() {}

    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));

    static final String HEAD = "member_id,symbol,number,branch,kind,relation,name,name_kana,sex,birth_date,"
            + "postal_code,address,employer,covered_from,covered_to\n";

    static long documents = 5_000_000;

    /// Somebody who left long ago, somebody who left lately, somebody insured.
    static Insurer insurer(Office office, String number) {
        var insurer = office.insurer(number);
        office.register(
                insurer,
                HEAD
                        + line("gone", "2015-04-01", TODAY.minusYears(5).toString())
                        + line("lately", "2015-04-01", TODAY.minusMonths(2).toString())
                        + line("insured", "2015-04-01", ""));
        return insurer;
    }

    static String line(String key, String from, String to) {
        return "%s,1,%d,01,1,self,見本 太郎,ミホン タロウ,1,1970-06-01,000-0001,架空市1,甲社,%s,%s\n"
                .formatted(key, Math.abs(key.hashCode() % 10_000), from, to);
    }

    static long member(Office office, Insurer insurer, String key) {
        return office.everything()
                .queryForObject(
                        "select id from membership.member where insurer_id = ? and register_key = ?",
                        Long.class,
                        insurer.id().value(),
                        key);
    }

    /// Results made nine years ago, with a judgement each.
    static void checkups(Office office, Insurer insurer, String key, int many) {
        checkups(office, insurer, key, documents, many);
        documents += many;
    }

    static void checkups(Office office, Insurer insurer, String key, long firstDocument, int many) {
        var jdbc = office.everything();
        jdbc.update(
                "insert into checkups.checkup (insurer_id, member_id, document_id, exam_date, fiscal_year, programme,"
                        + " facility, results, stored_at) select m.insurer_id, m.id, ? + n, ?::date, 2017, '010', '架空',"
                        + " '{}', ?::date from membership.member m, generate_series(0, ? - 1) n"
                        + " where m.insurer_id = ? and m.register_key = ?",
                firstDocument,
                TODAY.minusYears(9).toString(),
                TODAY.minusYears(9).toString(),
                many,
                insurer.id().value(),
                key);
        jdbc.update(
                "insert into checkups.decision (insurer_id, member_id, checkup_id, question, value, kind, certainty,"
                        + " reasons, missing, rule_set) select insurer_id, member_id, id, 'COMPLETE', 'true', 'CERTAIN',"
                        + " 'source', '[]', '[]', 'test' from checkups.checkup where insurer_id = ? and document_id"
                        + " between ? and ?",
                insurer.id().value(),
                firstDocument,
                firstDocument + many - 1);
        jdbc.update(
                "insert into checkups.recheck (insurer_id, member_id, checkup_id, question, code, asked_on, note,"
                        + " staff_id, staff_name, at) select insurer_id, member_id, id, 'x', '1', current_date, '', 1,"
                        + " 'test', now() from checkups.checkup where insurer_id = ? and document_id = ?",
                insurer.id().value(),
                firstDocument);
    }

    static int left(Office office, Insurer insurer, String key) {
        return office.everything()
                .queryForObject(
                        "select count(*) from checkups.checkup c join membership.member m on m.id = c.member_id"
                                + " where m.insurer_id = ? and m.register_key = ?",
                        Integer.class,
                        insurer.id().value(),
                        key);
    }

    static long begin(Office office, Insurer insurer) {
        return office.as(
                insurer, Role.ADMINISTRATOR, () -> office.bean(Retentions.class).begin());
    }

    static Run.Certificate certificate(Office office, Insurer insurer, long run) {
        return office.as(
                        insurer,
                        Role.AUDITOR,
                        () -> office.bean(Retentions.class).certificate(run))
                .orElseThrow();
    }

    /// A file with a document and a result of each of these people.
    static String delivery(Office office, Insurer insurer, String content, String... keys) throws IOException {
        var hash = office.bean(Originals.class)
                .keep(
                        insurer.id(),
                        new ByteArrayInputStream((insurer.number() + content).getBytes(StandardCharsets.UTF_8)),
                        content + ".zip",
                        "upload",
                        "test")
                .hash();
        var jdbc = office.everything();
        var id = jdbc.queryForObject(
                "insert into intake.delivery (insurer_id, original, name, channel, state, received_at, received_by)"
                        + " values (?, ?, 'x.zip', 'upload', 'DONE', now(), 'test') returning id",
                Long.class,
                insurer.id().value(),
                hash);
        for (var key : keys) {
            var document = jdbc.queryForObject(
                    "insert into intake.document (insurer_id, delivery_id, entry, kind, status, match, member_id,"
                            + " exam_date, symbol, number, branch, kana, sex, birth, postal_code, facility)"
                            + " values (?, ?, ?, 'CHECKUP', 'ACCEPTED', 'NUMBER', ?, '2017-06-01', '1', '1', '01',"
                            + " 'ミホン タロウ', '1', '19700601', '000-0001', '架空') returning id",
                    Long.class,
                    insurer.id().value(),
                    id,
                    key + ".xml",
                    member(office, insurer, key));
            checkups(office, insurer, key, document, 1);
        }
        return hash;
    }

    static String kept(Office office, Insurer insurer, String content) throws IOException {
        return office.bean(Originals.class)
                .keep(
                        insurer.id(),
                        new ByteArrayInputStream((insurer.number() + content).getBytes(StandardCharsets.UTF_8)),
                        content,
                        "upload",
                        "test")
                .hash();
    }
}
