package org.tsunagu.app.jobs;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Whether the background work goes on (処理の稼働状態), in `/actuator/health`: without its thread
/// every file waits for ever and no page says so.
@Component
class JobHealth implements HealthIndicator {

    private final JobWorker worker;

    JobHealth(JobWorker worker) {
        this.worker = worker;
    }

    @Override
    public Health health() {
        return worker.isDead() ? Health.down().build() : Health.up().build();
    }
}
