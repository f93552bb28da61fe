package org.tsunagu.app.ui;

import org.springframework.web.multipart.MultipartFile;

/// Names of files that people hand in (受け取ったファイルの名前).
public final class FileNames {

    private static final int LONGEST = 200;

    private FileNames() {}

    /// The name without the folders that some browsers send, without signs that cannot be seen, and not too
    /// long: its end says what kind of file it is.
    public static String of(MultipartFile file) {
        var name = String.valueOf(file.getOriginalFilename()).replace('\\', '/');
        var last = name.substring(name.lastIndexOf('/') + 1).replaceAll("\\p{Cntrl}", "");
        if (last.isEmpty()) {
            return "file";
        }
        return last.length() > LONGEST ? last.substring(last.length() - LONGEST) : last;
    }
}
