package org.tsunagu.app.membership;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.files.Originals;
import org.tsunagu.app.jobs.Job;
import org.tsunagu.app.jobs.JobHandler;
import org.tsunagu.app.jobs.Steps;
import org.tsunagu.checkupformat.csv.DetectingReader;

/// Takes in a register file (資格台帳の取り込み) line by line: good lines are taken, bad ones are listed with line and reason.
@Component
class RegisterImport implements JobHandler {

    private static final int CHUNK = 500;
    private static final String ENDED = "ended";

    private final Registers registers;
    private final RegisterStore store;
    private final RegisterColumns columns;
    private final RegisterEnd end;
    private final Originals originals;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RegisterImport(
            Registers registers,
            RegisterStore store,
            RegisterColumns columns,
            RegisterEnd end,
            Originals originals,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.audit = audit;
        this.events = events;
        this.registers = registers;
        this.store = store;
        this.columns = columns;
        this.end = end;
        this.originals = originals;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Registers.JOB;
    }

    @Override
    public void work(Job job, Steps steps) {
        var file = registers.byOriginal(job.insurer(), job.subject());
        var path = originals.path(job.insurer(), file.original());
        if (job.step().isEmpty() && registers.isOlder(job.insurer(), file)) {
            steps.commit(ENDED, 0, 0, () -> store.refuse(job.insurer(), file, "older"));
            return;
        }
        try {
            // A quote that is never closed swallows the rest of a file; half of such a file is not to be taken.
            if (job.step().isEmpty() && !isCsv(path)) {
                steps.commit(ENDED, 0, 0, () -> store.refuse(job.insurer(), file, "not_csv"));
                return;
            }
            read(job, file, path, steps);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isCsv(Path path) throws IOException {
        try (var in = Files.newInputStream(path);
                var text = new DetectingReader(in, Optional.empty());
                var rows = csv(text)) {
            rows.forEach(row -> {});
            return true;
        } catch (CsvParseException e) {
            return false;
        }
    }

    static CsvReader<CsvRecord> csv(Reader text) {
        return CsvReader.builder()
                .detectBomHeader(true)
                .allowUnclosedQuote(false)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(CsvRecordHandler.of(), text);
    }

    private void read(Job job, RegisterFile file, Path path, Steps steps) throws IOException {
        try (var in = Files.newInputStream(path);
                var text = new DetectingReader(in, Optional.empty());
                var rows = csv(text)) {
            var iterator = rows.iterator();
            var headings = iterator.hasNext() ? iterator.next().getFields() : List.<String>of();
            var places = RegisterField.places(headings, columns.own(job.insurer()));
            if (!places.keySet().containsAll(RegisterField.NEEDED)) {
                steps.commit(ENDED, 0, 0, () -> store.refuse(job.insurer(), file, missing(places)));
                return;
            }
            lines(job, file, new LineReader(places, headings.size(), LocalDate.now(clock)), iterator, steps);
        }
    }

    private static Look look(RegisterFile file, int lines) {
        var detail = "register %s, %d lines".formatted(file.kind(), lines);
        return new Look(Look.Kind.BATCH, "register", 0, "intake", Look.OWN_WORK, "register", detail);
    }

    private static String missing(Map<RegisterField, RegisterField.Place> places) {
        return RegisterField.NEEDED.stream()
                .filter(field -> !places.containsKey(field))
                .findFirst()
                .map(field -> "heading." + field.key())
                .orElse("not_csv");
    }

    /// What was taken before a restart is read again, to know the lines that were met, and not taken again.
    private void lines(Job job, RegisterFile file, LineReader reader, java.util.Iterator<CsvRecord> rows, Steps steps) {
        if (job.step().equals(ENDED)) {
            return;
        }
        var line = 0;
        var allBad = new BadLines();
        while (rows.hasNext()) {
            var good = new ArrayList<RegisterLine>(CHUNK);
            var bad = new BadLines();
            var from = line;
            while (rows.hasNext() && line < from + CHUNK) {
                var row = rows.next();
                line++;
                reader.read((int) row.getStartingLineNumber(), row.getFields(), bad)
                        .ifPresent(good::add);
            }
            allBad.remember(bad);
            if (line > job.done()) {
                var part = new RegisterStore.Part(good, bad, line - from);
                steps.commit("lines", line, 0, () -> store.take(job.insurer(), file, part));
            }
        }
        var total = line;
        steps.commit(ENDED, total, total, () -> {
            audit.noteAsSystem(job.insurer(), look(file, total), end.of(job.insurer(), file, allBad));
            events.publishEvent(new RegisterTaken(job.insurer()));
        });
    }
}
