package org.tsunagu.app.access;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The insurers of this installation (保険者の一覧).
@Service
public class Insurers {

    private final JdbcClient jdbc;

    /// Insurers in a database.
    public Insurers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// All of them, by number.
    public List<Insurer> all() {
        return jdbc.sql("select id, number, name from access.insurer order by number")
                .query((row, n) -> new Insurer(new InsurerId(row.getInt(1)), row.getString(2), row.getString(3)))
                .list();
    }

    /// The one with an official number.
    public Optional<Insurer> byNumber(String number) {
        return all().stream().filter(insurer -> insurer.number().equals(number)).findFirst();
    }

    /// Adds an insurer, or gives the one that is there.
    @Transactional
    public Insurer ensure(String number, String name) {
        jdbc.sql("insert into access.insurer (number, name) values (:number, :name) on conflict (number) do nothing")
                .param("number", number)
                .param("name", name)
                .update();
        return byNumber(number).orElseThrow();
    }
}
