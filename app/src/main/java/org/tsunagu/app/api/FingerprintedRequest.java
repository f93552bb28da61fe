package org.tsunagu.app.api;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A request whose fingerprint is taken while it is read (要求の指紋): of address, kind and every byte of the body, which
/// may
/// be larger than the memory.
final class FingerprintedRequest extends HttpServletRequestWrapper {

    private final MessageDigest digest;
    private final ServletInputStream body;

    FingerprintedRequest(HttpServletRequest request) throws IOException {
        super(request);
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        var start = "%s\n%s\n%s\n%s\n"
                .formatted(
                        request.getMethod(),
                        request.getRequestURI(),
                        String.valueOf(request.getQueryString()),
                        String.valueOf(request.getContentType()));
        digest.update(start.getBytes(StandardCharsets.UTF_8));
        this.body = new Body(request.getInputStream());
    }

    /// The fingerprint; reads what has not been read.
    String fingerprint() throws IOException {
        body.transferTo(OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public ServletInputStream getInputStream() {
        return body;
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    private final class Body extends ServletInputStream {

        private final ServletInputStream in;

        Body(ServletInputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            var one = in.read();
            if (one >= 0) {
                digest.update((byte) one);
            }
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            var count = in.read(bytes, from, most);
            if (count > 0) {
                digest.update(bytes, from, count);
            }
            return count;
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }

        /// Stays open, so that the rest can be read.
        @Override
        public void close() {}
    }
}
