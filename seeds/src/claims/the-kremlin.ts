import { approve, disputed, missing, requestChanges, scriptClaim, submit, verified } from "../script.ts";

/** The Russian account of the call, and who gave it. */
export const theKremlin = [
  scriptClaim(
    {
      key: "ushakov-role",
      text: "Yuri Ushakov is Putin’s foreign policy adviser.",
      type: "role",
      claimant: "",
      createdBy: "ana",
    },
    [
      verified("northbank", "ana", ["Yuri Ushakov, the Russian president’s foreign policy adviser"]),
      verified("pellworth", "ana", ["Kremlin aide Yuri Ushakov"], {
        confidence: "low",
        history: [
          submit,
          requestChanges(
            "“Kremlin aide” is a container: it does not say foreign policy. Either make it missing or say why it is "
              + "the same office.",
          ),
        ],
      }),
      disputed("sundial", "priya", ["Deputy Foreign Minister Yuri Ushakov"], {
        rationale: "Another office, in another building. Not a spelling or a short form.",
      }),
    ],
  ),
  scriptClaim(
    {
      key: "condemned-operation",
      text: "Putin condemned Israel’s operation against Iran.",
      type: "event",
      claimant: "Yuri Ushakov",
      createdBy: "ana",
    },
    [
      verified("northbank", "ana", ["said Mr Putin had condemned the Israeli operation"], { attributed: true }),
      missing("pellworth", "ana", ["condemn", "denounce", "criticis"], {
        rationale: "Reports alarm and a warning, no condemnation.",
      }),
      verified("sundial", "ana", ["He said Mr Putin had condemned Israel’s operation"], { attributed: true }),
    ],
  ),
  scriptClaim(
    {
      key: "un-charter",
      text: "Putin called the Israeli attack a breach of the United Nations Charter.",
      type: "attribution",
      claimant: "Yuri Ushakov",
      createdBy: "ana",
    },
    [
      verified(
        "northbank",
        "ana",
        ["The Russian leader also called the attack a breach of the United Nations Charter, the adviser said."],
        { attributed: true },
      ),
      missing("pellworth", "priya", ["Charter", "United Nations", "international law", "violation"], {
        rationale: "The United Nations appears for the death toll only.",
      }),
      missing("sundial", "priya", ["Charter", "UN", "law"], { history: [submit] }),
    ],
  ),
  scriptClaim(
    {
      key: "offer-to-mediate",
      text: "Russia offered to mediate.",
      type: "event",
      claimant: "",
      createdBy: "priya",
    },
    [
      verified("northbank", "priya", ["Russia stands ready to mediate, Mr Putin repeated."], {
        attributed: true,
        history: [
          submit,
          approve(),
          {
            do: "editClaim",
            claim: "offer-to-mediate",
            text: "Russia offered to mediate between Israel and Iran.",
            by: "priya",
          },
          { do: "reaffirm" },
          approve(),
        ],
      }),
      verified(
        "pellworth",
        "priya",
        [
          "Mr. Putin put Russia forward as a mediator between the two sides.",
          "the Kremlin says he made the same offer to both",
        ],
        { rationale: "First passage in the paper’s own voice; the second adds that both capitals heard it." },
      ),
      verified("sundial", "priya", ["Russia renewed its offer to act as go-between for Israel and Iran."], {
        rationale: "Go-between is mediator in plain words.",
      }),
    ],
  ),
  scriptClaim(
    {
      key: "friday-conversations",
      text: "Putin spoke with Netanyahu and Pezeshkian on Friday 13 June.",
      type: "date",
      claimant: "Kremlin",
      createdBy: "priya",
    },
    [
      verified(
        "northbank",
        "priya",
        ["separate conversations he had held on Friday with Iran’s president, Masoud Pezeshkian, and Israel’s prime "
          + "minister, Benjamin Netanyahu, according to the Kremlin"],
        { attributed: true },
      ),
      verified(
        "pellworth",
        "ana",
        ["On Friday he had been on the phone to Prime Minister Benjamin Netanyahu of Israel and to Iran’s president, "
          + "Masoud Pezeshkian"],
      ),
      disputed("sundial", "ana", ["two conversations earlier on Saturday, one with Benjamin Netanyahu and one with"], {
        rationale: "Same two conversations, a day later.",
        history: [submit],
      }),
    ],
  ),
  scriptClaim(
    {
      key: "talks-not-ruled-out",
      text: "Neither president ruled out a return to nuclear negotiations with Iran.",
      type: "attribution",
      claimant: "Yuri Ushakov",
      createdBy: "ana",
    },
    [
      verified("northbank", "ana", ["Neither president excluded going back to the table"], {
        attributed: true,
      }),
      missing("pellworth", "ana", ["rule out", "exclude", "negotiat", "nuclear"], {
        rationale: "The U.S. official’s hope is not the presidents’ position.",
        history: [submit],
      }),
      verified("sundial", "priya", ["Neither leader ruled out fresh negotiations, Mr Ushakov said."], {
        attributed: true,
      }),
    ],
  ),
  scriptClaim(
    {
      key: "witkoff-ready",
      text: "Trump told Putin that his envoy Steve Witkoff was ready to meet the Iranians again.",
      type: "attribution",
      claimant: "Yuri Ushakov",
      createdBy: "ana",
    },
    [
      verified(
        "northbank",
        "ana",
        ["Mr Trump let Mr Putin know that his envoy, Steve Witkoff, was willing to meet the Iranian side again"],
        { attributed: true },
      ),
      missing("pellworth", "priya", ["Witkoff", "envoy", "delegation"], {
        rationale: "No envoy; “envoy” finds the Iranian one at the United Nations.",
      }),
      verified("sundial", "priya", ["Steve Witkoff stands ready to reopen contacts with Tehran, Mr Trump told"], {
        attributed: true,
        rationale: "“Contacts with Tehran” is the same offer in other words.",
      }),
    ],
  ),
  scriptClaim(
    {
      key: "israel-accepts-offer",
      text: "Israel accepted Russia’s offer to mediate.",
      type: "event",
      claimant: "posts on social media",
      createdBy: "priya",
    },
    [
      missing("northbank", "priya", ["accept", "mediat", "Netanyahu", "Jerusalem"]),
      missing("pellworth", "priya", ["accept", "mediator", "same offer", "Netanyahu"], {
        rationale: "Says the offer reached Israel, not what Israel said to it.",
      }),
      missing("sundial", "priya", ["accept", "go-between", "Russian offer", "commented"], {
        rationale: "“Has not commented” neither carries nor denies it. The codebook makes that missing.",
      }),
    ],
  ),
];
