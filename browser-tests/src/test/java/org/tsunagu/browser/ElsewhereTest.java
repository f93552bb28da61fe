package org.tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.access.Accounts;
import org.tsunagu.app.access.Insurers;
import org.tsunagu.app.access.Role;

/// One person at two insurers, in a real browser.
@ExtendWith(Desk.Extension.class)
class ElsewhereTest {

    private static final String OTHER = "99400293";

    @Test
    void the_other_insurers_records_are_seen_side_by_side_by_whoever_works_at_both(Desk desk) {
        var other = desk.bean(Insurers.class).ensure(OTHER, "見本共済組合");
        desk.bean(Accounts.class).add("both", "兼務 一子", Desk.PASSWORD, desk.insurer(), Role.NURSE);
        desk.bean(Accounts.class).add("both", "兼務 一子", Desk.PASSWORD, other, Role.NURSE);
        var page = desk.window("ja", 1280, true);
        desk.logIn(page, "both", Desk.PASSWORD);
        page.selectOption("#insurer", desk.insurer().number());
        page.click("form[action='/insurer'] button");
        Places.open(desk, page, "first person");
        page.selectOption("#number", OTHER);
        page.selectOption("#purpose", "GUIDANCE");
        page.click("form[action$='/elsewhere'] button");

        assertThat(page.locator("h1").innerText()).contains("ほかの保険者での記録");
        assertThat(page.locator("[role=status]").innerText()).contains("見本共済組合");
        assertThat(page.locator("svg.ts-life").count()).isEqualTo(1);
        assertThat(Axe.violations(page)).isEmpty();
        page.context().close();
    }
}
