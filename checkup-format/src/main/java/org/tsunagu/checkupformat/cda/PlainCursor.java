package org.tsunagu.checkupformat.cda;

import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/// A place in a document of plain XML (簡易走査による読み取り位置): what institutions really write, UTF-8 without DTD, CDATA,
/// character references or foreign prefixes. It accepts nothing the full parser would refuse; at the first thing it
/// does
/// not know it gives up with [NotPlain], and the parser reads the document instead. Reading the bytes directly and
/// every
/// tag only once costs about a third of the parser (benchmarks/RESULTS.md).
final class PlainCursor extends XmlCursor {

    private static final StartTag NONE = new StartTag(
            new byte[0],
            "",
            new StartTag.Shape(0, false, 0, 0),
            new StartTag.Namespaces(null, false, false, false),
            List.of());

    private final StartTags tags;
    private final PlainText text = new PlainText();
    private final PlainProlog prolog = new PlainProlog();
    private final StartTag[] open;
    private Places places = new Places(new byte[0]);
    private byte[] bytes = {};
    private int position;
    private int opened;
    private StartTag current = NONE;
    private int currentStart;
    private int currentLine;
    private int currentLineStart;
    private int textStart;
    private boolean isEndDue;
    private boolean hasRoot;
    private boolean knowsInstance;

    PlainCursor(XmlLimits limits, Words words) {
        super(limits);
        this.tags = new StartTags(new TagParser(words));
        this.open = new StartTag[limits.depth()];
        Arrays.fill(open, NONE);
    }

    /// Begins a document.
    PlainCursor open(byte[] document) throws NotPlain {
        if (document.length > limits().textLength()) {
            throw new NotPlain();
        }
        toStart();
        bytes = document;
        places = new Places(document);
        text.open(document);
        opened = 0;
        current = NONE;
        isEndDue = false;
        hasRoot = false;
        knowsInstance = false;
        position = prolog.end(document);
        return this;
    }

    /// Whether a document begins as plain documents did before, so that its encoding needs no second look.
    boolean isBegunAsBefore(byte[] document) {
        return prolog.isAsBefore(document);
    }

    @Override
    int advanceToTag() throws RefusedXml {
        while (true) {
            if (isEndDue) {
                return endOfEmpty();
            }
            var at = skipText();
            if (at == bytes.length) {
                return endOfDocument();
            }
            if (at + 1 == bytes.length) {
                throw new NotPlain();
            }
            switch (bytes[at + 1]) {
                case '/' -> {
                    return endTag(at);
                }
                case '!' -> position = comment(at);
                case '?' -> throw new NotPlain();
                default -> {
                    return startTag(at);
                }
            }
        }
    }

    @Override
    int advance() throws RefusedXml {
        while (!isEndDue && opened > 0) {
            textStart = position;
            position = skipText();
            if (position > textStart) {
                return XMLStreamConstants.CHARACTERS;
            }
            if (!isComment(position)) {
                break;
            }
            position = comment(position);
        }
        return advanceToTag();
    }

    private boolean isComment(int at) {
        return at + 1 < bytes.length && bytes[at + 1] == '!';
    }

    private int skipText() throws NotPlain {
        var at = text.skip(position);
        if (opened == 0 && !text.isBlank()) {
            throw new NotPlain();
        }
        return at;
    }

    private int startTag(int at) throws NotPlain {
        if (opened == open.length || (opened == 0 && hasRoot)) {
            throw new NotPlain();
        }
        var tag = tags.at(bytes, at);
        var namespaces = tag.namespaces();
        if (opened == 0) {
            hasRoot = true;
            knowsInstance = namespaces.declaresInstance();
        } else if (namespaces.declaresOthers()) {
            throw new NotPlain();
        }
        if (namespaces.usesInstance() && !knowsInstance && !namespaces.declaresInstance()) {
            throw new NotPlain();
        }
        stand(tag, at);
        position = at + tag.bytes().length;
        var shape = tag.shape();
        if (shape.newLines() > 0) {
            text.newLines(shape.newLines(), at + shape.lastNewLine());
        }
        isEndDue = shape.isEmpty();
        open[opened++] = tag;
        return XMLStreamConstants.START_ELEMENT;
    }

    private int endOfEmpty() {
        isEndDue = false;
        opened--;
        return XMLStreamConstants.END_ELEMENT;
    }

    private int endTag(int at) throws NotPlain {
        if (opened == 0) {
            throw new NotPlain();
        }
        var tag = open[--opened];
        var length = tag.shape().nameLength();
        var end = at + 2 + length;
        if (end >= bytes.length
                || bytes[end] != '>'
                || !Arrays.equals(tag.bytes(), 1, 1 + length, bytes, at + 2, end)) {
            throw new NotPlain();
        }
        stand(tag, at);
        position = end + 1;
        return XMLStreamConstants.END_ELEMENT;
    }

    private int endOfDocument() throws NotPlain {
        if (!hasRoot || opened > 0) {
            throw new NotPlain();
        }
        position = bytes.length;
        return XMLStreamConstants.END_DOCUMENT;
    }

    /// The place after a comment of text without `&`, `<` or `--`.
    private int comment(int at) throws NotPlain {
        var start = at + "<!--".length();
        if (start > bytes.length || bytes[at + 2] != '-' || bytes[at + 3] != '-') {
            throw new NotPlain();
        }
        var end = start;
        while (end + 2 < bytes.length && !(bytes[end] == '-' && bytes[end + 1] == '-')) {
            if (bytes[end] == '<' || bytes[end] == '&') {
                throw new NotPlain();
            }
            end++;
        }
        if (end + 2 >= bytes.length || bytes[end + 2] != '>') {
            throw new NotPlain();
        }
        text.skip(start, end);
        return end + 3;
    }

    private void stand(StartTag tag, int at) {
        current = tag;
        currentStart = at;
        currentLine = text.line();
        currentLineStart = text.lineStart();
    }

    @Override
    String name() {
        return current.name();
    }

    @Override
    String namespace() {
        var own = current.namespaces().own();
        return own == null ? "" : own;
    }

    @Override
    Places place() {
        return places.to(currentLine, currentLineStart, currentStart);
    }

    @Override
    @SuppressWarnings("unchecked")
    <T> @Nullable T known(TagCache<T> cache) {
        return (T) current.content(cache);
    }

    @Override
    <T> T keep(TagCache<T> cache, T content) {
        current.keep(cache, content);
        return content;
    }

    @Override
    int attributes() {
        return current.attributes();
    }

    @Override
    String attributeName(int index) {
        return current.attributeName(index);
    }

    @Override
    String word(int index) {
        return current.word(index);
    }

    @Override
    String value(int index) {
        return current.value(index);
    }

    @Override
    void append(FlowText into) {
        into.append(bytes, textStart, position);
    }
}
