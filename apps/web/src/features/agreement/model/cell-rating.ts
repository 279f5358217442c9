import type { AppRouter } from "@assay/server";
import type { inferRouterOutputs } from "@trpc/server";

export type CellRating = inferRouterOutputs<AppRouter>["agreement"]["ratings"][number];
