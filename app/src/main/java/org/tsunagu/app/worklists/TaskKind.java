package org.tsunagu.app.worklists;

import java.util.EnumMap;
import java.util.Map;
import org.tsunagu.codes.table.Table;

/// What somebody has to do (作業の種類), in the order of urgency; how many days there are is in `task-kinds.tsv`.
public enum TaskKind {
    /// Advise to see a doctor now (すぐに受診を勧める).
    VISIT_NOW,
    /// Advise to see a doctor (受診を勧める).
    VISIT,
    /// Offer active support (積極的支援).
    ACTIVE,
    /// Offer motivational support (動機付け支援).
    MOTIVATIONAL,
    /// Find out a missing value (判定不能の項目を確かめる).
    UNDETERMINED,
    /// Do the next step of a course of guidance (特定保健指導の次の対応).
    COURSE,
    /// Contact somebody on a list of people at risk (抽出リストの人への連絡).
    LIST,
    /// Decide whom a document belongs to (突合の確認).
    MATCH,
    /// Follow up a request to an employer or insurer (提供依頼の催促).
    REQUEST,
    /// Send a document back (返戻).
    RETURN;

    private static final Map<TaskKind, Integer> DAYS = read();

    private static Map<TaskKind, Integer> read() {
        var days = new EnumMap<TaskKind, Integer>(TaskKind.class);
        for (var row : Table.read("worklists/task-kinds", TaskKind.class.getResourceAsStream("task-kinds.tsv"))
                .rows()) {
            days.put(valueOf(row.key()), row.integer("days"));
        }
        return days;
    }

    /// Days from when the task comes up until it is due.
    public int days() {
        return DAYS.getOrDefault(this, 0);
    }
}
