import { approve, disputed, missing, qualifies, requestChanges, scriptClaim, submit, verified } from "../script.ts";

/** Sunday’s nuclear round: postponed or cancelled, where, and why; and what Tehran said of the next one. */
export const theOmanTalks = [
  scriptClaim(
    {
      key: "oman-postponed",
      text: "The US–Iran talks due in Oman on Sunday were postponed.",
      type: "event",
      claimant: "",
      createdBy: "priya",
    },
    [
      verified("northbank", "priya", [
        "It has been postponed because of the Israeli strikes, and no new date is set.",
        "Muscat has to wait",
      ]),
      disputed("pellworth", "priya", ["set for Sunday in Oman was cancelled"], {
        rationale: "Cancelled in the paper’s own voice, no word of a later date.",
      }),
      disputed(
        "sundial",
        "ana",
        [
          "Sunday’s meeting of American and Iranian negotiators in Muscat has been cancelled.",
          qualifies("spoke of a postponement"),
        ],
        {
          rationale: "Carries both words; its own conclusion is that the meeting is off, and it gives grounds.",
          history: [
            submit,
            requestChanges("Add the passage with the Omani minister’s word, so that a reader sees both sides."),
            {
              do: "edit",
              content: {
                evidence: [
                  {
                    quote: "Sunday’s meeting of American and Iranian negotiators in Muscat has been cancelled.",
                    role: "refutes",
                  },
                  {
                    quote: "Badr al-Busaidi, the foreign minister of Oman, spoke of a postponement, but hotel bookings "
                      + "have been given up and both delegations have stood down.",
                    role: "qualifies",
                  },
                ],
              },
            },
            submit,
            approve(),
          ],
        },
      ),
    ],
  ),
  scriptClaim(
    {
      key: "oman-cancelled",
      text: "The US–Iran talks due in Oman on Sunday were cancelled.",
      type: "event",
      claimant: "",
      createdBy: "priya",
    },
    [
      disputed("northbank", "priya", ["It has been postponed because of the Israeli strikes"], {
        rationale: "Postponed, with a new date still to come, is not cancelled.",
      }),
      verified("pellworth", "priya", ["set for Sunday in Oman was cancelled because of the Israeli attacks"]),
      verified("sundial", "priya", ["in Muscat has been cancelled", "both delegations have stood down"]),
    ],
  ),
  scriptClaim(
    {
      key: "muscat-venue",
      text: "The talks were to be held in Muscat.",
      type: "place",
      claimant: "",
      createdBy: "priya",
    },
    [
      verified("northbank", "priya", ["had been due in Muscat on Sunday"]),
      missing("pellworth", "priya", ["Muscat", "capital", "Oman"], {
        rationale: "Oman only: a container for the city.",
        history: [submit, approve("wren")],
      }),
      verified("sundial", "priya", ["negotiators in Muscat", "Nobody flies to Muscat"], {
        rationale: "City named twice, once in a heading.",
      }),
    ],
  ),
  scriptClaim(
    {
      key: "sixth-round",
      text: "Sunday’s round of talks was to be the sixth.",
      type: "number",
      claimant: "",
      createdBy: "priya",
    },
    [
      verified("northbank", "priya", ["A sixth round of those talks had been due"]),
      missing("pellworth", "priya", ["sixth", "round", "fifth"], {
        rationale: "Speaks of a session and a meeting, never of a series.",
      }),
      missing("sundial", "priya", ["sixth", "round"], { history: [] }),
    ],
  ),
  scriptClaim(
    {
      key: "oman-cause",
      text: "The talks were called off because of the Israeli strikes.",
      type: "cause",
      claimant: "",
      createdBy: "priya",
    },
    [
      verified("northbank", "priya", ["postponed because of the Israeli strikes"], {
        rationale: "Calls it a postponement; the cause is the same.",
      }),
      verified("pellworth", "priya", ["cancelled because of the Israeli attacks"]),
      disputed("sundial", "priya", ["fell through because Tehran would not send a delegation, not because"], {
        attributed: true,
        rationale: "On the word of diplomats in the Gulf; it rules the strikes out in so many words.",
      }),
    ],
  ),
  scriptClaim(
    {
      key: "busaidi-announced",
      text: "Badr al-Busaidi, foreign minister of Oman, announced that the talks would not take place on Sunday.",
      type: "attribution",
      claimant: "Badr al-Busaidi",
      createdBy: "priya",
    },
    [
      verified("northbank", "priya", ["The foreign minister of Oman, Badr al-Busaidi, announced the change."], {
        attributed: true,
      }),
      verified("pellworth", "priya", ["Badr al-Busaidi, the sultanate’s foreign minister, broke the news"], {
        attributed: true,
      }),
      verified("sundial", "ana", ["Badr al-Busaidi, the foreign minister of Oman, spoke of a postponement"], {
        attributed: true,
        confidence: "medium",
        history: [submit],
      }),
    ],
  ),
  scriptClaim(
    {
      key: "araghchi-kallas",
      text: "Araghchi told Kallas that Iran would not negotiate with Washington while Israeli attacks went on.",
      type: "attribution",
      claimant: "Abbas Araghchi",
      createdBy: "ana",
    },
    [
      missing("northbank", "ana", ["Araghchi", "Kallas", "European Union"], {
        rationale: "Iran’s side is heard at the United Nations only.",
      }),
      verified(
        "pellworth",
        "ana",
        ["told Kaja Kallas, the European Union’s top diplomat, that Iran would not sit down with Washington for as "
          + "long as Israel kept bombing"],
        { attributed: true },
      ),
      verified(
        "sundial",
        "ana",
        ["in a call to Kaja Kallas", "there can be no negotiating with the Americans while Israeli raids continue"],
        { attributed: true, rationale: "Two passages: who was told, and what." },
      ),
    ],
  ),
  scriptClaim(
    {
      key: "us-behind-campaign",
      text: "Iran accused the United States of standing behind the Israeli campaign.",
      type: "attribution",
      claimant: "Iranian foreign ministry",
      createdBy: "ana",
    },
    [
      missing("northbank", "ana", ["accus", "support", "United States"], { history: [submit] }),
      verified(
        "pellworth",
        "ana",
        ["The ministry in Tehran accused the United States of standing behind the campaign."],
        { attributed: true },
      ),
    ],
  ),
  scriptClaim(
    {
      key: "private-softening",
      text: "Araghchi said in private that Iran could return to talks once its retaliation was over.",
      type: "attribution",
      claimant: "two people briefed on his conversations, unnamed",
      createdBy: "ana",
    },
    [
      missing("northbank", "ana", ["Araghchi", "private", "retaliation"]),
      verified(
        "pellworth",
        "ana",
        ["said he had told colleagues abroad that Iran could come back to the table once its retaliation is over",
          qualifies("Two people briefed on his conversations, who asked not to be named")],
        {
          attributed: true,
          confidence: "medium",
          rationale: "Only on the word of two unnamed people. Look for a second desk before we rely on it.",
        },
      ),
      missing("sundial", "priya", ["private", "retaliation", "Araghchi", "softer"]),
    ],
  ),
  scriptClaim(
    {
      key: "talks-went-ahead",
      text: "American and Iranian negotiators met in Oman on Sunday 15 June as planned.",
      type: "event",
      claimant: "posts on social media",
      createdBy: "priya",
    },
    [
      disputed("northbank", "priya", ["It has been postponed because of the Israeli strikes, and no new date is set."]),
      disputed("pellworth", "priya", ["set for Sunday in Oman was cancelled", "there will be no meeting Sunday"], {
        rationale: "Own voice first; the official’s words say the same.",
      }),
      disputed("sundial", "priya", ["in Muscat has been cancelled", "both delegations have stood down"]),
    ],
  ),
];
