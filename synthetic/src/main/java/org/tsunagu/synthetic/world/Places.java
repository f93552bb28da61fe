package org.tsunagu.synthetic.world;

import java.util.stream.Collectors;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.synthetic.draw.Draw;
import org.tsunagu.synthetic.draw.Weighted;

/// The towns of the invented prefecture (架空の市町村), `places.tsv`.
public final class Places {
    private static final int BLOCKS = 30;
    private static final int NUMBERS = 25;
    private static final char FULL_WIDTH_ZERO = '０';

    private final Weighted<Row> towns;

    private Places(Table table) {
        this.towns = Weighted.of(table.rows(), row -> row.integer("weight"));
    }

    /// The towns as shipped.
    public static Places shipped() {
        return new Places(Table.read("world/places", Places.class.getResourceAsStream("places.tsv")));
    }

    /// A place to live.
    public Place draw(Draw draw) {
        var town = towns.at(draw.uniform());
        var block = fullWidth(1 + draw.below(BLOCKS));
        var number = fullWidth(1 + draw.below(NUMBERS));
        return new Place(town.text("postal_code"), town.text("address") + block + "番" + number + "号");
    }

    private static String fullWidth(int number) {
        return Integer.toString(number)
                .chars()
                .mapToObj(c -> Character.toString(c - '0' + FULL_WIDTH_ZERO))
                .collect(Collectors.joining());
    }
}
