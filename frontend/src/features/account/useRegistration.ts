import { serviceOptions } from "../../api/service";
import { useLoad } from "../../shared/hooks";

/** Whether people can make accounts for themselves; `unknown` until the service has said so. */
export function useRegistration(): "open" | "closed" | "unknown" {
  const options = useLoad("registration", serviceOptions);
  // A service that does not answer says so itself when the form is sent.
  if (options.state === "failed") return "open";
  return options.value?.registration ?? "unknown";
}
