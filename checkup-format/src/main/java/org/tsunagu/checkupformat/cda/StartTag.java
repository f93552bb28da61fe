package org.tsunagu.checkupformat.cda;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A start tag that was read once and found well-formed (開始タグ); equal bytes are the same tag.
///
/// Not a record: the caches of what tags mean keep their content here.
final class StartTag {

    /// What can be said of a tag before its attributes are looked at.
    ///
    /// @param nameLength bytes of the name
    /// @param isEmpty whether it ends with `/>`
    /// @param newLines line breaks within the tag
    /// @param lastNewLine place of the last of them from the start of the tag
    record Shape(int nameLength, boolean isEmpty, int newLines, int lastNewLine) {}

    /// What the tag says of namespaces.
    ///
    /// @param own default namespace it declares; null for none
    /// @param declaresInstance whether it declares the prefix `xsi`
    /// @param declaresOthers whether it declares further prefixes
    /// @param usesInstance whether an attribute has the prefix `xsi`
    record Namespaces(@Nullable String own, boolean declaresInstance, boolean declaresOthers, boolean usesInstance) {}

    private final byte[] bytes;
    private final String name;
    private final Shape shape;
    private final Namespaces namespaces;
    private final String[] names;
    private final String[] values;
    private final String[] words;
    private @Nullable TagCache<?> owner;
    private @Nullable Object content;

    StartTag(byte[] bytes, String name, Shape shape, Namespaces namespaces, List<Attribute> attributes) {
        this.bytes = bytes;
        this.name = name;
        this.shape = shape;
        this.namespaces = namespaces;
        this.names = attributes.stream().map(Attribute::name).toArray(String[]::new);
        this.values = attributes.stream().map(Attribute::value).toArray(String[]::new);
        this.words = attributes.stream().map(Attribute::word).toArray(String[]::new);
    }

    /// One attribute.
    ///
    /// @param value as written
    /// @param word without the blanks around it
    record Attribute(String name, String value, String word) {}

    /// From `<` to `>`.
    byte[] bytes() {
        return bytes;
    }

    String name() {
        return name;
    }

    Shape shape() {
        return shape;
    }

    Namespaces namespaces() {
        return namespaces;
    }

    int attributes() {
        return names.length;
    }

    String attributeName(int index) {
        return names[index];
    }

    String value(int index) {
        return values[index];
    }

    String word(int index) {
        return words[index];
    }

    /// What a cache keeps of this tag; null when it keeps nothing.
    @Nullable
    Object content(TagCache<?> cache) {
        return cache == owner ? content : null;
    }

    /// Keeps the meaning of this tag for a cache.
    void keep(TagCache<?> cache, Object meaning) {
        owner = cache;
        content = meaning;
    }
}
