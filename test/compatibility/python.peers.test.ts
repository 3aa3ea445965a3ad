// The official Python SDK against our cell, with Temporal's own server as the reference.
import { buildPython } from "./suites/build-python.ts";
import { describeSuite } from "./suites/describe-suite.ts";

describeSuite("python", buildPython);
