package org.tsunagu.checkupformat.cda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tsunagu.checkupformat.document.Claim;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.Index;
import org.tsunagu.checkupformat.document.Summary;

/// Index, summary and settlement files.
class ExchangeFilesTest {

    private static final String INDEX = """
            <?xml version="1.0" encoding="UTF-8"?>
            <index xmlns="%s">
              <interactionType code="6"/><creationTime value="20240603"/>
              <sender><id root="1.2.102" extension="9911000017"/></sender>
              <receiver><id root="1.2.101" extension="99999997"/></receiver>
              <serviceEventType code="1"/><totalRecordCount value="8"/>
            </index>
            """;

    @Test
    void an_index_has_all_its_values() {
        var index = (Index) Documents.read(INDEX.formatted(Documents.CURRENT));
        assertThat(index.namespace()).isEqualTo(new Field(Documents.CURRENT, 2, 1));
        assertThat(index.interactionType().text()).isEqualTo("6");
        assertThat(index.created().text()).isEqualTo("20240603");
        assertThat(index.senderRoot().text()).isEqualTo("1.2.102");
        assertThat(index.sender().text()).isEqualTo("9911000017");
        assertThat(index.receiverRoot().text()).isEqualTo("1.2.101");
        assertThat(index.receiver().text()).isEqualTo("99999997");
        assertThat(index.serviceEventType().text()).isEqualTo("1");
        assertThat(index.totalRecordCount().text()).isEqualTo("8");
    }

    @Test
    void the_namespace_of_the_second_period_is_read_too() {
        var index = (Index) Documents.read(INDEX.formatted("http://tokuteikenshin.jp/checkup/2007"));
        assertThat(index.namespace().text()).isEqualTo("http://tokuteikenshin.jp/checkup/2007");
        assertThat(index.sender().text()).isEqualTo("9911000017");
    }

    @Test
    void a_summary_has_its_totals() {
        var summary = (Summary) Documents.read("""
                <summary xmlns="%s"><serviceEventType code="1"/><totalSubjectCount value="4"/>
                <totalCostAmount value="35400"/><totalPaymentAmount value="1860"/>
                <totalPaymentByOtherProgram value="7"/><totalClaimAmount value="33540"/></summary>""".formatted(Documents.CURRENT));
        assertThat(summary.totalSubjectCount().text()).isEqualTo("4");
        assertThat(summary.totalCost().text()).isEqualTo("35400");
        assertThat(summary.totalPayment().text()).isEqualTo("1860");
        assertThat(summary.totalPaymentByOtherProgram().text()).isEqualTo("7");
        assertThat(summary.totalClaim().text()).isEqualTo("33540");
    }

    @Test
    void a_checkup_claim_has_the_totals_of_its_settlement() {
        var claim = (Claim) Documents.read("""
                <checkupClaim xmlns="%s"><checkupCard><unitAmount value="1"/></checkupCard><settlement>
                <unitPriceBasic><amount value="8000"/></unitPriceBasic><unitAmount value="8200"/>
                <paymentAmount value="860"/><claimAmount value="7340"/></settlement></checkupClaim>""".formatted(Documents.CURRENT));
        assertThat(claim.kind()).isEqualTo("cc08");
        assertThat(claim.unitAmount().text()).isEqualTo("8200");
        assertThat(claim.paymentAmount().text()).isEqualTo("860");
        assertThat(claim.paymentByOtherProgram()).isEqualTo(Field.ABSENT);
        assertThat(claim.claimAmount().text()).isEqualTo("7340");
    }

    @Test
    void a_guidance_claim_names_its_totals_differently() {
        var claim = (Claim) Documents.read("""
                <healthGuidanceClaim xmlns="%s"><settlement><unitPrice><amount value="9"/></unitPrice>
                <calculatedAmount value="6000"/><payment><status code="1"/><amount value="600"/></payment>
                <claimAmount value="5400"/></settlement></healthGuidanceClaim>""".formatted(Documents.CURRENT));
        assertThat(claim.kind()).isEqualTo("gc08");
        assertThat(claim.unitAmount().text()).isEqualTo("6000");
        assertThat(claim.paymentAmount().text()).isEqualTo("600");
        assertThat(claim.claimAmount().text()).isEqualTo("5400");
    }
}
