package org.tsunagu.rules.legal;

/// Whether data may be given, and why (提供の可否と理由). The names stand in the ledger and never change meaning.
public enum Why {
    /// It rests on law, no consent is needed (法令にもとづく).
    LAW(true),
    /// The person's own request (本人の請求).
    OWN_REQUEST(true),
    /// It rests on law, and the person has not objected (本人が断っていない).
    NOT_OBJECTED(true),
    /// The person has given consent (本人の同意).
    CONSENT(true),
    /// The person has given consent at this visit (受診時の同意).
    VISIT(true),
    /// The person cannot be asked in a disaster (災害時).
    DISASTER(true),
    /// The person has objected (本人が断っている).
    OBJECTED(false),
    /// Consent is needed and was not given (同意がない).
    NO_CONSENT(false),
    /// Consent was refused or taken back (拒否・撤回されている).
    WITHDRAWN(false),
    /// The time of the consent is over (同意の期限切れ).
    EXPIRED(false),
    /// There is no consent at this visit (この受診での同意がない).
    NO_VISIT(false),
    /// No ground, and consent was not asked for yet (根拠がなく、同意も得ていない).
    NO_GROUND(false),
    /// Records about safety are never given on an ordinary consent (安全に関する記録).
    SAFEGUARD(false),
    /// Nobody of this insurer (加入者でない).
    NOT_A_MEMBER(false);

    private final boolean isAllowed;

    Why(boolean isAllowed) {
        this.isAllowed = isAllowed;
    }

    /// Whether the data may be given.
    public boolean isAllowed() {
        return isAllowed;
    }

    /// Whether it is allowed by what the person has said.
    public boolean isByConsent() {
        return this == CONSENT || this == VISIT;
    }

    /// What follows from the law and from what the person has said.
    public static Why of(Answer answer, Standing said) {
        if (!answer.isLaw() && !LegalTables.shipped().isOrdinary(answer.question().dataClass())) {
            return SAFEGUARD;
        }
        return switch (answer.will()) {
            case NO -> LAW;
            case OWN -> OWN_REQUEST;
            case OBJECTION -> said == Standing.DENIED ? OBJECTED : NOT_OBJECTED;
            case EACH_VISIT -> visit(said);
            case YES -> consent(said, answer.ground().isPresent() ? NO_CONSENT : NO_GROUND);
        };
    }

    private static Why visit(Standing said) {
        var why = consent(said, NO_VISIT);
        return why == CONSENT ? VISIT : why;
    }

    private static Why consent(Standing said, Why unsaid) {
        return switch (said) {
            case GIVEN -> CONSENT;
            case DENIED -> WITHDRAWN;
            case EXPIRED -> EXPIRED;
            case UNSAID -> unsaid;
        };
    }
}
