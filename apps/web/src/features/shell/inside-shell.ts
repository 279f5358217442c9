import { createContext } from "react";

/** True below the shell's `main`. */
export const InsideShell = createContext(false);
