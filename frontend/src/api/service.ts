import { ask } from "./client";
import type { ServiceOptions } from "./schema";

/** What this service offers. */
export function serviceOptions(signal: AbortSignal): Promise<ServiceOptions> {
  return ask<ServiceOptions>("/service/options", { anonymous: true, quiet: true, signal });
}
