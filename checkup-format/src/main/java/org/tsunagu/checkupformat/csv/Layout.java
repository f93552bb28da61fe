package org.tsunagu.checkupformat.csv;

import java.util.List;

/// How the lines of a file follow each other (ファイルの構成).
sealed interface Layout permits HeadingLayout, RecordLayout {

    /// Takes the next line; false when the rest of the file cannot be read.
    boolean row(List<Cell> cells, int line);

    /// Says that the file has ended.
    void end(int line);
}
