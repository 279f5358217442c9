import type { Word } from "./tagger.ts";

/** Words that follow each other and make one verb: "has not yet been decided". `from` and `to` are word indexes. */
export interface VerbGroup {
  from: number;
  to: number;
  /** Has a tense: "decides", "was asked"; neither "deciding" nor "to decide". */
  finite: boolean;
}

const INSIDE = new Set(["ADV", "PART"]);
const isVerb = (pos: string | undefined) => pos === "VERB" || pos === "AUX";

export function verbGroups(text: string, words: readonly Word[]): VerbGroup[] {
  const groups: VerbGroup[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (!isVerb(words[at]?.pos)) continue;
    const from = at;
    let to = at + 1;
    for (let next = to; next < words.length && next < from + 12; next += 1) {
      const pos = words[next]?.pos ?? "";
      if (isVerb(pos)) to = next + 1;
      else if (!INSIDE.has(pos)) break;
    }
    const first = words[from] as Word;
    const infinitive = from > 0 && /^to$/i.test(spell(text, words[from - 1] as Word));
    const gerund = first.pos === "VERB" && /ing$/i.test(spell(text, first));
    groups.push({ from, to, finite: !infinitive && !gerund });
    at = to - 1;
  }
  return groups;
}

export function spell(text: string, word: Word | undefined): string {
  return word === undefined ? "" : text.slice(word.start, word.end);
}

/** Verbs whose object is what somebody says, thinks or finds. Every printed form. */
export const SAYING = new Set(
  forms(
    "say:says said saying,tell:tells told telling,add:adds added adding,announce,argue,assert,assure,believe,claim,comment," +
      "complain,concede,conclude,confirm,contend,declare,deny:denies denied denying,describe,disclose,estimate,expect,explain," +
      "fear,find:finds found,forecast:forecasts forecast,hope,imply:implies implied,indicate,inform,insist,joke,learn,maintain," +
      "mention,note,observe,plead,pledge,point:points pointed pointing,predict,project,promise,propose,quip:quips quipped,fume," +
      "reckon,reiterate,remark,remind,reply:replies replied,report,respond,reveal,shout,show:shows showed,speculate,state," +
      "stress:stresses stressed,suggest,swear:swears swore,think:thinks thought,threaten,tweet,understand:understands understood," +
      "urge,vow,warn,wonder,write:writes wrote written,testify:testifies testified,acknowledge,accuse,admit:admits admitted admitting," +
      "allege,advise,agree,ask,call,cite,answer,feel:feels felt,know:knows knew,repeat,rule,specify:specifies specified",
  ),
);

function forms(list: string): string[] {
  return list.split(",").flatMap((entry) => {
    const [base = "", given] = entry.split(":");
    if (given !== undefined) return [base, ...given.split(" ")];
    const stem = base.endsWith("e") ? base.slice(0, -1) : base;
    return [base, `${base}s`, `${stem}ed`, `${stem}ing`];
  });
}
