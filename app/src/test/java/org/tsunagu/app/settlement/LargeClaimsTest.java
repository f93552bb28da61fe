package org.tsunagu.app.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.app.settlement.Settling.agree;
import static org.tsunagu.app.settlement.Settling.contract;
import static org.tsunagu.app.settlement.Settling.facility;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.settlement.ClaimArchive.Visit;
import org.tsunagu.app.settlement.FacilityClaim.State;

/// An archive with many claims is taken and checked to its end. With `-Dtsunagu.claims=20000` it
/// measures; the figures stand in `target/large-claims.txt`.
@ExtendWith(Office.Extension.class)
class LargeClaimsTest {

    private static final String NUMBER = "99500266";
    private static final int CLAIMS = Integer.getInteger("tsunagu.claims", 250);

    @TempDir
    Path folder;

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    @Test
    void every_claim_of_a_large_archive_is_decided(Office office) throws IOException {
        var insurer = office.insurer(NUMBER);
        Office.files(folder, NUMBER, CLAIMS * 8 + 400, 1, 0);
        office.register(insurer, Files.readAllBytes(folder.resolve("members.csv")), true);
        var documents = ClaimArchive.documents(folder, CLAIMS);
        agree(office, insurer, contract(facility(documents.getFirst()), false));
        var archive = new ClaimArchive(folder, NUMBER)
                .write(0, documents.stream().map(Visit::of).toList());
        documents = List.of();
        System.gc();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);

        var start = System.nanoTime();
        office.receive(insurer, archive);
        office.waitForJobs(insurer);
        var seconds = (System.nanoTime() - start) / 1e9;
        var peak = heap().stream()
                .mapToLong(pool -> pool.getPeakUsage().getUsed() >> 20)
                .sum();

        Files.writeString(
                Path.of("target", "large-claims.txt"),
                "%d claims, %d MiB archive, %.1f s, at most %d MiB of heap%n"
                        .formatted(CLAIMS, Files.size(archive) >> 20, seconds, peak));
        var counts =
                office.as(insurer, Role.CLERK, () -> office.bean(Claims.class).counts());
        assertThat(counts.getOrDefault(State.OPEN, 0)).isZero();
        assertThat(counts.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(CLAIMS);
        assertThat(counts.get(State.PAY)).isGreaterThan(CLAIMS * 9 / 10);
    }
}
