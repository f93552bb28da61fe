package org.tsunagu.app.intake;

import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.codes.problem.Problem;

/// What reception will say to a file that nobody has handed in yet (受付前の点検): the same reading, the
/// same checks, the
/// same matching by numbers. Nothing is kept. Within the transaction of the caller.
@Service
public class Preview {

    private final NumberMatching numbers;
    private final Clock clock;

    Preview(NumberMatching numbers, Clock clock) {
        this.numbers = numbers;
        this.clock = clock;
    }

    /// A document of the file (1件).
    ///
    /// @param memberId 0 while nobody is known
    /// @param otherInsurer number of the insurer it names, when that is another one; else empty
    /// @param isRefused whether reception would not take it
    public record Seen(
            String entry,
            Optional<CheckupDocument> document,
            List<Problem> problems,
            long memberId,
            String otherInsurer,
            boolean isRefused) {}

    /// What reception would say.
    ///
    /// @param file what is wrong with the file itself
    /// @param isRefused whether nothing of it would be taken
    public record Answer(List<Seen> documents, List<Problem> file, boolean isRefused) {}

    /// Looks at a file.
    ///
    /// @param name by which its kind is known
    public Answer of(Insurer insurer, Path file, String name) {
        var received = new ArrayList<Received>();
        var problems = new ArrayList<Problem>();
        var asStored =
                new Deliveries.Stored(0, "", name, OffsetDateTime.now(clock), insurer.id(), insurer.number(), "");
        var isRefused = ReceptionFiles.read(file, name, ReadDelivery.context(asStored), new ArchiveReception.Sink() {
            @Override
            public void entries(List<Received> chunk, int end) {
                chunk.forEach(one -> received.add(
                        new Received(one.entry(), one.kind(), one.file(), new ArrayList<>(one.problems()))));
            }

            @Override
            public void problems(List<Problem> found) {
                problems.addAll(found);
            }
        });
        var matches = numbers.of(received, insurer.number());
        var seen = received.stream()
                .map(one -> {
                    var match = matches.getOrDefault(one.entry(), NumberMatching.Match.NONE);
                    return new Seen(
                            one.entry(),
                            one.checkup(),
                            List.copyOf(one.problems()),
                            match.memberId(),
                            match.otherInsurer(),
                            one.isRefused());
                })
                .toList();
        return new Answer(seen, List.copyOf(problems), isRefused);
    }
}
