package org.tsunagu.app.portal.web;

import java.io.Serial;

/// A form that was opened at the pages of somebody else than is seen now (別の方の画面からの送信): nothing is done.
final class OtherPerson extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;
}
