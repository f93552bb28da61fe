package org.tsunagu.app.worklists.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Purpose;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.worklists.TaskFilter;
import org.tsunagu.app.worklists.TaskLists;
import org.tsunagu.app.worklists.TaskQuery;

/// What comes before a list goes out, in whatever form (持ち出し): the purpose is asked for, and the ledger says so.
@Component
class ListExport {

    private final TaskLists lists;
    private final Audit audit;

    ListExport(TaskLists lists, Audit audit) {
        this.lists = lists;
        this.audit = audit;
    }

    /// Begins an answer that is a file.
    ///
    /// @param place as the ledger names it
    /// @return what goes into the file; empty when no purpose was stated, then the answer leads back to the list
    Optional<TaskFilter> begin(
            Map<String, String> fields, String place, String type, String fileName, HttpServletResponse response)
            throws IOException {
        var query = TaskQuery.of(fields).with("page", "");
        var purpose = Purpose.stated(fields.getOrDefault("purpose", ""), fields.getOrDefault("purposeWords", ""));
        if (purpose.isEmpty()) {
            response.sendRedirect(
                    query.address() + (query.chosen().isEmpty() ? "?" : "&") + "notice=worklists.problem.purpose");
            return Optional.empty();
        }
        var filter = lists.filter(query);
        audit.note(
                new Look(
                        Look.Kind.EXPORT,
                        "task",
                        0,
                        purpose.get(),
                        Look.OWN_WORK,
                        place,
                        "%d tasks, %s".formatted(lists.count(filter), query.parameters())),
                lists.people(filter));
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"%s\"".formatted(fileName));
        response.setHeader("Cache-Control", "no-store");
        return Optional.of(filter);
    }
}
