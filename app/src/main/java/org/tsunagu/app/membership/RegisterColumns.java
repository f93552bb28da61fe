package org.tsunagu.app.membership;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.files.Originals;
import org.tsunagu.checkupformat.csv.DetectingReader;

/// The column map of an insurer (台帳の見出しの対応表): what the headings of its registers mean where they are not the usual
/// ones. Somebody chooses it from a file that was received.
@Service
public class RegisterColumns {

    private static final RowMapper<OwnColumn> OWN = (row, n) -> new OwnColumn(
            row.getString(1),
            row.getString(2),
            row.getInt(3),
            row.getObject(4, OffsetDateTime.class),
            row.getString(5));

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Originals originals;
    private final Clock clock;

    RegisterColumns(JdbcClient jdbc, TenantTransactions transactions, Originals originals, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.originals = originals;
        this.clock = clock;
    }

    /// Where a field is found in a file (項目ごとの見出し).
    ///
    /// @param field key of the field in message files
    /// @param heading the heading it is read from; empty for none
    /// @param isDay whether it holds a last day, which registers often give as the day after it
    /// @param isDayAfter whether its days are those after the last one
    public record Choice(String field, String heading, boolean isNeeded, boolean isDay, boolean isDayAfter) {}

    /// What somebody chose for a field.
    public record Chosen(String heading, boolean isDayAfter) {}

    /// The headings that were set for the current insurer.
    public List<OwnColumn> ofCurrent() {
        return own(Actors.current().insurer().id());
    }

    List<OwnColumn> own(InsurerId insurer) {
        return transactions.in(
                insurer,
                () -> jdbc.sql("select heading, field, minus_days, set_at, set_by from membership.register_column"
                                + " order by field, heading")
                        .query(OWN)
                        .list());
    }

    /// The headings of a file, in its order; none when it is no CSV file.
    public List<String> headings(RegisterFile file) {
        var path = originals.path(Actors.current().insurer().id(), file.original());
        try (var in = Files.newInputStream(path);
                var text = new DetectingReader(in, Optional.empty());
                var rows = RegisterImport.csv(text)) {
            return rows.stream()
                    .limit(1)
                    .flatMap(row -> row.getFields().stream().map(String::strip))
                    .filter(heading -> !heading.isEmpty())
                    .distinct()
                    .toList();
        } catch (de.siegmar.fastcsv.reader.CsvParseException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// From which heading each field would be read now.
    public List<Choice> choices(List<String> headings) {
        var places = RegisterField.places(headings, ofCurrent());
        return Stream.of(RegisterField.values())
                .map(field -> {
                    var place = Optional.ofNullable(places.get(field));
                    return new Choice(
                            field.key(),
                            place.map(at -> headings.get(at.column())).orElse(""),
                            RegisterField.NEEDED.contains(field),
                            RegisterField.LAST_DAYS.contains(field),
                            place.filter(at -> at.minusDays() > 0).isPresent());
                })
                .toList();
    }

    /// Sets what the headings of a file mean: only what differs from what the usual headings say is kept.
    ///
    /// @param chosen by key of the field
    /// @return key of what is wrong with the choice; empty when it was set
    public String set(List<String> headings, Map<String, Chosen> chosen) {
        var fields = new EnumMap<RegisterField, Chosen>(RegisterField.class);
        var taken = new HashSet<String>();
        for (var field : RegisterField.values()) {
            var choice = chosen.getOrDefault(field.key(), new Chosen("", false));
            if (headings.contains(choice.heading())) {
                if (!taken.add(choice.heading())) {
                    return "membership.columns.twice";
                }
                fields.put(field, choice);
            } else if (RegisterField.NEEDED.contains(field)) {
                return "membership.columns.needed";
            }
        }
        var insurer = Actors.current().insurer().id();
        transactions.run(insurer, () -> {
            jdbc.sql("delete from membership.register_column where heading = any(:headings)")
                    .param("headings", headings.toArray(String[]::new))
                    .update();
            var usual = RegisterField.places(headings, List.of());
            fields.forEach((field, choice) -> {
                var place = new RegisterField.Place(headings.indexOf(choice.heading()), choice.isDayAfter() ? 1 : 0);
                if (!place.equals(usual.get(field))) {
                    put(insurer, choice.heading(), field.name(), place.minusDays());
                }
            });
            usual.forEach((field, place) -> {
                var heading = headings.get(place.column());
                if (!taken.contains(heading)) {
                    put(insurer, heading, "", 0);
                }
            });
        });
        return "";
    }

    private void put(InsurerId insurer, String heading, String field, int minusDays) {
        jdbc.sql("insert into membership.register_column (insurer_id, heading, field, minus_days, set_at, set_by)"
                        + " values (:insurer, :heading, :field, :days, :at, :by)")
                .param("insurer", insurer.value())
                .param("heading", heading)
                .param("field", field)
                .param("days", minusDays)
                .param("at", OffsetDateTime.now(clock))
                .param("by", Actors.current().name())
                .update();
    }
}
