package org.tsunagu.app.ui;

/// Addresses of this application (画面の番地).
public final class Addresses {

    private Addresses() {}

    /// The address if it is one of ours, else the first page: nobody is sent to another site.
    public static String local(String address) {
        return address.matches("/(?![/\\\\])[A-Za-z0-9/_.-]*(\\?[A-Za-z0-9=&_.-]*)?") ? address : "/";
    }
}
