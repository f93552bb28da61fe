package org.tsunagu.fhir.checkup;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.tsunagu.checkupformat.document.Observation;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// Sections of the CDA and of the guide (セクションの対応), `sections.tsv`: the guide keeps tests and questions apart;
/// which item is a question, `questions.tsv` says.
final class Sections {

    /// Additional items (任意追加項目), and what belongs nowhere else.
    static final String ADDITIONAL = "01990";

    private static final String TESTS = "tests";
    private static final String QUESTIONS = "questions";
    private static final Map<String, Row> BY_CODE = new HashMap<>();
    private static final Map<String, Row> BY_PART = new HashMap<>();
    private static final Set<String> QUESTION_ITEMS = new HashSet<>();

    static {
        for (var row : Table.read("checkup/sections", Sections.class.getResourceAsStream("sections.tsv"))
                .rows()) {
            BY_CODE.put(row.key(), row);
            BY_PART.put(row.text("cda") + row.text("part"), row);
        }
        Table.read("checkup/questions", Sections.class.getResourceAsStream("questions.tsv"))
                .rows()
                .forEach(row -> QUESTION_ITEMS.add(row.key()));
    }

    private Sections() {}

    /// Whether a result answers a question.
    static boolean isQuestion(Observation result) {
        return QUESTION_ITEMS.contains(result.code());
    }

    /// Whether the guide has a section for one of the CDA.
    static boolean knows(String cda) {
        return BY_PART.containsKey(cda + "all") || BY_PART.containsKey(cda + TESTS);
    }

    /// The section of the guide for a result.
    static Row of(String cda, boolean isQuestion) {
        var whole = BY_PART.get(cda + "all");
        if (whole != null) {
            return whole;
        }
        var part = isQuestion ? QUESTIONS : TESTS;
        var own = BY_PART.get(cda + part);
        return own == null ? general(part) : own;
    }

    private static Row general(String part) {
        var row = BY_PART.get(part);
        if (row == null) {
            throw new IllegalStateException("sections.tsv has no general section");
        }
        return row;
    }

    /// Whether a code is a section of the guide.
    static boolean isOfGuide(String code) {
        return BY_CODE.containsKey(code);
    }

    /// The name of a section of the guide.
    static String title(String code) {
        var row = BY_CODE.get(code);
        return row == null ? code : row.text("name_ja");
    }

    /// The section of the CDA for one of the guide.
    static String cda(String code) {
        var row = BY_CODE.get(code);
        return row == null || row.text("cda").isEmpty() ? ADDITIONAL : row.text("cda");
    }
}
