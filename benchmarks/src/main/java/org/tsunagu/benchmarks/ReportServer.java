package org.tsunagu.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tsunagu.app.Server;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.jobs.Jobs;

/// A server in a process of its own that makes one report (計測用サーバー). Arguments: data folder, folder of the insurer,
/// year.
final class ReportServer {

    private ReportServer() {}

    static void main(String[] arguments) throws IOException {
        var settings = new Server.Settings(Path.of(arguments[0]), Optional.empty(), "127.0.0.1", 0, true);
        try (var server = Server.start(settings)) {
            var office = new OfficeServer(server.context());
            office.takeIn(Path.of(arguments[1]));
            measure(office, "count", "COUNT", arguments[2]);
            measure(office, "report frozen and its archive written", "FROZEN", arguments[2]);
            System.out.printf(
                    Locale.ROOT,
                    "peak heap %d MB, %,d people, %,d documents, %,d bytes%n",
                    OfficeServer.peakMegabytes(),
                    office.number(
                            "select count(*) from reporting.person p join reporting.report r on r.id = p.report_id"
                                    + " where r.kind = 'FROZEN'"),
                    office.number("select sum(documents) from reporting.writing"),
                    office.number("select sum(size) from reporting.writing"));
        }
    }

    private static void measure(OfficeServer office, String what, String kind, String year) {
        var start = System.nanoTime();
        var context = office.context();
        context.getBean(TenantTransactions.class).run(office.insurer().id(), () -> {
            var report = context.getBean(JdbcClient.class)
                    .sql("insert into reporting.report (insurer_id, fiscal_year, kind, receiver, archive_day,"
                            + " archive_number, created_by) values (:insurer, :year::int, :kind, '99999997',"
                            + " current_date, 0, 'bench') returning id")
                    .param("insurer", office.insurer().id().value())
                    .param("year", year)
                    .param("kind", kind)
                    .query(Long.class)
                    .single();
            context.getBean(Jobs.class).enqueue(office.insurer().id(), "report-count", Long.toString(report), "bench");
        });
        office.waitForJobs();
        System.out.printf(Locale.ROOT, "%s: %.1f s%n", what, OfficeServer.seconds(start));
    }
}
