# Reads OpenMetrics from standard input by the parser of Prometheus' own client; prints families as JSON.
import json
import sys

from prometheus_client.openmetrics.parser import text_string_to_metric_families

families = text_string_to_metric_families(sys.stdin.read())
print(
    json.dumps(
        [
            {
                "name": family.name,
                "type": family.type,
                "samples": [[sample.labels, sample.value, float(sample.timestamp)] for sample in family.samples],
            }
            for family in families
        ]
    )
)
