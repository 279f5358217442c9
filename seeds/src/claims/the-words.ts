import { approve, disputed, missing, requestChanges, scriptClaim, submit, verified } from "../script.ts";

/** What was said, in whose words: full, cut short, or altered. */
export const theWords = [
  scriptClaim(
    {
      key: "quote-war-should-end",
      text: "Trump wrote: “He feels, as do I, this war in Israel-Iran should end, to which I explained, his war should "
        + "also end.”",
      type: "quote",
      claimant: "Donald Trump",
      createdBy: "ana",
    },
    [
      verified(
        "northbank",
        "ana",
        ["He feels, as do I, this war in Israel-Iran should end, to which I explained, his war should also end,"],
        { attributed: true, rationale: "In full." },
      ),
      verified("pellworth", "ana", ["this war in Israel-Iran should end"], {
        attributed: true,
        rationale: "Cut to six words and stops before Ukraine. A contiguous part with its meaning intact.",
      }),
      verified(
        "sundial",
        "ana",
        ["He feels, as do I, this war in Israel-Iran must end, to which I explained, his war should also end."],
        {
          attributed: true,
          confidence: "medium",
          rationale: "One word differs (must, not should); read as the same substance.",
          history: [
            submit,
            {
              do: "challenge",
              by: "teo",
              proposedStance: "disputed",
              reason: "“Must” inside quotation marks turns a view into a demand. That is an altered quotation.",
            },
            {
              do: "adjudicate",
              by: "wren",
              outcome: "overturn",
              stance: "disputed",
              cause: "guideline_gap",
              note: "A changed modal verb inside quotation marks changes what is said. I will add it to the codebook "
                + "as an example.",
            },
          ],
        },
      ),
    ],
  ),
  scriptClaim(
    {
      key: "quote-consequences",
      text: "Putin warned of “unpredictable consequences for the entire situation in the Middle East”, Ushakov said.",
      type: "quote",
      claimant: "Yuri Ushakov",
      createdBy: "ana",
    },
    [
      verified("northbank", "ana", ["“unpredictable consequences for the entire situation in the Middle East”"], {
        attributed: true,
      }),
      verified("pellworth", "ana", ["Yuri Ushakov spoke of “unpredictable consequences” should the conflict grow"], {
        attributed: true,
        rationale: "Two words of nine, and given as Ushakov’s own. Cut short, not altered.",
        history: [
          submit,
          requestChanges("Take in the speaker: two quoted words on their own do not show whose they are."),
          {
            do: "edit",
            content: {
              evidence: [
                {
                  quote: "Kremlin aide Yuri Ushakov spoke of “unpredictable consequences” should the conflict grow",
                  role: "supports",
                },
              ],
            },
          },
          submit,
          approve(),
        ],
      }),
      verified("sundial", "priya", ["saw “unforeseeable consequences for the entire situation in the Middle East”"], {
        attributed: true,
        confidence: "medium",
        rationale: "Another rendering of the Russian; same substance under the quotation rule.",
        history: [submit],
      }),
    ],
  ),
  scriptClaim(
    {
      key: "quote-us-official",
      text: "A US official said: “While there will be no meeting Sunday, we remain committed to talks and hope the "
        + "Iranians will come to the table soon.”",
      type: "quote",
      claimant: "US official, unnamed",
      createdBy: "priya",
    },
    [
      verified(
        "northbank",
        "priya",
        ["“We remain committed to talks and hope the Iranians will come to the table soon.”"],
        { attributed: true, rationale: "Opening clause dropped and a capital put in; the rest is word for word." },
      ),
      verified(
        "pellworth",
        "priya",
        ["While there will be no meeting Sunday, we remain committed to talks and hope the Iranians will come to the "
          + "table soon,"],
        { attributed: true },
      ),
      missing("sundial", "priya", ["committed", "US official", "to the table", "American official"], {
        rationale: "No American official on the talks.",
      }),
    ],
  ),
  scriptClaim(
    {
      key: "quote-fireman",
      text: "Réka Dömötör said: “Moscow wants to be the fireman in one war while it feeds the flames of another.”",
      type: "quote",
      claimant: "Réka Dömötör, Danube Security Forum",
      createdBy: "priya",
    },
    [
      verified(
        "northbank",
        "priya",
        ["Moscow wants to be the fireman in one war while it feeds the flames of another,” said Réka Dömötör"],
        { attributed: true },
      ),
      missing("pellworth", "priya", ["fireman", "Dömötör", "Danube", "Domotor"]),
      disputed("sundial", "ana", ["“Moscow wants to be the fireman,” said Réka Dömötör"], {
        attributed: true,
        rationale: "The half that carries the criticism is gone, so the words say something else.",
        history: [
          submit,
          {
            do: "challenge",
            by: "teo",
            proposedStance: "verified",
            reason: "Cut short is verified under the quotation rule; the six words left are exact.",
          },
          {
            do: "adjudicate",
            by: "wren",
            outcome: "uphold",
            cause: "edge_case",
            note: "Words dropped that change what is said: the rule’s second half applies. Stays disputed.",
          },
        ],
      }),
    ],
  ),
  scriptClaim(
    {
      key: "praised-strikes",
      text: "Trump called the Israeli strikes “excellent” the day before the call.",
      type: "quote",
      claimant: "Donald Trump",
      createdBy: "ana",
    },
    [
      missing("northbank", "ana", ["excellent", "praise", "television"], {
        rationale: "Nothing that Trump said before the call.",
      }),
      missing("pellworth", "priya", ["excellent", "praise", "interview"], { history: [submit] }),
      verified("sundial", "ana", ["On Friday Mr Trump had praised the Israeli raids as “excellent”"], {
        attributed: true,
      }),
    ],
  ),
];
