package org.tsunagu.app.exchange.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.exchange.upload.FileRow.Status;
import org.tsunagu.app.intake.Preview;
import org.tsunagu.app.membership.Member;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.Patient;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.linkage.normal.Names;

/// Looks at a file of an employer (事業主のファイルの点検). Always the same answer for the same bytes,
/// corrections and choices;
/// within the transaction of the caller.
@Component
class UploadCheck {

    private final Preview preview;

    UploadCheck(Preview preview) {
        this.preview = preview;
    }

    /// What the file is held against.
    ///
    /// @param staff of the employer, also those who have left: they are known, but not asked for
    /// @param asked members that the employer is asked for, in this or another request of the year
    /// @param year fiscal year of the request
    record Against(Insurer insurer, List<Member> staff, Set<Long> asked, int year) {}

    CheckedFile check(Path original, String name, List<Correction> corrections, Against against) {
        var cells = isCsv(name) ? Cells.read(original) : Optional.<Cells>empty();
        if (cells.isEmpty()) {
            var answer = preview.of(against.insurer(), original, name);
            return new CheckedFile(false, "", rows(answer, Set.of(), against), List.of(), List.of(), answer.file());
        }
        var corrected = cells.get().with(corrections);
        var proposals = Proposals.of(corrected, against.insurer().number(), against.staff());
        var waiting = proposals.stream().map(Correction::line).collect(Collectors.toSet());
        var answer = seen(corrected, name, against);
        return new CheckedFile(
                true,
                Encoding.of(original),
                rows(answer, waiting, against),
                proposals,
                List.copyOf(corrections),
                answer.file());
    }

    private static boolean isCsv(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    /// Reception reads files: the corrected one lies on the disk for as long as it is looked at.
    private Preview.Answer seen(Cells cells, String name, Against against) {
        try {
            var file = Files.createTempFile("employer", ".csv");
            try {
                cells.write(file, line -> true);
                return preview.of(against.insurer(), file, name);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<FileRow> rows(Preview.Answer answer, Set<Integer> waiting, Against against) {
        var staff = against.staff().stream()
                .collect(Collectors.toMap(member -> member.id().value(), member -> member));
        return answer.documents().stream()
                .map(seen -> row(seen, answer.isRefused(), waiting, staff, against))
                .toList();
    }

    private static FileRow row(
            Preview.Seen seen, boolean isFileRefused, Set<Integer> waiting, Map<Long, Member> staff, Against against) {
        var line = line(seen.entry());
        var day = seen.document().flatMap(document -> document.header().examDay());
        var member = seen.memberId() != 0 ? seen.memberId() : byName(seen, against.staff());
        var isStaff = staff.containsKey(member);
        Status status;
        if (waiting.contains(line)) {
            status = Status.REPAIR;
        } else if (!seen.otherInsurer().isEmpty()) {
            status = Status.OTHER_INSURER;
        } else if (isFileRefused || seen.isRefused() || day.isEmpty()) {
            status = Status.FINDING;
        } else if (!isStaff) {
            status = Status.NOT_STAFF;
        } else if (FiscalYear.containing(day.get()).year() != against.year()) {
            status = Status.OTHER_YEAR;
        } else {
            status = against.asked().contains(member) ? Status.READY : Status.NOT_ASKED;
        }
        return new FileRow(
                seen.entry(),
                line,
                status,
                isStaff ? member : 0,
                day,
                seen.document().map(UploadCheck::results).orElse(Map.of()),
                seen.problems(),
                Optional.empty());
    }

    /// The line of a row of a CSV; 0 for other entries.
    private static int line(String entry) {
        return entry.matches("row [0-9]{1,9}") ? Integer.parseInt(entry.substring("row ".length())) : 0;
    }

    /// Whom the name, the sex and the birth mean among the staff, when no number says it; 0 for nobody
    /// or several.
    private static long byName(Preview.Seen seen, List<Member> staff) {
        if (seen.document().isEmpty()) {
            return 0;
        }
        var patient = seen.document().get().header().patient();
        var same = staff.stream().filter(member -> isSame(member, patient)).toList();
        return same.size() == 1 ? same.getFirst().id().value() : 0;
    }

    private static boolean isSame(Member member, Patient patient) {
        return Names.key(member.kana()).equals(Names.key(patient.name().text()))
                && Dates.compact(patient.birth().text())
                        .filter(member.birth()::equals)
                        .isPresent()
                && Sex.of(patient.sex().text()).filter(member.sex()::equals).isPresent();
    }

    private static Map<String, String> results(CheckupDocument document) {
        var results = new HashMap<String, String>();
        for (var observation : document.observations()) {
            var result = observation.result();
            if (observation.state().isValue() && result != null) {
                results.put(observation.code(), result.text());
            }
        }
        return Map.copyOf(results);
    }
}
