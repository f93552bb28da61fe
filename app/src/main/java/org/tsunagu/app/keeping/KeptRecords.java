package org.tsunagu.app.keeping;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// What a module keeps of members (保存している記録), told to whoever deletes what has been kept long
/// enough. Each module that keeps records of a kind of `legal/retention` has one. Everything happens
/// within the transaction of the caller.
public interface KeptRecords {

    /// The kind, a word of the column `records`.
    String kind();

    /// Records made on or before a day that nothing else refers to, in the order of their numbers.
    ///
    /// @param after only those with a higher number
    List<Kept> madeUntil(LocalDate day, long after, int most);

    /// Those of some records that are still there.
    List<Kept> find(Collection<Long> ids);

    /// The members among these of whom anything of the kind is kept.
    Set<Long> of(Collection<Long> members);

    /// Deletes records.
    ///
    /// @return what became of the files they came in
    List<FileFate> delete(Collection<Long> ids);

    /// A record (記録).
    ///
    /// @param memberId 0 for what is about nobody known, or about many
    /// @param made when it was made, which is not before the day it is about
    record Kept(long id, long memberId, LocalDate made) {}

    /// What became of a file as received (原本の扱い).
    ///
    /// @param hash its name; of a file that was made here, its path in the folder of data
    /// @param isRemovable nobody else's data are in it
    record FileFate(String hash, boolean isRemovable) {}
}
