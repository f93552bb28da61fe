package org.tsunagu.fhir.checkup;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Reference;

/// The entries of a bundle being written (エントリー). Their UUIDs follow from the identity of the document: the same
/// document gives the same bundle.
final class Parts {

    private static final String URN = "urn:uuid:";

    private final Bundle bundle;
    private final String identity;
    private final String time;
    private final Map<String, String> urls = new HashMap<>();

    /// Parts of a bundle.
    ///
    /// @param time instant of every part; empty when none is known
    Parts(Bundle bundle, String identity, String time) {
        this.bundle = bundle;
        this.identity = identity;
        this.time = time;
    }

    /// Adds a resource.
    ///
    /// @param path what it is within the document, for example `patient`
    /// @param profile its kind in the guide
    Reference add(String path, String profile, DomainResource resource) {
        var id = UUID.nameUUIDFromBytes((identity + "/" + path).getBytes(StandardCharsets.UTF_8));
        resource.setId(id.toString());
        resource.getMeta().addProfile(Systems.profile(profile));
        if (!time.isEmpty()) {
            resource.getMeta().setLastUpdatedElement(new InstantType(time));
        }
        var url = URN + id;
        bundle.addEntry().setFullUrl(url).setResource(resource);
        urls.put(path, url);
        return new Reference(url);
    }

    /// A reference to what was added before.
    ///
    /// @throws IllegalStateException if it was not
    Reference to(String path) {
        var url = urls.get(path);
        if (url == null) {
            throw new IllegalStateException("not in the bundle yet: " + path);
        }
        return new Reference(url);
    }

    /// Whether it was added.
    boolean has(String path) {
        return urls.containsKey(path);
    }
}
