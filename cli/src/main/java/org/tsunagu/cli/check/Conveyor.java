package org.tsunagu.cli.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Carries tasks past the workers and hands them on in the order they came (コンベヤー). The main thread loads and
/// unloads; a bounded number of batches is on the way, so that memory does not grow with the input. With one thread
/// everything happens in place.
final class Conveyor implements AutoCloseable {

    private final Consumer<Batch> unload;
    private final BlockingQueue<Worker> workers;
    private final ExecutorService pool;
    private final int threads;
    private final int most;
    private final Deque<Future<Batch>> onTheWay = new ArrayDeque<>();
    private final Deque<Batch> empty = new ArrayDeque<>();
    private Batch loading = new Batch();

    Conveyor(int threads, Supplier<Worker> worker, Consumer<Batch> unload) {
        this.unload = unload;
        this.threads = threads;
        this.most = 2 * threads + 2;
        this.workers = new ArrayBlockingQueue<>(threads);
        for (var i = 0; i < threads; i++) {
            workers.add(worker.get());
        }
        this.pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("check-", 1).factory());
    }

    void load(Task task) {
        loading.add(task);
        if (loading.isFull()) {
            send();
        }
    }

    private void send() {
        if (threads == 1) {
            workers.element().work(loading);
            unload.accept(loading);
            loading.clear();
            return;
        }
        var batch = loading;
        onTheWay.add(pool.submit(() -> work(batch)));
        while (!onTheWay.isEmpty()
                && (onTheWay.size() >= most || onTheWay.element().isDone())) {
            unloadNext();
        }
        loading = empty.isEmpty() ? new Batch() : empty.remove();
    }

    private Batch work(Batch batch) throws InterruptedException {
        var worker = workers.take();
        try {
            worker.work(batch);
        } finally {
            workers.add(worker);
        }
        return batch;
    }

    private void unloadNext() {
        var batch = await(onTheWay.remove());
        unload.accept(batch);
        batch.clear();
        empty.add(batch);
    }

    private static Batch await(Future<Batch> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failed -> throw failed;
                case Error failed -> throw failed;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Waits until everything was unloaded.
    void finish() {
        if (!loading.isEmpty()) {
            send();
        }
        while (!onTheWay.isEmpty()) {
            unloadNext();
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
        pool.close();
    }
}
