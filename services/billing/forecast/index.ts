// The door of what a month will cost.
export { forecastMonth, isUnusual, type Forecast } from "./forecast-month.ts";
export {
  estimateCost,
  readSpend,
  simulatePrices,
  SIMULATED_MONTHS_MAX,
  type SimulatedMonth,
  type Spend,
  type SpendPorts,
} from "./read-spend.ts";
export { estimatePlan, type PlanEstimate } from "./estimate-plan.ts";
