package org.tsunagu.app.claims;

import java.util.List;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Insurer;

/// What an insurer of a test has of claims (取り込まれたもの).
final class Imported {

    private Imported() {}

    static long count(Office office, Insurer insurer, String which) {
        return office.everything()
                .queryForObject(
                        "select count(*) from claims.claim c join claims.part p on p.id = c.part_id"
                                + " where c.insurer_id = ? and " + which,
                        Long.class,
                        insurer.id().value());
    }

    static long inForce(Office office, Insurer insurer) {
        return count(office, insurer, "p.state = 'CURRENT' and c.status = 'COUNTED' and not c.repeated");
    }

    static List<String> findings(Office office, Insurer insurer) {
        return office.everything()
                .queryForList(
                        "select distinct code from claims.finding where insurer_id = ? order by code",
                        String.class,
                        insurer.id().value());
    }
}
