package org.tsunagu.synthetic.people;

/// Why somebody left the insurer (資格喪失の理由).
public enum Leaving {
    /// Still insured.
    NONE(""),
    /// Turned 75: the insurance of the very old takes over (75歳到達).
    AGE("75"),
    /// Left the work or the area (退職・異動).
    MOVED("moved"),
    /// The insured person of the household left (世帯主の喪失).
    HOUSEHOLD("household");

    private final String code;

    Leaving(String code) {
        this.code = code;
    }

    /// The code in our register file.
    public String code() {
        return code;
    }
}
