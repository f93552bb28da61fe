package org.tsunagu.app.access;

import java.util.Map;
import java.util.Set;

public final class TestUsers {

    private TestUsers() {}

    public static StaffUser user(Insurer insurer, Role role) {
        return new StaffUser(
                1, "test", "試験 一子", Map.of(insurer, Set.of(role)), insurer, new Standing(1, false, false, Set.of()));
    }
}
