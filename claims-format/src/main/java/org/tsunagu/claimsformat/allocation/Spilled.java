package org.tsunagu.claimsformat.allocation;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What has to be known of a claim once the whole population is known (一時ファイルの1件): numbers, and
/// for each disease row what the caller wants back.
///
/// @param flags which sums it goes into
/// @param sex 1 men, 2 women, 0 unknown
/// @param band number of the age band
/// @param points decided
/// @param main number of the main disease, −1 when there is none
/// @param mostResources number of the disease recorded as drawing most, −1 when there is none
/// @param groups by disease row and classification
/// @param texts by disease row, as the caller gave them
record Spilled(
        int flags,
        int sex,
        int band,
        int days,
        int yenPerPoint,
        long points,
        long mealYen,
        int main,
        int mostResources,
        List<int[]> groups,
        List<byte[]> texts) {

    static final int PUBLIC_ONLY = 1;
    static final int DISPENSING = 1 << 1;
    static final int NURSING = 1 << 2;
    static final int NOT_COUNTED = 1 << 3;

    boolean is(int flag) {
        return (flags & flag) != 0;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeByte(flags);
        out.writeByte(sex);
        out.writeByte(band);
        out.writeInt(days);
        out.writeInt(yenPerPoint);
        out.writeLong(points);
        out.writeLong(mealYen);
        out.writeInt(main);
        out.writeInt(mostResources);
        out.writeInt(groups.size());
        for (var i = 0; i < groups.size(); i++) {
            for (var group : groups.get(i)) {
                out.writeShort(group);
            }
            out.writeInt(texts.get(i).length);
            out.write(texts.get(i));
        }
    }

    /// Reads the next one.
    ///
    /// @param kinds how many classifications there are
    static Spilled read(DataInputStream in, int kinds) throws IOException {
        var flags = in.readByte();
        var sex = in.readByte();
        var band = in.readByte();
        var days = in.readInt();
        var yenPerPoint = in.readInt();
        var points = in.readLong();
        var mealYen = in.readLong();
        var main = in.readInt();
        var mostResources = in.readInt();
        var rows = in.readInt();
        var groups = new ArrayList<int[]>(rows);
        var texts = new ArrayList<byte[]>(rows);
        for (var i = 0; i < rows; i++) {
            var numbers = new int[kinds];
            for (var kind = 0; kind < kinds; kind++) {
                numbers[kind] = in.readShort();
            }
            groups.add(numbers);
            texts.add(in.readNBytes(in.readInt()));
        }
        return new Spilled(flags, sex, band, days, yenPerPoint, points, mealYen, main, mostResources, groups, texts);
    }

    /// The numbers of the rows in one classification.
    int[] column(CostGroups.Kind kind) {
        return groups.stream().mapToInt(row -> row[kind.index()]).toArray();
    }
}
