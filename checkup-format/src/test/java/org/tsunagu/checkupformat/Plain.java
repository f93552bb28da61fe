package org.tsunagu.checkupformat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tsunagu.checkupformat.document.Field;

/// Records without the places they were read from, for comparing what was read with what was written.
public final class Plain {

    private Plain() {}

    @SuppressWarnings("unchecked")
    public static <T> T of(T value) {
        return (T) plain(value);
    }

    private static Object plain(Object value) {
        return switch (value) {
            case null -> null;
            case Field field -> field.isEmpty() ? Field.ABSENT : Field.of(field.text());
            case List<?> list -> list.stream().map(Plain::plain).toList();
            case Optional<?> some -> some.map(Plain::plain);
            case Record record -> rebuilt(record);
            default -> value;
        };
    }

    private static Object rebuilt(Record record) {
        try {
            var components = record.getClass().getRecordComponents();
            var arguments = new Object[components.length];
            for (var i = 0; i < components.length; i++) {
                var accessor = components[i].getAccessor();
                accessor.setAccessible(true);
                var isPlace = components[i].getName().equals("line")
                        || components[i].getName().equals("column");
                arguments[i] = isPlace ? 1 : plain(accessor.invoke(record));
            }
            var types =
                    Stream.of(components).map(component -> component.getType()).toArray(Class[]::new);
            var constructor = record.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
