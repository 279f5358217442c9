import type { AppRouter } from "@assay/server";
import type { inferRouterOutputs } from "@trpc/server";

export type CaseEntry = inferRouterOutputs<AppRouter>["case"]["list"][number];
