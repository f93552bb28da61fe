package org.tsunagu.app.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.MemberUser;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.portal.Limit;
import org.tsunagu.app.portal.Messages;
import org.tsunagu.app.portal.OwnData;
import org.tsunagu.app.portal.Scope;
import org.tsunagu.app.portal.Within;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;

/// What all pages of members have in common (マイページの共通部分): whose they are, what a proxy may see, and that every look is
/// in the ledger before anything is shown.
@Component
public class MyPages {

    private final OwnData own;
    private final Messages messages;
    private final Audit audit;
    private final TenantTransactions transactions;
    private final Within within;
    private final Clock clock;

    MyPages(OwnData own, Messages messages, Audit audit, TenantTransactions transactions, Within within, Clock clock) {
        this.own = own;
        this.messages = messages;
        this.audit = audit;
        this.transactions = transactions;
        this.within = within;
        this.clock = clock;
    }

    /// A page without content of its own.
    public record Plain(Viewer me) {}

    /// A page that is wanted.
    ///
    /// @param scope what a proxy needs to see it; empty for what every proxy sees
    /// @param dataClass as the ledger names the data
    record Wanted(String template, Optional<Scope> scope, String dataClass, String place) {

        static Wanted of(String template, Scope scope, String dataClass, String place) {
            return new Wanted(template, Optional.of(scope), dataClass, place);
        }
    }

    /// Shows a page. What it needs is read in one transaction, after the look is in the ledger: whoever writes
    /// there waits for the others, and nobody should wait for somebody's page.
    View show(HttpServletRequest request, Wanted wanted, Function<Viewer, Object> content) {
        var user = user();
        if (!mayShow(wanted)) {
            return new Page("portal/closed", new Plain(viewer(request)), HttpStatus.FORBIDDEN);
        }
        audit.note(Look.own(Look.Kind.VIEW, user.viewed(), wanted.dataClass(), wanted.place(), ""));
        return Page.of(wanted.template(), transactions.inCurrent(() -> content.apply(viewer(request))));
    }

    /// The same for a form that was not taken: what it shows around the form is seen as well.
    View refused(HttpServletRequest request, Wanted wanted, Function<Viewer, Object> content) {
        audit.note(Look.own(Look.Kind.VIEW, user().viewed(), wanted.dataClass(), wanted.place(), ""));
        return Page.refused(wanted.template(), transactions.inCurrent(() -> content.apply(viewer(request))));
    }

    private boolean mayShow(Wanted wanted) {
        return wanted.scope().stream().allMatch(this::may);
    }

    private boolean may(Scope scope) {
        var user = user();
        return !user.isProxy() || user.scope().contains(scope.name());
    }

    /// The member whose data are changed or taken, if whoever has logged in may see such data.
    ///
    /// @throws NotFound for a proxy who may not
    long member(Scope... needed) {
        if (!Arrays.stream(needed).allMatch(this::may)) {
            throw new NotFound();
        }
        return user().viewed();
    }

    /// The same for a form, which says at whose pages it was opened.
    ///
    /// @throws OtherPerson for a form of a tab that still shows somebody else
    long member(HttpServletRequest form, Scope... needed) {
        if (!Long.toString(user().viewed()).equals(form.getParameter("viewed"))) {
            throw new OtherPerson();
        }
        return member(needed);
    }

    /// Who has logged in.
    MemberUser user() {
        return Actors.member().orElseThrow(NotFound::new);
    }

    Viewer viewer(HttpServletRequest request) {
        var user = user();
        var name = user.isProxy() ? own.member(user.viewed()).name() : user.name();
        return new Viewer(user, name, LetterSize.of(request), messages.unread(user.viewed()));
    }

    /// Whether the password was asked for a short while ago, as it is before an export or a change of rights.
    boolean isConfirmed(HttpServletRequest request) {
        var minutes = Limit.STEP_UP_MINUTES.on(LocalDate.now(clock));
        return within.isConfirmed(request, clock.instant().minus(Duration.ofMinutes(minutes)));
    }
}
