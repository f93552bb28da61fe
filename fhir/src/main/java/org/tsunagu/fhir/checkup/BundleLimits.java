package org.tsunagu.fhir.checkup;

/// Bounds of what is read of one bundle (バンドルの上限), so that none can exhaust memory or time.
///
/// @param bytes largest file
/// @param depth deepest nesting of elements
/// @param entries most entries of a bundle
public record BundleLimits(int bytes, int depth, int entries) {

    /// Far above any real document: 16 MiB, 64 elements deep, 10,000 entries.
    public static BundleLimits standard() {
        return new BundleLimits(16 << 20, 64, 10_000);
    }
}
