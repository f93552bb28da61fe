package org.tsunagu.app.exchange.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.exchange.Employer;
import org.tsunagu.app.exchange.Employers;
import org.tsunagu.app.exchange.Progress;
import org.tsunagu.app.exchange.Requests;
import org.tsunagu.app.exchange.upload.UploadCheck.Against;
import org.tsunagu.app.files.Originals;
import org.tsunagu.app.intake.Deliveries;
import org.tsunagu.app.membership.Workplaces;
import org.tsunagu.app.worklists.NewTask;
import org.tsunagu.app.worklists.TaskKind;
import org.tsunagu.app.worklists.Tasks;
import org.tsunagu.codes.table.Certainty;

/// What employers deliver (事業主からの提供): kept as it came, looked at, put right with a word of the sender,
/// and handed to
/// intake, which does with it what it does with every file.
@Service
public class EmployerFiles {

    private static final String CHANNEL = "employer";

    private final UploadStore store;
    private final UploadCheck check;
    private final Employers employers;
    private final Requests requests;
    private final Workplaces workplaces;
    private final Originals originals;
    private final Deliveries deliveries;
    private final UploadGrounds grounds;
    private final TenantTransactions transactions;
    private final Tasks tasks;
    private final Audit audit;
    private final Clock clock;

    EmployerFiles(
            UploadStore store,
            UploadCheck check,
            Employers employers,
            Requests requests,
            Workplaces workplaces,
            Originals originals,
            Deliveries deliveries,
            UploadGrounds grounds,
            TenantTransactions transactions,
            Tasks tasks,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.check = check;
        this.employers = employers;
        this.requests = requests;
        this.workplaces = workplaces;
        this.originals = originals;
        this.deliveries = deliveries;
        this.grounds = grounds;
        this.transactions = transactions;
        this.tasks = tasks;
        this.audit = audit;
        this.clock = clock;
    }

    /// An employer is kept out of every table by the database; what belongs to it is looked up here,
    /// request by request.
    private <T> T forEmployer(Supplier<T> work) {
        return transactions.inCurrent(() -> transactions.beyondProvider(work));
    }

    /// Keeps a file as it came.
    ///
    /// @return its number
    public long receive(Progress progress, InputStream in, String name) throws IOException {
        var actor = Actors.current();
        var request = progress.request();
        try {
            return forEmployer(() -> {
                try {
                    var original = originals.keep(actor.insurer().id(), in, name, CHANNEL, actor.name());
                    var upload = new Upload(0, 0, 0, original.hash(), name, OffsetDateTime.now(clock), actor.name(), 0);
                    return store.add(actor, request.employerId(), request.id(), upload);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// One file; whether the actor may see it is for the page to say.
    public Optional<Upload> find(long id) {
        return forEmployer(() -> store.find(id));
    }

    /// The files for a request, the latest first.
    public List<Upload> of(long request) {
        return forEmployer(() -> store.of(request));
    }

    /// The file with everything that is to be said about it.
    public CheckedFile check(Upload upload) {
        return forEmployer(() -> checked(upload));
    }

    private CheckedFile checked(Upload upload) {
        var insurer = Actors.current().insurer();
        var employer = employers.find(upload.employerId()).orElseThrow();
        var file = check.check(
                originals.path(insurer.id(), upload.original()),
                upload.name(),
                store.corrections(upload.id()),
                against(upload, employer));
        var people = file.rows().stream()
                .map(FileRow::memberId)
                .filter(member -> member != 0)
                .collect(Collectors.toSet());
        var rows = new Conflicts(
                        upload.id(),
                        store.delivered(people, employer.id()),
                        store.ofOthers(people, employer.id()),
                        store.choices(upload.id()))
                .of(file.rows());
        return new CheckedFile(file.isCsv(), file.encoding(), rows, file.proposals(), file.corrections(), file.file());
    }

    /// Whoever is asked for in any request of the employer for the year may be delivered: each was
    /// sent on its ground.
    private Against against(Upload upload, Employer employer) {
        var request = requests.find(upload.requestId()).orElseThrow().request();
        Set<Long> asked = new HashSet<>();
        requests.ofEmployer(employer.id()).stream()
                .map(Progress::request)
                .filter(one -> one.state().isOpen() && one.fiscalYear() == request.fiscalYear())
                .forEach(one -> requests.people(one)
                        .forEach(person -> asked.add(person.member().id().value())));
        return new Against(
                Actors.current().insurer(), workplaces.everybody(employer.code()), asked, request.fiscalYear());
    }

    /// Confirms everything of some kinds that is proposed.
    ///
    /// @return how many cells were put right
    public int confirm(Upload upload, Set<Correction.Kind> kinds) {
        return forEmployer(() -> {
            var proposed = checked(upload).proposals().stream()
                    .filter(one -> kinds.contains(one.kind()))
                    .toList();
            correct(upload, proposed);
            return proposed.size();
        });
    }

    /// Puts cells right as somebody has typed.
    ///
    /// @param typed by line and column
    /// @return how many cells were put right
    public int correct(Upload upload, Map<List<Integer>, String> typed) {
        return forEmployer(() -> {
            var insurer = Actors.current().insurer().id();
            var cells = Cells.read(originals.path(insurer, upload.original()))
                    .map(one -> one.with(store.corrections(upload.id())));
            if (cells.isEmpty()) {
                return 0;
            }
            var changes = new ArrayList<Correction>();
            typed.forEach((place, text) -> {
                var line = place.getFirst();
                var column = place.getLast();
                var was = cells.get().cell(line, column);
                if (cells.get().has(line, column) && !was.equals(text)) {
                    changes.add(new Correction(Correction.Kind.TYPED, line, column, was, text));
                }
            });
            correct(upload, changes);
            return changes.size();
        });
    }

    private void correct(Upload upload, List<Correction> corrections) {
        store.correct(Actors.current(), upload.id(), corrections, OffsetDateTime.now(clock));
        note(upload, "%d cells".formatted(corrections.size()), List.of());
    }

    /// Chooses between two results of one checkup.
    ///
    /// @param isThis whether that of this file counts
    public void choose(Upload upload, String entry, boolean isThis) {
        forEmployer(() -> {
            store.choose(Actors.current(), upload.id(), entry, isThis, OffsetDateTime.now(clock));
            note(upload, "choice", List.of());
            return "";
        });
    }

    /// Hands to intake what can be handed over.
    ///
    /// @return how many people
    public int send(Upload upload) {
        var actor = Actors.current();
        return forEmployer(() -> {
            var file = checked(upload);
            compare(upload, file);
            var ready = grounds.allowed(upload, file);
            if (ready.isEmpty()) {
                return 0;
            }
            var receipt = receive(upload, file, ready);
            store.delivered(actor, upload.id(), ready, receipt.deliveryId(), OffsetDateTime.now(clock));
            note(
                    upload,
                    "%d people, delivery %d".formatted(ready.size(), receipt.deliveryId()),
                    ready.stream().map(FileRow::memberId).toList());
            return ready.size();
        });
    }

    /// Two employers who say different things do not overwrite each other: staff of the insurer ask.
    private void compare(Upload upload, CheckedFile file) {
        var today = LocalDate.now(clock);
        var compared = file.rows().stream()
                .filter(row -> row.status() == FileRow.Status.AT_INSURER)
                .map(row -> new NewTask(
                        TaskKind.RETURN,
                        "upload %d, %s".formatted(upload.id(), row.entry()),
                        row.memberId(),
                        0,
                        today,
                        today.plusDays(TaskKind.RETURN.days()),
                        List.of(),
                        Certainty.SOURCE))
                .toList();
        tasks.put(Actors.current().insurer().id(), compared);
    }

    /// A CSV goes on with the lines that can be taken, any other file as it is; the original lies
    /// beside it either way.
    private Deliveries.Receipt receive(Upload upload, CheckedFile file, List<FileRow> ready) {
        var insurer = Actors.current().insurer().id();
        var original = originals.path(insurer, upload.original());
        try {
            if (!file.isCsv()) {
                return receive(original, upload.name());
            }
            var lines = ready.stream().map(FileRow::line).collect(Collectors.toSet());
            var part = Files.createTempFile("employer", ".csv");
            try {
                Cells.read(original).orElseThrow().with(file.corrections()).write(part, lines::contains);
                return receive(part, "%d-%s".formatted(upload.id(), upload.name()));
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Deliveries.Receipt receive(Path file, String name) throws IOException {
        var actor = Actors.current();
        try (var in = Files.newInputStream(file)) {
            return deliveries.receive(actor.insurer().id(), in, name, CHANNEL, actor.name());
        }
    }

    private void note(Upload upload, String what, List<Long> people) {
        audit.note(Look.changed(0, "original", "/employer/files", "file %d, %s".formatted(upload.id(), what)), people);
    }
}
