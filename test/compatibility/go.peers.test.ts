// The official Go SDK against our cell, with Temporal's own server as the reference.
import { buildGo } from "./suites/build-go.ts";
import { describeSuite } from "./suites/describe-suite.ts";

describeSuite("go", buildGo);
