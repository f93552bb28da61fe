package org.tsunagu.app.analytics.areas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Outlines from GeoJSON as offices have it.
class GeoJsonTest {

    static final String TWO = """
            {"type":"FeatureCollection","name":"x","crs":{"type":"name","properties":{"name":"urn"}},"features":[
            {"type":"Feature","properties":{"code":"430","name":"西部","more":{"a":[1,2]}},"geometry":{"type":"Polygon",
            "coordinates":[[[137,34,5],[138,34,5],[138,35,5],[137,35,5],[137,34,5]],[[137.4,34.4],[137.6,34.4],[137.6,34.6],[137.4,34.4]]]}},
            {"geometry":{"coordinates":[[[[138,34],[139,34],[139,35],[138,34]]],[[[140,34],[141,34],[141,35],[140,34]]]],"type":"MultiPolygon"},
            "type":"Feature","properties":{"code":420,"name":null}},
            {"type":"Feature","properties":{"code":"x"},"geometry":{"type":"Point","coordinates":[1,2]}},
            {"type":"Feature","properties":null,"geometry":null}]}
            """;

    private static List<Area> read(String json) throws IOException, MapRefused {
        return GeoJson.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "code", "name");
    }

    @Test
    void polygons_with_holes_and_parts_are_read_in_any_order() throws IOException, MapRefused {
        var areas = read(TWO);

        assertThat(areas).extracting(Area::code).containsExactly("430", "420");
        assertThat(areas.getFirst().name()).isEqualTo("西部");
        assertThat(areas.getFirst().rings()).hasSize(2);
        assertThat(areas.getFirst().rings().getFirst()).containsExactly(137, 34, 138, 34, 138, 35, 137, 35, 137, 34);
        assertThat(areas.getLast().rings()).hasSize(2);
        assertThat(areas.getLast().points()).isEqualTo(8);
    }

    @Test
    void points_that_fall_on_one_spot_are_kept_once() throws IOException, MapRefused {
        var many = new StringBuilder("[138,34]");
        for (var i = 0; i < 1000; i++) {
            many.append(",[138.0000%03d,34]".formatted(i));
        }
        var json =
                "{\"features\":[{\"properties\":{\"code\":\"1\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[["
                        + many + ",[139,34],[139,35],[138,34]]]}}]}";
        var areas = Simplified.of(read(json));

        assertThat(areas.getFirst().points()).isLessThan(20);
    }

    @Test
    void what_is_no_map_is_refused_with_a_reason() {
        assertThatThrownBy(() -> read("{\"features\":[{\"a\":"))
                .isInstanceOfSatisfying(
                        MapRefused.class, refused -> assertThat(refused.key()).isEqualTo("no_json"));
        assertThatThrownBy(() -> read("[]"))
                .isInstanceOfSatisfying(
                        MapRefused.class, refused -> assertThat(refused.key()).isEqualTo("no_json"));
        assertThatThrownBy(() -> read("{\"features\":[]}"))
                .isInstanceOfSatisfying(
                        MapRefused.class, refused -> assertThat(refused.key()).isEqualTo("no_areas"));
        var deep = "{\"features\":[{\"geometry\":{\"coordinates\":" + "[".repeat(50) + "]}}]}";
        assertThatThrownBy(() -> read(deep)).isInstanceOf(MapRefused.class);
    }
}
