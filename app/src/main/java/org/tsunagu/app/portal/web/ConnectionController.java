package org.tsunagu.app.portal.web;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.Permission;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.portal.ConnectionLetter;
import org.tsunagu.app.portal.MemberInvitations;
import org.tsunagu.app.portal.MemberInvitations.Prepared;
import org.tsunagu.app.ui.NotFound;

/// Letters with the code for the first connection (登録コードの手紙), for one member or for many: the codes are in the file,
/// and
/// nowhere else. A code counts only when its letter could be made.
@Controller
public class ConnectionController {

    /// Letters of one file: it is made while somebody waits for it.
    private static final int MOST = 500;

    private final MemberInvitations invitations;
    private final ConnectionLetter letters;
    private final Members members;
    private final Audit audit;

    ConnectionController(MemberInvitations invitations, ConnectionLetter letters, Members members, Audit audit) {
        this.invitations = invitations;
        this.letters = letters;
        this.members = members;
        this.audit = audit;
    }

    @PostMapping("/portal/members/{id:[0-9]+}/letter")
    ResponseEntity<byte[]> one(@PathVariable long id) throws IOException {
        if (!Actors.current().may(Permission.VIEW_PERSONS)) {
            throw new NotFound();
        }
        return file(List.of(id), "touroku-%d.pdf".formatted(id));
    }

    @PostMapping("/portal/letters")
    ResponseEntity<byte[]> many() throws IOException {
        return file(invitations.uninvited(MOST), "touroku.pdf");
    }

    private ResponseEntity<byte[]> file(List<Long> ids, String name) throws IOException {
        var people = members.find(ids.stream().map(MemberId::new).toList());
        var prepared = ids.stream()
                .map(id -> Optional.ofNullable(people.get(new MemberId(id))))
                .flatMap(Optional::stream)
                .flatMap(member -> invitations.prepare(member).stream())
                .toList();
        if (prepared.isEmpty()) {
            throw new NotFound();
        }
        var made = letters.pdf(Actors.current().insurer().name(), prepared);
        invitations.store(made.printed(), MemberInvitations.Way.LETTER);
        audit.note(
                new Look(
                        Look.Kind.PRINT,
                        "portal",
                        0,
                        "notice",
                        Look.OWN_WORK,
                        "/portal/letters",
                        "%d letters".formatted(made.printed().size())),
                made.printed().stream()
                        .map(Prepared::member)
                        .map(member -> member.id().value())
                        .toList());
        return MyCheckupController.pdf(made.pdf(), name);
    }
}
