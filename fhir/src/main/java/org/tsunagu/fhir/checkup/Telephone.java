package org.tsunagu.fhir.checkup;

/// Telephone numbers (電話番号), which the CDA writes as `tel:` addresses.
final class Telephone {

    private static final String SCHEME = "tel:";

    private Telephone() {}

    static String number(String address) {
        return address.startsWith(SCHEME) ? address.substring(SCHEME.length()) : address;
    }

    static String address(String number) {
        return number.isEmpty() || number.startsWith(SCHEME) ? number : SCHEME + number;
    }
}
