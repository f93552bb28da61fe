package org.tsunagu.app.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tsunagu.app.ui.Failures;

/// Nothing under `/api/` is answered with a page (エラー画面を出さない): whatever goes wrong before or beside the operations
/// becomes a problem, too.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class ApiErrors extends OncePerRequestFilter {

    private final Problems problems;

    ApiErrors(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Problems.concerns(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        try {
            chain.doFilter(request, new WithoutPages(request, response));
        } catch (ServletException | RuntimeException e) {
            if (!response.isCommitted()) {
                problems.write(request, response, Refused.logged(Failures.log(e)));
            }
        }
    }

    private final class WithoutPages extends HttpServletResponseWrapper {

        private final HttpServletRequest request;
        private final HttpServletResponse response;

        WithoutPages(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
            this.response = response;
        }

        @Override
        public void sendError(int status) throws IOException {
            problems.write(request, response, Refused.of(Problem.of(status)));
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            sendError(status);
        }
    }
}
