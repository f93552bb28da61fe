package org.tsunagu.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.analytics.areas.AreaMaps;
import picocli.CommandLine;

/// Maps loaded from the command line while the server runs.
@ExtendWith(Office.Extension.class)
class AreasCommandTest {

    private static final String NUMBER = "06139885";

    @TempDir
    Path folder;

    private record Answer(int status, String said) {}

    private static Answer run(String... arguments) {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        var words = ResourceBundle.getBundle(
                "messages.start",
                Locale.ENGLISH,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        var status = new CommandLine(new StartCommands())
                .addSubcommand(new CommandLine(new AreasCommand()).addSubcommand(new AreasCommand.Load(words, out)))
                .execute(arguments);
        return new Answer(status, bytes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void outlines_are_loaded_with_the_table_of_their_areas(Office office) throws Exception {
        var insurer = office.insurer(NUMBER);
        var file = Files.writeString(folder.resolve("city.geojson"), """
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"N03_007":"22130","N03_004":"中央区"},
                "geometry":{"type":"Polygon","coordinates":[[[137,34],[138,34],[138,35],[137,34]]]}}]}
                """);
        var areas = Files.writeString(folder.resolve("areas.tsv"), "430\t22130\n431\t22130\n");
        var data = office.data().toString();

        var done = run(
                "areas",
                "load",
                file.toString(),
                "--insurer",
                NUMBER,
                "--code",
                "N03_007",
                "--name",
                "N03_004",
                "--areas",
                areas.toString(),
                "--data",
                data);
        assertThat(done.status()).as(done.said()).isZero();
        assertThat(done.said()).contains("1 areas were loaded");
        var map = office.as(
                insurer, Role.ANALYST, () -> office.bean(AreaMaps.class).current());
        assertThat(map.areaOf("431")).isEqualTo("22130");
        assertThat(map.nameOf("22130")).contains("中央区");

        assertThat(run("areas", "load", file.toString(), "--insurer", NUMBER, "--data", data))
                .isEqualTo(new Answer(
                        2,
                        "There is no area (Polygon, MultiPolygon) with the property \"code\". Name the"
                                + " property with --code.\n"));
        assertThat(run("areas", "load", file.toString(), "--insurer", "00000000", "--code", "N03_007", "--data", data)
                        .said())
                .contains("no insurer");
        assertThat(run("areas", "load", folder.resolve("none").toString(), "--insurer", NUMBER, "--data", data)
                        .said())
                .contains("cannot be read");
    }
}
