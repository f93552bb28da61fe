package org.tsunagu.checkupformat.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/// A ZIP64 archive of one stored file, with every number in its wide form.
final class Zip64 {

    private static final long WIDE = 0xffffffffL;

    private final ByteBuffer out = ByteBuffer.allocate(1 << 12).order(ByteOrder.LITTLE_ENDIAN);
    private final byte[] name;
    private final byte[] content;
    private final long checksum;

    private Zip64(String name, String content) {
        this.name = name.getBytes(StandardCharsets.UTF_8);
        this.content = content.getBytes(StandardCharsets.UTF_8);
        var crc = new CRC32();
        crc.update(this.content);
        checksum = crc.getValue();
    }

    static byte[] of(String name, String content) {
        var zip = new Zip64(name, content);
        zip.local();
        var directory = zip.out.position();
        zip.central();
        zip.end(directory);
        return Arrays.copyOf(zip.out.array(), zip.out.position());
    }

    private void local() {
        ints(Zips.LOCAL).shorts(45, 0, 0, 0, 0).ints(checksum, WIDE, WIDE).shorts(name.length, 20);
        out.put(name);
        shorts(1, 16);
        out.putLong(content.length).putLong(content.length).put(content);
    }

    private void central() {
        ints(Zips.CENTRAL).shorts(45, 45, 0, 0, 0, 0).ints(checksum, WIDE, WIDE);
        shorts(name.length, 34, 0, 0, 0).ints(0, WIDE);
        out.put(name);
        shorts(0x5455, 2, 7, 1, 24);
        out.putLong(content.length).putLong(content.length).putLong(0);
    }

    private void end(int directory) {
        var end = out.position();
        ints(0x06064b50);
        out.putLong(44);
        shorts(45, 45).ints(0, 0);
        out.putLong(1).putLong(1).putLong((long) end - directory).putLong(directory);
        ints(0x07064b50, 0);
        out.putLong(end);
        ints(1, Zips.END).shorts(0, 0, 0xffff, 0xffff).ints(WIDE, WIDE).shorts(0);
    }

    private Zip64 ints(long... values) {
        for (var value : values) {
            out.putInt((int) value);
        }
        return this;
    }

    private Zip64 shorts(int... values) {
        for (var value : values) {
            out.putShort((short) value);
        }
        return this;
    }
}
