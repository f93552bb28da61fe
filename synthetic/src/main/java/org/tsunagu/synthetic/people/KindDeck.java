package org.tsunagu.synthetic.people;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import org.tsunagu.synthetic.draw.Draw;

/// The kinds of the people of one cell (種別の割り付け), in the exact proportions of the profile and in random order.
final class KindDeck {
    private final Deque<Kind> kinds = new ArrayDeque<>();

    KindDeck(long seed, Profile profile, Profile.Cell cell, int people) {
        var shares = profile.kindsOf(cell);
        var counts = Profile.apportion(
                shares.stream().mapToInt(Profile.KindShare::count).toArray(), Math.max(0, people));
        var all = new ArrayList<Kind>();
        for (var i = 0; i < counts.length; i++) {
            for (var n = 0; n < counts[i]; n++) {
                all.add(shares.get(i).kind());
            }
        }
        var draw = Draw.of(seed, "kind", cell.sex().code().charAt(0), cell.ageFrom());
        while (!all.isEmpty()) {
            var picked = draw.below(all.size());
            kinds.add(all.get(picked));
            all.set(picked, all.getLast());
            all.removeLast();
        }
    }

    Kind next() {
        return kinds.removeFirst();
    }
}
