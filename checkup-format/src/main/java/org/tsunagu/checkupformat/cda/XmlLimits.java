package org.tsunagu.checkupformat.cda;

/// Bounds of what is read of one XML file (XMLの上限), so that no file can exhaust memory or time.
///
/// @param bytes largest file
/// @param textLength longest text or attribute value, in characters
/// @param depth deepest nesting of elements
/// @param observations most results in one document
public record XmlLimits(int bytes, int textLength, int depth, int observations) {

    /// Far above any real document: 8 MiB, 65,536 characters, 100 elements deep, 10,000 results.
    public static XmlLimits standard() {
        return new XmlLimits(8 << 20, 1 << 16, 100, 10_000);
    }
}
