package org.tsunagu.app.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Insurer;

/// An insurer with members, results, judgements and tasks, and another one beside it; made once a process.
record World(Office office, Insurer insurer, Insurer other, Path files) {

    static final String NUMBER = "99000804";
    static final String OTHER = "99000812";
    private static final ConcurrentMap<String, Program> PROGRAMS = new ConcurrentHashMap<>();
    private static final int MEMBERS = 150;
    private static final double DEFECTS = 0.02;

    static final class Extension implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == World.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return Made.WORLD;
        }
    }

    private static final class Made {
        static final World WORLD = make(Office.ofProcess());
    }

    private static World make(Office office) {
        try {
            var files = Office.files(Files.createTempDirectory("tsunagu-api"), NUMBER, MEMBERS, 2, DEFECTS);
            var insurer = office.insurer(NUMBER);
            office.register(insurer, Files.readAllBytes(files.resolve("members.csv")), true);
            archives(files).forEach(zip -> office.receive(insurer, zip));
            office.waitForJobs(insurer);
            return new World(office, insurer, office.insurer(OTHER), files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> archives(Path files) {
        try (var zips = Files.list(files.resolve("archives"))) {
            return zips.filter(file -> file.toString().endsWith(".zip"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A program with these scopes; the same one each time, since tokens are asked for so many times a minute only.
    Program program(Insurer of, Scope... scopes) {
        return PROGRAMS.computeIfAbsent(of.number() + Arrays.toString(scopes), key -> Program.of(office, of, scopes));
    }

    /// A program of the insurer that may do everything.
    Program program() {
        return program(insurer, Scope.values());
    }

    /// Numbers that a query of the owner gives, in its order.
    List<Long> sql(String query, Object... arguments) {
        return office.everything().queryForList(query, Long.class, arguments);
    }

    int id() {
        return insurer.id().value();
    }
}
