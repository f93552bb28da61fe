package org.tsunagu.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A map of regions in classes around a reference (地図): tiles that need no borders, or outlines.
///
/// @param title states what is shown
/// @param headings of the table: region, value, then one a further cell
/// @param legend words of each class that there may be, in the order of [MapClass]
/// @param regions all tiles, or all outlines
public record RegionMap(String title, List<String> headings, List<String> legend, List<Region> regions) {

    /// A map with the words of every class.
    ///
    /// @throws IllegalArgumentException for another number of words
    public RegionMap {
        headings = List.copyOf(headings);
        legend = List.copyOf(legend);
        regions = List.copyOf(regions);
        if (legend.size() != MapClass.values().length) {
            throw new IllegalArgumentException("%d words for the classes of a map".formatted(legend.size()));
        }
    }

    /// Draws it.
    ///
    /// @param id prefix of the ids inside, unique on the page
    public Chart draw(String id, Locale locale) {
        var texts = ChartTexts.in(locale);
        var sentence = sentence(texts);
        return new Chart(new MapDrawing(this).draw(id, sentence), table(), sentence);
    }

    private DataTable table() {
        return new DataTable(
                title,
                headings,
                regions.stream()
                        .map(region -> {
                            var cells = new ArrayList<>(List.of(region.name(), region.shown()));
                            cells.addAll(region.cells());
                            return List.<String>copyOf(cells);
                        })
                        .toList());
    }

    private String sentence(ChartTexts texts) {
        if (regions.isEmpty()) {
            return texts.text("bars.none", Map.of("title", title));
        }
        return texts.text(
                "map.sentence",
                Map.of(
                        "regions", Numbers.count(regions.size()),
                        "above", Numbers.count(count(MapClass.ABOVE) + count(MapClass.FAR_ABOVE)),
                        "below", Numbers.count(count(MapClass.BELOW) + count(MapClass.FAR_BELOW)),
                        "nothing", Numbers.count(count(MapClass.NOTHING))));
    }

    private long count(MapClass level) {
        return regions.stream().filter(region -> region.level() == level).count();
    }
}
