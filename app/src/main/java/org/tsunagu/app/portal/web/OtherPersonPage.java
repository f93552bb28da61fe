package org.tsunagu.app.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.View;
import org.tsunagu.app.ui.Page;

/// What is said when a form belongs to the pages of somebody else (別の方の画面からの送信): whose pages these are now.
@ControllerAdvice
class OtherPersonPage {

    private final MyPages pages;

    OtherPersonPage(MyPages pages) {
        this.pages = pages;
    }

    @ExceptionHandler(OtherPerson.class)
    View other(HttpServletRequest request) {
        return new Page("portal/other", new MyPages.Plain(pages.viewer(request)), HttpStatus.CONFLICT);
    }
}
