package org.tsunagu.browser;

import com.microsoft.playwright.Page;

/// Where a browser goes in these tests.
final class Places {

    private Places() {}

    /// Opens an address, or the first of a kind: `first person`, `first match` and so on.
    static void open(Desk desk, Page page, String address) {
        switch (address) {
            case "first person" ->
                page.navigate(desk.url() + first(desk, page, "/tasks", "main td a[href^='/members/']"));
            case "first consent" -> {
                var person = first(desk, page, "/tasks", "main td a[href^='/members/']");
                page.navigate(desk.url() + person.replace("/members/", "/consents/"));
            }
            case "first dock" -> {
                var person = first(desk, page, "/tasks", "main td a[href^='/members/']");
                page.navigate(desk.url() + person.replace("/members/", "/docks/members/"));
            }
            case "first contact" -> {
                var person = first(desk, page, "/tasks", "main td a[href^='/members/']");
                page.navigate(desk.url() + person.replace("/members/", "/contacts/"));
            }
            case "first user" -> page.navigate(desk.url() + first(desk, page, "/users", "main td a"));
            case "first match" -> page.navigate(desk.url() + first(desk, page, "/intake/matches", "main td a"));
            case "first refused" -> {
                var file = first(desk, page, "/intake", "main tr:has(td:nth-child(6):not(:text-is('0'))) a");
                page.navigate(desk.url() + first(desk, page, file, "main a[href^='/intake/documents/']"));
            }
            default -> page.navigate(desk.url() + address);
        }
    }

    /// The first address of a list.
    static String first(Desk desk, Page page, String list, String selector) {
        page.navigate(desk.url() + list);
        return page.locator(selector).first().getAttribute("href");
    }
}
