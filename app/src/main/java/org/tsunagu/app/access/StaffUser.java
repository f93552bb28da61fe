package org.tsunagu.app.access;

import java.io.Serial;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/// A person who has logged in (ログインした利用者), with the insurer that is worked for at the moment.
public final class StaffUser implements UserDetails {

    @Serial
    private static final long serialVersionUID = 1L;

    private final long id;
    private final String login;
    private final String name;
    private final transient Map<Insurer, Set<Role>> roles;
    private final transient Insurer current;

    StaffUser(long id, String login, String name, Map<Insurer, Set<Role>> roles, Insurer current) {
        this.id = id;
        this.login = login;
        this.name = name;
        this.roles = Map.copyOf(roles);
        this.current = current;
    }

    /// The actor this person is at the moment.
    public Actor actor() {
        return new Actor(id, name, current, Role.permissions(roles.getOrDefault(current, Set.of())));
    }

    /// The insurers this person may work for.
    public List<Insurer> insurers() {
        return roles.keySet().stream()
                .sorted(java.util.Comparator.comparing(Insurer::number))
                .toList();
    }

    /// The same person, working for another insurer.
    ///
    /// @throws IllegalArgumentException if the person has no role there
    public StaffUser at(Insurer insurer) {
        if (!roles.containsKey(insurer)) {
            throw new IllegalArgumentException("no role at this insurer");
        }
        return new StaffUser(id, login, name, roles, insurer);
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return actor().permissions().stream()
                .map(permission -> new SimpleGrantedAuthority(permission.name()))
                .toList();
    }

    /// The password is not kept in the session.
    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public String getUsername() {
        return login;
    }
}
