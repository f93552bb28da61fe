package org.tsunagu.claimsformat.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The two published tables of fiscal year 2016 (source 003 第2章(1)): their displayed values give their shares and
/// ranks.
class CostColumnTest {

    record Cell(String table, String band, String row, long value, String share, String rank) {}

    static final List<Cell> PUBLISHED = published();

    static List<Cell> published() {
        try (var in = CostColumnTest.class.getResourceAsStream("source-003-2016.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Cell(cells[0], cells[1], cells[2], Long.parseLong(cells[3]), cells[4], cells[5]))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Map<String, List<Cell>> columns() {
        var columns = new HashMap<String, List<Cell>>();
        for (var cell : PUBLISHED) {
            columns.computeIfAbsent(cell.table() + cell.band(), first -> new ArrayList<>())
                    .add(cell);
        }
        return columns;
    }

    static CostColumn computed(List<Cell> cells) {
        return CostColumn.of(
                cells.subList(0, 14).stream().mapToLong(Cell::value).toArray());
    }

    @Test
    void sixteen_columns_of_fourteen_rows_and_a_total_are_published() {
        assertThat(columns()).hasSize(16);
        assertThat(columns().values()).allMatch(cells -> cells.size() == 15);
    }

    @Test
    void every_published_total_is_the_sum_of_its_displayed_cells() {
        for (var cells : columns().values()) {
            assertThat(computed(cells).total()).isEqualTo(cells.getLast().value());
        }
    }

    @Test
    void shares_are_as_published_in_195_of_196_cells() {
        var different = new ArrayList<Cell>();
        var printed = 0;
        for (var cells : columns().values()) {
            var column = computed(cells);
            for (var row = 0; row < 14; row++) {
                var share = column.share(row).map(Object::toString).orElse("");
                printed += cells.get(row).share().isEmpty() ? 0 : 1;
                if (!share.equals(cells.get(row).share())) {
                    different.add(cells.get(row));
                    assertThat(share).isEqualTo("1.2");
                }
            }
        }

        assertThat(printed).isEqualTo(196);
        assertThat(different)
                .as("chronic renal failure, 70-74, 53 of 4,486: printed 1.5, right is 1.2")
                .containsExactly(new Cell("receipts", "8", "4", 53, "1.5", ""));
    }

    @Test
    void all_seventy_published_ranks_are_reproduced_and_no_others() {
        var marks = 0;
        for (var cells : columns().values()) {
            var column = computed(cells);
            for (var row = 0; row < 14; row++) {
                var rank = column.rank(row);
                assertThat(rank.isPresent() ? String.valueOf(rank.getAsInt()) : "")
                        .as(cells.get(row).toString())
                        .isEqualTo(cells.get(row).rank());
                marks += rank.isPresent() ? 1 : 0;
            }
        }

        assertThat(marks).isEqualTo(70);
    }

    @Test
    void a_column_without_anything_has_neither_shares_nor_ranks() {
        var empty = CostColumn.of(0, 0);

        assertThat(empty.share(0)).isEmpty();
        assertThat(empty.rank(0)).isEmpty();
        assertThat(empty.total()).isZero();
    }

    @Test
    void a_value_of_zero_in_a_filled_column_has_a_share_and_no_rank() {
        var column = CostColumn.of(0, 5);

        assertThat(column.share(0))
                .hasValueSatisfying(share -> assertThat(share).hasToString("0.0"));
        assertThat(column.ranks()).containsExactly(0, 1);
    }

    @Test
    void equal_values_share_the_smaller_rank_and_the_next_is_skipped() {
        assertThat(CostColumn.of(5, 9, 5, 1, 5, 0).ranks()).containsExactly(2, 1, 2, 5, 2, 0);
    }

    @Test
    void cells_are_thousand_yen_half_up_and_the_total_is_the_sum_of_the_cells() {
        var column = CostColumn.inThousands(1_499, 1_500, 500, 499);

        assertThat(column.values()).containsExactly(1L, 2L, 1L, 0L);
        assertThat(column.total()).as("not 3,998 yen rounded").isEqualTo(4);
    }
}
