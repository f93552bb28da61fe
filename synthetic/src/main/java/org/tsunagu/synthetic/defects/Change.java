package org.tsunagu.synthetic.defects;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// A document with a defect in it (不備を入れた文書).
///
/// @param item 17-digit code of the item concerned; empty when none is
record Change(String xml, Charset charset, String item) {
    static Change of(String xml, String item) {
        return new Change(xml, StandardCharsets.UTF_8, item);
    }

    byte[] bytes() {
        return xml.getBytes(charset);
    }
}
