package org.tsunagu.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Role;

/// A mutual aid association may ask an employer for checkups under 40, by an article that nobody has looked up yet
/// (L05).
@ExtendWith(Office.Extension.class)
class UnknownArticleTest {

    @TempDir
    Path folder;

    @Test
    void a_letter_does_not_quote_an_article_that_nobody_knows(Office office) {
        var staff = Staff.of(office, folder, "31990419");
        var id = staff.sent("EMPLOYER_UNDER_40", staff.known());
        var request = office.as(
                staff.insurer,
                Role.CLERK,
                () -> office.bean(Requests.class).find(id).orElseThrow().request());
        var clerk = new Visitor(office);
        clerk.logIn("31990419-clerk", Office.PASSWORD);
        clerk.get("/requests/" + id);

        var answer = clerk.post("/requests/" + id + "/letter", "purpose", "MAILING");

        assertThat(request.grounds()).isEqualTo("L05");
        assertThat(answer.path()).contains("exchange.problem.article");
        assertThat(answer.body()).doesNotStartWith("%PDF");
    }
}
