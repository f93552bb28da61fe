package org.tsunagu.app.jobs;

/// A job waits to be done (処理待ち); announced within the transaction that queues it.
record JobWaiting() {}
