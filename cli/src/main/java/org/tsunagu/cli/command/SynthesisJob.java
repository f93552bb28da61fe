package org.tsunagu.cli.command;

import java.io.IOException;
import org.tsunagu.cli.output.OutputFailed;
import org.tsunagu.cli.text.Screen;
import org.tsunagu.cli.text.Words;
import org.tsunagu.synthetic.Claims;
import org.tsunagu.synthetic.Options;
import org.tsunagu.synthetic.SyntheticInsurer;

/// Makes an invented insurer and says what was made (人工データの作成).
final class SynthesisJob {

    private final Words words;
    private final Screen screen;
    private final boolean isQuiet;

    SynthesisJob(Words words, Screen screen, boolean isQuiet) {
        this.words = words;
        this.screen = screen;
        this.isQuiet = isQuiet;
    }

    void run(Options options, Claims claims) {
        var progress = new ProgressLine(screen, words, isQuiet);
        try {
            var made = new SyntheticInsurer()
                    .generate(
                            options,
                            claims,
                            (step, done, total) -> progress.at("synthesize.progress." + step, done, done, total));
            progress.end();
            screen.out()
                    .println(words.text(
                            "synthesize.summary",
                            "members",
                            words.number(made.members()),
                            "documents",
                            words.number(made.documents()),
                            "archives",
                            words.number(made.archives()),
                            "rows",
                            words.number(made.employerRows()),
                            "defects",
                            words.number(made.defects()),
                            "folder",
                            options.out().toString()));
            if (claims != Claims.NONE) {
                screen.out().println(words.text("synthesize.summary.claims", "claims", words.number(made.claims())));
            }
            screen.out().flush();
        } catch (IOException e) {
            throw new OutputFailed(options.out(), e);
        } catch (IllegalArgumentException e) {
            throw new UnusableCall(words.text("error.call", "reason", String.valueOf(e.getMessage())));
        }
    }
}
