package org.tsunagu.app.ui;

import java.io.Serial;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/// There is no such thing, or it belongs to another insurer (見つからない): the two cannot be told apart.
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NotFound extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;
}
