import type { CatalogueOperation } from "../api/math";

/** A function with its parameters, as it is written. */
export function signature(operation: CatalogueOperation): string {
  const names = operation.parameters.map((one) => (one.required ? one.name : `${one.name}?`));
  return names.length === 0 ? operation.name : `${operation.name}(${names.join(", ")})`;
}
