package org.tsunagu.checkupformat.cda;

import java.util.Optional;
import org.tsunagu.codes.item.Item;

/// What the master knows of an item (項目マスタの内容), ready to be written.
final class KnownItem {

    /// An item the master does not have.
    static final KnownItem NOTHING = new KnownItem(Optional.empty(), new byte[0], "", 0);

    private static final int TEXT_BYTES = 256;

    private final Optional<Item> item;
    private final byte[] codeElement;
    private final String unit;
    private final int maxBytes;

    private KnownItem(Optional<Item> item, byte[] codeElement, String unit, int maxBytes) {
        this.item = item;
        this.codeElement = codeElement;
        this.unit = unit;
        this.maxBytes = maxBytes;
    }

    static KnownItem of(Item item) {
        var element = new XmlBuffer();
        element.raw(Markup.CODE_ELEMENT)
                .attribute(Markup.CODE, item.code())
                .attribute(Markup.CODE_SYSTEM, Markup.ROOT + "1005")
                .attribute(Markup.DISPLAY_NAME, item.nameJa())
                .raw(Markup.CLOSE_EMPTY);
        return new KnownItem(Optional.of(item), element.toBytes(), item.unit(), item.maxBytes());
    }

    Optional<Item> item() {
        return item;
    }

    /// Writes the code element.
    void writeCode(XmlBuffer out) {
        out.raw(codeElement);
    }

    String unit() {
        return unit;
    }

    /// The longest text in legacy bytes.
    int textBytes() {
        return maxBytes == 0 ? TEXT_BYTES : maxBytes;
    }
}
