package org.tsunagu.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Role;

/// An employer sees what it is asked for, hands in its file, puts right what a spreadsheet has done,
/// and nothing reaches
/// the insurer that is not of its own staff and of the year asked for.
@ExtendWith(Office.Extension.class)
class EmployerPageTest {

    @TempDir
    Path folder;

    private static String serial(String day) {
        return Long.toString(ChronoUnit.DAYS.between(LocalDate.parse("1899-12-30"), LocalDate.parse(day)));
    }

    private static Visitor employer(Office office, Staff staff) {
        staff.account(staff.known());
        staff.sent("EMPLOYER_40", staff.known());
        staff.sent("EMPLOYER_UNDER_40", staff.known());
        var visitor = new Visitor(office);
        visitor.logIn(staff.insurer.number() + "-employer", Office.PASSWORD);
        return visitor;
    }

    private static long request(Office office, Staff staff) {
        return office.as(
                staff.insurer,
                Role.CLERK,
                () -> office.bean(Requests.class).latest(9).stream()
                        .filter(one -> one.request().scheme().key().equals("EMPLOYER_40"))
                        .findFirst()
                        .orElseThrow()
                        .request()
                        .id());
    }

    private static Visitor.Answer upload(Visitor visitor, long request, String name, byte[] file) {
        visitor.get("/employer/requests/" + request);
        return visitor.upload("/employer/requests/" + request + "/files", name, file);
    }

    private static int count(String body, String status) {
        var from = body.indexOf("<dt>" + status + "</dt><dd>");
        return from < 0
                ? 0
                : Integer.parseInt(body.substring(body.indexOf("<dd>", from) + 4, body.indexOf("</dd>", from)));
    }

    @Test
    void what_a_spreadsheet_has_done_is_put_right_with_a_word_of_the_sender(Office office) {
        var staff = Staff.of(office, folder, "06990071");
        var visitor = employer(office, staff);
        var first = staff.changed(0, "birth_date", serial(staff.cell(0, "birth_date")));
        first = staff.changed(first, "insurer_number", "6990071");
        var answer =
                upload(visitor, request(office, staff), "excel.csv", staff.file(List.of(first, staff.rows.get(1))));

        assertThat(answer.body())
                .contains("Shift_JIS", "日付が数値になっています", "保険者番号の先頭の0が消えています", staff.cell(0, "birth_date"));
        assertThat(count(answer.body(), "修正の確認待ち")).as(answer.body()).isOne();
        assertThat(count(answer.body(), "送れます")).as(answer.body()).isOne();

        var path = answer.path();
        visitor.post(path + "/confirm", "kind", "SERIAL_DATE");
        assertThat(count(visitor.get(path).body(), "修正の確認待ち")).isOne();
        visitor.post(path + "/confirm", "kind", "ZEROS_INSURER");
        assertThat(count(visitor.get(path).body(), "送れます")).isEqualTo(2);

        assertThat(visitor.post(path + "/send").body()).contains("送りました");
        assertThat(count(visitor.get(path).body(), "送付済み")).isEqualTo(2);
        office.waitForJobs(staff.insurer);
        assertThat(office.everything()
                        .queryForObject(
                                "select count(*) from checkups.checkup c join intake.document x on x.id = c.document_id"
                                        + " join intake.delivery d on d.id = x.delivery_id"
                                        + " where c.insurer_id = ? and d.channel = 'employer'",
                                Integer.class,
                                staff.insurer.id().value()))
                .isEqualTo(2);
    }

    @Test
    void other_peoples_staff_other_insurers_and_other_years_are_listed_and_not_taken(Office office) {
        var staff = Staff.of(office, folder, "06990089");
        var visitor = employer(office, staff);
        var day = LocalDate.parse(staff.cell(3, "exam_date"));
        var rows = new ArrayList<List<String>>();
        rows.add(staff.rows.getFirst());
        rows.add(staff.changed(1, "insurer_number", "06990014"));
        rows.add(staff.changed(staff.changed(2, "number", "99999"), "name_kana", "ダレカ"));
        rows.add(staff.changed(3, "exam_date", day.minusYears(1).toString()));
        rows.add(staff.changed(4, "birth_date", "昨日"));
        var answer = upload(visitor, request(office, staff), "mixed.csv", staff.file(rows));

        assertThat(count(answer.body(), "送れます")).as(answer.body()).isOne();
        assertThat(count(answer.body(), "ほかの保険者の方")).isOne();
        assertThat(count(answer.body(), "従業員に見当たりません")).isOne();
        assertThat(count(answer.body(), "ほかの年度の健診")).isOne();
        assertThat(count(answer.body(), "不備があります")).as(answer.body()).isOne();
        assertThat(answer.body()).contains("3行目", "4行目", "5行目", "CSV-VALUE");

        var column = staff.headings.indexOf("birth_date") + 1;
        visitor.post(answer.path() + "/correct", "cell-6-" + column, staff.cell(4, "birth_date"));
        assertThat(count(visitor.get(answer.path()).body(), "送れます")).isEqualTo(2);
        visitor.post(answer.path() + "/send");
        office.waitForJobs(staff.insurer);
        assertThat(office.everything()
                        .queryForObject(
                                "select documents from intake.delivery where insurer_id = ?",
                                Integer.class,
                                staff.insurer.id().value()))
                .isEqualTo(2);
    }

    @Test
    void a_person_in_two_files_with_different_values_is_shown_side_by_side_and_chosen(Office office) {
        var staff = Staff.of(office, folder, "06990097");
        var visitor = employer(office, staff);
        var request = request(office, staff);
        var first = upload(visitor, request, "first.csv", staff.file(List.of(staff.rows.getFirst())));
        visitor.post(first.path() + "/send");
        office.waitForJobs(staff.insurer);

        var other = staff.changed(0, "9N001000000000001", "199.9");
        var second = upload(visitor, request, "second.csv", staff.file(List.of(other)));

        assertThat(count(second.body(), "前の内容と食い違います")).isOne();
        assertThat(second.body()).contains("199.9", staff.cell(0, "9N001000000000001"), "first.csv");
        assertThat(visitor.post(second.path() + "/send").path()).contains("exchange.file.not_sent");

        var clerk = new Visitor(office);
        clerk.logIn("06990097-clerk", Office.PASSWORD);
        var asStaff = second.path().replace("/employer/", "/requests/");
        clerk.get(asStaff);
        clerk.post(asStaff + "/choose", "entry", "row 2", "keep", "THIS");
        assertThat(clerk.post(asStaff + "/send").body()).contains("送りました");
        assertThat(upload(visitor, request, "third.csv", staff.file(List.of(other)))
                        .body())
                .contains("送付済み");
    }

    @Test
    void an_archive_goes_whole_or_not_at_all(Office office) throws IOException {
        var staff = Staff.of(office, folder, "06990253");
        var visitor = employer(office, staff);
        var request = request(office, staff);
        var day = LocalDate.parse(staff.cell(1, "exam_date")).minusYears(1).toString();
        var mixed =
                staff.archive(folder, "6631111116", List.of(staff.rows.getFirst(), staff.changed(1, "exam_date", day)));
        var refused = upload(visitor, request, mixed.getFileName().toString(), Files.readAllBytes(mixed));

        assertThat(count(refused.body(), "ほかの年度の健診")).as(refused.body()).isOne();
        assertThat(refused.body()).contains("XMLとZIPは").doesNotContain("人分を送る");
        assertThat(visitor.post(refused.path() + "/send").path()).contains("exchange.file.not_sent");

        var whole = staff.archive(folder, "5521111111", staff.rows.subList(0, 2));
        var taken = upload(visitor, request, whole.getFileName().toString(), Files.readAllBytes(whole));
        assertThat(count(taken.body(), "送れます")).as(taken.body()).isEqualTo(2);
        assertThat(visitor.post(taken.path() + "/send").body()).contains("送りました");
    }

    @Test
    void another_employers_requests_and_files_are_not_there(Office office) {
        var staff = Staff.of(office, folder, "06990105");
        var visitor = employer(office, staff);
        var request = request(office, staff);
        var file = upload(visitor, request, "mine.csv", staff.file(List.of(staff.rows.getFirst())));
        assertThat(visitor.get("/employer").body()).contains("40歳から74歳の従業員");

        staff.account(staff.another());

        assertThat(visitor.get("/employer/requests/" + request).status()).isEqualTo(404);
        assertThat(visitor.get(file.path()).status()).isEqualTo(404);
        assertThat(visitor.post(file.path() + "/send").status()).isEqualTo(404);
        assertThat(visitor.upload("/employer/requests/" + request + "/files", "x.csv", new byte[] {1})
                        .status())
                .isEqualTo(404);
        assertThat(visitor.get("/requests").status()).isEqualTo(403);
        assertThat(visitor.get("/members/1").status()).isEqualTo(403);
        assertThat(visitor.get("/").path()).isEqualTo("/employer");
    }

    @Test
    void the_database_shows_an_employer_no_member_by_itself(Office office) {
        var staff = Staff.of(office, folder, "06990113");
        staff.known();
        assertThat(office.<Integer>as(
                        staff.insurer,
                        Role.EMPLOYER,
                        () -> office.bean(org.tsunagu.app.membership.Members.class)
                                .count()))
                .isZero();
    }

    @Test
    void what_another_employer_delivered_is_neither_shown_nor_overwritten(Office office) {
        var staff = Staff.of(office, folder, "06990402");
        var visitor = employer(office, staff);
        var request = request(office, staff);
        var jdbc = office.everything();
        var insurer = staff.insurer.id().value();
        var upload = jdbc.queryForObject(
                "insert into exchange.upload (insurer_id, employer_id, request_id, original, name, received_at,"
                        + " received_by) values (?, ?, ?, 'x', 'elsewhere.csv', now(), 'test') returning id",
                Long.class,
                insurer,
                staff.another().id(),
                request);
        jdbc.update(
                "insert into exchange.delivered select insurer_id, ?, 'row 2', id, ?::date,"
                        + " '{\"9N001000000000001\":\"177.7\"}'::jsonb, 1, now() from membership.member"
                        + " where insurer_id = ? and register_key = ?",
                upload,
                staff.cell(0, "exam_date"),
                insurer,
                staff.rows.getFirst().getFirst());

        var file = upload(visitor, request, "own.csv", staff.file(List.of(staff.rows.getFirst())));

        assertThat(count(file.body(), "保険者で確認します")).as(file.body()).isOne();
        assertThat(file.body()).doesNotContain("177.7", "elsewhere.csv");
        assertThat(visitor.post(file.path() + "/send").path()).contains("exchange.file.not_sent");
        assertThat(jdbc.queryForObject(
                        "select count(*) from worklists.task where insurer_id = ? and kind = 'RETURN'",
                        Integer.class,
                        insurer))
                .isOne();
    }
}
