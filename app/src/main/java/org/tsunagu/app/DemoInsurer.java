package org.tsunagu.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjLongConsumer;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.tsunagu.app.access.Accounts;
import org.tsunagu.app.access.Actor;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Insurers;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.checkups.VisitAdvice;
import org.tsunagu.app.checkups.VisitAdvices;
import org.tsunagu.app.claims.LoadedMasters;
import org.tsunagu.app.intake.Deliveries;
import org.tsunagu.app.jobs.Jobs;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.membership.Registers;
import org.tsunagu.app.portal.MemberAccounts;
import org.tsunagu.app.portal.MemberInvitations;
import org.tsunagu.synthetic.Options;
import org.tsunagu.synthetic.SyntheticInsurer;

/// The invented insurer of the demo (お試しの保険者): its users, its register and its archives, received as any others are.
final class DemoInsurer {

    private static final String NAME = "見本健康保険組合";
    private static final String BY = "demo";
    private static final double DEFECTS = 0.01;
    private static final int PASSWORD = 14;
    private static final long PAUSE_MILLISECONDS = 500;
    private static final int MONTHS_OF_CLAIMS = 24;
    private static final int MOST = 50;
    private static final List<String> MEMBERS = List.of("kanyu1", "kanyu2", "kanyu3");

    /// A user of the demo.
    record User(String login, String name, Role role) {}

    static final List<User> USERS = List.of(
            new User("hoken", "保健 一子", Role.NURSE),
            new User("eiyo", "栄養 二郎", Role.DIETITIAN),
            new User("jimu", "事務 三恵", Role.CLERK),
            new User("bunseki", "分析 四郎", Role.ANALYST),
            new User("kanri", "管理 五月", Role.ADMINISTRATOR),
            new User("kansa", "監査 六実", Role.AUDITOR),
            new User("itaku", "委託 七海", Role.PROVIDER));

    private final ApplicationContext context;
    private final Secrets secrets;
    private final Path files;

    /// A demo in a running application.
    ///
    /// @param files folder for the invented files; made when missing
    DemoInsurer(ApplicationContext context, Secrets secrets, Path files) {
        this.context = context;
        this.secrets = secrets;
        this.files = files;
    }

    private Insurer insurer() {
        return context.getBean(Insurers.class).ensure(Options.UNASSIGNED_INSURER, NAME);
    }

    /// Makes the users.
    ///
    /// @return the password they share
    String users() {
        var password = secrets.password("demo-users", PASSWORD);
        var insurer = insurer();
        var accounts = context.getBean(Accounts.class);
        USERS.forEach(user -> accounts.add(user.login(), user.name(), password, insurer, user.role()));
        return password;
    }

    /// Makes the files and hands them in; what had been handed in before is not handed in again.
    ///
    /// @param said receives what is being done, with a number
    void fill(int members, int years, ObjLongConsumer<String> said) {
        var last = Options.standard(files).lastYear();
        var folder = files.resolve("insurer-%d-%d-%d".formatted(members, last - years + 1, last));
        try {
            make(folder, members, years, said);
            register(folder);
            waitFor("register", said);
            var count = archives(folder);
            said.accept("archives", count);
            said.accept("claims", claims(makeClaims(members, years, said)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Connects some members to their own pages, once their results are there; those who are connected stay as they
    /// are.
    ///
    /// @return their log-in names; they share the password of the users
    List<String> members(ObjLongConsumer<String> said) {
        waitFor("results", said);
        var password = users();
        var system = new Actor(0, BY, insurer(), Set.of());
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(system, null, List.of()));
        try {
            // People whose results ask for something: with them the pages have something to say.
            var people = context.getBean(VisitAdvices.class).list(VisitAdvices.Query.of(Map.of()), 0, MOST).stream()
                    .map(VisitAdvice::memberId)
                    .distinct()
                    .limit(MEMBERS.size())
                    .toList();
            for (var i = 0; i < people.size(); i++) {
                connect(new MemberId(people.get(i)), MEMBERS.get(i), password);
            }
            return MEMBERS.subList(0, people.size());
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private void connect(MemberId id, String login, String password) {
        var accounts = context.getBean(MemberAccounts.class);
        var member = context.getBean(Members.class).find(id).orElseThrow();
        if (accounts.of(id.value()).isEmpty()) {
            context.getBean(MemberInvitations.class)
                    .issue(member, MemberInvitations.Way.LETTER)
                    .ifPresent(issued -> accounts.connect(
                            new MemberAccounts.Connecting(issued.code(), member.birth(), login, password)));
        }
    }

    /// The marker is written last: an insurer that was interrupted is made again.
    private static void make(Path folder, int members, int years, ObjLongConsumer<String> said) throws IOException {
        var marker = folder.resolve("complete");
        if (!Files.exists(marker)) {
            said.accept("making", members);
            var standard = Options.standard(folder);
            var options = standard.sized(members, standard.lastYear() - years + 1, standard.lastYear())
                    .withDefects(DEFECTS);
            new SyntheticInsurer().generate(options, (step, done, total) -> {});
            Files.createFile(marker);
        }
    }

    /// The claims of the same people for the last two years of care, with the masters of their codes.
    private Path makeClaims(int members, int years, ObjLongConsumer<String> said) throws IOException {
        var last = Options.standard(files).lastYear();
        var folder = files.resolve("claims-%d-%d-%d".formatted(members, last - years + 1, last));
        var marker = folder.resolve("complete");
        if (!Files.exists(marker)) {
            said.accept("making_claims", MONTHS_OF_CLAIMS);
            var options = Options.standard(folder).sized(members, last - years + 1, last);
            new SyntheticInsurer().claims(options, folder, MONTHS_OF_CLAIMS, (step, done, total) -> {});
            Files.createFile(marker);
        }
        return folder;
    }

    /// Hands in the masters first: claims are read with the masters there are.
    private long claims(Path folder) throws IOException {
        context.getBean(LoadedMasters.class).load(folder.resolve("masters"));
        var count = 0L;
        var claims = folder.resolve("claims");
        try (var below = Files.walk(claims)) {
            for (var file : below.filter(Files::isRegularFile).sorted().toList()) {
                // The files of every month have the same names.
                var month = claims.relativize(file).getName(0);
                receive(file, month + "_" + file.getFileName());
                count++;
            }
        }
        return count;
    }

    private void register(Path folder) throws IOException {
        var today = LocalDate.now(context.getBean(Clock.class));
        try (var in = Files.newInputStream(folder.resolve("members.csv"))) {
            context.getBean(Registers.class).receive(insurer().id(), in, "members.csv", true, today, BY);
        }
    }

    /// Documents find their members only when the register is in.
    private void waitFor(String what, ObjLongConsumer<String> said) {
        said.accept(what, 0);
        var jobs = context.getBean(Jobs.class);
        try {
            while (jobs.open(insurer().id()) > 0) {
                Thread.sleep(PAUSE_MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The archives of the facilities, then the files of the employers.
    private long archives(Path folder) throws IOException {
        var count = 0L;
        for (var kind : List.of("archives", "employers")) {
            try (var below = Files.list(folder.resolve(kind))) {
                for (var file : below.filter(Files::isRegularFile).sorted().toList()) {
                    receive(file, String.valueOf(file.getFileName()));
                    count++;
                }
            }
        }
        return count;
    }

    private void receive(Path file, String name) throws IOException {
        try (var in = Files.newInputStream(file)) {
            context.getBean(Deliveries.class).receive(insurer().id(), in, name, "folder", BY);
        }
    }
}
