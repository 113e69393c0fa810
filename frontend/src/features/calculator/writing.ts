// What is wanted once something is written: the page is there without.
export { Assistance } from "./Assistance";
export { dependents, evaluated } from "./evaluating";
