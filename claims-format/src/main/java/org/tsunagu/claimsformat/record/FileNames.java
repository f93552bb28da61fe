package org.tsunagu.claimsformat.record;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tsunagu.codes.table.Table;

/// How claim files are named, and how they begin when they are not (ファイル名の規則), `file-names.tsv`.
final class FileNames {

    /// Bytes that are enough to recognise a first row.
    static final int BEGINNING = 64;

    private static final Pattern PROVIDER = Pattern.compile("\"?(IR|YK|HM|UK)\"?,.*", Pattern.DOTALL);
    private static final Pattern INSURER =
            Pattern.compile("(\"?\\d{1,5}\"?,){3}\"?(MN|IR|RE|YK|HM|UK)\"?,.*", Pattern.DOTALL);
    private static final Pattern INSURER_ROW = Pattern.compile("(\"?\\d{1,5}\"?,){3}\"?[A-Z]{2}\"?,.*", Pattern.DOTALL);
    private static final int MARK = 3;
    private static final int FIRST_OF_MARK = 0xef;
    private static final List<Rule> RULES =
            Table.read("record/file-names", FileNames.class.getResourceAsStream("file-names.tsv")).rows().stream()
                    .map(row -> new Rule(
                            Pattern.compile(row.text("pattern"), Pattern.CASE_INSENSITIVE), Kind.of(row.text("kind"))))
                    .toList();

    private FileNames() {}

    /// The rule a name follows, the folders and archives before it left out.
    static Optional<Rule> rule(String path) {
        var folder = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
        var name = path.substring(Math.max(folder, path.lastIndexOf('!')) + 1);
        return RULES.stream()
                .filter(rule -> rule.pattern.matcher(name).matches())
                .findFirst();
    }

    /// The family of a file that begins like this; empty when it holds no claims.
    static Optional<Family> family(byte[] beginning) {
        var text = text(beginning);
        if (PROVIDER.matcher(text).matches()) {
            return Optional.of(Family.PROVIDER);
        }
        return INSURER.matcher(text).matches() ? Optional.of(Family.INSURER) : Optional.empty();
    }

    /// The family of a file whose name says that it holds claims: an insurer's file may begin with any record, such
    /// as a correction whose receipt is missing.
    static Optional<Family> familyOfNamed(byte[] beginning) {
        return family(beginning)
                .or(() -> INSURER_ROW.matcher(text(beginning)).matches()
                        ? Optional.of(Family.INSURER)
                        : Optional.empty());
    }

    private static String text(byte[] beginning) {
        var from = beginning.length > MARK && (beginning[0] & 0xff) == FIRST_OF_MARK ? MARK : 0;
        return new String(beginning, from, beginning.length - from, StandardCharsets.ISO_8859_1);
    }

    /// Whether a file that begins like this is a ZIP.
    static boolean isZip(byte[] beginning) {
        return beginning.length > MARK
                && beginning[0] == 'P'
                && beginning[1] == 'K'
                && beginning[2] == MARK
                && beginning[MARK] == MARK + 1;
    }

    /// One form of names, and the kind it stands for where it does.
    record Rule(Pattern pattern, Optional<Kind> kind) {}
}
