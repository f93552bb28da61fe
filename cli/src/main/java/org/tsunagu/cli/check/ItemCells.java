package org.tsunagu.cli.check;

import java.util.Optional;
import org.tsunagu.cli.csv.CsvBytes;
import org.tsunagu.codes.item.Item;
import org.tsunagu.codes.item.Items;

/// Code and name of every item as cells, encoded once (項目コードと名称のセル).
final class ItemCells {

    private final Items items;
    private final byte[][] cells;

    ItemCells(Items items, boolean isJapanese) {
        this.items = items;
        this.cells = new byte[items.all().size()][];
        for (var item : items.all()) {
            var name = isJapanese ? item.nameJa() : item.nameEn();
            cells[item.index()] = new CsvBytes().cell(item.code()).cell(name).toByteArray();
        }
    }

    byte[] of(Item item) {
        return cells[item.index()];
    }

    Optional<byte[]> findByCode(String code) {
        return items.find(code).map(this::of);
    }
}
