package org.tsunagu.synthetic.checkups;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.Outcome;
import org.tsunagu.rules.metabolic.MetabolicCode;
import org.tsunagu.rules.stratification.Level;
import org.tsunagu.synthetic.people.Attendance;
import org.tsunagu.synthetic.realism.*;
import org.tsunagu.synthetic.world.World;

class ScratchTest {
    @Test
    void look_at_the_figures_by_hand() {
        var shares = Shares.shipped();
        var world = World.shipped();
        var first = new FiscalYear(2021);
        var checkups =
                new Checkups(5, first, new Attendance(5, first, "003", world), new Sheets(5, world, shares), shares);
        var marginals = new Marginals(shares);
        var realism = new Realism(shares, marginals);
        var t = System.nanoTime();
        var n = 0;
        for (var sex : Sex.values())
            for (var age = 40; age < 75; age++)
                for (var i = 0; i < 4000; i++) {
                    n++;
                    var birth = LocalDate.of(2023 - age, 3, 1);
                    var c = checkups.of(n, sex, birth, LocalDate.of(2021, 9, 1).plusDays(i % 100));
                    var b = c.body();
                    var a = c.answers();
                    var bp = b.get(Measure.SBP) >= 130 || b.get(Measure.DBP) >= 85;
                    var lip = b.get(Measure.TG) >= 150 || b.get(Measure.HDL) < 40;
                    var w = b.get(Measure.WAIST) >= (sex == Sex.MALE ? 85 : 90);
                    var k = (bp || a.takes(1) ? 1 : 0)
                            + (b.get(Measure.FPG) >= 110 || a.takes(2) ? 1 : 0)
                            + (lip || a.takes(3) ? 1 : 0);
                    var m = !w
                            ? MetabolicCode.NOT_MET
                            : k >= 2 ? MetabolicCode.MET : k == 1 ? MetabolicCode.PRELIMINARY : MetabolicCode.NOT_MET;
                    var r = (bp ? 1 : 0) + (b.get(Measure.FPG) >= 100 ? 1 : 0) + (lip ? 1 : 0);
                    if (r > 0 && a.get(8) == 1) r++;
                    var g = a.medicines() > 0
                            ? Level.NONE
                            : w && r >= 2
                                    ? Level.ACTIVE
                                    : w && r == 1
                                            ? Level.MOTIVATIONAL
                                            : !w && b.get(Measure.BMI) >= 25 && r >= 1
                                                    ? Level.MOTIVATIONAL
                                                    : Level.NONE;
                    realism.add(c, new Outcome(2021, age, m, g));
                    if (i % 10 == 0) realism.addPair(c, checkups.of(n, sex, birth, LocalDate.of(2022, 9, 1)));
                }
        System.out.println("per second " + n * 1e9 / (System.nanoTime() - t));
        new Figures()
                .of(realism)
                .forEach(f -> System.out.printf(
                        "%-20s %7.3f %7.3f %+.3f %s%n",
                        f.id(), f.published(), f.synthetic(), f.difference(), f.passes()));
        new RealismReport(realism).worst().forEach(System.out::println);
        System.out.println("implausible " + realism.implausible());
        var over = realism.cells().stream()
                .filter(c -> Math.abs(c.points()) > 1 + c.chance())
                .toList();
        System.out.println("over " + over.size());
        over.forEach(System.out::println);
    }
}
