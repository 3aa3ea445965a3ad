package compatibility;

import java.util.LinkedHashMap;
import java.util.Map;

/** Every feature under the name that it has in every language. */
final class Features {
  static Map<String, Feature> all() {
    Map<String, Feature> features = new LinkedHashMap<>();
    Activities.add(features);
    ActivityEnds.add(features);
    LocalActivities.add(features);
    Messages.add(features);
    Updates.add(features);
    Children.add(features);
    Lifecycle.add(features);
    Starts.add(features);
    Determinism.add(features);
    Schedules.add(features);
    Visibility.add(features);
    Payloads.add(features);
    Workers.add(features);
    Deployments.add(features);
    Nexus.add(features);
    Standalone.add(features);
    Operators.add(features);
    Connection.add(features);
    return features;
  }
}
