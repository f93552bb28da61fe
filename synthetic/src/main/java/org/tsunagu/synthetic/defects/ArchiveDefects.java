package org.tsunagu.synthetic.defects;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Defects of a whole archive (アーカイブの不備).
final class ArchiveDefects {
    private ArchiveDefects() {}

    /// An archive under the name it is delivered with (納品ファイル).
    static final class Delivery {
        private String name;
        private byte[] bytes;

        Delivery(String name, byte[] bytes) {
            this.name = name;
            this.bytes = bytes;
        }

        String name() {
            return name;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    /// Puts a kind of defect into an archive (アーカイブへの植え付け).
    interface ArchivePlanter {
        void plant(Delivery delivery) throws IOException;
    }

    static Map<String, ArchivePlanter> all() {
        var all = new TreeMap<String, ArchivePlanter>();
        all.put(
                "A-COUNT",
                index(
                        "<totalRecordCount value=\"([0-9]+)\"",
                        m -> "<totalRecordCount value=\"" + (Integer.parseInt(m.group(1)) + 1) + "\""));
        all.put(
                "A-SENDER",
                index("<sender>(\\s*<id [^>]*extension=\")[0-9]{10}", m -> "<sender>" + m.group(1) + "9911000017"));
        all.put(
                "A-RECEIVER",
                index("<receiver>(\\s*<id [^>]*extension=\")[0-9]{8}", m -> "<receiver>" + m.group(1) + "06139463"));
        all.put("A-SERVICE", index("<serviceEventType code=\"1\"", m -> "<serviceEventType code=\"2\""));
        all.put("A-EXCHANGE", index("<interactionType code=\"6\"", m -> "<interactionType code=\"3\""));
        all.put(
                "A-CREATED",
                index("<creationTime value=\"[0-9]{6}[0-9]{2}\"", m -> m.group().replaceFirst("[0-9]{2}\"$", "01\"")));
        all.put(
                "A-OLD-NAMESPACE",
                index(
                        "xmlns=\"https://www.mhlw.go.jp[^\"]+\"",
                        m -> "xmlns=\"http://tokuteikenshin.jp/checkup/2007\""));
        all.put("A-NO-INDEX", entries(zip -> zip.remove(zip.root() + "/ix08_V08.xml")));
        all.put("A-STRAY", entries(zip -> zip.put(zip.root() + "/memo.txt", text("artificial"))));
        all.put("A-NESTED", entries(zip -> zip.put(zip.root() + "/DATA/inner.zip", text("PK\u0003\u0004"))));
        all.put("A-PATH", entries(zip -> zip.put(zip.root() + "/../outside.xml", text("<a/>"))));
        all.put("A-TWO-ROOTS", entries(zip -> zip.put("second/memo.txt", text("artificial"))));
        all.put("A-ENTRY-NAME", entries(ArchiveDefects::oddName));
        all.put("A-ZIP-NAME", delivery -> delivery.name = delivery.name.replace(".zip", "_copy.zip"));
        all.put("A-ROOT-NAME", ArchiveDefects::oddRoot);
        all.put("A-PDF", delivery -> delivery.bytes = text("%PDF-1.7\n% artificial\n"));
        all.put("A-EMPTY", delivery -> delivery.bytes = new byte[0]);
        return all;
    }

    private static ArchivePlanter entries(Consumer<Zip> edit) {
        return delivery -> {
            var zip = Zip.read(delivery.bytes);
            edit.accept(zip);
            delivery.bytes = zip.write();
        };
    }

    private static ArchivePlanter index(String regex, java.util.function.Function<MatchResult, String> replacement) {
        return entries(
                zip -> zip.index(text -> Pattern.compile(regex).matcher(text).replaceFirst(replacement)));
    }

    private static void oddName(Zip zip) {
        var first = zip.firstDocument();
        zip.rename(name -> name.equals(first) ? zip.root() + "/DATA/kekka0001.xml" : name);
    }

    /// An underscore before the number of the day, as several public descriptions wrongly have it.
    private static void oddRoot(Delivery delivery) throws IOException {
        var zip = Zip.read(delivery.bytes);
        var root = zip.root();
        var odd = root.replaceFirst("([0-9]{8})([0-9])_([1-5])$", "$1_$2_$3");
        zip.rename(name -> name.replace(root, odd));
        delivery.bytes = zip.write();
        delivery.name = odd + ".zip";
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
