package org.tsunagu.spark.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tsunagu.cli.Tsunagu;
import org.tsunagu.cli.text.Screen;

/// What an invented insurer delivers (人工の納品): archives of three years, two files of claims that share some, a register.
record Delivery(Path folder) {

    private static final Charset WINDOWS = Charset.forName("windows-31j");
    private static final String FILE = "11_RECODEINFO_MED.CSV";

    static Delivery make(Path folder) throws IOException {
        var delivery = new Delivery(folder);
        tsunagu(
                "synthesize",
                "--members",
                "400",
                "--years",
                "2023..2025",
                "--seed",
                "7",
                "--out",
                folder.resolve("insurer").toString());
        Files.createDirectories(folder.resolve("register"));
        Files.copy(folder.resolve("insurer/members.csv"), folder.resolve("register/members.csv"));
        delivery.claims("claims/2024-04", 0, 60);
        delivery.claims("claims/2024-05", 40, 100);
        Files.write(folder.resolve("key"), "a secret of this test".getBytes(StandardCharsets.UTF_8));
        return delivery;
    }

    static void tsunagu(String... arguments) {
        assertThat(Tsunagu.run(List.of(arguments), Map.of(), Screen.standard())).isLessThanOrEqualTo(1);
    }

    Path archives() {
        return folder.resolve("insurer/archives");
    }

    Path register() {
        return folder.resolve("register");
    }

    Path claims() {
        return folder.resolve("claims");
    }

    Order into(Path out) {
        return new Order(
                archives().toString(),
                claims().toString(),
                register().toString(),
                "",
                folder.resolve("key").toString(),
                out.toString(),
                2023,
                2025,
                "2026-11-26");
    }

    /// Members of the register with one claim each.
    private void claims(String name, int from, int to) throws IOException {
        var members = Files.readAllLines(register().resolve("members.csv"));
        var text = new StringBuilder();
        for (var i = from; i < to; i++) {
            receipt(text, i, members.get(1 + i).split(",", -1));
        }
        Files.createDirectories(folder.resolve(name));
        Files.write(folder.resolve(name).resolve(FILE), text.toString().getBytes(WINDOWS));
    }

    private static void receipt(StringBuilder text, int number, String[] member) {
        row(text, "2,1,0,MN,%d,東京都千代田区霞が関,131436%011d,,,".formatted(number, number));
        row(text, "1,2,0,IR,1,13,1,0000001,,試験病院,202405,00,");
        row(
                text,
                "1,3,0,RE,%d,1112,202404,試験　太郎,%s,%s,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,"
                        .formatted(number, member[9], member[10].replace("-", "")));
        row(text, "1,4,0,HO,%s,%s,%s,1,%d,,,,,,,,,".formatted(member[1], member[2], member[3], 100 + number));
        row(text, "1,5,0,SN,1,01,,,,00,,");
        row(text, "1,6,0,SY,8848176,20240401,1,,,01,");
        row(text, "1,8,0,SI,11,1,111000110,,%d,1%s".formatted(100 + number, ",".repeat(6) + "1" + ",".repeat(31)));
    }

    private static void row(StringBuilder text, String row) {
        text.append(row).append("\r\n");
    }
}
