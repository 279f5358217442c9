import { approve, missing, scriptClaim, submit, verified } from "../script.ts";

/** Strikes, retaliation, casualties, and the other calls of the weekend. */
export const theWar = [
  scriptClaim(
    {
      key: "killed-78",
      text: "The Israeli strikes killed 78 people in Iran, its UN ambassador said.",
      type: "number",
      claimant: "Amir Saeid Iravani",
      createdBy: "priya",
    },
    [
      verified("northbank", "priya", ["told the Security Council that 78 people had been killed"], {
        attributed: true,
      }),
      verified("pellworth", "priya", ["Nearly 80 people have died in Iran, Tehran’s envoy told the United Nations."], {
        attributed: true,
        rationale: "Rounded up from 78, within the tenth the codebook allows, on the right side.",
      }),
      verified("sundial", "priya", ["At least 75 people had been killed in Iran by Saturday morning"], {
        attributed: true,
        confidence: "medium",
        rationale: "A floor, 4 per cent below, on the word of officials in Iran rather than the ambassador.",
        history: [
          submit,
          {
            do: "comment",
            by: "teo",
            reason: "Value is fine. I am asking Wren whether “officials there” will do for the ambassador.",
          },
        ],
      }),
    ],
  ),
  scriptClaim(
    {
      key: "wounded-320",
      text: "More than 320 people were wounded in Iran.",
      type: "number",
      claimant: "Amir Saeid Iravani",
      createdBy: "priya",
    },
    [
      verified("northbank", "priya", ["78 people had been killed and more than 320 wounded"], { attributed: true }),
      missing("pellworth", "priya", ["wounded", "injured", "320", "hurt"], {
        rationale: "Gives the dead, not the wounded.",
      }),
    ],
  ),
  scriptClaim(
    {
      key: "natanz-hit",
      text: "Israel struck the enrichment plant at Natanz.",
      type: "place",
      claimant: "",
      createdBy: "ana",
    },
    [
      verified("northbank", "ana", ["hitting the enrichment plant at Natanz"]),
      missing("pellworth", "ana", ["Natanz", "enrichment", "plant"], { rationale: "Names no target in Iran." }),
      missing("sundial", "ana", ["Natanz", "enrichment", "nuclear site"], {
        rationale: "“Strikes” and “raids” throughout, without a place.",
      }),
    ],
  ),
  scriptClaim(
    {
      key: "missiles-answer",
      text: "Iran fired missiles at Israel in response.",
      type: "event",
      claimant: "",
      createdBy: "ana",
    },
    [
      verified("northbank", "ana", ["Iran answered on Friday night with volleys of ballistic missiles."], {
        rationale: "“Answered” carries the response.",
      }),
      verified("pellworth", "ana", ["Iranian missiles have torn into apartment blocks in and around Tel Aviv"]),
      verified("sundial", "priya", ["Iranian missiles have struck Israeli towns on each of the past two nights"], {
        history: [submit, approve("wren")],
      }),
    ],
  ),
  scriptClaim(
    {
      key: "three-dead-israel",
      text: "Three people had been killed in Israel by Saturday afternoon.",
      type: "number",
      claimant: "Israeli rescue workers",
      createdBy: "ana",
    },
    [
      verified("northbank", "ana", ["Israeli rescue workers had counted three dead by Saturday afternoon"], {
        attributed: true,
      }),
      missing("pellworth", "ana", ["dead", "killed", "Tel Aviv"], {
        rationale: "Reports damage to homes, no dead in Israel.",
      }),
      missing("sundial", "priya", ["dead", "killed", "Israeli towns"]),
    ],
  ),
  scriptClaim(
    {
      key: "erdogan-call",
      text: "Trump also spoke with President Erdoğan of Turkey on Saturday.",
      type: "event",
      claimant: "",
      createdBy: "ana",
    },
    [
      missing("northbank", "ana", ["Erdoğan", "Erdogan", "Turkey", "Ankara"], { rationale: "Both spellings tried." }),
      verified("pellworth", "ana", ["President Recep Tayyip Erdoğan spoke with Mr. Trump on Saturday"], {
        attributed: true,
        rationale: "The sentence ends on “his office in Ankara said”, which reaches back to the call.",
      }),
      missing("sundial", "ana", ["Erdogan", "Turkey"], { history: [] }),
    ],
  ),
  scriptClaim(
    {
      key: "airspace",
      text: "The Israeli army said its jets flew over Tehran unhindered.",
      type: "attribution",
      claimant: "Israeli army",
      createdBy: "ana",
    },
    [
      missing("northbank", "ana", ["airspace", "jets", "over Tehran"]),
      verified("pellworth", "ana", ["the Israeli army says its jets now fly over the Iranian capital unhindered"], {
        attributed: true,
      }),
    ],
  ),
];
