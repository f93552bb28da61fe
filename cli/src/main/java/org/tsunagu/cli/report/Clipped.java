package org.tsunagu.cli.report;

/// Texts of documents are shown up to a length (省略表示): a file decides what it holds, not how much we keep of it.
final class Clipped {

    private static final int NAME = 60;
    private static final int PATH = 200;

    private Clipped() {}

    static String name(String text) {
        return clip(text, NAME);
    }

    static String path(String text) {
        return clip(text, PATH);
    }

    private static String clip(String text, int length) {
        return text.length() <= length || text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length)) + "…";
    }
}
