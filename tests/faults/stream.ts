import type { Fault } from "./fault.ts";

/** Clients come and go, the listener dies: nobody misses an event or hears one twice (E3). */
export const stream: Fault = {
  name: "stream",
  async run() {
    throw new Error("The live stream is not there yet.");
  },
};
