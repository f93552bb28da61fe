package org.tsunagu.app.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.intake.Sources;
import org.tsunagu.checkupformat.archive.ArchiveName;
import org.tsunagu.checkupformat.archive.ArchiveWriter;
import org.tsunagu.checkupformat.archive.Exchange;

/// An invented insurer with its employers, and what one of them would deliver: lines of a CSV to be
/// changed.
final class Staff {

    static final Charset WINDOWS = Charset.forName("windows-31j");

    private final Office office;
    final Insurer insurer;
    final String employer;
    final int year;
    final List<String> headings;
    final List<List<String>> rows;

    private Staff(Office office, Insurer insurer, String employer, int year, List<List<String>> lines) {
        this.office = office;
        this.insurer = insurer;
        this.employer = employer;
        this.year = year;
        this.headings = lines.getFirst();
        this.rows = lines.subList(1, lines.size());
    }

    static Staff of(Office office, Path folder, String number) {
        try {
            var insurer = office.insurer(number);
            Office.files(folder, number, 900, 1, 0);
            office.register(insurer, Files.readAllBytes(folder.resolve("members.csv")), true);
            try (var all = Files.list(folder.resolve("employers"))) {
                var file = all.sorted()
                        .max((one, other) -> Long.compare(
                                one.toFile().length(), other.toFile().length()))
                        .orElseThrow();
                var name = file.getFileName().toString();
                var lines = Files.readAllLines(file, encoding(file)).stream()
                        .map(line -> List.of(line.split(",", -1)))
                        .toList();
                var employer = name.substring(0, name.indexOf('-'));
                return new Staff(
                        office,
                        insurer,
                        employer,
                        Integer.parseInt(name.replaceAll(".*-|\\.csv", "")),
                        present(office, insurer, employer, lines));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The headings and the rows of those who still work there.
    private static List<List<String>> present(
            Office office, Insurer insurer, String employer, List<List<String>> lines) {
        var today = LocalDate.now(office.bean(Clock.class));
        var keys = office.as(
                insurer,
                Role.CLERK,
                () -> office.bean(org.tsunagu.app.access.TenantTransactions.class)
                        .inCurrent(() ->
                                office.bean(org.tsunagu.app.membership.Workplaces.class).staff(employer, today).stream()
                                        .map(org.tsunagu.app.membership.Member::registerKey)
                                        .toList()));
        var some = new ArrayList<List<String>>();
        some.add(lines.getFirst());
        lines.stream().skip(1).filter(row -> keys.contains(row.getFirst())).forEach(some::add);
        return some;
    }

    private static Charset encoding(Path file) throws IOException {
        var text = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        return text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1).length > 0
                        && new String(
                                        text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1),
                                        java.nio.charset.StandardCharsets.UTF_8)
                                .contains("\ufffd")
                ? WINDOWS
                : java.nio.charset.StandardCharsets.UTF_8;
    }

    /// The employer as the office knows it, with a name and an address.
    Employer known() {
        return office.as(insurer, Role.CLERK, () -> {
            var employers = office.bean(Employers.class);
            var one = employers.all().stream()
                    .map(Employers.Staffed::employer)
                    .filter(of -> of.code().equals(employer))
                    .findFirst()
                    .orElseThrow();
            employers.change(new Employer(one.id(), one.code(), "架空商事", "総務 太郎", "000-0001", "架空市一丁目", "000-000-0000"));
            return employers.find(one.id()).orElseThrow();
        });
    }

    /// Another employer of the insurer.
    Employer another() {
        return office.as(
                insurer,
                Role.CLERK,
                () -> office.bean(Employers.class).all().stream()
                        .map(Employers.Staffed::employer)
                        .filter(of -> !of.code().equals(employer))
                        .findFirst()
                        .orElseThrow());
    }

    /// A request to an employer that was sent.
    long sent(String scheme, Employer to) {
        return office.as(insurer, Role.CLERK, () -> {
            var requests = office.bean(Requests.class);
            var id = requests.add(draft(scheme, to.id()));
            assertDone(requests.send(id, 1));
            return id;
        });
    }

    private static void assertDone(Requests.Outcome outcome) {
        if (outcome != Requests.Outcome.DONE) {
            throw new IllegalStateException(outcome.name());
        }
    }

    Request draft(String scheme, long employerId) {
        var today = LocalDate.now(office.bean(Clock.class));
        var of = Scheme.find(scheme).orElseThrow();
        return new Request(
                0,
                of,
                employerId,
                new Request.Other("", "", "", ""),
                year,
                today,
                today.plusDays(of.days()),
                Request.State.DRAFT,
                "",
                "",
                Optional.empty(),
                1);
    }

    /// Lets the account of the role act for an employer.
    void account(Employer to) {
        office.as(insurer, Role.CLERK, () -> {
            var account = office.bean(Employers.class).accounts().getFirst().id();
            if (!office.bean(Employers.class).give(to.id(), account)) {
                throw new IllegalStateException("not given");
            }
            return 0;
        });
    }

    /// A row with a cell that says something else.
    List<String> changed(int row, String column, String text) {
        return changed(rows.get(row), column, text);
    }

    List<String> changed(List<String> row, String column, String text) {
        var cells = new ArrayList<>(row);
        cells.set(headings.indexOf(column), text);
        return cells;
    }

    String cell(int row, String column) {
        return rows.get(row).get(headings.indexOf(column));
    }

    /// A file of some rows, as Excel saves it.
    byte[] file(List<List<String>> some) {
        var text = new StringBuilder(String.join(",", headings)).append("\r\n");
        some.forEach(row -> text.append(String.join(",", row)).append("\r\n"));
        return text.toString().getBytes(WINDOWS);
    }

    /// Whether a row is about somebody of 40 to 74.
    boolean isForty(int row) {
        var today = LocalDate.now(office.bean(Clock.class));
        var age = org.tsunagu.codes.time.Dates.age(LocalDate.parse(cell(row, "birth_date")), today);
        return age >= 40 && age <= 74;
    }

    /// The same rows as documents of an archive that somebody sends. Another insurer has read them
    /// before: only reading
    /// makes documents of rows.
    ///
    /// @param sender ten digits
    Path archive(Path folder, String sender, List<List<String>> some) throws IOException {
        var csv = folder.resolve("source-%s.csv".formatted(sender));
        Files.write(csv, file(some));
        var reader = office.insurer("06990188");
        var delivery = office.receive(reader, csv).deliveryId();
        office.waitForJobs(reader);
        var name = new ArchiveName(sender, insurer.number(), LocalDate.parse("2026-11-27"), 0, 4);
        var file = folder.resolve(name + ".zip");
        try (var out = Files.newOutputStream(file)) {
            var archive = ArchiveWriter.create(out, name, Exchange.of("6"), Optional.empty());
            var entries = java.util.stream.IntStream.range(0, some.size())
                    .mapToObj(row -> "row %d".formatted(row + 2))
                    .toList();
            office.bean(Sources.class).each(reader.id(), delivery, entries, Long.MAX_VALUE, (entry, document) -> {
                try {
                    archive.add(document);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            archive.close();
        }
        return file;
    }
}
