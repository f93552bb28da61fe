package org.tsunagu.app.membership;

import java.time.LocalDate;
import java.util.List;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;

/// Lines of a register, and what was made of them.
final class RegisterWorld {

    private RegisterWorld() {}

    static final String HEAD = "整理番号,記号,番号,枝番,氏名,カナ氏名,性別,生年月日,郵便番号,住所,電話番号,資格取得日,資格喪失日,喪失理由\n";

    static RegisterFile last(Office office, Insurer insurer) {
        return office.as(insurer, Role.CLERK, () -> office.bean(Registers.class).latest())
                .getFirst();
    }

    static List<Member> find(Office office, Insurer insurer, String words) {
        return office.as(insurer, Role.CLERK, () -> office.bean(Members.class).search(words, 10));
    }

    static String person(String key, String name, String kana, String birth, String from) {
        return "%s,１２,0000%s,01,%s,%s,女,%s,000-0001,架空市1,090-0000-%s,%s,,\n"
                .formatted(key, key, name, kana, birth, key, from);
    }

    static List<String> coverage(Office office, Insurer insurer, String words) {
        var member = find(office, insurer, words).getFirst().id();
        return office.as(insurer, Role.CLERK, () -> office.bean(Members.class).coverage(member)).stream()
                .map(one -> one.from() + " " + one.to().map(LocalDate::toString).orElse(""))
                .toList();
    }
}
