package org.tsunagu.checkupformat.cda;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads one start tag of plain XML (開始タグの解析): ASCII names, no prefix but `xsi` and `xml`, no character references.
/// Whatever else it meets, well-formed or not, is not plain.
final class TagParser {

    private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String RESERVED = "http://www.w3.org/";
    private static final int FIRST_UNCODED = 0xfffe;

    private final Words words;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private char[] characters = new char[1 << 8];
    private byte[] bytes = {};
    private int position;
    private int end;

    private @Nullable String own;
    private boolean declaresInstance;
    private boolean declaresOthers;
    private boolean usesInstance;

    TagParser(Words words) {
        this.words = words;
    }

    /// Reads the tag between two places: from its `<` to the first `>`.
    StartTag parse(byte[] document, int start, int stop) throws NotPlain {
        bytes = document;
        position = start + 1;
        own = null;
        declaresInstance = false;
        declaresOthers = false;
        usesInstance = false;
        var isEmpty = bytes[stop - 2] == '/';
        end = isEmpty ? stop - 2 : stop - 1;
        var name = name();
        var nameLength = position - start - 1;
        var attributes = attributes();
        return new StartTag(
                Arrays.copyOfRange(document, start, stop),
                name,
                shape(start, nameLength, isEmpty),
                new StartTag.Namespaces(own, declaresInstance, declaresOthers, usesInstance),
                attributes);
    }

    private StartTag.Shape shape(int start, int nameLength, boolean isEmpty) {
        var newLines = 0;
        var last = 0;
        for (var i = start; i < end; i++) {
            if (bytes[i] == '\n') {
                newLines++;
                last = i - start;
            }
        }
        return new StartTag.Shape(nameLength, isEmpty, newLines, last);
    }

    private String name() throws NotPlain {
        var start = position;
        while (position < end && AsciiNames.isPart(bytes[position])) {
            position++;
        }
        if (position == start || !AsciiNames.isStart(bytes[start])) {
            throw new NotPlain();
        }
        return AsciiNames.of(bytes, start, position);
    }

    private List<StartTag.Attribute> attributes() throws NotPlain {
        var attributes = new ArrayList<StartTag.Attribute>();
        while (hasNext()) {
            var name = name();
            var prefix = "";
            if (bytes[position] == ':') {
                position++;
                prefix = name;
                name = name();
            }
            var length = value();
            if (prefix.equals("xmlns") || (prefix.isEmpty() && name.equals("xmlns"))) {
                declare(prefix.isEmpty() ? "" : name, new String(characters, 0, length));
            } else {
                notePrefix(prefix);
                attributes.add(attribute(name, length));
            }
        }
        refuseDoubles(attributes);
        return attributes;
    }

    /// Blanks come before every attribute, and may come before the end. A carriage return is not one of them: it may be
    /// a
    /// line of its own.
    private boolean hasNext() throws NotPlain {
        var start = position;
        while (position < end && isBlank(bytes[position])) {
            position++;
        }
        if (position < end && position == start) {
            throw new NotPlain();
        }
        return position < end;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\n' || b == '\t';
    }

    /// Reads `="value"` into the characters; how many there are.
    private int value() throws NotPlain {
        if (position + 2 >= end || bytes[position] != '=') {
            throw new NotPlain();
        }
        var quote = bytes[position + 1];
        if (quote != '"' && quote != '\'') {
            throw new NotPlain();
        }
        var start = position + 2;
        position = start;
        while (position < end && bytes[position] != quote) {
            var b = bytes[position];
            if (b == '<' || b == '&' || (b >= 0 && b < ' ')) {
                throw new NotPlain();
            }
            position++;
        }
        if (position == end) {
            throw new NotPlain();
        }
        return decode(start, position++);
    }

    private int decode(int from, int to) throws NotPlain {
        if (characters.length < to - from) {
            characters = new char[2 * (to - from)];
        }
        var out = CharBuffer.wrap(characters);
        decoder.reset();
        var result = decoder.decode(ByteBuffer.wrap(bytes, from, to - from), out, true);
        if (!result.isUnderflow()) {
            throw new NotPlain();
        }
        for (var i = 0; i < out.position(); i++) {
            if (characters[i] >= FIRST_UNCODED) {
                throw new NotPlain();
            }
        }
        return out.position();
    }

    private StartTag.Attribute attribute(String name, int length) {
        var from = 0;
        var to = length;
        while (from < to && characters[from] == ' ') {
            from++;
        }
        while (from < to && characters[to - 1] == ' ') {
            to--;
        }
        words.decode(characters, from, to);
        var word = words.word();
        return new StartTag.Attribute(name, to - from == length ? word : new String(characters, 0, length), word);
    }

    private void declare(String prefix, String namespace) throws NotPlain {
        var isInstance = prefix.equals("xsi");
        if (isInstance != namespace.equals(INSTANCE)
                || (!isInstance && namespace.startsWith(RESERVED))
                || (!prefix.isEmpty() && namespace.isEmpty())
                || prefix.startsWith("xml")) {
            throw new NotPlain();
        }
        if (isInstance && !declaresInstance) {
            declaresInstance = true;
        } else if (prefix.isEmpty() && own == null) {
            own = namespace;
        } else if (!prefix.isEmpty() && !isInstance && !declaresOthers) {
            declaresOthers = true;
        } else {
            throw new NotPlain();
        }
    }

    private void notePrefix(String prefix) throws NotPlain {
        if (prefix.equals("xsi")) {
            usesInstance = true;
        } else if (!prefix.isEmpty() && !prefix.equals("xml")) {
            throw new NotPlain();
        }
    }

    /// The same local name twice is left to the parser, whatever the prefixes.
    private static void refuseDoubles(List<StartTag.Attribute> attributes) throws NotPlain {
        for (var i = 1; i < attributes.size(); i++) {
            for (var j = 0; j < i; j++) {
                if (attributes.get(i).name().equals(attributes.get(j).name())) {
                    throw new NotPlain();
                }
            }
        }
    }
}
