import { createStore } from "./store";

/** How many requests are under way: the bar at the top of the page shows when it takes long. */
export const requestsUnderWay = createStore(0);

export async function pending<Value>(request: Promise<Value>): Promise<Value> {
  requestsUnderWay.set(requestsUnderWay.get() + 1);
  try {
    return await request;
  } finally {
    requestsUnderWay.set(requestsUnderWay.get() - 1);
  }
}
