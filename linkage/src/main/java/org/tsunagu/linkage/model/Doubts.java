package org.tsunagu.linkage.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsunagu.linkage.field.Field;
import org.tsunagu.linkage.field.Level;

/// Rules beyond the score (点数によらない規則).
///
/// @param family the field with the family name, if any
public record Doubts(Optional<Field> family, Optional<Field> given, Optional<Field> birth) {

    /// What stands against a pair.
    List<Doubt> of(int left, int right) {
        var doubts = new ArrayList<Doubt>();
        if (family.isPresent() && given.isPresent() && birth.isPresent()) {
            var familyLevel = family.get().compare(left, right);
            var givenLevel = given.get().compare(left, right);
            var birthLevel = birth.get().compare(left, right);
            var isNearDate = birthLevel == Level.EQUAL || birthLevel == Level.CLOSE;
            if (familyLevel == Level.EQUAL && isNearDate && isAnother(givenLevel)) {
                doubts.add(Doubt.TWINS);
            }
            if (familyLevel == Level.DIFFERENT && birthLevel == Level.EQUAL && givenLevel == Level.EQUAL) {
                doubts.add(Doubt.NEW_FAMILY_NAME);
            }
        }
        return doubts;
    }

    private static boolean isAnother(Level given) {
        return given == Level.DIFFERENT || given == Level.SIMILAR;
    }
}
