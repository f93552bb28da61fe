package org.tsunagu.app.intake;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Forgets whom documents were about when their results have been deleted (文書の個人情報の削除). That
/// there was a document stays, without anything by which its person could be known.
@Service
public class Forgetting {

    /// What holds of a document `o` by which somebody can be known.
    static final String KNOWN = "(o.member_id is not null or o.kana <> '' or o.birth <> '' or o.number <> '')";

    private final JdbcClient jdbc;

    Forgetting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A file in which documents came.
    ///
    /// @param isEmpty whether nobody is known any more of all the documents in it
    public record File(String hash, boolean isEmpty) {}

    /// Whether a file is one in which somebody is still known, within the transaction of the caller.
    public boolean isHeld(String hash) {
        return jdbc.sql("select exists (select 1 from intake.delivery v join intake.document o on o.delivery_id = v.id"
                        + " where v.original = :hash and " + KNOWN + ")")
                .param("hash", hash)
                .query(Boolean.class)
                .single();
    }

    /// Forgets documents, within the transaction of the caller.
    ///
    /// @return the files they came in
    public List<File> forget(Collection<Long> documents) {
        jdbc.sql("select intake.forget_documents(:ids)")
                .param("ids", documents.toArray(Long[]::new))
                .query((row, n) -> n)
                .list();
        return jdbc.sql("select v.original, not exists (select 1 from intake.document o where o.delivery_id = v.id"
                        + " and " + KNOWN
                        + ") from intake.delivery v where v.id in (select delivery_id from intake.document"
                        + " where id = any(:ids)) order by v.id")
                .param("ids", documents.toArray(Long[]::new))
                .query((row, n) -> new File(row.getString(1), row.getBoolean(2)))
                .list();
    }
}
