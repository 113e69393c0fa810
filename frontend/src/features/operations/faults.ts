import { ApiError } from "../../api/ApiError";
import type { CatalogueOperation } from "../../api/math";
import type { Faults } from "../../shared/useForm";
import { pageText } from "../../text/pages";
import { fieldFault, type Fields, isCount } from "./request";

const words = pageText.operations;

/** What is wrong with the fields before they are sent. */
export function faultsIn(operation: CatalogueOperation, fields: Fields, asksDigits: boolean): Faults {
  const found: Faults = {};
  for (const parameter of operation.parameters) {
    const fault = fieldFault(parameter, fields[parameter.name] ?? "", words.faults);
    if (fault) found[parameter.name] = fault;
  }
  if (asksDigits && !isCount(fields["precision"] ?? "")) found["precision"] = words.precisionFault;
  return found;
}

/** What the service has refused, each at its field; nothing where one of it belongs to no field. */
export function faultsOf(error: unknown, names: string[]): Faults {
  const faults: Faults = {};
  if (!(error instanceof ApiError)) return faults;
  for (const problem of error.problems) {
    const name = problem.loc.map(String).find((part) => names.includes(part));
    if (name === undefined) return {};
    faults[name] ??= problem.hint ? `${problem.msg} (${problem.hint})` : problem.msg;
  }
  return faults;
}
