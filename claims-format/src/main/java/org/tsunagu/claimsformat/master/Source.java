package org.tsunagu.claimsformat.master;

import java.io.IOException;
import java.util.Comparator;
import org.tsunagu.codes.problem.Place;

/// One master file as it was found (見つけたファイル), not read yet.
record Source(Place place, FileName name, Content content) {

    /// The order of loading: a complete file before the differentials, older editions first.
    static final Comparator<Source> ORDER = Comparator.comparing((Source source) -> source.name.kind())
            .thenComparing(source -> source.name.edition())
            .thenComparingInt(source -> source.name.saysAll() ? 0 : 1)
            .thenComparing(source -> source.place.file())
            .thenComparing(source -> source.place.entry());

    /// What gives the bytes when they are needed (内容).
    @FunctionalInterface
    interface Content {

        /// The whole file.
        ///
        /// @throws IOException if it cannot be read to its end
        /// @throws BeyondLimit if it is longer than a master can be
        byte[] read() throws IOException;
    }

    /// A file is larger, or lies deeper, than a master can (上限超過).
    static final class BeyondLimit extends IOException {

        private static final long serialVersionUID = 1;

        BeyondLimit(String what) {
            super(what);
        }
    }
}
