import { router } from "../trpc.ts";
import { agreementRouter } from "./agreement.ts";
import { assistRouter } from "./assist.ts";
import { assignmentRouter } from "./assignment.ts";
import { caseRouter } from "./case.ts";
import { claimRouter } from "./claim.ts";
import { documentRouter } from "./document.ts";
import { historyRouter } from "./history.ts";
import { invitationRouter } from "./invitation.ts";
import { liveRouter } from "./live.ts";
import { meRouter } from "./me.ts";
import { notificationRouter } from "./notification.ts";
import { queueRouter } from "./queue.ts";
import { ratingRouter } from "./rating.ts";
import { releaseRouter } from "./release.ts";
import { reportRouter } from "./report.ts";
import { resetRouter } from "./reset.ts";
import { reviewRouter } from "./review.ts";
import { shareRouter } from "./share.ts";
import { sourceRouter } from "./source.ts";
import { tagRouter } from "./tag.ts";
import { threadRouter } from "./thread.ts";
import { verdictRouter } from "./verdict.ts";
import { workspaceRouter } from "./workspace.ts";

export const appRouter = router({
  agreement: agreementRouter,
  live: liveRouter,
  me: meRouter,
  invitation: invitationRouter,
  reset: resetRouter,
  workspace: workspaceRouter,
  case: caseRouter,
  source: sourceRouter,
  claim: claimRouter,
  tag: tagRouter,
  assignment: assignmentRouter,
  queue: queueRouter,
  review: reviewRouter,
  thread: threadRouter,
  notification: notificationRouter,
  history: historyRouter,
  verdict: verdictRouter,
  report: reportRouter,
  rating: ratingRouter,
  release: releaseRouter,
  share: shareRouter,
  document: documentRouter,
  assist: assistRouter,
});

export type AppRouter = typeof appRouter;
