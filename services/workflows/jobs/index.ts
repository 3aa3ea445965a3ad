// The door of jobs: work of one step and no story, driven by rows and woken by queues.
export { startJobs, type JobDependencies, type RunningJobs } from "./start-jobs.ts";
export { meterSurcharges } from "./meter-surcharges.ts";
export { reportDrawer } from "./report-drawer.ts";
export { mailboxTransport, smtpTransport } from "./mail-transports.ts";
