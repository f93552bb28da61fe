package org.tsunagu.letters.pdf;

import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.util.Locale;
import java.util.regex.Pattern;

/// Reads the paths of our own charts (SVGのパス): straight lines, and half circles as arcs.
final class SvgPath {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z]|-?(?:\\d+\\.?\\d*|\\.\\d+)");
    private static final double HALF_TURN = 180;

    private final String[] tokens;
    private final Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    private int at;
    private double x;
    private double y;

    private SvgPath(String text) {
        this.tokens = TOKEN.matcher(text).results().map(found -> found.group()).toArray(String[]::new);
    }

    /// The outline of a path.
    ///
    /// @throws IllegalArgumentException if it has a command that our charts do not write
    static Path2D read(String text) {
        var reader = new SvgPath(text);
        var command = 'M';
        while (reader.at < reader.tokens.length) {
            var token = reader.tokens[reader.at];
            if (Character.isLetter(token.charAt(0))) {
                command = token.charAt(0);
                reader.at++;
            }
            reader.draw(command);
            // Further points after a move are lines.
            command = command == 'M' ? 'L' : command == 'm' ? 'l' : command;
        }
        return reader.path;
    }

    private double number() {
        return Double.parseDouble(tokens[at++]);
    }

    private void draw(char command) {
        var isRelative = Character.isLowerCase(command);
        var fromX = isRelative ? x : 0;
        var fromY = isRelative ? y : 0;
        switch (String.valueOf(command).toLowerCase(Locale.ROOT)) {
            case "m" -> {
                x = fromX + number();
                y = fromY + number();
                path.moveTo(x, y);
            }
            case "l" -> to(fromX + number(), fromY + number());
            case "h" -> to(fromX + number(), y);
            case "v" -> to(x, fromY + number());
            case "a" -> halfCircle(fromX, fromY);
            case "z" -> path.closePath();
            default -> throw new IllegalArgumentException("no path command " + command);
        }
    }

    private void to(double newX, double newY) {
        x = newX;
        y = newY;
        path.lineTo(x, y);
    }

    private void halfCircle(double fromX, double fromY) {
        at += 4;
        var turnsLeft = number() == 0;
        var endX = fromX + number();
        var endY = fromY + number();
        var across = Math.abs(endX - x);
        var start = endX > x ? HALF_TURN : 0;
        path.append(
                new Arc2D.Double(
                        Math.min(x, endX),
                        y - across / 2,
                        across,
                        across,
                        start,
                        turnsLeft ? HALF_TURN : -HALF_TURN,
                        Arc2D.OPEN),
                true);
        x = endX;
        y = endY;
    }
}
