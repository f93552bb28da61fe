package org.tsunagu.app.jobs;

/// Does one kind of background work (処理の担当), step by step.
public interface JobHandler {

    /// The kind of job it does.
    String kind();

    /// Works on a job until it is done. Every step goes through [Steps], which commits the work and the progress in one
    /// transaction; what was committed is not done again after a restart, what was not is.
    void work(Job job, Steps steps);
}
