package org.tsunagu.app.membership;

import java.time.LocalDate;
import org.tsunagu.codes.person.Sex;

/// A member as the register has them (加入者).
///
/// @param registerKey number in the insurer's own register
/// @param kind in the words or codes of the register: every insurer has its own kinds
/// @param relation to the insured person, in the words of the register
/// @param number `symbol`, `number` and `branch` as on the card
public record Member(
        MemberId id,
        String registerKey,
        String name,
        String kana,
        Sex sex,
        LocalDate birth,
        String kind,
        String relation,
        CardNumber number,
        String employer,
        String postalCode,
        String address,
        String phone) {}
