package org.tsunagu.browser;

import com.microsoft.playwright.Page;
import java.util.List;

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
            case "first decision" -> {
                var person = first(desk, page, "/tasks", "main td a[href^='/members/']");
                page.navigate(desk.url() + person.replace("/members/", "/grounds/decisions/"));
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
            case "first refused" -> page.navigate(desk.url() + refused(desk, page));
            default -> page.navigate(desk.url() + address);
        }
    }

    /// A refused document that may be put right: those of a file that is refused as a whole may not.
    private static String refused(Desk desk, Page page) {
        page.navigate(desk.url() + "/intake");
        for (var file : links(page, "main tr:has(td:nth-child(6):not(:text-is('0'))) a")) {
            page.navigate(desk.url() + file);
            var documents = links(page, "main a[href^='/intake/documents/']");
            if (!documents.isEmpty()) {
                return documents.getFirst();
            }
        }
        throw new IllegalStateException("no refused document");
    }

    /// The addresses of all links that fit.
    static List<String> links(Page page, String selector) {
        return page.locator(selector).all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
    }

    /// The first address of a list.
    static String first(Desk desk, Page page, String list, String selector) {
        page.navigate(desk.url() + list);
        return page.locator(selector).first().getAttribute("href");
    }
}
