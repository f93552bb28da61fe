package org.tsunagu.app.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.app.membership.RegisterWorld.HEAD;
import static org.tsunagu.app.membership.RegisterWorld.find;
import static org.tsunagu.app.membership.RegisterWorld.person;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Role;

/// People are found by whatever the register tells of them, and by nothing else.
@ExtendWith(Office.Extension.class)
class RegisterSearchTest {

    @ParameterizedTest
    @ValueSource(strings = {"見本", "ﾐﾎﾝ", "みほん は", "1101", "00001101", "S45.4.1", "090 0000 1101"})
    void a_person_is_found_by_name_kana_number_birth_date_or_telephone(String words, Office office) {
        var insurer = office.insurer("99000119");
        office.register(insurer, HEAD + person("1101", "見本 花子", "ミホン ハナコ", "S45.4.1", "H27.4.1"));

        assertThat(find(office, insurer, words)).extracting(Member::registerKey).containsExactly("1101");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "' or 1=1 --", "ハナコ", "　"})
    void wildcards_and_quotes_find_nobody(String words, Office office) {
        var insurer = office.insurer("99000119");
        office.register(insurer, HEAD + person("1101", "見本 花子", "ミホン ハナコ", "S45.4.1", "H27.4.1"));

        assertThat(find(office, insurer, words)).isEmpty();
    }

    @Test
    void a_person_is_found_by_every_number_the_register_tells(Office office) {
        var insurer = office.insurer("99031064");
        var line = "2201,１２,%s,01,見本 番号,ミホン バンゴウ,女,S45.4.1,,,,%s,%s,\n";
        office.register(
                insurer,
                HEAD + line.formatted("770", "2010-04-01", "2015-04-01") + line.formatted("880", "2015-04-01", ""));

        for (var number : List.of("770", "880")) {
            assertThat(office.as(
                            insurer,
                            Role.CLERK,
                            () -> office.bean(MemberPages.class).byNumber("12", number, java.util.Optional.empty(), 5)))
                    .as(number)
                    .extracting(Member::registerKey)
                    .containsExactly("2201");
        }
    }
}
