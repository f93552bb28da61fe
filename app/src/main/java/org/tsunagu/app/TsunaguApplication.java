package org.tsunagu.app;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The application; every package directly below this one is a module of it. Started by [Start].
@SpringBootApplication
public class TsunaguApplication {}
