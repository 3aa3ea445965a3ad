// The official Java SDK against our cell, with Temporal's own server as the reference.
import { buildJava } from "./suites/build-java.ts";
import { describeSuite } from "./suites/describe-suite.ts";

describeSuite("java", buildJava);
