package org.tsunagu.synthetic.defects;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.codes.table.Table;

/// The kinds of defects (不備の一覧), `catalogue.tsv`.
public final class Catalogue {
    private final Map<String, Defect> byId = new HashMap<>();
    private final List<Defect> documents;
    private final List<Defect> archives;

    private Catalogue(Table table) {
        var all = table.rows().stream().map(Defect::of).toList();
        all.forEach(defect -> byId.put(defect.id(), defect));
        this.documents = all.stream().filter(defect -> !defect.ofArchive()).toList();
        this.archives = all.stream().filter(Defect::ofArchive).toList();
    }

    /// The catalogue as shipped.
    public static Catalogue shipped() {
        return new Catalogue(Table.read("defects/catalogue", Catalogue.class.getResourceAsStream("catalogue.tsv")));
    }

    /// Kinds that concern one document.
    public List<Defect> ofDocuments() {
        return documents;
    }

    /// Kinds that concern a whole archive.
    public List<Defect> ofArchives() {
        return archives;
    }

    /// The kind with this id.
    public Optional<Defect> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
