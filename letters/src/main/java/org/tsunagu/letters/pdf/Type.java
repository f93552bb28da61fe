package org.tsunagu.letters.pdf;

/// How text is set (組み方).
///
/// @param points font size
/// @param isTabular whether all digits are equally wide, as columns of figures need it
public record Type(Face face, double points, boolean isTabular) {

    /// Regular text.
    public static Type regular(double points) {
        return new Type(Face.REGULAR, points, false);
    }

    /// Bold text.
    public static Type bold(double points) {
        return new Type(Face.BOLD, points, false);
    }

    /// The same with equally wide digits.
    public Type tabular() {
        return new Type(face, points, true);
    }

    /// The same in another size.
    public Type sized(double other) {
        return new Type(face, other, isTabular);
    }
}
