package org.tsunagu.app.membership;

import java.time.LocalDate;
import java.util.List;
import org.tsunagu.codes.person.Sex;

/// A line of the register that can be taken (資格台帳の1行).
record RegisterLine(
        int line,
        String registerKey,
        String name,
        String kana,
        Sex sex,
        LocalDate birth,
        String kind,
        String relation,
        CardNumber number,
        String postalCode,
        String address,
        String phone,
        String employer,
        Coverage coverage,
        List<Transfer> transfers) {}
