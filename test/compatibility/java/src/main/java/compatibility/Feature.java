package compatibility;

/** A program; it fails by throwing. */
@FunctionalInterface
public interface Feature {
  void run(Program program) throws Exception;
}
