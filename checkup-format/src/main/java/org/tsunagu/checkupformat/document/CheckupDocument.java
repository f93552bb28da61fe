package org.tsunagu.checkupformat.document;

import java.util.List;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.codes.item.ItemValue;
import org.tsunagu.codes.item.Items;

/// A checkup document (特定健診情報ファイル hc08): one person, one checkup.
///
/// @param sections codes of the sections in order
/// @param observations every result, also of codes the master does not have, in the order written
public record CheckupDocument(Header header, List<Field> sections, List<Observation> observations)
        implements ReceivedFile {

    @Override
    public String kind() {
        return "hc08";
    }

    /// The results as the rules see them; codes that are not in the master are left out. Of an item that occurs twice
    /// the first one that carries a value counts, else the first.
    public CheckupValues values(Items items) {
        var values = CheckupValues.over(items);
        for (var observation : observations) {
            if (observation.item() != null && observation.state().isValue()) {
                values.put(observation.item(), observation.toItemValue());
            }
            putDoctor(observation, values);
        }
        for (var observation : observations) {
            if (observation.item() != null && !observation.state().isValue()) {
                values.put(observation.item(), observation.toItemValue());
            }
        }
        return values.build();
    }

    /// The name of the doctor is an item of its own, written in the author of what the doctor judged.
    private static void putDoctor(Observation observation, CheckupValues.Builder values) {
        var item = observation.item();
        if (item != null
                && !observation.doctorName().isEmpty()
                && !item.doctorNameItem().isEmpty()) {
            values.put(item.doctorNameItem(), ItemValue.code(observation.doctorName()));
        }
    }
}
