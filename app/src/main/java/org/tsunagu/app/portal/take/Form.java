package org.tsunagu.app.portal.take;

import java.io.IOException;
import java.io.OutputStream;
import org.tsunagu.app.ui.Language;

/// A form in which members take their data with them (持ち帰りの形式). Every bean of this kind is offered; another format is
/// another bean.
public interface Form {

    /// What it is called in addresses and message files: `pdf`, `csv`.
    String key();

    /// Name of the file.
    String fileName();

    /// Type of the file, as browsers know it.
    String mediaType();

    /// Writes the file.
    void write(Taken taken, Language language, OutputStream out) throws IOException;
}
