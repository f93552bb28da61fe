package org.tsunagu.measures.count;

import java.util.List;
import org.tsunagu.measures.Measure;

/// Something that can count measures over a mart (集計エンジン): DuckDB on one machine, Spark on many. Both run the text
/// of [CountSql].
public interface Engine extends AutoCloseable {

    /// Counts a measure.
    ///
    /// @param by some of [Measure#STRATA]
    List<Figure> count(Measure measure, List<String> by);

    @Override
    void close();
}
