package org.tsunagu.cli.command;

import java.util.concurrent.Callable;
import org.tsunagu.cli.explain.ExplainPage;
import org.tsunagu.cli.explain.Explanations;
import org.tsunagu.cli.text.Screen;
import org.tsunagu.cli.text.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `explain`: what the official tables say of an item, a rule or a check (根拠の表示).
@Command(name = "explain", sortOptions = false)
final class ExplainCommand implements Callable<Integer> {

    private final Words words;
    private final Screen screen;

    @Parameters(paramLabel = "ITEM|RULE", descriptionKey = "word")
    String word = "";

    @Mixin
    CommonOptions common = new CommonOptions();

    ExplainCommand(Words words, Screen screen) {
        this.words = words;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        var explanations = new Explanations();
        var found = explanations.find(word);
        if (found.isNothing()) {
            var near = explanations.near(word);
            var unknown = words.text("explain.unknown", "word", word);
            throw new UnusableCall(
                    near.isEmpty() ? unknown : unknown + words.text("error.near", "words", String.join(", ", near)));
        }
        new ExplainPage(words, screen.out(), explanations).print(found);
        screen.out().flush();
        return ExitStatus.CLEAN;
    }
}
