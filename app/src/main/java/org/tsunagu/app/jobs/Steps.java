package org.tsunagu.app.jobs;

/// How a handler moves a job on (処理の進行).
public interface Steps {

    /// Does a step in one transaction of the job's insurer, together with the progress.
    ///
    /// @param step where to go on after it
    void commit(String step, long done, long total, Runnable work);

    /// The same for work that reads with many statements what belongs together: all of them see the data
    /// of one moment (一時点の読み取り). It changes nothing that others may have changed meanwhile.
    default void snapshot(String step, long done, long total, Runnable work) {
        commit(step, done, total, work);
    }
}
