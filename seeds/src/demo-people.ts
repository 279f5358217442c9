import type { DemoPerson } from "./demo-case-types.ts";

/** Sign-ins of the embedded demo only. The passwords are public by design. */
export const demoPeople: DemoPerson[] = [
  {
    key: "wren",
    name: "Wren Halloran",
    email: "wren@assay.example",
    password: "estuary-lead-2025",
    role: "lead",
  },
  {
    key: "ana",
    name: "Ana Marsh",
    email: "ana@assay.example",
    password: "estuary-ana-2025",
    role: "annotator",
  },
  {
    key: "teo",
    name: "Teo Lindgren",
    email: "teo@assay.example",
    password: "estuary-teo-2025",
    role: "reviewer",
  },
  {
    key: "priya",
    name: "Priya Oyelaran",
    email: "priya@assay.example",
    password: "estuary-priya-2025",
    role: "annotator",
  },
];
