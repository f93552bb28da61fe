package org.tsunagu.app.exchange.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.Permission;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.exchange.Employer;
import org.tsunagu.app.exchange.Employers;
import org.tsunagu.app.exchange.upload.CheckedFile;
import org.tsunagu.app.exchange.upload.Correction;
import org.tsunagu.app.exchange.upload.EmployerFiles;
import org.tsunagu.app.exchange.upload.FileRow;
import org.tsunagu.app.exchange.upload.Upload;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.codes.item.Items;

/// A file of an employer (事業主のファイルの点検と修正), for the employer and for the clerk who helps: findings,
/// what could be put
/// right, two results of one checkup, and the handing over.
@Controller
public class FileController {

    private static final String PATH = "/{who:employer|requests}/files/{id:[0-9]{1,18}}";
    private static final Pattern CELL = Pattern.compile("cell-([0-9]{1,8})-([0-9]{1,5})");
    private static final int LONGEST = 500;
    private static final int SHOWN = 500;

    private final EmployerFiles uploads;
    private final Employers employers;

    FileController(EmployerFiles uploads, Employers employers) {
        this.uploads = uploads;
        this.employers = employers;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param rows of those that need something or are not taken, at most so many
    public record Content(String path, String back, Upload upload, CheckedFile file, List<FileRow> rows) {

        /// The field of a cell. What stands in it is not repeated: whoever sends it sees it in the
        /// file.
        public String cell(int line, int column) {
            return "cell-%d-%d".formatted(line, column);
        }

        /// What an item is called.
        public String item(String code, String language) {
            return Items.shipped()
                    .find(code)
                    .map(item -> language.equals("ja") ? item.nameJa() : item.nameEn())
                    .orElse(code);
        }
    }

    /// The file, if it belongs to the employer of the account, or the actor is staff.
    private Upload upload(String who, long id) {
        var upload = uploads.find(id).orElseThrow(NotFound::new);
        var isOwn = who.equals("employer")
                ? employers
                        .mine()
                        .map(Employer::id)
                        .filter(mine -> mine == upload.employerId())
                        .isPresent()
                : Actors.current().may(Permission.EXCHANGE);
        if (!isOwn) {
            throw new NotFound();
        }
        return upload;
    }

    @GetMapping(PATH)
    View one(@PathVariable String who, @PathVariable long id) {
        var upload = upload(who, id);
        var file = uploads.check(upload);
        var shown = file.rows().stream()
                .filter(row -> row.status() != FileRow.Status.READY && row.status() != FileRow.Status.SENT)
                .limit(SHOWN)
                .toList();
        employers.note(
                new Look(Look.Kind.VIEW, "original", 0, "work", Look.OWN_WORK, "/" + who + "/files", "file " + id),
                file.rows().stream().map(FileRow::memberId).toList());
        var back =
                who.equals("employer") ? "/employer/requests/" + upload.requestId() : "/requests/" + upload.requestId();
        return Page.of("exchange/file", new Content("/%s/files/%d".formatted(who, id), back, upload, file, shown));
    }

    @PostMapping(PATH + "/confirm")
    View confirm(
            @PathVariable String who,
            @PathVariable long id,
            @RequestParam(name = "kind", defaultValue = "") List<String> names) {
        var kinds = Arrays.stream(Correction.Kind.values())
                .filter(kind -> names.contains(kind.name()))
                .collect(Collectors.toSet());
        var count = uploads.confirm(upload(who, id), kinds);
        return back(who, id, count == 0 ? "exchange.file.nothing" : "exchange.file.corrected");
    }

    @PostMapping(PATH + "/correct")
    View correct(@PathVariable String who, @PathVariable long id, @RequestParam Map<String, String> fields) {
        var typed = new HashMap<List<Integer>, String>();
        fields.forEach((name, text) -> {
            var place = CELL.matcher(name);
            if (place.matches() && !text.isBlank() && text.length() <= LONGEST) {
                typed.put(
                        List.of(Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2))),
                        text.strip().replaceAll("\\p{Cntrl}", " "));
            }
        });
        var count = uploads.correct(upload(who, id), typed);
        return back(who, id, count == 0 ? "exchange.file.nothing" : "exchange.file.corrected");
    }

    @PostMapping(PATH + "/choose")
    View choose(
            @PathVariable String who, @PathVariable long id, @RequestParam String entry, @RequestParam String keep) {
        if (!List.of("THIS", "OTHER").contains(keep) || entry.length() > LONGEST) {
            throw new NotFound();
        }
        uploads.choose(upload(who, id), entry, keep.equals("THIS"));
        return back(who, id, "exchange.file.chosen");
    }

    @PostMapping(PATH + "/send")
    View send(@PathVariable String who, @PathVariable long id) {
        var count = uploads.send(upload(who, id));
        return back(who, id, count == 0 ? "exchange.file.not_sent" : "exchange.file.sent");
    }

    private static View back(String who, long id, String notice) {
        return new RedirectView("/%s/files/%d?notice=%s".formatted(who, id, notice));
    }
}
