package org.tsunagu.cli.check;

import java.util.ArrayList;
import java.util.List;
import org.tsunagu.cli.csv.CsvBytes;
import org.tsunagu.codes.problem.Problem;

/// Some tasks in a row and the rows of CSV they give (処理のまとまり): what a worker does in one go. Used again and
/// again. Few enough that all of it stays in the processor's cache.
final class Batch {

    private static final int MOST_TASKS = 8;
    private static final long MOST_BYTES = 1 << 20;

    private final List<Task> tasks = new ArrayList<>();
    private final List<Checked> checked = new ArrayList<>();
    private final CsvBytes documents = new CsvBytes();
    private final CsvBytes results = new CsvBytes();
    private final CsvBytes findings = new CsvBytes();
    private final CsvBytes reasons = new CsvBytes();
    private long weight;

    void add(Task task) {
        tasks.add(task);
        weight += task.weight();
    }

    boolean isFull() {
        return tasks.size() >= MOST_TASKS || weight >= MOST_BYTES;
    }

    boolean isEmpty() {
        return tasks.isEmpty();
    }

    List<Task> tasks() {
        return tasks;
    }

    /// One entry a task, in the same order.
    List<Checked> checked() {
        return checked;
    }

    CsvBytes documents() {
        return documents;
    }

    CsvBytes results() {
        return results;
    }

    CsvBytes findings() {
        return findings;
    }

    CsvBytes reasons() {
        return reasons;
    }

    void add(Found found, List<Problem> problems) {
        checked.add(new Checked(found, List.copyOf(problems), documents.length(), findings.length()));
    }

    void clear() {
        tasks.clear();
        checked.clear();
        documents.clear();
        results.clear();
        findings.clear();
        reasons.clear();
        weight = 0;
    }
}
