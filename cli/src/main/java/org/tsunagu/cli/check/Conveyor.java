package org.tsunagu.cli.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Carries tasks past the workers and hands them on in the order they came (コンベヤー). The main thread only loads; a
/// worker that has finished a batch hands on whatever is next in the order, mostly that same batch, which its processor
/// still has in the cache. A bounded number of batches is on the way, so that memory does not grow with the input.
/// With one thread everything happens in place.
final class Conveyor implements AutoCloseable {

    private static final int LOOK_AGAIN_MILLIS = 20;

    private final Consumer<Batch> unload;
    private final BlockingQueue<Worker> workers;
    private final ExecutorService pool;
    private final int threads;
    private final Semaphore room;
    private final Deque<Future<?>> onTheWay = new ArrayDeque<>();
    private final Queue<Batch> empty = new ConcurrentLinkedQueue<>();
    private Batch loading = new Batch();
    private long sent;

    private final Lock order = new ReentrantLock();
    private final Map<Long, Batch> finished = new HashMap<>();
    private long next;
    private boolean isUnloading;

    Conveyor(int threads, Supplier<Worker> worker, Consumer<Batch> unload) {
        this.unload = unload;
        this.threads = threads;
        this.room = new Semaphore(4 * threads);
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
        waitForRoom();
        var batch = loading;
        var number = sent++;
        onTheWay.add(pool.submit(() -> {
            work(batch);
            unloadFrom(number, batch);
            return number;
        }));
        var again = empty.poll();
        loading = again == null ? new Batch() : again;
    }

    private void waitForRoom() {
        try {
            do {
                // Throws what went wrong in a worker.
                while (!onTheWay.isEmpty() && onTheWay.element().isDone()) {
                    await(onTheWay.remove());
                }
            } while (!room.tryAcquire(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void work(Batch batch) throws InterruptedException {
        var worker = workers.take();
        try {
            worker.work(batch);
        } finally {
            workers.add(worker);
        }
    }

    /// One worker at a time unloads all that is next in the order; the others leave theirs to it.
    private void unloadFrom(long number, Batch batch) {
        var ready = finish(number, batch);
        while (ready.isPresent()) {
            unload.accept(ready.get());
            ready.get().clear();
            empty.add(ready.get());
            room.release();
            ready = next();
        }
    }

    private Optional<Batch> finish(long number, Batch batch) {
        order.lock();
        try {
            finished.put(number, batch);
            if (isUnloading || number != next) {
                return Optional.empty();
            }
            isUnloading = true;
            return take();
        } finally {
            order.unlock();
        }
    }

    private Optional<Batch> next() {
        order.lock();
        try {
            var ready = take();
            isUnloading = ready.isPresent();
            return ready;
        } finally {
            order.unlock();
        }
    }

    private Optional<Batch> take() {
        var ready = Optional.ofNullable(finished.remove(next));
        next += ready.isPresent() ? 1 : 0;
        return ready;
    }

    private static void await(Future<?> future) {
        try {
            future.get();
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
            await(onTheWay.remove());
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
        pool.close();
    }
}
