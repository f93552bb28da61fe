package org.tsunagu.app.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.List;
import org.tsunagu.app.access.Actor;
import org.tsunagu.app.access.InsurerId;

/// An entry as it goes into the hash (記録の内容): every text with its length before it, so that no two entries have the
/// same bytes.
///
/// @param at in UTC, to the microsecond, as the database keeps it
/// @param people number and digest of the people of an entry about many; empty for others, whose hash knows nothing of
/// it
record Entry(
        int insurerId,
        long seq,
        OffsetDateTime at,
        long staffId,
        String staffName,
        String kind,
        String dataClass,
        long memberId,
        String purpose,
        String basis,
        String place,
        String detail,
        String people) {

    static Entry of(InsurerId insurer, long seq, OffsetDateTime at, Actor actor, Look look, People people) {
        return new Entry(
                insurer.value(),
                seq,
                at,
                actor.id(),
                actor.name(),
                look.kind().name(),
                look.dataClass(),
                look.memberId(),
                look.purpose(),
                look.basis(),
                look.place(),
                look.detail(),
                people.sealed());
    }

    byte[] hashAfter(byte[] previous) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.write(previous);
            out.writeInt(insurerId);
            out.writeLong(seq);
            out.writeLong(at.toEpochSecond());
            out.writeInt(at.getNano());
            out.writeLong(staffId);
            out.writeLong(memberId);
            for (var text : List.of(staffName, kind, dataClass, purpose, basis, place, detail)) {
                write(out, text);
            }
            if (!people.isEmpty()) {
                write(out, people);
            }
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        var encoded = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(encoded.length);
        out.write(encoded);
    }
}
