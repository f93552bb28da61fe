package org.tsunagu.app.keeping;

import java.util.Collection;
import java.util.List;
import org.tsunagu.app.keeping.KeptRecords.FileFate;
import org.tsunagu.app.keeping.KeptRecords.Kept;

/// What a module has copied of the records of another (記録の写し): it goes with them. Within the
/// transaction in which the records are deleted.
public interface KeptCopies {

    /// Drops the copies of records that are there no more.
    ///
    /// @param kind as in [KeptRecords]
    /// @return what became of the files the copies were in
    List<FileFate> drop(String kind, Collection<Kept> gone);
}
