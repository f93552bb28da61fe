package org.tsunagu.app.worklists;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
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
    RETURN,
    /// See what a member says to the advice to see a doctor (受診のおすすめへの返事を確かめる).
    REPLY,
    /// Read and answer a message of a member (加入者からのメッセージに答える).
    MESSAGE,
    /// Answer a question about who looked (閲覧についての質問に答える).
    INQUIRY,
    /// Answer a request for disclosure, correction or stop of use (開示・訂正・利用停止の請求に答える).
    RIGHTS,
    /// Get in touch with somebody who asks for support (相談の申込みに応じる).
    SUPPORT;

    private static final Set<TaskKind> AT_PORTAL = EnumSet.of(MESSAGE, INQUIRY, RIGHTS, SUPPORT);

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

    /// Whether it is worked on beside the member's own pages (マイページの窓口で行う作業).
    public boolean isAtPortal() {
        return AT_PORTAL.contains(this);
    }
}
