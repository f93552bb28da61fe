package org.tsunagu.checkupformat.problems;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// What lies where in an archive (アーカイブの構成), gathered from one walk over its names; of any number of names it keeps
/// counts only.
final class Layout {

    private static final String DATA = "data/";
    private static final String CLAIMS = "claims/";
    private static final String SCHEMAS = "xsd/";
    private static final String DOCUMENT = ".xml";
    private static final String LITTER = "._";

    private final Set<String> schemaFiles;
    private final Set<String> schemasSeen = new HashSet<>();
    private final Set<String> tops = new TreeSet<>();
    private String root;
    private boolean hasIndex;
    private boolean hasSummary;
    private boolean hasClaimsFolder;
    private boolean hasSchemaFolder;
    private long documents;
    private long claims;

    /// Begins a walk.
    ///
    /// @param root the root folder, when it is known already; else empty, and the first folder is taken
    /// @param schemaFiles the schema files to look for, by path below the folder XSD
    Layout(String root, Set<String> schemaFiles) {
        this.root = root;
        this.schemaFiles = schemaFiles;
    }

    void add(String name) {
        var slash = name.indexOf('/');
        var top = slash < 0 ? "" : name.substring(0, slash);
        if (slash >= 0 && tops.size() <= 1) {
            tops.add(top);
        }
        if (root.isEmpty()) {
            root = top;
        }
        if (top.equals(root)) {
            below(slash < 0 ? name : name.substring(slash + 1));
        }
    }

    private void below(String path) {
        switch (path) {
            case "ix08_V08.xml" -> hasIndex = true;
            case "su08_V08.xml" -> hasSummary = true;
            default -> inFolder(path);
        }
    }

    private void inFolder(String path) {
        if (isIn(DATA, path)) {
            documents += isDocument(path) ? 1 : 0;
        } else if (isIn(CLAIMS, path)) {
            hasClaimsFolder = true;
            claims += isDocument(path) ? 1 : 0;
        } else if (isIn(SCHEMAS, path)) {
            hasSchemaFolder = true;
            var schema = path.substring(SCHEMAS.length());
            if (schemaFiles.contains(schema)) {
                schemasSeen.add(schema);
            }
        }
    }

    private static boolean isIn(String folder, String path) {
        return path.regionMatches(true, 0, folder, 0, folder.length());
    }

    /// The same files that a reader takes for documents: directly in the folder, XML, not what an operating system
    /// left.
    static boolean isDocument(String path) {
        return path.toLowerCase(Locale.ROOT).endsWith(DOCUMENT)
                && path.indexOf('/') == path.lastIndexOf('/')
                && !FileName.base(path).startsWith(LITTER);
    }

    /// Top-level folders; more than two are not kept.
    Set<String> tops() {
        return tops;
    }

    /// Name of the root folder; empty when the files lie outside of any folder.
    String root() {
        return root;
    }

    boolean hasIndex() {
        return hasIndex;
    }

    boolean hasSummary() {
        return hasSummary;
    }

    boolean hasClaimsFolder() {
        return hasClaimsFolder;
    }

    boolean hasSchemaFolder() {
        return hasSchemaFolder;
    }

    /// Files in DATA.
    long documents() {
        return documents;
    }

    /// Files in CLAIMS.
    long claims() {
        return claims;
    }

    Set<String> schemasSeen() {
        return schemasSeen;
    }
}
