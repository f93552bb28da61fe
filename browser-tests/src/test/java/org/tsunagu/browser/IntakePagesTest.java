package org.tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.access.Role;

/// Files and the documents in them, in a real browser.
@ExtendWith(Desk.Extension.class)
class IntakePagesTest {

    /// Some refused documents cannot be read at all, and have no fields.
    private static void openReadable(Desk desk, Page page) {
        page.navigate(desk.url() + "/intake");
        for (var file : Places.links(page, "main tr:has(td:nth-child(6):not(:text-is('0'))) a")) {
            page.navigate(desk.url() + file);
            for (var document : Places.links(page, "main a[href^='/intake/documents/']")) {
                page.navigate(desk.url() + document);
                if (page.locator("[id='f.postal_code']").count() > 0) {
                    return;
                }
            }
        }
        throw new IllegalStateException("no refused document that can be read");
    }

    @Test
    void a_refused_document_is_put_right_with_its_difference_before_the_eyes(Desk desk) {
        var page = desk.as(Role.CLERK, "ja", 1280);
        openReadable(desk, page);
        var address = page.url();
        page.fill("[id='f.postal_code']", "000-0109");
        page.locator("main button.ts-button--quiet[type=submit]").last().click();

        assertThat(page.locator("#diff").count()).isEqualTo(1);
        assertThat(page.locator("ins").first().innerText()).isEqualTo("000-0109");
        assertThat(Axe.violations(page)).isEmpty();
        page.locator("button[name=take]").click();
        assertThat(page.locator("[role=alert]").innerText()).contains("理由");
        page.fill("#note", "健診機関に確認");
        page.locator("button[name=take]").click();

        assertThat(page.locator("[role=status]").first().innerText()).isNotBlank();
        assertThat(page.url()).isNotEqualTo(address);
        page.context().close();
    }

    @Test
    void a_file_is_handed_in_without_any_script(Desk desk) {
        var page = desk.window("ja", 1280, false);
        desk.logIn(page, "clerk", Desk.PASSWORD);
        page.navigate(desk.url() + "/intake");
        page.setInputFiles(
                "#file", new FilePayload("<img src=x>.xml", "text/xml", "<nothing/>".getBytes(StandardCharsets.UTF_8)));
        page.click("main form button");
        desk.waitForJobs();
        page.navigate(desk.url() + "/intake");

        assertThat(page.locator("main").innerText()).contains("<img src=x>.xml");
        page.context().close();
    }
}
