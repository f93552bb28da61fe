package org.tsunagu.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Funnels, maps, pyramids, and pictures with their notes.
class PlacesTest {

    private static final List<String> LEGEND = List.of("80未満", "80〜90", "90〜110", "110〜120", "120以上", "表示なし");

    private static Dot dot(String name, long size, String value, Dot.Standing standing) {
        return new Dot(name, BigDecimal.valueOf(size), new BigDecimal(value), standing, standing.name());
    }

    private static FunnelPlot funnel(List<Dot> dots) {
        var inner = new ArrayList<Limit.Point>();
        var outer = new ArrayList<Limit.Point>();
        for (var size = 10; size <= 1000; size += 30) {
            inner.add(new Limit.Point(size, 30 + 90 / Math.sqrt(size)));
            outer.add(new Limit.Point(size, 30 + 140 / Math.sqrt(size)));
        }
        return new FunnelPlot(
                "事業所別の喫煙率", "事業所", "受診者数", "%", 30, List.of(new Limit(false, inner), new Limit(true, outer)), dots);
    }

    @Test
    void a_funnel_shows_every_place_and_names_those_far_outside() {
        var chart = funnel(List.of(
                        dot("工場", 900, "41.0", Dot.Standing.FAR_OUTSIDE),
                        dot("本社", 400, "33.0", Dot.Standing.INSIDE),
                        dot("支店", 30, "47.0", Dot.Standing.OUTSIDE)))
                .draw("f", Locale.JAPANESE);

        assertThat(Drawn.of(chart).isSound().texts())
                .contains("工場", "受診者数", "95%の管理限界")
                .doesNotContain("本社", "支店");
        assertThat(chart.sentence()).isEqualTo("3か所のうち、偶然では説明しにくい差があるのは2か所。");
        assertThat(chart.table().rows()).hasSize(3).first().isEqualTo(List.of("工場", "900", "41.0", "FAR_OUTSIDE"));
        assertThatThrownBy(() -> funnel(List.of(dot("x", 0, "1", Dot.Standing.INSIDE))))
                .hasMessageContaining("size");
    }

    @Test
    void tiles_are_told_apart_by_pattern_and_say_their_value() {
        var chart = new RegionMap(
                        "都道府県別",
                        List.of("都道府県", "比", "区間"),
                        LEGEND,
                        List.of(
                                new Region(
                                        "北海道", "121", MapClass.FAR_ABOVE, List.of("118〜124"), new Region.Tile(12, 0)),
                                new Region("沖縄", "‐", MapClass.NOTHING, List.of("‐"), new Region.Tile(0, 11))))
                .draw("m", Locale.JAPANESE);

        assertThat(Drawn.of(chart).isSound().texts()).contains("北海道", "121", "沖縄");
        assertThat(chart.svg()).contains("url(#m-far_above)");
        assertThat(chart.table().rows().getFirst()).containsExactly("北海道", "121", "118〜124");
        assertThat(chart.sentence()).isEqualTo("2地域のうち、基準より高いのは1、低いのは0、表示できないのは1。");
    }

    @Test
    void outlines_keep_their_shape_and_holes() {
        var square = new double[] {138, 34, 139, 34, 139, 35, 138, 35, 138, 34};
        var hole = new double[] {138.4, 34.4, 138.6, 34.4, 138.6, 34.6, 138.4, 34.6, 138.4, 34.4};
        var speck = new double[] {138, 34, 138, 34, 138, 34};
        var chart = new RegionMap(
                        "地区別",
                        List.of("地区", "比"),
                        LEGEND,
                        List.of(new Region(
                                "西部",
                                "95",
                                MapClass.NEAR,
                                List.of(),
                                new Region.Outline(List.of(square, hole, speck)))))
                .draw("m", Locale.ENGLISH);
        var path = Drawn.of(chart).isSound().all("path").stream()
                .filter(one -> one.getAttribute("class").equals("chart-border"))
                .toList();

        assertThat(path).hasSize(1);
        assertThat(path.getFirst().getAttribute("d")).containsOnlyOnce("z M").endsWith("z");
        assertThat(path.getFirst().getAttribute("fill-rule")).isEqualTo("evenodd");
    }

    @Test
    void a_pyramid_has_the_youngest_below_and_one_bar_a_side() {
        var chart = new Pyramid(
                        "加入者数",
                        "年齢",
                        "人",
                        List.of("40-44", "45-49"),
                        new Series("男性", List.of(Optional.of(BigDecimal.TEN), Optional.of(BigDecimal.ONE))),
                        new Series("女性", List.of(Optional.of(BigDecimal.TWO), Optional.empty())))
                .draw("p", Locale.JAPANESE);

        assertThat(Drawn.of(chart).isSound().texts()).contains("男性", "女性", "40-44", "10", "－");
        assertThat(chart.table().rows()).containsExactly(List.of("40-44", "10", "2"), List.of("45-49", "1", "－"));
    }

    @Test
    void notes_stand_below_the_picture_in_lines_that_fit() {
        var chart = funnel(List.of(dot("<b>", 9, "3", Dot.Standing.INSIDE))).draw("f", Locale.ENGLISH);
        var whole = Captions.below(chart, List.of("定義".repeat(60), "10人未満は秘匿 & <注>"));
        var document = Drawn.parse(whole);

        assertThat(document.getElementsByTagName("svg").getLength()).isEqualTo(2);
        assertThat(document.getDocumentElement().getTextContent()).contains("10人未満は秘匿 & <注>");
    }

    @Test
    void any_funnel_is_sound() {
        for (var seed = 0; seed < 200; seed++) {
            var random = new SplittableRandom(seed);
            var dots = new ArrayList<Dot>();
            for (var i = 0; i < random.nextInt(40); i++) {
                dots.add(dot(
                        "長い名前の事業所".repeat(random.nextInt(5)),
                        1 + random.nextLong(1L << random.nextInt(1, 60)),
                        Double.toString(random.nextDouble(-1e6, 1e6)),
                        Dot.Standing.values()[random.nextInt(3)]));
            }
            Drawn.of(funnel(dots).draw("f", Locale.JAPANESE)).isSound();
        }
    }
}
