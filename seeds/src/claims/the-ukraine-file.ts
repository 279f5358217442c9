import { disputed, missing, scriptClaim, submit, verified } from "../script.ts";

/** The smaller part of the call. */
export const theUkraineFile = [
  scriptClaim(
    {
      key: "exchanges-under-way",
      text: "Prisoner exchanges between Russia and Ukraine were already under way when the presidents spoke.",
      type: "event",
      claimant: "",
      createdBy: "priya",
    },
    [
      verified("northbank", "priya", [
        "are already under way",
        "another group of soldiers crossed in each direction on Saturday",
      ]),
      disputed("pellworth", "priya", ["a large exchange of prisoners that is still being planned"], {
        rationale: "Still being planned, no date or numbers: it has not begun.",
      }),
      missing("sundial", "priya", ["prisoner", "exchange", "swap"], { rationale: "Ukraine gets one line, on talks." }),
    ],
  ),
  scriptClaim(
    {
      key: "exchange-planned",
      text: "A large exchange of prisoners between Russia and Ukraine was still being planned.",
      type: "event",
      claimant: "",
      createdBy: "priya",
    },
    [
      disputed(
        "northbank",
        "ana",
        ["The exchanges of prisoners agreed in Istanbul at the start of June are already under way"],
        { confidence: "medium", history: [submit] },
      ),
      verified("pellworth", "priya", [
        "a large exchange of prisoners that is still being planned, with neither date nor numbers fixed",
      ]),
      missing("sundial", "priya", ["prisoner", "exchange", "planned"]),
    ],
  ),
  scriptClaim(
    {
      key: "istanbul-agreement",
      text: "The prisoner exchanges were agreed in Istanbul.",
      type: "place",
      claimant: "",
      createdBy: "priya",
    },
    [
      verified("northbank", "priya", ["The exchanges of prisoners agreed in Istanbul at the start of June"]),
      missing("pellworth", "priya", ["Istanbul", "agreed"], { rationale: "Exchange mentioned, its origin not." }),
      missing("sundial", "priya", ["Istanbul"], {
        rationale: "Only one term tried; will search again for the exchanges themselves.",
        confidence: "low",
        history: [submit, { do: "withdraw", reason: "Filed too early: one search term is not a search." }],
      }),
    ],
  ),
  scriptClaim(
    {
      key: "after-22-june",
      text: "Russia is ready to resume talks with Ukraine after 22 June.",
      type: "date",
      claimant: "Kremlin",
      createdBy: "priya",
    },
    [
      verified("northbank", "priya", ["would be ready to see the Ukrainian side again after 22 June, Mr Putin said"], {
        attributed: true,
      }),
      verified("pellworth", "priya", ["Russian negotiators are willing to return to direct talks later this month"], {
        attributed: true,
        confidence: "low",
        rationale: "Later this month, written on the 15th, includes the days after the 22nd.",
        history: [
          submit,
          {
            do: "challenge",
            by: "teo",
            proposedStance: "missing",
            reason: "A container: any day after the 15th would fit.",
          },
          {
            do: "adjudicate",
            by: "wren",
            outcome: "insufficient",
            cause: "ambiguous_text",
            note: "Neither reading is argued well enough. Say what rules the 16th to the 22nd out, or attest missing.",
          },
        ],
      }),
      verified("sundial", "priya", ["After 22 June Moscow would again send its negotiators to meet Kyiv’s"], {
        attributed: true,
      }),
    ],
  ),
  scriptClaim(
    {
      key: "ukraine-less-time",
      text: "Ukraine took up less of the call than Iran did.",
      type: "event",
      claimant: "",
      createdBy: "ana",
    },
    [
      verified("northbank", "ana", ["Ukraine took up the smaller part of the call."], {
        rationale: "Own voice; comparison is with Iran by context.",
      }),
      verified("pellworth", "ana", ["“much less time” had gone to Russia and Ukraine"], { attributed: true }),
      missing("sundial", "ana", ["Ukraine", "Kyiv", "less time"], {
        rationale: "Lists Ukraine among the subjects without weighing it.",
      }),
    ],
  ),
  scriptClaim(
    {
      key: "ukraine-next-week",
      text: "Trump said Ukraine would be taken up the following week.",
      type: "attribution",
      claimant: "Donald Trump",
      createdBy: "ana",
    },
    [
      missing("northbank", "ana", ["next week", "follow-up", "further call"], {
        rationale: "No further call announced is not a word on what Trump said about next week.",
        history: [],
      }),
      verified("pellworth", "ana", ["a subject he left for next week"], {
        attributed: true,
        rationale: "Paraphrase of the post, within the reach of “he put”.",
      }),
    ],
  ),
];
