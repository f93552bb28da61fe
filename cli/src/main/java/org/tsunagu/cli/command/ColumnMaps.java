package org.tsunagu.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import org.tsunagu.checkupformat.csv.ColumnMap;
import org.tsunagu.checkupformat.problems.CheckupCatalogue;
import org.tsunagu.cli.text.Screen;
import org.tsunagu.cli.text.Words;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Reporter;

/// Finds the column map a call names (列対応表の指定).
final class ColumnMaps {

    private static final Set<String> SHIPPED = Set.of("tsunagu", "tsunagu-ja", "records-1-2-5-9");

    private final Words words;
    private final Screen screen;

    ColumnMaps(Words words, Screen screen) {
        this.words = words;
        this.screen = screen;
    }

    /// A shipped map by its name, or a file of the user.
    ColumnMap find(String nameOrFile) {
        if (SHIPPED.contains(nameOrFile)) {
            return ColumnMap.shipped(nameOrFile);
        }
        var problems = new ArrayList<Problem>();
        try {
            var map = ColumnMap.read(Path.of(nameOrFile), new Reporter(CheckupCatalogue.shipped(), problems::add));
            var texts = CheckupCatalogue.texts(words.language().locale());
            problems.forEach(problem -> screen.err().println(texts.text(problem)));
            return map.orElseThrow(() -> new UnusableCall(words.text("check.columns.wrong", "file", nameOrFile)));
        } catch (IOException e) {
            throw new UnusableCall(words.text("error.read", "file", nameOrFile));
        }
    }
}
