package org.tsunagu.app.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.audit.Audit;
import tools.jackson.databind.json.JsonMapper;

/// Somebody asked for a token in vain (トークンの拒否): answered as RFC 6749 wants it, and noted in the ledger.
@Component
class WrongSecrets implements AuthenticationFailureHandler {

    private static final int SHOWN = 40;

    private final JsonMapper json;
    private final Clients clients;
    private final Audit audit;

    WrongSecrets(JsonMapper json, Clients clients, Audit audit) {
        this.json = json;
        this.clients = clients;
        this.audit = audit;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        var code = failure instanceof OAuth2AuthenticationException known
                ? known.getError().getErrorCode()
                : OAuth2ErrorCodes.INVALID_CLIENT;
        var isClient = code.equals(OAuth2ErrorCodes.INVALID_CLIENT);
        if (isClient) {
            note(clientId(request));
            response.setHeader("WWW-Authenticate", "Basic realm=\"tsunagu\"");
        }
        response.setStatus((isClient ? HttpStatus.UNAUTHORIZED : HttpStatus.BAD_REQUEST).value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(Map.of("error", code)));
    }

    /// Of a name that does not exist only that somebody tried: it may be a secret in the wrong place.
    private void note(String clientId) {
        var insurer = clients.insurer(clientId).map(Insurer::id);
        var shown = clientId.substring(0, Math.min(SHOWN, clientId.length())).replaceAll("[^A-Za-z0-9_-]", "?");
        audit.noteAsSystem(
                insurer.orElse(InsurerId.INSTALLATION),
                Authorizations.logIn(insurer.isPresent() ? shown : "unknown", "WRONG"));
    }

    private static String clientId(HttpServletRequest request) {
        try {
            var basic = new BasicAuthenticationConverter().convert(request);
            var posted = request.getParameter("client_id");
            return basic != null ? basic.getName() : posted == null ? "" : posted;
        } catch (AuthenticationException unreadable) {
            return "";
        }
    }
}
