package org.tsunagu.app.extracts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.checkups.Checkups;
import org.tsunagu.app.checkups.ResultOfYear;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.privacy.pseudonym.InsuredIdentity;
import org.tsunagu.privacy.pseudonym.Pseudonyms;

/// The rows of an extract as exact as they are (抽出のもとになる行): the result of the year of every member, with an id of the
/// project in place of the person. Within the transaction of the caller.
@Component
class ExtractRows {

    private static final String SQL = """
            select c.member_id, c.exam_date, c.results, m.sex, m.birth, m.area, i.symbol, i.number, i.branch,
              l.value as level, s.value as metabolic
            from (
              select distinct on (c.member_id) c.id, c.member_id, c.exam_date, c.results
              from checkups.mart_checkup c
              left join checkups.mart_decision d on d.checkup_id = c.id and d.question = 'COMPLETE'
              where c.fiscal_year = :year
              order by c.member_id, %s desc
            ) c
            join membership.mart_member m on m.id = c.member_id
            left join membership.mart_identity i on i.member_id = c.member_id
            left join checkups.mart_decision l on l.checkup_id = c.id and l.question = 'STRATIFICATION'
            left join checkups.mart_decision s on s.checkup_id = c.id and s.question = 'METABOLIC'
            order by c.member_id
            """.formatted(ResultOfYear.rank("c", "d"));

    private final JdbcClient jdbc;
    private final Items items = Items.shipped();

    ExtractRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A row with the person it is about, who stays in the house.
    record Exact(long memberId, List<String> cells) {}

    /// Who makes ids out of numbers.
    ///
    /// @param insurer number of the insurer
    record Ids(String insurer, Pseudonyms mart, Pseudonyms project) {

        /// A number without a branch is a household's: then the member is told apart by the number in our own database.
        String of(long memberId, String symbol, String number, String branch) {
            var canonical = new InsuredIdentity(insurer, symbol, number, branch).canonical();
            var identity = branch.isEmpty() || number.isEmpty() ? canonical + "|member " + memberId : canonical;
            return project.id(mart.id(identity));
        }
    }

    List<Exact> of(int fiscalYear, List<ExtractColumn> columns, Ids ids) {
        return jdbc.sql(SQL)
                .param("year", fiscalYear)
                .query((row, n) -> new Exact(row.getLong("member_id"), cells(row, fiscalYear, columns, ids)))
                .list();
    }

    private List<String> cells(ResultSet row, int fiscalYear, List<ExtractColumn> columns, Ids ids)
            throws SQLException {
        var values = Checkups.values(row.getString("results"));
        var cells = new ArrayList<String>(columns.size());
        for (var column : columns) {
            cells.add(
                    column.items().isEmpty()
                            ? field(row, fiscalYear, column.key(), ids)
                            : value(values, column.items()));
        }
        return cells;
    }

    private static String field(ResultSet row, int fiscalYear, String key, Ids ids) throws SQLException {
        return switch (key) {
            case ExtractColumn.PERSON ->
                ids.of(row.getLong("member_id"), text(row, "symbol"), text(row, "number"), text(row, "branch"));
            case "age" -> {
                var birth = row.getObject("birth", LocalDate.class);
                yield birth == null ? "" : Integer.toString(new FiscalYear(fiscalYear).ageOf(birth));
            }
            case "exam_month" -> text(row, "exam_date");
            default -> text(row, key);
        };
    }

    private static String text(ResultSet row, String column) throws SQLException {
        var text = row.getString(column);
        return text == null ? "" : text;
    }

    private String value(CheckupValues values, List<String> codes) {
        for (var code : codes) {
            var value = values.get(items.get(code));
            if (value.state().isValue() && !value.text().isEmpty()) {
                return value.text();
            }
        }
        return "";
    }
}
