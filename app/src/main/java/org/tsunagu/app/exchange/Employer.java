package org.tsunagu.app.exchange;

/// An employer of insured people (事業主).
///
/// @param code as the register has it
/// @param name empty as long as nobody has said it
public record Employer(
        long id, String code, String name, String contact, String postalCode, String address, String phone) {

    /// What it is called.
    public String shown() {
        return name.isEmpty() ? code : name;
    }

    /// Whether a letter can be sent to it.
    public boolean hasAddress() {
        return !name.isEmpty() && !postalCode.isEmpty() && !address.isEmpty();
    }
}
