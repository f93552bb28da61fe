package org.tsunagu.app.portal.web;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import org.tsunagu.app.portal.DoctorsLook;
import org.tsunagu.app.ui.Page;

/// What a doctor sees who reads the code that a member shows (主治医の画面). Whatever is wrong with a link, the answer is the same.
@Controller
public class ShownController {

    private final DoctorsLook look;

    ShownController(DoctorsLook look) {
        this.look = look;
    }

    /// What is said when there is nothing to see.
    public record Nothing() {}

    @GetMapping("/shown/{token}")
    View page(@PathVariable String token) {
        return look.follow(token)
                .<View>map(seen -> Page.of("portal/shown", seen))
                .orElseGet(() -> new Page("portal/nothing", new Nothing(), HttpStatus.NOT_FOUND));
    }
}
