package org.tsunagu.app.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/// What is sent must be short, files apart (本文の大きさの制限): nobody fills the memory.
final class BodyLimit extends OncePerRequestFilter {

    private static final long MOST = 64 * 1024;

    private final long mostOfFile;
    private final Problems problems;

    BodyLimit(long mostOfFile, Problems problems) {
        this.mostOfFile = mostOfFile;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var isFile = request.getRequestURI().equals("/api/v1/deliveries");
        var length = request.getContentLengthLong();
        if (length > (isFile ? mostOfFile : MOST)) {
            problems.write(request, response, Refused.of(Problem.TOO_LARGE));
        } else if (length < 0 && !isFile && request.getHeader("Transfer-Encoding") != null) {
            problems.write(request, response, Refused.of(Problem.LENGTH_REQUIRED));
        } else {
            chain.doFilter(request, response);
        }
    }
}
