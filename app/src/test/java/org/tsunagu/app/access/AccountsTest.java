package org.tsunagu.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Accounts.Verdict;

/// Who gets in.
@ExtendWith(Office.Extension.class)
class AccountsTest {

    @Test
    void the_right_password_lets_in_and_any_case_of_the_name_will_do(Office office) {
        var insurer = office.insurer("99000036");
        var accounts = office.bean(Accounts.class);

        var result = accounts.logIn(" 99000036-NURSE ", Office.PASSWORD);

        assertThat(result.verdict()).isEqualTo(Verdict.WELCOME);
        assertThat(result.user().orElseThrow().actor().insurer()).isEqualTo(insurer);
    }

    @Test
    void five_wrong_passwords_lock_the_account_even_for_the_right_one(Office office) {
        var accounts = office.bean(Accounts.class);
        accounts.add("locked.one", "試験", Office.PASSWORD, office.insurer("99000036"), Role.NURSE);

        for (var i = 0; i < 4; i++) {
            assertThat(accounts.logIn("locked.one", "wrong").verdict()).isEqualTo(Verdict.WRONG);
        }

        assertThat(accounts.logIn("locked.one", "wrong").verdict()).isEqualTo(Verdict.LOCKED);
        assertThat(accounts.logIn("locked.one", Office.PASSWORD).verdict()).isEqualTo(Verdict.LOCKED);
    }

    @Test
    void a_name_that_does_not_exist_looks_like_a_wrong_password(Office office) {
        assertThat(office.bean(Accounts.class).logIn("nobody", "x").verdict()).isEqualTo(Verdict.WRONG);
    }

    @Test
    void passwords_are_kept_as_argon2(Office office) {
        office.insurer("99000036");

        assertThat(office.everything().queryForList("select password from access.staff", String.class))
                .allMatch(hash -> hash.startsWith("$argon2id$"));
    }

    @Test
    void a_role_given_again_on_another_day_is_still_one_role(Office office) {
        var insurer = office.insurer("99000036");
        var accounts = office.bean(Accounts.class);
        var id = accounts.add("twice", "試験", Office.PASSWORD, insurer, Role.NURSE);
        office.everything().update("update access.staff_role set valid_from = valid_from - 1 where staff_id = ?", id);

        accounts.add("twice", "試験", Office.PASSWORD, insurer, Role.NURSE);

        assertThat(office.bean(Staff.class).find(insurer.id(), id).orElseThrow().roles())
                .hasSize(1);
    }

    @Test
    void a_short_password_is_refused(Office office) {
        var insurer = office.insurer("99000036");
        var accounts = office.bean(Accounts.class);

        assertThatThrownBy(() -> accounts.add("short", "試験", "elevenchars", insurer, Role.NURSE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "NURSE, VIEW_PERSONS, true", "NURSE, MANAGE_USERS, false", "ANALYST, VIEW_PERSONS, false",
        "ADMINISTRATOR, VIEW_PERSONS, false", "AUDITOR, READ_AUDIT, true", "AUDITOR, VIEW_PERSONS, false",
        "DIETITIAN, EXPORT, false", "CLERK, IMPORT_REGISTER, true"
    })
    void each_role_may_do_its_own_work_only(Role role, Permission permission, boolean isAllowed) {
        assertThat(Role.permissions(EnumSet.of(role)).contains(permission)).isEqualTo(isAllowed);
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void every_permission_belongs_to_some_role(Permission permission) {
        assertThat(Role.permissions(EnumSet.allOf(Role.class))).contains(permission);
    }
}
