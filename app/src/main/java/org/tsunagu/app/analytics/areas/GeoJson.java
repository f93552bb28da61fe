package org.tsunagu.app.analytics.areas;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads the areas of a GeoJSON file (GeoJSONの読み取り), one after the other: polygons with a code and a name
/// among their properties. The file is never in memory as a whole, and what is far too large is refused.
final class GeoJson {

    private static final int MOST_AREAS = 5000;
    private static final int MOST_POINTS = 2_000_000;
    private static final int MOST_TEXT = 200;
    private static final int DEEPEST = 8;

    private final String code;
    private final String name;
    private final List<Area> areas = new ArrayList<>();
    private int points;

    private GeoJson(String code, String name) {
        this.code = code;
        this.name = name;
    }

    /// All areas of a file; those of the same code belong together.
    ///
    /// @param code property that holds the code
    /// @param name property that holds the name; the code where it is missing
    static List<Area> read(InputStream in, String code, String name) throws IOException, MapRefused {
        var reader = new GeoJson(code, name);
        try (var json = JsonFactory.builder().build().createParser(ObjectReadContext.empty(), in)) {
            reader.file(json);
        } catch (JacksonException e) {
            throw new MapRefused("no_json", Integer.toString(e.getLocation().getLineNr()));
        }
        if (reader.areas.isEmpty()) {
            throw new MapRefused("no_areas", code);
        }
        return reader.areas;
    }

    private void file(JsonParser json) throws MapRefused {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new MapRefused("no_json", "1");
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var isFeatures = json.currentName().equals("features");
            if (json.nextToken() == JsonToken.START_ARRAY && isFeatures) {
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    feature(json);
                }
            } else {
                json.skipChildren();
            }
        }
    }

    private void feature(JsonParser json) throws MapRefused {
        Map<String, String> properties = Map.of();
        List<double[]> rings = List.of();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var what = json.currentName();
            json.nextToken();
            switch (what) {
                case "properties" -> properties = properties(json);
                case "geometry" -> rings = geometry(json);
                default -> json.skipChildren();
            }
        }
        var id = properties.getOrDefault(code, "");
        if (!id.isEmpty() && !rings.isEmpty()) {
            if (areas.size() >= MOST_AREAS) {
                throw new MapRefused("too_many_areas", Integer.toString(MOST_AREAS));
            }
            areas.add(new Area(id, properties.getOrDefault(name, id), rings));
        }
    }

    private static Map<String, String> properties(JsonParser json) {
        var properties = new HashMap<String, String>();
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return properties;
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var key = json.currentName();
            if (json.nextToken().isScalarValue()) {
                var text = json.getString();
                properties.put(key, text == null ? "" : text.substring(0, Math.min(MOST_TEXT, text.length())));
            } else {
                json.skipChildren();
            }
        }
        return properties;
    }

    private List<double[]> geometry(JsonParser json) throws MapRefused {
        var isArea = false;
        List<double[]> rings = List.of();
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return rings;
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var what = json.currentName();
            var token = json.nextToken();
            if (what.equals("type")) {
                isArea = List.of("Polygon", "MultiPolygon").contains(json.getString());
            } else if (what.equals("coordinates") && token == JsonToken.START_ARRAY) {
                rings = coordinates(json);
            } else {
                json.skipChildren();
            }
        }
        return isArea ? rings : List.of();
    }

    /// Lists of lists of points: the lists whose members are points are the rings.
    private List<double[]> coordinates(JsonParser json) throws MapRefused {
        var rings = new ArrayList<double[]>();
        var ring = new ArrayList<Double>();
        var numbers = new int[DEEPEST];
        var isRing = new boolean[DEEPEST];
        var depth = 0;
        do {
            switch (json.currentToken()) {
                case START_ARRAY -> {
                    depth++;
                    if (depth >= DEEPEST) {
                        throw new MapRefused(
                                "no_json",
                                Integer.toString(json.currentLocation().getLineNr()));
                    }
                    numbers[depth] = 0;
                    isRing[depth] = false;
                }
                case END_ARRAY -> {
                    isRing[depth - 1] |= numbers[depth] > 1;
                    if (isRing[depth]) {
                        rings.add(ring.stream().mapToDouble(Double::doubleValue).toArray());
                        ring.clear();
                    }
                    depth--;
                }
                default -> {
                    // A height after longitude and latitude is passed over.
                    if (numbers[depth]++ < 2) {
                        ring.add(json.getDoubleValue());
                        count(json);
                    }
                }
            }
        } while (depth > 0 && json.nextToken() != null);
        return rings;
    }

    private void count(JsonParser json) throws MapRefused {
        points++;
        if (points > 2 * MOST_POINTS || !Double.isFinite(json.getDoubleValue())) {
            throw new MapRefused("too_many_points", Integer.toString(MOST_POINTS));
        }
    }
}
