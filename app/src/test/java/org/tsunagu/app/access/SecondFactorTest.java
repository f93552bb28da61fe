package org.tsunagu.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.factor.Totp;

/// The second factor from the picture on the page to the day the telephone is lost.
@ExtendWith(Office.Extension.class)
class SecondFactorTest {

    private static final Pattern ADDRESS = Pattern.compile("secret=([A-Z2-7]+)");
    private static final Pattern BAR = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v(\\d+)h-\\d+z");
    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) ");
    private static final Pattern CODE = Pattern.compile("<code>([a-z0-9-]{14})</code>");
    private static final int SCALE = 4;

    private static String user(Office office, String login) {
        office.bean(Accounts.class).add(login, "試験", Office.PASSWORD, office.insurer("99000036"), Role.NURSE);
        return login;
    }

    /// Reads the picture as a telephone does.
    private static String picture(String page) throws Exception {
        var size = SIZE.matcher(page).results().findFirst().orElseThrow().group(1);
        var width = Integer.parseInt(size) * SCALE;
        var pixels = new int[width * width];
        Arrays.fill(pixels, 0xffffff);
        for (var bar : BAR.matcher(page).results().toList()) {
            for (var y = number(bar.group(2)); y < number(bar.group(2)) + number(bar.group(4)); y++) {
                Arrays.fill(
                        pixels,
                        y * width + number(bar.group(1)),
                        y * width + number(bar.group(1)) + number(bar.group(3)),
                        0);
            }
        }
        var source = new RGBLuminanceSource(width, width, pixels);
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new GlobalHistogramBinarizer(source)),
                        Map.of(DecodeHintType.PURE_BARCODE, true))
                .getText();
    }

    private static int number(String digits) {
        return Integer.parseInt(digits) * SCALE;
    }

    private static Totp app(String address) {
        var text = ADDRESS.matcher(address).results().findFirst().orElseThrow().group(1);
        var bits = new StringBuilder();
        text.chars()
                .map("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"::indexOf)
                .forEach(five -> bits.append(
                        String.format("%5s", Integer.toBinaryString(five)).replace(' ', '0')));
        var secret = new byte[bits.length() / 8];
        for (var i = 0; i < secret.length; i++) {
            secret[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        return new Totp(secret);
    }

    /// A code of now or of a neighbouring step, asked for when the step does not end just now.
    private static String code(Totp app, int steps) throws InterruptedException {
        while (Instant.now().getEpochSecond() % Totp.STEP_SECONDS >= Totp.STEP_SECONDS - 2) {
            Thread.sleep(100);
        }
        return app.code(Totp.step(Instant.now()) + steps);
    }

    private record Enrolled(String login, Totp app, List<String> recovery, Visitor visitor) {}

    private static Enrolled enrol(Office office, String login) throws Exception {
        var visitor = new Visitor(office);
        visitor.logIn(user(office, login), Office.PASSWORD);
        var app = app(picture(visitor.get("/account/factor").body()));
        var done = visitor.post("/account/factor", "code", code(app, -1));
        var recovery =
                CODE.matcher(done.body()).results().map(found -> found.group(1)).toList();
        assertThat(recovery).hasSize(10);
        return new Enrolled(login, app, recovery, visitor);
    }

    @Test
    void the_password_alone_opens_nothing_and_the_code_opens_what_was_asked_for(Office office) throws Exception {
        var user = enrol(office, "factor.one");
        var visitor = new Visitor(office);
        visitor.get("/tasks?kind=VISIT");

        var half = visitor.post("/login", "username", user.login(), "password", Office.PASSWORD);

        assertThat(half.path()).isEqualTo("/login/code");
        assertThat(half.body()).contains("確認コード").doesNotContain("/logout");
        for (var page : List.of("/", "/tasks", "/account", "/account/factor")) {
            assertThat(visitor.get(page).path()).as(page).isEqualTo("/login");
        }
        visitor.get("/tasks?kind=VISIT");
        visitor.get("/login/code");
        assertThat(visitor.post("/login/code", "code", code(user.app(), 0)).path())
                .startsWith("/tasks?kind=VISIT");
    }

    @Test
    void a_code_is_good_once(Office office) throws Exception {
        var user = enrol(office, "factor.two");
        var code = code(user.app(), 0);
        var first = new Visitor(office);
        first.logIn(user.login(), Office.PASSWORD);
        assertThat(first.post("/login/code", "code", code).path()).isEqualTo("/");

        var second = new Visitor(office);
        second.logIn(user.login(), Office.PASSWORD);

        assertThat(second.post("/login/code", "code", code).path()).isEqualTo("/login/code?wrong");
    }

    @Test
    void wrong_codes_lock_the_account_and_right_passwords_between_them_do_not_help(Office office) throws Exception {
        var user = enrol(office, "factor.three");
        var visitor = new Visitor(office);
        for (var i = 0; i < 4; i++) {
            visitor.logIn(user.login(), Office.PASSWORD);
            assertThat(visitor.post("/login/code", "code", "12345x").path()).isEqualTo("/login/code?wrong");
        }

        assertThat(visitor.post("/login/code", "code", "12345x").path()).isEqualTo("/login?locked");
        assertThat(visitor.logIn(user.login(), Office.PASSWORD).path()).isEqualTo("/login?locked");
    }

    @Test
    void a_recovery_code_is_good_once_and_typed_as_people_type(Office office) throws Exception {
        var user = enrol(office, "factor.four");
        var typed =
                user.recovery().getFirst().toUpperCase(java.util.Locale.ROOT).replace("-", " ");
        var visitor = new Visitor(office);
        visitor.logIn(user.login(), Office.PASSWORD);
        assertThat(visitor.post("/login/code", "code", typed).path()).isEqualTo("/");
        assertThat(visitor.get("/account").body()).contains("予備コードはあと9個です。");

        var again = new Visitor(office);
        again.logIn(user.login(), Office.PASSWORD);

        assertThat(again.post("/login/code", "code", typed).path()).isEqualTo("/login/code?wrong");
    }

    @Test
    void neither_secret_nor_codes_can_be_read_in_the_database(Office office) throws Exception {
        var user = enrol(office, "factor.five");

        var row = office.everything()
                .queryForMap(
                        "select factor_secret, recovery_codes::text from access.staff where login = ?", user.login());

        var sealed = (byte[]) row.get("factor_secret");
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(user.app().secret(), StandardCharsets.ISO_8859_1));
        assertThat(sealed).hasSizeGreaterThan(user.app().secret().length);
        assertThat(row.get("recovery_codes").toString())
                .doesNotContain(user.recovery().getFirst().replace("-", ""));
    }

    @Test
    void switching_off_asks_for_password_and_code(Office office) throws Exception {
        var user = enrol(office, "factor.six");
        var visitor = user.visitor();
        visitor.get("/account/factor");
        assertThat(visitor.post("/account/factor/off", "password", Office.PASSWORD, "code", "000000x")
                        .status())
                .isEqualTo(422);
        assertThat(visitor.post("/account/factor/off", "password", "wrong", "code", code(user.app(), 0))
                        .status())
                .isEqualTo(422);

        var off = visitor.post("/account/factor/off", "password", Office.PASSWORD, "code", code(user.app(), 0));

        assertThat(off.path()).startsWith("/account?notice=");
        assertThat(new Visitor(office).logIn(user.login(), Office.PASSWORD).path())
                .isEqualTo("/");
    }

    @Test
    void where_the_insurer_wants_it_nothing_is_done_before_it_is_set_up(Office office) throws Exception {
        var insurer = office.bean(Insurers.class).ensure("99000128", "試験組合");
        office.bean(Accounts.class).add("strict", "試験", Office.PASSWORD, insurer, Role.NURSE);
        office.bean(SecondFactor.class).require(insurer.id(), true);
        var visitor = new Visitor(office);

        assertThat(visitor.logIn("strict", Office.PASSWORD).path()).isEqualTo("/account/factor");
        assertThat(visitor.get("/tasks").path()).isEqualTo("/account/factor");
        var app = app(picture(visitor.get("/account/factor").body()));
        visitor.post("/account/factor", "code", code(app, 0));

        assertThat(visitor.get("/tasks").path()).isEqualTo("/tasks");
    }
}
