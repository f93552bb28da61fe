package org.tsunagu.app.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.app.settlement.Settling.MONTH;
import static org.tsunagu.app.settlement.Settling.agree;
import static org.tsunagu.app.settlement.Settling.claims;
import static org.tsunagu.app.settlement.Settling.contract;
import static org.tsunagu.app.settlement.Settling.documents;
import static org.tsunagu.app.settlement.Settling.facility;
import static org.tsunagu.app.settlement.Settling.insurer;
import static org.tsunagu.app.settlement.Settling.receive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.settlement.ClaimArchive.Visit;
import org.tsunagu.app.settlement.FacilityClaim.State;

/// Settlement as a clerk sees it, and as nobody else does.
@ExtendWith(Office.Extension.class)
class SettlementPagesTest {

    @TempDir
    Path folder;

    @Test
    void a_clerk_sees_closes_and_exports_and_nobody_else_does(Office office) throws IOException {
        var insurer = insurer(office, folder, "99500050", members -> members);
        var documents = documents(folder);
        agree(office, insurer, contract(facility(documents.getFirst()), false));
        var visit = Visit.of(documents.get(0));
        receive(office, insurer, new ClaimArchive(folder, "99500050").write(0, List.of(visit)));
        var claim = claims(office, insurer, State.PAY).getFirst();
        var clerk = new Visitor(office);
        clerk.logIn("99500050-clerk", Office.PASSWORD);

        assertThat(clerk.get("/settlement").body()).contains("支払い 1件").contains("見本健診センター");
        assertThat(clerk.get("/settlement/claims?state=PAY").body()).contains("/settlement/claims/" + claim.id());
        assertThat(clerk.get("/settlement/claims/" + claim.id()).body()).contains("実施日に加入している");
        assertThat(clerk.post("/settlement/export", "month", MONTH.toString()).path())
                .contains("settlement.problem.purpose");
        assertThat(clerk.post("/settlement/export", "month", MONTH.toString(), "purpose", "REPORT")
                        .body())
                .contains("payment_id,month")
                .contains("," + visit.yen() + "\r\n");
        assertThat(clerk.post("/settlement/export", "month", MONTH.toString(), "purpose", "REPORT", "format", "xlsx")
                        .status())
                .isEqualTo(200);
        assertThat(clerk.post("/settlement/claims/" + claim.id(), "version", "1", "outcome", "RETURN", "note", "")
                        .status())
                .isEqualTo(422);
        assertThat(clerk.post(
                                "/settlement/close",
                                "month",
                                MONTH.toString(),
                                "lines",
                                "1",
                                "yen",
                                Long.toString(visit.yen()))
                        .body())
                .contains("さんが締めました");

        office.insurer("99500068");
        var stranger = new Visitor(office);
        stranger.logIn("99500068-clerk", Office.PASSWORD);
        stranger.get("/settlement");
        assertThat(stranger.get("/settlement/claims/" + claim.id()).status()).isEqualTo(404);
        assertThat(stranger.post("/settlement/claims/" + claim.id(), "version", "1", "outcome", "WAIT", "note", "x")
                        .status())
                .isEqualTo(404);
        assertThat(stranger.get("/settlement/contracts").body()).doesNotContain("見本健診センター");
        for (var role : List.of("provider", "nurse", "analyst", "auditor")) {
            var visitor = new Visitor(office);
            visitor.logIn("99500050-" + role, Office.PASSWORD);
            assertThat(visitor.get("/settlement").status()).isEqualTo(403);
            assertThat(visitor.get("/settlement/claims/" + claim.id()).status()).isEqualTo(403);
        }
        assertThat(office.as(
                        insurer, Role.PROVIDER, () -> office.bean(Claims.class).find(claim.id())))
                .isEmpty();
    }

    @Test
    void contracts_are_entered_and_ended_never_changed(Office office) {
        office.insurer("99500076");
        var clerk = new Visitor(office);
        clerk.logIn("99500076-clerk", Office.PASSWORD);
        clerk.get("/settlement/contracts");
        var form = new String[] {
            "kind",
            "GROUP",
            "facility",
            "9911000017",
            "name",
            "見本健診センター",
            "service",
            "CHECKUP",
            "from",
            "R6.4.1",
            "to",
            "",
            "needsTicket",
            "yes",
            "source",
            "集合契約書",
            "price-BASIC",
            "４，８００円",
            "additional",
            "3F050000002327101 300",
            "charge-BASIC",
            "3",
            "number-BASIC",
            "10",
            "formKey",
            UUID.randomUUID().toString()
        };
        var wrong = form.clone();
        wrong[3] = "9911000017 123";

        assertThat(clerk.post("/settlement/contracts", wrong).status()).isEqualTo(422);
        assertThat(clerk.post("/settlement/contracts", form).body())
                .contains("4,800円")
                .contains("定率 10%");
        clerk.post("/settlement/contracts", form);

        var insurer = office.insurer("99500076");
        var all = office.as(
                insurer, Role.CLERK, () -> office.bean(Contracts.class).all());
        assertThat(all).singleElement().satisfies(contract -> {
            assertThat(contract.price(Part.BASIC, "")).hasValue(4800L);
            assertThat(contract.price(Part.ADDITIONAL, "3F050000002327101")).hasValue(300L);
            assertThat(contract.charges()).containsExactly(new Charge(Part.BASIC, "3", 0, 10000, 0));
        });
        var address = "/settlement/contracts/%d/end".formatted(all.getFirst().id());
        assertThat(clerk.post(address, "last", "2024-03-31").path()).contains("settlement.problem.end");
        assertThat(clerk.post(address, "last", "2025-03-31").path()).contains("settlement.contract.ended");
        assertThat(clerk.post(address, "last", "2026-03-31").path()).contains("settlement.problem.end");
    }

    @Test
    void many_contracts_come_in_pages_and_can_be_found(Office office) {
        var insurer = office.insurer("99500255");
        office.as(insurer, Role.CLERK, () -> {
            var contracts = java.util.stream.IntStream.range(0, 60)
                    .mapToObj(n -> contract("99110%05d".formatted(n), false))
                    .toList();
            office.bean(Contracts.class).add(contracts, UUID.randomUUID());
            return "";
        });
        var clerk = new Visitor(office);
        clerk.logIn("99500255-clerk", Office.PASSWORD);

        var first = clerk.get("/settlement/contracts").body();
        assertThat(first).contains("60件", "9911000049 ").doesNotContain("9911000050 ");
        assertThat(clerk.get("/settlement/contracts?page=2").body())
                .contains("9911000050 ")
                .doesNotContain("9911000049 ");
        assertThat(clerk.get("/settlement/contracts?page=99").body()).contains("9911000059 ");
        assertThat(clerk.get("/settlement/contracts?find=9911000007").body())
                .contains("1件", "9911000007 ")
                .doesNotContain("9911000008 ");
    }
}
