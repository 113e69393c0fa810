import { useEffect } from "react";
import type { CatalogueOperation } from "../../api/math";
import { useKept } from "../../shared/hooks";
import { type Fields, filled, isCount, requestBody } from "./request";

/** What the form of an operation holds, as long as the tab is open, and the body of its request. */
export function useOperationFields(operation: CatalogueOperation) {
  const [own, setOwn] = useKept<Fields>(`math.operation.${operation.name}`, {});
  // How many digits are wanted is the same for all operations, but for those that have a parameter of their own for it.
  const [digits, setDigits] = useKept("math.operations.digits", "20");
  const asksDigits = !operation.parameters.some((one) => one.name === "precision");

  useEffect(() => {
    const wanted = new URLSearchParams(location.search).get("with");
    if (wanted === null) return;
    history.replaceState(null, "", location.pathname);
    try {
      const values = JSON.parse(wanted) as Record<string, unknown>;
      setOwn(filled(operation, values));
      if (typeof values["precision"] === "number") setDigits(String(values["precision"]));
    } catch {
      // Somebody's own address: the form stays as it is.
    }
  }, [operation, setOwn, setDigits]);

  const fields: Fields = asksDigits ? { ...own, precision: digits } : own;
  const setFields = (next: Fields) => {
    const { precision, ...rest } = next;
    setOwn(asksDigits ? rest : next);
    if (asksDigits) setDigits(precision ?? "");
  };
  const body = requestBody(operation, own, isCount(digits) ? Number(digits) : digits);
  return { fields, setFields, asksDigits, body };
}
