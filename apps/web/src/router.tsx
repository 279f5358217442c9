import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { NotFoundPage } from "./features/shell/not-found-page.tsx";
import { RootLayout } from "./features/shell/root-layout.tsx";
import { RoutePending, RouteProblem } from "./features/shell/route-problem.tsx";
import { lastWorkspace } from "./features/account/last-workspace.ts";
import { fetchMe } from "./features/account/me.ts";
import { suggestionsSearch } from "./features/assist/model/suggestions-search.ts";
import { historySearch } from "./features/history/history-search.ts";
import { inboxSearch } from "./features/notifications/inbox-search.ts";
import { ratingSearch } from "./features/rating/rating-search.ts";
import { reportSearch } from "./features/report/model/report-search.ts";
import { startWork } from "./features/queue/work-query.ts";
import { workSearch } from "./features/queue/work-search.ts";
import { threadsSearch } from "./features/threads/model/threads-search.ts";
import { cellSearch, nextSearch, passageSearch, sliceSearch } from "./route-search.ts";

/**
 * Ids to use with the hooks: useParams({ from: "/c/$caseId" }), useSearch({ from: "/c/$caseId/" }) for the workbench,
 * useSearch({ from: "/c/$caseId/matrix" }), useParams({ from: "/c/$caseId/review/$tagId" }).
 */
const root = createRootRoute({ component: RootLayout, notFoundComponent: NotFoundPage });

async function requireUser({ location }: { location: { href: string } }): Promise<void> {
  const me = await fetchMe();
  if (me.user === null) throw redirect({ to: "/sign-in", search: { next: location.href }, replace: true });
}

const start = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: async () => {
    const me = await fetchMe();
    if (me.user === null) throw redirect({ to: "/sign-in", replace: true });
    const workspaceId = lastWorkspace(me.workspaces);
    if (workspaceId !== null) throw redirect({ to: "/w/$workspaceId", params: { workspaceId }, replace: true });
  },
  component: lazyRouteComponent(() => import("./features/home/first-workspace-page.tsx"), "FirstWorkspacePage"),
});

const newDesk = createRoute({
  getParentRoute: () => root,
  path: "/new-desk",
  beforeLoad: requireUser,
  component: lazyRouteComponent(() => import("./features/home/first-workspace-page.tsx"), "FirstWorkspacePage"),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: nextSearch,
  component: lazyRouteComponent(() => import("./features/account/sign-in-page.tsx"), "SignInPage"),
});

const signUp = createRoute({
  getParentRoute: () => root,
  path: "/sign-up",
  validateSearch: nextSearch,
  component: lazyRouteComponent(() => import("./features/account/sign-up-page.tsx"), "SignUpPage"),
});

const invite = createRoute({
  getParentRoute: () => root,
  path: "/invite/$token",
  component: lazyRouteComponent(() => import("./features/account/invite-page.tsx"), "InvitePage"),
});

const reset = createRoute({
  getParentRoute: () => root,
  path: "/reset/$token",
  component: lazyRouteComponent(() => import("./features/account/reset-page.tsx"), "ResetPage"),
});

const account = createRoute({
  getParentRoute: () => root,
  path: "/account",
  beforeLoad: requireUser,
  component: lazyRouteComponent(() => import("./features/account/account-page.tsx"), "AccountPage"),
});

const workspace = createRoute({
  getParentRoute: () => root,
  path: "/w/$workspaceId",
  beforeLoad: requireUser,
  component: lazyRouteComponent(() => import("./features/home/workspace-layout.tsx"), "WorkspaceLayout"),
});

const home = createRoute({
  getParentRoute: () => workspace,
  path: "/",
  component: lazyRouteComponent(() => import("./features/home/home-page.tsx"), "HomePage"),
});

const people = createRoute({
  getParentRoute: () => workspace,
  path: "/people",
  component: lazyRouteComponent(() => import("./features/people/people-page.tsx"), "PeoplePage"),
});

const policy = createRoute({
  getParentRoute: () => workspace,
  path: "/policy",
  component: lazyRouteComponent(() => import("./features/policy/policy-page.tsx"), "PolicyPage"),
});

const inbox = createRoute({
  getParentRoute: () => workspace,
  path: "/inbox",
  validateSearch: inboxSearch,
  component: lazyRouteComponent(() => import("./features/notifications/inbox-page.tsx"), "InboxPage"),
});

const work = createRoute({
  getParentRoute: () => workspace,
  path: "/work",
  validateSearch: workSearch,
  loaderDeps: ({ search }) => search,
  // Begun beside the page's own code and the desk's data, and waited for by the page itself.
  loader: ({ params, deps }) => startWork(params.workspaceId, deps),
  component: lazyRouteComponent(() => import("./features/queue/work-page.tsx"), "WorkPage"),
});

const caseRoute = createRoute({
  getParentRoute: () => root,
  path: "/c/$caseId",
  beforeLoad: requireUser,
  component: lazyRouteComponent(() => import("./features/case/case-layout.tsx"), "CaseLayout"),
});

const workbench = createRoute({
  getParentRoute: () => caseRoute,
  path: "/",
  validateSearch: passageSearch,
  component: lazyRouteComponent(() => import("./features/workbench/workbench-page.tsx"), "WorkbenchPage"),
});

const suggestions = createRoute({
  getParentRoute: () => caseRoute,
  path: "/suggestions",
  validateSearch: suggestionsSearch,
  component: lazyRouteComponent(() => import("./features/assist/suggestions-page.tsx"), "SuggestionsPage"),
});

const matrix = createRoute({
  getParentRoute: () => caseRoute,
  path: "/matrix",
  validateSearch: cellSearch,
  component: lazyRouteComponent(() => import("./features/matrix/matrix-page.tsx"), "MatrixPage"),
});

const review = createRoute({
  getParentRoute: () => caseRoute,
  path: "/review",
  component: lazyRouteComponent(() => import("./features/review/review-page.tsx"), "ReviewPage"),
});

const reviewTag = createRoute({
  getParentRoute: () => caseRoute,
  path: "/review/$tagId",
  component: lazyRouteComponent(() => import("./features/review/review-page.tsx"), "ReviewPage"),
});

const report = createRoute({
  getParentRoute: () => caseRoute,
  path: "/report",
  validateSearch: reportSearch,
  component: lazyRouteComponent(() => import("./features/report/report-page.tsx"), "ReportPage"),
});

const reportBuild = createRoute({
  getParentRoute: () => caseRoute,
  path: "/report/build",
  component: lazyRouteComponent(() => import("./features/builder/builder-page.tsx"), "BuilderPage"),
});

const ratings = createRoute({
  getParentRoute: () => caseRoute,
  path: "/report/ratings",
  validateSearch: ratingSearch,
  component: lazyRouteComponent(() => import("./features/rating/ratings-page.tsx"), "RatingsPage"),
});

const release = createRoute({
  getParentRoute: () => caseRoute,
  path: "/report/release",
  component: lazyRouteComponent(() => import("./features/release/release-page.tsx"), "ReleasePage"),
});

const agreement = createRoute({
  getParentRoute: () => caseRoute,
  path: "/agreement",
  validateSearch: sliceSearch,
  component: lazyRouteComponent(() => import("./features/agreement/agreement-page.tsx"), "AgreementPage"),
});

const casePolicy = createRoute({
  getParentRoute: () => caseRoute,
  path: "/policy",
  component: lazyRouteComponent(() => import("./features/policy/case-policy-page.tsx"), "CasePolicyPage"),
});

const threads = createRoute({
  getParentRoute: () => caseRoute,
  path: "/threads",
  validateSearch: threadsSearch,
  component: lazyRouteComponent(() => import("./features/threads/threads-page.tsx"), "ThreadsPage"),
});

const history = createRoute({
  getParentRoute: () => caseRoute,
  path: "/history",
  validateSearch: historySearch,
  component: lazyRouteComponent(() => import("./features/history/history-page.tsx"), "HistoryPage"),
});

const draft = createRoute({
  getParentRoute: () => caseRoute,
  path: "/draft/$number",
  component: lazyRouteComponent(() => import("./features/draft/draft-page.tsx"), "DraftPage"),
});

const sources = createRoute({
  getParentRoute: () => caseRoute,
  path: "/sources",
  component: lazyRouteComponent(() => import("./features/source/sources-page.tsx"), "SourcesPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([
    start,
    newDesk,
    signIn,
    signUp,
    invite,
    reset,
    account,
    workspace.addChildren([home, work, people, policy, inbox]),
    caseRoute.addChildren([
      workbench,
      suggestions,
      matrix,
      review,
      reviewTag,
      report,
      reportBuild,
      ratings,
      release,
      agreement,
      casePolicy,
      sources,
      draft,
      threads,
      history,
    ]),
  ]),
  defaultPreload: "intent",
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  defaultErrorComponent: RouteProblem,
  defaultNotFoundComponent: NotFoundPage,
  defaultPendingComponent: RoutePending,
  defaultPendingMs: 400,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
