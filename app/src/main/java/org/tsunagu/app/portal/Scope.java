package org.tsunagu.app.portal;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What a proxy may see and do (代理の範囲). Keys of the message file; the names stand in the database.
public enum Scope {
    CHECKUP,
    /// Medicines and costs (お薬・医療費).
    CARE,
    GUIDANCE,
    TICKET,
    /// See and change consents (同意).
    CONSENT,
    MESSAGE,
    POINTS;

    static List<Scope> read(String stored) {
        return Arrays.stream(values())
                .filter(one -> Set.of(stored.split(" ")).contains(one.name()))
                .toList();
    }

    static String write(List<Scope> scope) {
        return scope.stream().distinct().sorted().map(Scope::name).collect(Collectors.joining(" "));
    }
}
