package org.tsunagu.fhir.checkup;

/// How a bundle is written down (バンドルの表記).
public enum BundleFormat {
    /// `application/fhir+json`.
    JSON("json"),
    /// `application/fhir+xml`.
    XML("xml");

    private final String ending;

    BundleFormat(String ending) {
        this.ending = ending;
    }

    /// How names of such files end, without the dot.
    public String ending() {
        return ending;
    }
}
