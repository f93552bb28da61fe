package org.tsunagu.claimsformat.claim;

import java.time.YearMonth;
import java.util.Optional;
import org.tsunagu.claimsformat.record.ClaimDates;
import org.tsunagu.claimsformat.record.Family;
import org.tsunagu.claimsformat.record.Kind;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Reporter;

/// What is known of a file while its claims are read (ファイルの状況): the institution that stands before them in provider
/// files, and what adds up over the file.
final class FileContext {

    private final int number;
    private final Place place;
    private final Family family;
    private final Optional<Kind> namedKind;
    private final Reporter reporter;
    private final FileCounts counts = new FileCounts();
    private final ClaimDates dates = ClaimDates.shipped();
    private Institution institution = Institution.UNKNOWN;
    private Optional<YearMonth> claimMonth = Optional.empty();
    private String volume = "";
    private int claims;

    FileContext(int number, Place place, Family family, Optional<Kind> namedKind, Reporter reporter) {
        this.number = number;
        this.place = place;
        this.family = family;
        this.namedKind = namedKind;
        this.reporter = reporter;
    }

    /// The id of the next claim.
    String nextId() {
        claims++;
        return number + "-" + claims;
    }

    Family family() {
        return family;
    }

    Optional<Kind> namedKind() {
        return namedKind;
    }

    FileCounts counts() {
        return counts;
    }

    ClaimDates dates() {
        return dates;
    }

    Institution institution() {
        return institution;
    }

    Optional<YearMonth> claimMonth() {
        return claimMonth;
    }

    String volume() {
        return volume;
    }

    /// Takes an institution record; a second one (dental has two) adds what the first does not say.
    void take(Entry entry) {
        var row = entry.row();
        var code = row.text(entry.column("institution"));
        var name = row.text(entry.column("name"));
        var isSame = code.equals(institution.code());
        institution = new Institution(
                row.text(entry.column("review_body")),
                row.text(entry.column("prefecture")),
                row.text(entry.column("point_table")),
                code,
                name.isEmpty() && isSame ? institution.name() : name);
        var month = dates.month(row, entry.column("claim_month"));
        claimMonth = month.isPresent() || !isSame ? month : claimMonth;
        var ownVolume = row.text(entry.column("volume"));
        volume = ownVolume.isEmpty() && isSame ? volume : ownVolume;
    }

    /// A claim of the review body repeats the institution.
    void forgetInstitution() {
        institution = Institution.UNKNOWN;
        claimMonth = Optional.empty();
    }

    Place at(int line, String claim) {
        return new Place(place.file(), place.entry(), claim, line, 0);
    }

    Place whole() {
        return place;
    }

    void report(String check, int line, String claim, String... arguments) {
        reporter.report(check, at(line, claim), arguments);
    }
}
