import { type ComponentType, lazy } from "react";
import { ApiError } from "../api/ApiError";

const renewals = new Set<() => void>();

/** A component whose code is loaded when it is first shown. */
export function loadable<Props>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let Current: ComponentType<Props>;
  const renew = () => {
    Current = lazy(async () => ({ default: await load().catch(refuse) })) as unknown as ComponentType<Props>;
  };
  const refuse = async (error: unknown): Promise<never> => {
    renewals.add(renew);
    throw (await isReachable()) ? error : new ApiError(0, "unreachable", "");
  };
  renew();
  return (props) => <Current {...(props as Props & object)} />;
}

/**
 * Has what could not be loaded loaded anew when it is next shown: `lazy` keeps a failure for good. Only once the failure
 * has been caught, since until then the page would be tried without end.
 */
export function forgetFailures(): void {
  for (const renew of renewals) renew();
  renewals.clear();
}

function isReachable(): Promise<boolean> {
  return fetch("/healthz", { cache: "no-store" }).then(
    () => true,
    () => false,
  );
}
