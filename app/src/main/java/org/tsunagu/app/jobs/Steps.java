package org.tsunagu.app.jobs;

/// How a handler moves a job on (処理の進行).
public interface Steps {

    /// Does a step in one transaction of the job's insurer, together with the progress.
    ///
    /// @param step where to go on after it
    void commit(String step, long done, long total, Runnable work);
}
