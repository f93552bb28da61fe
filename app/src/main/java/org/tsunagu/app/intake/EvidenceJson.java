package org.tsunagu.app.intake;

import java.util.List;
import org.tsunagu.linkage.model.Match;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The evidence of a candidate as the database keeps it (根拠の保存形式).
final class EvidenceJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private EvidenceJson() {}

    static String write(List<Match.Evidence> evidence) {
        return MAPPER.writeValueAsString(evidence);
    }

    static List<Match.Evidence> read(String json) {
        return MAPPER.readValue(json, new TypeReference<List<Match.Evidence>>() {});
    }
}
