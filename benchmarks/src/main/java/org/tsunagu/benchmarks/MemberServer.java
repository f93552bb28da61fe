package org.tsunagu.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.tsunagu.app.Server;
import org.tsunagu.app.access.Actor;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.portal.MemberAccounts;
import org.tsunagu.app.portal.MemberInvitations;

/// The server with members who have accounts (計測用サーバー): takes an insurer in, connects some of its members, and serves
/// pages
/// until its input ends. Arguments: data folder, folder of the insurer, number of members.
final class MemberServer {

    static final String PASSWORD = "for these figures only";

    private final OfficeServer office;

    private MemberServer(OfficeServer office) {
        this.office = office;
    }

    static void main(String[] arguments) throws IOException {
        var settings = new Server.Settings(Path.of(arguments[0]), Optional.empty(), "0.0.0.0", 0, true);
        try (var server = Server.start(settings)) {
            var office = new OfficeServer(server.context());
            office.takeIn(Path.of(arguments[1]));
            var start = System.nanoTime();
            var count = new MemberServer(office).connect(Integer.parseInt(arguments[2]));
            System.out.printf(Locale.ROOT, "measured accounts: %,d in %.1f s%n", count, OfficeServer.seconds(start));
            System.out.println("ready " + server.url());
            while (System.in.read() >= 0) {
                // Serves until nobody listens any more.
            }
            System.out.printf(Locale.ROOT, "measured peak heap %d MB%n", OfficeServer.peakMegabytes());
        }
    }

    /// Members with results of several years.
    private int connect(int wanted) {
        var actor = new Actor(-1, "bench", office.insurer(), Set.of());
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(actor, null, List.of()));
        try {
            var people = people(wanted);
            IntStream.range(0, people.size()).forEach(i -> connect(i, people.get(i)));
            return people.size();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private List<Map.Entry<Long, LocalDate>> people(int wanted) {
        return office.context()
                .getBean(TenantTransactions.class)
                .in(
                        office.insurer().id(),
                        () -> office.context()
                                .getBean(JdbcClient.class)
                                .sql(
                                        "select m.id, m.birth from membership.member m join checkups.checkup c on c.member_id = m.id"
                                                + " group by m.id, m.birth order by count(*) desc, m.id limit :wanted")
                                .param("wanted", wanted)
                                .query((row, n) -> Map.entry(row.getLong(1), row.getObject(2, LocalDate.class)))
                                .list());
    }

    private void connect(int number, Map.Entry<Long, LocalDate> person) {
        var context = office.context();
        var member = context.getBean(Members.class)
                .find(new MemberId(person.getKey()))
                .orElseThrow();
        var issued = context.getBean(MemberInvitations.class)
                .issue(member, MemberInvitations.Way.LETTER)
                .orElseThrow();
        var verdict = context.getBean(MemberAccounts.class)
                .connect(new MemberAccounts.Connecting(
                        issued.code(), person.getValue(), "member%d".formatted(number), PASSWORD));
        if (verdict != MemberAccounts.Verdict.WELCOME) {
            throw new IllegalStateException("no account: " + verdict);
        }
    }
}
