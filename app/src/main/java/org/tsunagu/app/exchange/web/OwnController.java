package org.tsunagu.app.exchange.web;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.exchange.Employer;
import org.tsunagu.app.exchange.Employers;
import org.tsunagu.app.exchange.Progress;
import org.tsunagu.app.exchange.Requests;
import org.tsunagu.app.exchange.upload.EmployerFiles;
import org.tsunagu.app.exchange.upload.Upload;
import org.tsunagu.app.files.TooLarge;
import org.tsunagu.app.ui.FileNames;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;

/// The page of an employer (事業主の画面): what it is asked for, and nothing else.
@Controller
public class OwnController {

    private final Employers employers;
    private final Requests requests;
    private final EmployerFiles uploads;
    private final Audit audit;

    OwnController(Employers employers, Requests requests, EmployerFiles uploads, Audit audit) {
        this.employers = employers;
        this.requests = requests;
        this.uploads = uploads;
        this.audit = audit;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param employer empty as long as the account belongs to none
    public record ListContent(Optional<Employer> employer, List<Progress> requests) {}

    /// What the page shows (画面の内容).
    ///
    /// @param problem key of what was wrong with a file; empty for nothing
    public record Content(
            Employer employer, Progress progress, List<Requests.Wanted> people, List<Upload> files, String problem) {}

    @GetMapping("/employer")
    View own() {
        var employer = employers.mine();
        return Page.of(
                "exchange/own",
                new ListContent(
                        employer,
                        employer.map(one -> requests.ofEmployer(one.id())).orElse(List.of())));
    }

    /// A request of the own employer; that of another one is not there.
    private Progress progress(Employer employer, long id) {
        return requests.ofEmployer(employer.id()).stream()
                .filter(one -> one.request().id() == id)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    @GetMapping("/employer/requests/{id:[0-9]{1,18}}")
    View request(@PathVariable long id) {
        return Page.of("exchange/ownrequest", content(id, ""));
    }

    private Content content(long id, String problem) {
        var employer = employers.mine().orElseThrow(NotFound::new);
        var progress = progress(employer, id);
        var people = requests.people(progress.request());
        employers.note(
                new Look(Look.Kind.LIST, "request", 0, "work", Look.OWN_WORK, "/employer", "request %d".formatted(id)),
                people.stream().map(one -> one.member().id().value()).toList());
        return new Content(employer, progress, people, uploads.of(id), problem);
    }

    @PostMapping("/employer/requests/{id:[0-9]{1,18}}/files")
    View upload(@PathVariable long id, @RequestParam("file") MultipartFile file) throws IOException {
        var employer = employers.mine().orElseThrow(NotFound::new);
        var progress = progress(employer, id);
        if (!progress.request().state().isOpen()) {
            return Page.refused("exchange/ownrequest", content(id, "exchange.problem.closed"));
        }
        if (file.isEmpty()) {
            return Page.refused("exchange/ownrequest", content(id, "exchange.problem.file"));
        }
        try (var in = file.getInputStream()) {
            var upload = uploads.receive(progress, in, FileNames.of(file));
            audit.note(Look.changed(0, "original", "/employer", "file %d for request %d".formatted(upload, id)));
            return new RedirectView("/employer/files/" + upload);
        } catch (TooLarge e) {
            return Page.refused("exchange/ownrequest", content(id, "exchange.problem.too_large"));
        }
    }
}
