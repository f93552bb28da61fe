package org.tsunagu.synthetic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsunagu.codes.insurer.InsurerNumber;
import org.tsunagu.codes.text.Messages;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.synthetic.claims.CostFigures;
import org.tsunagu.synthetic.claims.SyntheticClaims;
import org.tsunagu.synthetic.course.People;
import org.tsunagu.synthetic.defects.Planted;
import org.tsunagu.synthetic.defects.Planting;
import org.tsunagu.synthetic.people.Attendance;
import org.tsunagu.synthetic.people.Register;
import org.tsunagu.synthetic.people.Visit;
import org.tsunagu.synthetic.realism.Realism;
import org.tsunagu.synthetic.realism.RealismReport;

/// Makes an invented insurer (人工の保険者): its register, employers' CSV files and checkup archives.
/// No real person is described; the distributions are those of published national tables.
public final class SyntheticInsurer {
    /// Detailed items and the questionnaire as written here begin with the third period.
    private static final int EARLIEST = 2018;
    private static final int LATEST = 2029;
    private static final int ALL = Integer.MAX_VALUE;

    /// A generator; it keeps nothing between runs.
    public SyntheticInsurer() {}

    /// Writes everything into the folder of the options; each file appears under its name only when it is whole:
    /// register, archives, employer lists, list of defects, realism report and a text that says what they are.
    ///
    /// @throws IllegalArgumentException for options that cannot be met, naming the valid choices
    public Generated generate(Options options, Progress progress) throws IOException {
        return generate(options, Claims.NONE, progress);
    }

    /// Writes everything, and claims with their masters beside it.
    ///
    /// @param which claims to write
    /// @throws IllegalArgumentException for options that cannot be met, naming the valid choices
    public Generated generate(Options options, Claims which, Progress progress) throws IOException {
        require(options);
        var scene = Scene.of(options);
        progress.at("members", 0, options.members());
        var register = scene.register();
        Finished.write(
                options.out().resolve("README.txt"),
                text("synthetic.properties") + "\n" + text("synthetic_en.properties"));
        Finished.write(
                options.out().resolve("members.csv"),
                new MemberFile(options, scene.checkups()).write(register.members()));
        progress.at("members", register.members().size(), register.members().size());

        var planting = new Planting(options.seed(), options.defectRate(), options.insurer());
        var archives = new Archives(options, scene.checkups(), scene.documents(), planting, scene::comparison);
        var shipments = Shipments.of(visits(register, scene.attendance(), options));
        var results = archives.write(shipments, progress);
        var planted = results.stream().flatMap(r -> r.planted().stream()).toList();
        writeDefects(options, planted);
        var claims = claims(options, which, scene.people(), register, options.out(), ALL, progress);
        writeRealism(options, results, scene.comparison(), claims);
        var rows = new EmployerFiles(options, scene.checkups(), scene.sheets(), scene.attendance(), scene.world())
                .write(register.members(), progress);
        var count = results.stream().mapToLong(Archives.Result::documents).sum();
        return new Generated(
                register.members().size(),
                count,
                results.size(),
                rows,
                planted.size(),
                claims.map(made -> made.tally().claims()).orElse(0L));
    }

    /// Writes only the claims of the last months of care and their masters into a folder, those of the
    /// same insurer.
    ///
    /// @param months how many months of care
    public SyntheticClaims.Made claims(Options options, Path folder, int months, Progress progress) throws IOException {
        require(options);
        var scene = Scene.of(options);
        return claims(options, Claims.RECEIVED, scene.people(), scene.register(), folder, months, progress)
                .orElseThrow();
    }

    private static Optional<SyntheticClaims.Made> claims(
            Options options, Claims which, People people, Register register, Path folder, int months, Progress progress)
            throws IOException {
        if (which == Claims.NONE) {
            return Optional.empty();
        }
        var made = new SyntheticClaims(options.seed(), options.insurer(), people)
                .write(
                        folder,
                        register.members(),
                        months,
                        which == Claims.SUBMITTED,
                        (done, total) -> progress.at("claims", done, total));
        return Optional.of(made);
    }

    private static void require(Options options) {
        demand(options.members() > 0, "members %d; at least 1".formatted(options.members()));
        demand(
                EARLIEST <= options.firstYear()
                        && options.firstYear() <= options.lastYear()
                        && options.lastYear() <= LATEST,
                "years %d..%d; from %d to %d".formatted(options.firstYear(), options.lastYear(), EARLIEST, LATEST));
        demand(
                options.defectRate() >= 0 && options.defectRate() <= 1,
                "defects %s; a rate from 0 to 1".formatted(options.defectRate()));
        demand(
                InsurerNumber.of(options.insurer())
                        .filter(number -> number.digits().equals(options.insurer()) && number.checkDigitHolds())
                        .isPresent(),
                "insurer %s; eight digits, the last a check digit, for example %s"
                        .formatted(options.insurer(), Options.UNASSIGNED_INSURER));
    }

    private static void demand(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private static List<Visit> visits(Register register, Attendance attendance, Options options) {
        var visits = new ArrayList<Visit>();
        for (var member : register.members()) {
            for (var year = options.firstYear(); year <= options.lastYear(); year++) {
                attendance.visit(member, new FiscalYear(year)).ifPresent(visits::add);
            }
        }
        return visits;
    }

    private static void writeDefects(Options options, List<Planted> planted) throws IOException {
        if (options.defectRate() > 0) {
            var csv = new StringBuilder(Planted.HEADING);
            planted.forEach(one -> csv.append(one.line()));
            Finished.write(options.out().resolve("defects.csv"), csv.toString());
        }
    }

    private static void writeRealism(
            Options options, List<Archives.Result> results, Realism sum, Optional<SyntheticClaims.Made> claims)
            throws IOException {
        results.forEach(result -> sum.add(result.realism()));
        var report = new RealismReport(sum, claims.map(made -> new CostFigures(made.tally())));
        Finished.write(options.out().resolve("realism.csv"), report.csv());
        Finished.write(options.out().resolve("realism.html"), report.html());
    }

    private static String text(String messages) {
        return Messages.read(messages, SyntheticInsurer.class.getResourceAsStream(messages))
                .text("readme");
    }
}
