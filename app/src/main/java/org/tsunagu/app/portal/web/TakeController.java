package org.tsunagu.app.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.portal.OwnData;
import org.tsunagu.app.portal.Scope;
import org.tsunagu.app.portal.Watched;
import org.tsunagu.app.portal.take.Form;
import org.tsunagu.app.portal.take.Taken;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.NotFound;

/// The own data to take along (データの持ち帰り), after the password was asked for once more. The file is kept nowhere.
@Controller
public class TakeController {

    private static final String PLACE = "/my/export";

    private final MyPages pages;
    private final OwnData own;
    private final Watched watched;
    private final List<Form> forms;
    private final Audit audit;
    private final TenantTransactions transactions;
    private final Clock clock;

    TakeController(
            MyPages pages,
            OwnData own,
            Watched watched,
            List<Form> forms,
            Audit audit,
            TenantTransactions transactions,
            Clock clock) {
        this.pages = pages;
        this.own = own;
        this.watched = watched;
        this.forms = forms.stream().sorted(Comparator.comparing(Form::key)).toList();
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param forms keys of the forms
    public record Content(Viewer me, List<String> forms) {}

    @GetMapping("/my/export")
    View page(HttpServletRequest request) {
        return pages.show(
                request,
                MyPages.Wanted.of("portal/export", Scope.CHECKUP, "portal", PLACE),
                me -> new Content(me, forms.stream().map(Form::key).toList()));
    }

    @PostMapping("/my/export")
    void take(HttpServletRequest request, HttpServletResponse response, @RequestParam String form) throws IOException {
        var chosen =
                forms.stream().filter(one -> one.key().equals(form)).findFirst().orElseThrow(NotFound::new);
        var member = pages.member(request, Scope.CHECKUP, Scope.CARE, Scope.GUIDANCE, Scope.TICKET, Scope.CONSENT);
        if (!pages.isConfirmed(request)) {
            response.sendRedirect("/my/confirm?back=" + PLACE);
            return;
        }
        audit.note(leaving()
                .map(dataClass -> Look.own(Look.Kind.EXPORT, member, dataClass, PLACE, chosen.key()))
                .toList());
        var taken = transactions.inCurrent(() -> taken(member));
        response.setContentType(chosen.mediaType());
        response.setHeader("Content-Disposition", "attachment; filename=\"%s\"".formatted(chosen.fileName()));
        response.setHeader("Cache-Control", "no-store");
        try (var out = response.getOutputStream()) {
            chosen.write(taken, Language.of(request), out);
        }
    }

    /// What leaves, each with an entry of its own: a person looks for one kind of data in the ledger.
    private Stream<String> leaving() {
        var all = Stream.of("register", "checkup", "claim", "guidance", "ticket", "consent");
        return pages.user().isProxy() ? all : Stream.concat(all, Stream.of("audit"));
    }

    private Taken taken(long member) {
        var user = pages.user();
        return new Taken(
                user.insurer(),
                OffsetDateTime.now(clock),
                LocalDate.now(clock),
                own.checked(own.member(member)),
                own.care(member),
                own.courses(member),
                own.tickets(member),
                own.consents(member),
                user.isProxy() ? List.of() : watched.of(member, 0, false),
                user.isProxy());
    }
}
