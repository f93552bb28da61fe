package org.tsunagu.cli.output;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// The folder of a run's results (出力フォルダー). While the run lasts its files are called `.partial`; they get
/// their names all together at the very end. What an earlier run left under these names is taken away first, so
/// that nobody takes it for this run's.
public final class OutputFolder implements AutoCloseable {

    private static final String PARTIAL = ".partial";

    private final Path folder;
    private final List<String> names;
    private final List<PartialFile> open = new ArrayList<>();
    private boolean isWhole;

    private OutputFolder(Path folder, List<String> names) {
        this.folder = folder;
        this.names = new ArrayList<>(names);
    }

    /// Makes the folder ready.
    ///
    /// @param names every file the run will write
    /// @param former files that only other calls write, to be taken away as well
    /// @throws OutputFailed if the folder cannot be made or written
    public static OutputFolder open(Path folder, List<String> names, List<String> former) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new OutputFailed(folder, e);
        }
        var output = new OutputFolder(folder, names);
        names.forEach(output::remove);
        former.forEach(output::remove);
        return output;
    }

    private void remove(String name) {
        delete(folder.resolve(name));
        delete(partial(name));
    }

    /// A device or a folder of that name is not ours to take away.
    private static void delete(Path file) {
        try {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                    && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && !Files.isSymbolicLink(file)) {
                throw new FileSystemException(file.toString(), "", "not a regular file");
            }
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new OutputFailed(file, e);
        }
    }

    /// The folder.
    public Path folder() {
        return folder;
    }

    /// Starts to write a file.
    public PartialFile file(String name) {
        var file = new PartialFile(partial(name));
        open.add(file);
        return file;
    }

    /// Where a file stands until the run is complete, for those who write it in one go.
    public Path partial(String name) {
        return folder.resolve(name + PARTIAL);
    }

    /// Ends the files written piece by piece, so that they can be read.
    public void closeFiles() {
        open.forEach(PartialFile::close);
        open.clear();
    }

    /// The run is complete: gives every file its name.
    ///
    /// @throws OutputFailed if that is not possible; then none has its name
    public void finish() {
        closeFiles();
        var renamed = new ArrayList<Path>();
        for (var name : names) {
            var file = folder.resolve(name);
            try {
                Files.move(partial(name), file, StandardCopyOption.REPLACE_EXISTING);
                renamed.add(file);
            } catch (IOException e) {
                renamed.forEach(OutputFolder::delete);
                throw new OutputFailed(file, e);
            }
        }
        isWhole = true;
    }

    /// Takes away what was begun when the run was not completed.
    @Override
    public void close() {
        if (!isWhole) {
            try {
                closeFiles();
            } finally {
                names.forEach(name -> delete(partial(name)));
            }
        }
    }
}
