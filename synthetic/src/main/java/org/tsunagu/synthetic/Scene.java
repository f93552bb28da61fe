package org.tsunagu.synthetic;

import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.synthetic.checkups.Checkups;
import org.tsunagu.synthetic.checkups.Documents;
import org.tsunagu.synthetic.checkups.Marginals;
import org.tsunagu.synthetic.checkups.Shares;
import org.tsunagu.synthetic.checkups.Sheets;
import org.tsunagu.synthetic.course.People;
import org.tsunagu.synthetic.people.Attendance;
import org.tsunagu.synthetic.people.Profile;
import org.tsunagu.synthetic.people.Register;
import org.tsunagu.synthetic.realism.Realism;
import org.tsunagu.synthetic.world.World;

/// Everything that some options stand for (生成の舞台): the same members and checkups whatever is written
/// of them.
record Scene(
        Options options,
        World world,
        Shares shares,
        Attendance attendance,
        Sheets sheets,
        Checkups checkups,
        Register register) {

    static Scene of(Options options) {
        var first = new FiscalYear(options.firstYear());
        var last = new FiscalYear(options.lastYear());
        var world = World.shipped();
        var shares = Shares.shipped();
        var attendance = new Attendance(options.seed(), first, options.like(), world);
        var sheets = new Sheets(options.seed(), world, shares);
        var checkups = new Checkups(options.seed(), first, attendance, sheets, shares);
        var profile = Profile.of(options.like()).scaledTo(options.members());
        var register = Register.make(options.seed(), profile, first, last, world);
        return new Scene(options, world, shares, attendance, sheets, checkups, register);
    }

    Documents documents() {
        return new Documents(options.insurer(), checkups, sheets);
    }

    Realism comparison() {
        return new Realism(shares, new Marginals(shares));
    }

    People people() {
        return new People(attendance, checkups, sheets, options.firstYear(), options.lastYear());
    }
}
