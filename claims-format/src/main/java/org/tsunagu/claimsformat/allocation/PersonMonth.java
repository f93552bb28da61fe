package org.tsunagu.claimsformat.allocation;

import java.time.YearMonth;
import org.tsunagu.claimsformat.claim.Institution;
import org.tsunagu.claimsformat.claim.Person;
import org.tsunagu.codes.person.Sex;

/// One number for a person at an institution in a month (個人・医療機関・月の鍵), so that millions of
/// claims can be joined in little memory. Names are not part of it, nor is the branch number, which
/// older claims do not have.
final class PersonMonth {

    private static final long BEGIN = 0xcbf29ce484222325L;
    private static final long STEP = 0x100000001b3L;
    private static final long MIX = 0xff51afd7ed558ccdL;
    private static final int HALF = 33;

    private PersonMonth() {}

    static long key(Person person, Institution institution, YearMonth month) {
        var hash = add(BEGIN, person.insurerNumber());
        hash = add(hash, person.symbolForMatching());
        hash = add(hash, person.numberForMatching());
        hash = add(hash, person.birth().map(Object::toString).orElse(""));
        hash = add(hash, person.sex().map(Sex::code).orElse(""));
        hash = add(hash, institution.key());
        hash = add(hash, month.toString());
        return (hash ^ (hash >>> HALF)) * MIX;
    }

    /// A text, closed off so that two texts in a row cannot be taken for two others.
    private static long add(long hash, String text) {
        var sum = hash;
        for (var i = 0; i < text.length(); i++) {
            sum = (sum ^ text.charAt(i)) * STEP;
        }
        return (sum ^ '\uffff') * STEP;
    }
}
