package org.tsunagu.cli.check;

import java.util.Locale;
import org.tsunagu.cli.check.CheckedDocument.Status;
import org.tsunagu.codes.table.Certainty;

/// Constants as words in our files (ファイル上の語).
final class Words {

    private Words() {}

    static String of(Certainty certainty) {
        return switch (certainty) {
            case SOURCE -> "source";
            case DERIVED -> "derived";
            case UNCONFIRMED -> "unconfirmed";
            case CONFLICT -> "conflict";
        };
    }

    static String of(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
