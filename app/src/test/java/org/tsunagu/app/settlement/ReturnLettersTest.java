package org.tsunagu.app.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.app.settlement.Settling.agree;
import static org.tsunagu.app.settlement.Settling.claims;
import static org.tsunagu.app.settlement.Settling.contract;
import static org.tsunagu.app.settlement.Settling.documents;
import static org.tsunagu.app.settlement.Settling.facility;
import static org.tsunagu.app.settlement.Settling.insurer;
import static org.tsunagu.app.settlement.Settling.receive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.settlement.ClaimArchive.Visit;
import org.tsunagu.app.settlement.FacilityClaim.State;

/// Claims of facilities that claim from the insurer itself go back with a letter and not through the
/// agency.
@ExtendWith(Office.Extension.class)
class ReturnLettersTest {

    @TempDir
    Path folder;

    private static Contract individual(String facility) {
        var group = contract(facility, false);
        return new Contract(
                0,
                Contract.Kind.INDIVIDUAL,
                facility,
                "見本診療所",
                group.service(),
                "",
                group.from(),
                group.to(),
                false,
                false,
                "委託契約書",
                group.prices(),
                group.charges(),
                List.of(),
                group.entered());
    }

    private static String text(Office office, Insurer insurer, ReturnFile file) throws IOException {
        var out = new ByteArrayOutputStream();
        office.as(insurer, Role.CLERK, () -> {
            office.bean(Returns.class).write(file, "REPORT", out);
            return "";
        });
        try (var pdf = Loader.loadPDF(out.toByteArray())) {
            return new PDFTextStripper().getText(pdf).replaceAll("[\\s　]", "");
        }
    }

    @Test
    void a_direct_claim_goes_back_with_a_letter_that_says_who_why_and_what_to_do(Office office) throws IOException {
        var insurer = insurer(office, folder, "99500233", members -> members);
        var documents = documents(folder);
        agree(office, insurer, individual(facility(documents.getFirst())));
        receive(
                office,
                insurer,
                new ClaimArchive(folder, "99500233")
                        .write(0, List.of(Visit.of(documents.get(0)).priced(4900))));
        var claim = claims(office, insurer, State.RETURN).getFirst();
        var returns = office.bean(Returns.class);

        assertThat(office.as(insurer, Role.CLERK, () -> returns.waiting(Service.CHECKUP, "4")))
                .as("the agency knows nothing of it")
                .isEmpty();
        var clerk = new Visitor(office);
        clerk.logIn("99500233-clerk", Office.PASSWORD);
        assertThat(clerk.get("/settlement/returns").body()).contains("見本診療所（%s）への返戻通知書".formatted(claim.facility()));
        assertThat(clerk.post("/settlement/returns/letter", "facility", claim.facility(), "service", "CHECKUP")
                        .body())
                .contains("返戻通知書を作りました");
        assertThat(clerk.post("/settlement/returns/letter", "facility", claim.facility(), "service", "CHECKUP")
                        .path())
                .as("it was made already")
                .contains("settlement.problem.nothing");

        var file = office.as(insurer, Role.CLERK, () -> returns.files(10)).getFirst();
        assertThat(file.isLetter()).isTrue();
        assertThat(text(office, insurer, file))
                .contains("請求の返戻について")
                .contains("見本診療所御中")
                .contains(claim.name().replaceAll("[\\s　]", ""))
                .contains("09その他")
                .contains("単価が契約と一致する")
                .contains("していただくこと")
                .isEqualTo(text(office, insurer, file));
        assertThat(clerk.post("/settlement/returns/file", "id", Long.toString(file.id()))
                        .path())
                .contains("settlement.problem.purpose");
        assertThat(clerk.post("/settlement/returns/file", "id", Long.toString(file.id()), "purpose", "REPORT")
                        .body())
                .startsWith("%PDF");
        assertThat(office.everything()
                        .queryForList(
                                "select distinct requester || ' ' || ground || ' ' || allowed from consent.disclosure"
                                        + " where insurer_id = ? and reference = ?",
                                String.class,
                                insurer.id().value(),
                                "settlement/returns/" + file.id()))
                .containsExactly("FACILITY L22 true");
    }

    @Test
    void claims_under_a_group_contract_go_back_through_the_agency(Office office) throws IOException {
        var insurer = insurer(office, folder, "99500241", members -> members);
        var documents = documents(folder);
        agree(office, insurer, contract(facility(documents.getFirst()), false));
        receive(
                office,
                insurer,
                new ClaimArchive(folder, "99500241")
                        .write(0, List.of(Visit.of(documents.get(0)).priced(4900))));
        var returns = office.bean(Returns.class);

        assertThat(office.as(insurer, Role.CLERK, returns::direct)).isEmpty();
        assertThat(office.as(insurer, Role.CLERK, () -> returns.waiting(Service.CHECKUP, "4")))
                .hasSize(1);
    }
}
