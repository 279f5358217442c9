import { approve, disputed, missing, scriptClaim, submit, verified } from "../script.ts";

/** Who rang whom, when, and for how long. */
export const theCall = [
  scriptClaim(
    {
      key: "length-50",
      text: "The call lasted 50 minutes.",
      type: "number",
      claimant: "Yuri Ushakov",
      createdBy: "ana",
    },
    [
      verified("northbank", "ana", ["The conversation took 50 minutes, according to Yuri Ushakov"], {
        attributed: true,
        rationale: "The paper gives the figure on Ushakov’s word; the headline repeats it without him.",
      }),
      verified("pellworth", "ana", ["ran to nearly an hour"], {
        confidence: "medium",
        rationale: "Rounded: 50 minutes is nearly an hour in plain speech.",
        history: [
          submit,
          {
            do: "challenge",
            by: "teo",
            proposedStance: "disputed",
            reason: "The codebook allows about 10 per cent for a rounded value. “Nearly an hour” is 54 minutes or "
              + "more, and 50 is outside it.",
          },
        ],
      }),
      disputed("sundial", "priya", ["more than an hour the two men went over the fighting"], {
        rationale: "Ten minutes at least above the claim. Own voice, no attribution.",
      }),
    ],
  ),
  scriptClaim(
    {
      key: "length-over-hour",
      text: "The call lasted more than an hour.",
      type: "number",
      claimant: "Sundial Briefing",
      createdBy: "ana",
    },
    [
      disputed("northbank", "ana", ["50 minutes, according to Yuri Ushakov"], { attributed: true }),
      disputed("pellworth", "ana", ["nearly an hour", "“approximately 1 hour”"], {
        rationale: "Nearly an hour is below the hour. Trump’s figure is open on either side, so the paper’s counts.",
      }),
      verified("sundial", "priya", ["more than an hour the two men"], {
        rationale: "Own voice, and again in the headline.",
      }),
    ],
  ),
  scriptClaim(
    {
      key: "trump-length",
      text: "Trump said the call lasted about an hour.",
      type: "attribution",
      claimant: "Donald Trump",
      createdBy: "ana",
    },
    [
      missing("northbank", "ana", ["hour", "minutes", "Truth Social"], {
        rationale: "Quotes another sentence of the post, not the one on length.",
      }),
      verified("pellworth", "ana", ["He put the length at “approximately 1 hour”"], { attributed: true }),
      missing("sundial", "priya", ["hour", "Trump said", "length"], {
        rationale: "Gives a length, but never as Trump’s figure.",
        history: [submit],
      }),
    ],
  ),
  scriptClaim(
    {
      key: "sitting-president",
      text: "Donald Trump was the sitting US president when the call took place.",
      type: "role",
      claimant: "",
      createdBy: "ana",
    },
    [
      verified("northbank", "ana", ["since the US president began his second term in January"]),
      verified("pellworth", "ana", ["President Donald Trump"], {
        rationale: "Present title in the first line, used without qualification.",
      }),
      disputed("sundial", "ana", ["Former US president Donald Trump"], {
        rationale: "An outright slip, but the codebook judges what the source says, not what is true.",
        history: [
          submit,
          { do: "comment", by: "wren", reason: "Worth a note to their corrections desk before we publish." },
          approve(),
        ],
      }),
    ],
  ),
  scriptClaim(
    {
      key: "putin-placed-call",
      text: "Putin phoned Trump.",
      type: "event",
      claimant: "",
      createdBy: "ana",
    },
    [
      verified("northbank", "ana", ["Vladimir Putin telephoned Donald Trump on Saturday"], {
        history: [
          submit,
          approve(),
          {
            do: "editClaim",
            claim: "putin-placed-call",
            text: "Putin placed the call to Trump, not the other way round.",
            by: "ana",
          },
        ],
      }),
      verified("pellworth", "ana", ["a birthday call from the Kremlin", "“President Putin called this morning"], {
        rationale: "The first passage is the paper’s own; the second is Trump’s post.",
      }),
      disputed("sundial", "ana", ["Former US president Donald Trump rang Vladimir Putin on Saturday"], {
        rationale: "Same call, opposite direction.",
      }),
    ],
  ),
  scriptClaim(
    {
      key: "call-date",
      text: "The call took place on Saturday 14 June 2025.",
      type: "date",
      claimant: "",
      createdBy: "ana",
    },
    [
      verified("northbank", "priya", ["Saturday 14 June 2025", "telephoned Donald Trump on Saturday"]),
      verified("pellworth", "priya", ["“President Putin called this morning", "Trump wrote on Saturday"], {
        attributed: true,
        confidence: "medium",
        rationale: "“This morning” in a post the paper dates to Saturday; dateline 15 June makes that the 14th.",
      }),
      verified("sundial", "priya", ["rang Vladimir Putin on Saturday"]),
    ],
  ),
  scriptClaim(
    {
      key: "under-48-hours",
      text: "Less than 48 hours passed between the first Israeli strikes and the call.",
      type: "date",
      claimant: "",
      createdBy: "priya",
    },
    [
      verified("northbank", "ana", ["a day after the first Israeli bombs fell on Iranian nuclear sites"], {
        rationale: "Early Friday to Saturday: worked out from the two days the piece names.",
      }),
      verified("pellworth", "ana", ["about 36 hours after the opening Israeli strikes"], {
        rationale: "36 is under 48; the paper’s own count.",
      }),
      disputed("sundial", "ana", ["It was two days after the first Israeli strikes."], {
        rationale: "Two days is 48 hours; the claim says less.",
        history: [submit],
      }),
      verified("sundial", "priya", ["two days after the first Israeli strikes"], {
        confidence: "low",
        rationale: "Loose counting of days: Friday and Saturday. Compatible with any span from 24 to 48 hours.",
        history: [submit],
      }),
    ],
  ),
  scriptClaim(
    {
      key: "fifth-call",
      text: "It was the fifth call between Trump and Putin since Trump returned to office in January 2025.",
      type: "number",
      claimant: "",
      createdBy: "priya",
    },
    [
      verified("northbank", "priya", ["It was the fifth call between the two men since the US president began"]),
      missing("pellworth", "priya", ["fifth", "fourth", "previous call", "since January"], {
        rationale: "No count of earlier calls anywhere.",
      }),
      disputed("sundial", "priya", ["It was the pair’s fourth call of the year."], {
        rationale: "The year and the term cover the same calls, so four excludes five.",
        history: [submit],
      }),
    ],
  ),
  scriptClaim(
    {
      key: "birthday-wish",
      text: "Putin wished Trump a happy birthday.",
      type: "event",
      claimant: "Donald Trump",
      createdBy: "ana",
    },
    [
      missing("northbank", "ana", ["birthday", "wish", "congratulat"], {
        rationale: "Gives his age on the day, but no greeting.",
      }),
      verified("pellworth", "ana", ["very nicely wish me a Happy Birthday", "a birthday call from the Kremlin"], {
        attributed: true,
      }),
      missing("sundial", "priya", ["birthday", "greeting", "79"], {
        rationale: "The day’s other occasion is left out altogether.",
      }),
    ],
  ),
  scriptClaim(
    {
      key: "turned-79",
      text: "Trump turned 79 on the day of the call.",
      type: "number",
      claimant: "",
      createdBy: "ana",
    },
    [
      verified("northbank", "ana", ["who turned 79 the same day"], {
        rationale: "“The same day” is the Saturday of the call.",
      }),
      verified("pellworth", "teo", ["Mr. Trump turned 79 on Saturday."], { history: [submit, approve("wren")] }),
      missing("sundial", "priya", ["79", "age", "birthday"]),
    ],
  ),
];
