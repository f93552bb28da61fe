package org.tsunagu.app.analytics.areas;

import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.TenantTransactions;

/// Maps that insurers have loaded (地図): the latest counts.
@Service
public class AreaMaps {

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;

    /// Maps in a database.
    public AreaMaps(JdbcClient jdbc, TenantTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// How a file is to be read (読み方).
    ///
    /// @param title what the map is called on pages
    /// @param code property with the code of an area: the area of the register itself, several with
    /// commas between, or what `codes` maps them to
    /// @param name property with its name
    /// @param codes area of the register to code; empty where the codes are the areas
    public record Reading(String title, String code, String name, Map<String, String> codes) {}

    /// Takes in a map.
    ///
    /// @return how many areas it has
    public int load(InsurerId insurer, InputStream in, Reading reading, OffsetDateTime now)
            throws IOException, MapRefused {
        var areas = Simplified.of(joined(GeoJson.read(in, reading.code, reading.name)));
        transactions.in(insurer, () -> {
            var map = jdbc.sql("insert into analytics.area_map (insurer_id, title, loaded_at)"
                            + " values (:insurer, :title, :now) returning id")
                    .param("insurer", insurer.value())
                    .param("title", reading.title)
                    .param("now", now)
                    .query(Long.class)
                    .single();
            areas.forEach(area -> jdbc.sql("insert into analytics.area_outline (map_id, insurer_id, code, name, rings)"
                            + " values (:map, :insurer, :code, :name, :rings)")
                    .param("map", map)
                    .param("insurer", insurer.value())
                    .param("code", area.code())
                    .param("name", area.name())
                    .param("rings", text(area.rings()))
                    .update());
            codes(areas, reading)
                    .forEach((area, code) -> jdbc.sql("insert into analytics.area_code (map_id, insurer_id, area, code)"
                                    + " values (:map, :insurer, :area, :code)")
                            .param("map", map)
                            .param("insurer", insurer.value())
                            .param("area", area)
                            .param("code", code)
                            .update());
            return map;
        });
        return areas.size();
    }

    /// Parts of one area that come as several features.
    private static List<Area> joined(List<Area> areas) {
        var byCode = new LinkedHashMap<String, Area>();
        for (var area : areas) {
            byCode.merge(area.code(), area, (one, other) -> {
                var rings = new ArrayList<>(one.rings());
                rings.addAll(other.rings());
                return new Area(one.code(), one.name(), rings);
            });
        }
        return List.copyOf(byCode.values());
    }

    private static Map<String, String> codes(List<Area> areas, Reading reading) {
        var codes = new HashMap<>(reading.codes);
        for (var area : areas) {
            for (var one : area.code().split(",", -1)) {
                codes.putIfAbsent(one.strip(), area.code());
            }
        }
        return codes;
    }

    /// The map of the current insurer.
    public Outlines current() {
        return transactions.inCurrent(
                () -> jdbc.sql("select id, title from analytics.area_map order by id desc limit 1")
                        .query((row, n) -> outlines(row.getLong(1), row.getString(2)))
                        .optional()
                        .orElseGet(Outlines::none));
    }

    private Outlines outlines(long map, String title) {
        var names = new HashMap<String, String>();
        var rings = new HashMap<String, List<double[]>>();
        jdbc.sql("select code, name, rings from analytics.area_outline where map_id = :map")
                .param("map", map)
                .query((row, n) -> Map.entry(row.getString(1), Map.entry(row.getString(2), row.getString(3))))
                .list()
                .forEach(area -> {
                    names.put(area.getKey(), area.getValue().getKey());
                    rings.put(area.getKey(), rings(area.getValue().getValue()));
                });
        var codes = jdbc
                .sql("select area, code from analytics.area_code where map_id = :map")
                .param("map", map)
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Outlines(title, names, rings, codes);
    }

    private static String text(List<double[]> rings) {
        return rings.stream()
                .map(ring -> Arrays.stream(ring)
                        .mapToObj(number -> String.format(Locale.ROOT, "%.5f", number))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(";"));
    }

    private static List<double[]> rings(String text) {
        return Arrays.stream(text.split(";", -1))
                .map(ring -> Arrays.stream(ring.split(" ", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }
}
