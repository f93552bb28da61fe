package org.tsunagu.synthetic.claims;

import org.tsunagu.codes.insurer.CheckDigit;
import org.tsunagu.synthetic.care.Facility;
import org.tsunagu.synthetic.people.Member;

/// Public money that pays a part (公費負担).
///
/// @param number eight digits with a check digit
/// @param recipient seven digits with a check digit
record PublicPayer(String number, String recipient) {

    /// Of the prefecture, for children (子ども医療費).
    static final String CHILDREN = "81";
    /// For services that keep people able (更生医療), dialysis among them.
    static final String DIALYSIS = "15";
    /// For intractable diseases (難病).
    static final String INTRACTABLE = "54";

    private static final String OFFICE = "001";

    static PublicPayer of(String law, Member member) {
        var body = law + Facility.PREFECTURE + OFFICE;
        var recipient = "%06d".formatted(member.id() % 1_000_000);
        return new PublicPayer(body + CheckDigit.of(body), recipient + CheckDigit.of(recipient));
    }
}
