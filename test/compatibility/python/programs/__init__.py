"""The programs, one module for each area; importing them registers their features."""

from programs import (  # noqa: F401
    activities,
    activity_ends,
    batches,
    children,
    connection,
    deployments,
    determinism,
    lifecycle,
    local_activities,
    messages,
    nexus,
    operators,
    payloads,
    priorities,
    schedules,
    standalone,
    starts,
    updates,
    visibility,
    workers,
)
