package org.tsunagu.synthetic.defects;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.synthetic.draw.Draw;

/// Decides which documents and archives get a defect, and plants it (不備の植え付け): at most one in a document, and none
/// in the documents of an archive that is itself defective.
public final class Planting {
    private static final int TRIES = 1000;
    private static final String TWICE = "DOUBLE-PERSON";

    private final long seed;
    private final double rate;
    private final String insurer;
    private final Catalogue catalogue = Catalogue.shipped();
    private final Map<String, Planter> planters = new HashMap<>();
    private final Map<String, ArchiveDefects.ArchivePlanter> archivePlanters = ArchiveDefects.all();

    /// Planting at a rate between 0 and 1.
    public Planting(long seed, double rate, String insurer) {
        this.seed = seed;
        this.rate = rate;
        this.insurer = insurer;
        planters.putAll(ItemDefects.all());
        planters.putAll(RuleDefects.all());
        planters.putAll(HeaderDefects.all());
    }

    /// A document to be delivered (納品する文書).
    public static final class Sent {
        private final byte[] bytes;
        private final Defect defect;
        private final String item;

        Sent(byte[] bytes, Defect defect, String item) {
            this.bytes = bytes;
            this.defect = defect;
            this.item = item;
        }

        /// The document as it is sent.
        public byte[] bytes() {
            return bytes;
        }

        /// What was planted.
        public Defect defect() {
            return defect;
        }

        /// The item concerned; empty when none is.
        public String item() {
            return item;
        }

        /// Whether the defect is that the document is sent twice.
        public boolean twice() {
            return defect.id().equals(TWICE);
        }
    }

    /// Whether it is the turn of a document to get a defect.
    ///
    /// @param person and `date`: whose document it is and of which day
    public boolean isTurn(long person, LocalDate date) {
        return Draw.of(seed, "turn", person, date.toEpochDay()).chance(rate);
    }

    /// A document with a defect that it lends itself to.
    ///
    /// @param person and `date`: whose document it is and of which day
    public Sent document(byte[] bytes, long person, LocalDate date) {
        var draw = Draw.of(seed, "defect", person, date.toEpochDay());
        var source = new Source(new String(bytes, StandardCharsets.UTF_8), date, insurer);
        for (var attempt = 0; attempt < TRIES; attempt++) {
            var defect = draw.pick(catalogue.ofDocuments());
            if (defect.id().equals(TWICE)) {
                return new Sent(bytes, defect, "");
            }
            var change = planter(defect).plant(source);
            if (change.isPresent()) {
                return new Sent(change.get().bytes(), defect, change.get().item());
            }
        }
        throw new IllegalStateException("a document that lends itself to no defect");
    }

    private Planter planter(Defect defect) {
        var planter = planters.get(defect.id());
        if (planter == null) {
            throw new IllegalStateException("catalogue.tsv has %s, but nothing plants it".formatted(defect.id()));
        }
        return planter;
    }

    /// The defect an archive is to get; mostly none.
    ///
    /// @param name of its root folder
    public Optional<Defect> archive(String name) {
        var draw = Draw.of(seed, "defect of archive", name.hashCode());
        return draw.chance(rate) ? Optional.of(draw.pick(catalogue.ofArchives())) : Optional.empty();
    }

    /// The archive with its defect.
    ///
    /// @param name file name
    public Archived apply(Defect defect, String name, byte[] bytes) throws IOException {
        var delivery = new ArchiveDefects.Delivery(name, bytes);
        var planter = archivePlanters.get(defect.id());
        if (planter == null) {
            throw new IllegalStateException("catalogue.tsv has %s, but nothing plants it".formatted(defect.id()));
        }
        planter.plant(delivery);
        return new Archived(delivery);
    }

    /// An archive with a defect (不備のあるアーカイブ).
    public static final class Archived {
        private final ArchiveDefects.Delivery delivery;

        Archived(ArchiveDefects.Delivery delivery) {
            this.delivery = delivery;
        }

        /// File name.
        public String name() {
            return delivery.name();
        }

        /// Content.
        public byte[] bytes() {
            return delivery.bytes();
        }
    }

    /// The kinds that can be planted in documents and those in archives, for a test against the catalogue.
    List<String> known() {
        var known = new java.util.ArrayList<>(planters.keySet());
        known.addAll(archivePlanters.keySet());
        known.add(TWICE);
        return known;
    }
}
