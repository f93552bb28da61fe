package org.tsunagu.app.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Style, script and fonts (静的ファイル). Their address carries a hash of their bytes, so that a browser never uses those
/// of the last release.
@Configuration(proxyBeanMethods = false)
class Assets implements WebMvcConfigurer {

    private static final List<String> HASHED = List.of("/assets/app.css", "/assets/app.js");
    private static final String VERSION = hash();

    static String version() {
        return VERSION;
    }

    private static String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var name : HASHED) {
                try (var in = Assets.class.getResourceAsStream("/static" + name)) {
                    if (in == null) {
                        throw new IllegalStateException("no " + name);
                    }
                    digest.update(in.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(CacheControl.maxAge(365, TimeUnit.DAYS).immutable());
    }

    /// The fonts of the letters, which lie packed: they go out as they are.
    @Controller
    static class Fonts {

        @GetMapping("/assets/fonts/{weight:Regular|Bold}.ttf")
        ResponseEntity<Resource> font(@PathVariable String weight) {
            return ResponseEntity.ok()
                    .header("Content-Type", "font/ttf")
                    .header("Content-Encoding", "gzip")
                    .cacheControl(CacheControl.maxAge(365, TimeUnit.DAYS).immutable())
                    .body(new ClassPathResource("org/tsunagu/letters/pdf/BIZUDPGothic-" + weight + ".ttf.gz"));
        }
    }
}
