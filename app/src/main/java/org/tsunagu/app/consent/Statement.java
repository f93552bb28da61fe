package org.tsunagu.app.consent;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tsunagu.app.consent.Consent.Asked;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.rules.legal.Act;
import org.tsunagu.rules.legal.Recipient;

/// What a member says about the use of data, to be written down (同意・撤回などの記録内容).
///
/// @param purpose of `legal/purposes`
/// @param classes kinds of data, of `legal/data-classes`; none for all in a withdrawal
/// @param day on which it was said
/// @param until when it ends, this moment not included; empty when it lasts
/// @param supersedes the entry whose end or change this is; 0 for none
/// @param formKey of the form, so that the same form is one entry
public record Statement(
        MemberId member,
        Act act,
        String purpose,
        Recipient recipient,
        Set<String> classes,
        LocalDate day,
        Optional<OffsetDateTime> until,
        How how,
        long supersedes,
        UUID formKey) {

    /// How it was said (意思確認の方法).
    ///
    /// @param evidence where the signed paper is, who has witnessed, which card was read
    /// @param wording which text the member was shown
    /// @param language of that text
    public record How(Asked asked, Proxy proxy, String evidence, String wording, String language, String note) {}

    /// Who has answered for the member (代理人).
    ///
    /// @param name empty when the member did
    /// @param relation what the one is to the member, and why they may
    public record Proxy(String name, String relation) {

        /// The member did.
        public static final Proxy NOBODY = new Proxy("", "");
    }
}
