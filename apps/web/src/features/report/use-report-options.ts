import { useNavigate, useRouter, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useCase } from "../case/use-case.ts";
import type { ReportOptions } from "./model/report-search.ts";
import { readOptions, writeOptions } from "./model/report-search.ts";

/** Long enough to type a word of the title without a new preview for every letter. */
const SETTLE_MS = 350;

/**
 * The options as they are being set, and as the address and the preview have them a moment later. The address wins
 * when it changes by itself (back, forward, a link).
 */
export function useReportOptions() {
  const { caseId, view } = useCase();
  const navigate = useNavigate();
  const router = useRouter();
  const search = useSearch({ from: "/c/$caseId/report" });
  const written = JSON.stringify(search);
  const [held, setHeld] = useState(() => ({ options: readOptions({ ...search }, view.title), from: written }));
  if (held.from !== written) {
    const own = JSON.stringify(writeOptions(held.options, view.title)) === written;
    setHeld({ options: own ? held.options : readOptions({ ...search }, view.title), from: written });
  }
  const { options } = held;
  const next = JSON.stringify(writeOptions(options, view.title));
  useEffect(() => {
    if (next === written) return;
    const timer = setTimeout(() => {
      // On the way to another page already: the options must not call the reader back.
      if (!router.latestLocation.pathname.endsWith("/report")) return;
      void navigate({
        to: "/c/$caseId/report",
        params: { caseId },
        search: writeOptions(options, view.title),
        replace: true,
      });
    }, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [next, written, options, caseId, view.title, navigate, router]);

  return {
    options,
    settled: readOptions({ ...search }, view.title),
    change: (patch: Partial<ReportOptions>) =>
      setHeld((before) => ({ ...before, options: { ...before.options, ...patch } })),
  };
}
