package org.tsunagu.app.access;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// What people do at an insurer (職種の照会), for those who see that somebody looked but not who it was.
@Service
public class Positions {

    private final JdbcClient jdbc;

    Positions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The role of each of some people at an insurer, the latest they were given; nobody without one.
    public Map<Long, Role> of(InsurerId insurer, Collection<Long> staff) {
        return jdbc
                .sql("select distinct on (staff_id) staff_id, role from access.staff_role"
                        + " where insurer_id = :insurer and staff_id = any(:staff)"
                        + " order by staff_id, valid_from desc, role")
                .param("insurer", insurer.value())
                .param("staff", staff.toArray(Long[]::new))
                .query((row, n) -> Map.entry(row.getLong(1), Role.valueOf(row.getString(2))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
