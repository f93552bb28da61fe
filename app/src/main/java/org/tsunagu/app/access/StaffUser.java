package org.tsunagu.app.access;

import java.io.Serial;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final transient Standing standing;
    private final transient Optional<Emergency> emergency;

    StaffUser(long id, String login, String name, Map<Insurer, Set<Role>> roles, Insurer current, Standing standing) {
        this(id, login, name, roles, current, standing, Optional.empty());
    }

    private StaffUser(
            long id,
            String login,
            String name,
            Map<Insurer, Set<Role>> roles,
            Insurer current,
            Standing standing,
            Optional<Emergency> emergency) {
        this.id = id;
        this.login = login;
        this.name = name;
        this.roles = Map.copyOf(roles);
        this.current = current;
        this.standing = standing;
        this.emergency = emergency;
    }

    /// The person who may be seen in an emergency.
    public Optional<Emergency> emergency() {
        return emergency;
    }

    /// The same person at the same insurer, with or without an emergency.
    public StaffUser in(Optional<Emergency> begun) {
        return new StaffUser(id, login, name, roles, current, standing, begun);
    }

    /// The number of the account.
    public long id() {
        return id;
    }

    /// The name of the person.
    public String name() {
        return name;
    }

    /// The actor this person is at the moment; allowed nothing as long as there is a duty.
    public Actor actor() {
        var here = duty().isPresent() ? Set.<Role>of() : roles.getOrDefault(current, Set.of());
        return new Actor(id, name, current, Role.permissions(here));
    }

    /// What this person has to do before anything else.
    public Optional<Duty> duty() {
        if (standing.mustChangePassword()) {
            return Optional.of(Duty.PASSWORD);
        }
        return standing.strict().contains(current.id()) && !standing.hasFactor()
                ? Optional.of(Duty.FACTOR)
                : Optional.empty();
    }

    /// Whether a code is asked for at the log-in.
    public boolean hasFactor() {
        return standing.hasFactor();
    }

    Standing standing() {
        return standing;
    }

    StaffUser with(Standing other) {
        return new StaffUser(id, login, name, roles, current, other, emergency);
    }

    /// The roles at an insurer today.
    public Set<Role> roles(Insurer insurer) {
        return roles.getOrDefault(insurer, Set.of());
    }

    /// Whether this person comes from outside and sees assigned members only, whatever page is asked
    /// for. An employer has
    /// none assigned: what it may see is looked up for it.
    boolean isOutsider() {
        var here = roles(current);
        return (here.contains(Role.PROVIDER) || here.contains(Role.EMPLOYER))
                && !Role.permissions(here).contains(Permission.VIEW_PERSONS);
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
        return new StaffUser(id, login, name, roles, insurer, standing);
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
