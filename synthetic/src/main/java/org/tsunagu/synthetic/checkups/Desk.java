package org.tsunagu.synthetic.checkups;

import java.util.List;
import org.tsunagu.synthetic.draw.Assumptions;
import org.tsunagu.synthetic.draw.Draw;
import org.tsunagu.synthetic.world.Institution;
import org.tsunagu.synthetic.world.World;

/// What those who fill in a sheet have at hand (記入の材料): the person's state, the institution and chance.
///
/// @param shares published shares
/// @param codes what is missing, for the reason item 9N512
record Desk(
        Checkup checkup,
        Institution institution,
        World world,
        Assumptions assumptions,
        Shares shares,
        Draw draw,
        List<Integer> codes) {
    boolean chance(String assumption) {
        return draw.chance(assumptions.get(assumption));
    }

    /// The item by which the institution's laboratory measures something.
    String blood(String key) {
        return world.item(institution.laboratory(), key);
    }

    String urine(String key) {
        return world.item(institution.urine(), key);
    }

    double get(Measure measure) {
        return checkup.body().get(measure);
    }

    String text(Measure measure) {
        return checkup.body().text(measure);
    }
}
