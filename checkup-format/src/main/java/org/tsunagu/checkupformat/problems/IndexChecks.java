package org.tsunagu.checkupformat.problems;

import java.util.Optional;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.Index;
import org.tsunagu.checkupformat.document.Summary;
import org.tsunagu.codes.time.Dates;

/// Whether index and summary agree with the name and the content of the archive (交換用基本情報の整合): CHK-ARC-010 and 013
/// to 018.
final class IndexChecks {

    private static final String CHECKUP = "1";
    private static final String OTHER_CHECKUP = "4";

    private final ReceptionContext context;
    private final Optional<RootName> root;
    private final Findings archive;
    private final int serviceEventTypes = Limits.shipped().integer("service_event_types");
    private final int interactionTypes = Limits.shipped().integer("interaction_types");

    /// For the archive with this root folder name.
    ///
    /// @param archive where findings about the archive go
    IndexChecks(ReceptionContext context, Optional<RootName> root, Findings archive) {
        this.context = context;
        this.root = root;
        this.archive = archive;
    }

    /// Everything that concerns the index, in its own place.
    void index(Index index, Findings findings) {
        root.ifPresent(name -> names(index, name, findings));
        var kind = index.interactionType();
        var isKind = Digits.within(kind.text(), 1, interactionTypes);
        if (isKind && !ExchangeKinds.shipped().fits(kind.text(), index.senderRoot(), index.receiverRoot())) {
            findings.field("CHK-ARC-017", kind, "actual", kind.text());
        }
    }

    private static void names(Index index, RootName name, Findings findings) {
        differs("CHK-ARC-013", index.sender(), name.sender(), findings);
        if (!index.receiver().isEmpty()) {
            differs("CHK-ARC-014", index.receiver(), name.receiver(), findings);
        }
        var created = Dates.compact(index.created().text());
        if (created.isPresent() && !created.get().equals(name.date())) {
            var expected = Dates.compact(name.date());
            findings.field(
                    "CHK-ARC-018", index.created(), "actual", index.created().text(), "expected", expected);
        }
    }

    private static void differs(String check, Field written, String expected, Findings findings) {
        if (!Digits.withoutLeftZeros(written.text()).equals(Digits.withoutLeftZeros(expected))) {
            findings.field(check, written, "actual", Shape.orDash(written.text()), "expected", expected);
        }
    }

    /// Whether the archive is for this insurer, by the index or, without receiver there, by the folder name.
    void receiver(Optional<Index> index) {
        var written = index.map(Index::receiver)
                .map(Field::text)
                .filter(text -> !text.isEmpty())
                .or(() -> root.map(RootName::receiver));
        var own = context.receiver();
        if (written.isPresent() && own.isPresent()) {
            var receiver = Digits.withoutLeftZeros(written.get());
            if (!receiver.equals(Digits.withoutLeftZeros(own.get().digits()))) {
                archive.file("CHK-ARC-015", "actual", written.get());
            }
        }
    }

    /// The service kind of the index against the folder name. For an employer's archive 1 and 4 are the same.
    void serviceKind(Index index, boolean isForEmployer, Findings findings) {
        var written = index.serviceEventType();
        root.ifPresent(name -> serviceKind(written, name.serviceKind(), isForEmployer, findings));
    }

    /// The service kind of the summary against the index or, without one, the folder name.
    void serviceKind(Summary summary, Optional<Index> index, boolean isForEmployer, Findings findings) {
        var written = summary.serviceEventType();
        index.map(Index::serviceEventType)
                .map(Field::text)
                .or(() -> root.map(RootName::serviceKind))
                .ifPresent(expected -> serviceKind(written, expected, isForEmployer, findings));
    }

    private void serviceKind(Field written, String expected, boolean isForEmployer, Findings findings) {
        var kind = written.text();
        var readable = Digits.within(kind, 1, serviceEventTypes) && Digits.within(expected, 1, serviceEventTypes);
        var sameForEmployer = isForEmployer && isCheckup(kind) && isCheckup(expected);
        if (readable && !kind.equals(expected) && !sameForEmployer) {
            findings.field("CHK-ARC-016", written, "actual", kind, "expected", expected);
        }
    }

    private static boolean isCheckup(String kind) {
        return kind.equals(CHECKUP) || kind.equals(OTHER_CHECKUP);
    }

    /// The number of files, with or without CLAIMS.
    static void count(Index index, Layout layout, Findings findings) {
        var written = index.totalRecordCount();
        var documents = layout.documents();
        var both = documents + layout.claims();
        if (!isNumber(written, documents) && !isNumber(written, both)) {
            var expected = documents == both ? String.valueOf(both) : both + ", " + documents;
            findings.field("CHK-ARC-010", written, "actual", Shape.orDash(written.text()), "expected", expected);
        }
    }

    private static boolean isNumber(Field written, long number) {
        return Digits.within(written.text(), number, number);
    }
}
