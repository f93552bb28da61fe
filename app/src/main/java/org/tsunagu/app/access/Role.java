package org.tsunagu.app.access;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.tsunagu.codes.table.Table;

/// What somebody does at an insurer (役割); what it may do is in `roles.tsv`.
public enum Role {
    NURSE,
    DIETITIAN,
    CLERK,
    ANALYST,
    ADMINISTRATOR,
    AUDITOR,
    /// Somebody outside who works for the insurer (委託先): sees the assigned members only.
    PROVIDER,
    /// An employer that delivers results of its staff (事業主): sees what it is asked for only.
    EMPLOYER;

    private static final Map<Role, Set<Permission>> MAY = read();

    private static Map<Role, Set<Permission>> read() {
        var may = new EnumMap<Role, Set<Permission>>(Role.class);
        for (var role : values()) {
            may.put(role, EnumSet.noneOf(Permission.class));
        }
        for (var row : Table.read("access/roles", Role.class.getResourceAsStream("roles.tsv"))
                .rows()) {
            may.computeIfAbsent(valueOf(row.text("role")), none -> EnumSet.noneOf(Permission.class))
                    .add(Permission.valueOf(row.text("permission")));
        }
        return may;
    }

    /// What these roles may do together.
    public static Set<Permission> permissions(Collection<Role> roles) {
        var all = EnumSet.noneOf(Permission.class);
        roles.forEach(role -> all.addAll(MAY.getOrDefault(role, Set.of())));
        return all;
    }
}
