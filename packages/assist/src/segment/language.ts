/** What a text is written in, as far as its words tell. `handled`: the whole of the pipeline knows this language. */
export interface LanguageGuess {
  /** BCP 47; "und" where the words do not tell. */
  language: string;
  handled: boolean;
}

/** How much of a text is looked at: enough for a sure guess, and the same for a page and a book. */
const LOOKED_AT = 20_000;

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hiragana}|\p{Script=Katakana}/gu, "ja"],
  [/\p{Script=Han}/gu, "zh"],
  [/\p{Script=Hangul}/gu, "ko"],
  [/\p{Script=Cyrillic}/gu, "ru"],
  [/\p{Script=Arabic}/gu, "ar"],
  [/\p{Script=Hebrew}/gu, "he"],
  [/\p{Script=Greek}/gu, "el"],
  [/\p{Script=Devanagari}/gu, "hi"],
  [/\p{Script=Thai}/gu, "th"],
];

/** None of these scripts has a letter before the Greek ones, nor among the marks of print: most texts need not be searched for each. */
const MAY_BE_FOREIGN = /[\u0370-\u1fff\u2070-\u{10ffff}]/u;

/** The commonest short words of each language, those that only one of them has where possible. */
const COMMON_WORDS: Record<string, string> = {
  en: "the of and to in is that for was it with on as are this be by at from have has not were which said will",
  de: "der die und den von zu das mit sich des auf für ist im dem nicht ein eine als auch werden aus hat dass sie",
  fr: "le la les des et est une du dans que qui pour sur pas par plus avec au sont ce il elle a été cette ont",
  es: "el la los las de que y en un una por con no para su al lo como más pero fue este ha sus del se",
  it: "il di che la e per un una del della non sono con le si da gli ha al dei nel più anche è alla",
  pt: "o a os as de que e do da em um uma para com não por mais dos das ao foi no na se sua pelo",
  nl: "de het een van en in is dat op te met voor zijn niet aan er om ook als bij door naar werd heeft wordt",
  pl: "w i na z się nie do że jest o to przez po od za jak dla ale oraz był który są przy już",
  ro: "de și în la cu pe care nu din este pentru că mai un o sunt fost prin ca după dar al ale",
  sv: "och att det i en som på är av för den med till inte har de om ett var från han kan men",
  tr: "ve bir bu da de için ile olarak olan daha çok en ne gibi kadar sonra ancak var olduğu",
};

/** Of each common word, the places of its languages in the list. */
const LANGUAGES_OF = new Map<string, number[]>();
for (const [place, list] of Object.values(COMMON_WORDS).entries()) {
  for (const word of new Set(list.split(" "))) LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), place]);
}

export function guessLanguage(text: string, given?: string): LanguageGuess {
  const language = given?.toLowerCase() ?? languageOf(text.slice(0, LOOKED_AT));
  return { language, handled: /^en\b/.test(language) };
}

function languageOf(text: string): string {
  if (!/\p{L}/u.test(text)) return "und";
  for (const [script, language] of MAY_BE_FOREIGN.test(text) ? SCRIPTS : []) {
    const share = (text.match(script)?.length ?? 0) / (text.match(/\p{L}/gu)?.length ?? 1);
    // A Japanese text is mostly Han; a tenth of kana settles it.
    if (share > (language === "ja" ? 0.1 : 0.4)) return language;
  }
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  let best = { language: "und", share: 0 };
  const counts = Object.keys(COMMON_WORDS).map((language) => ({ language, count: 0 }));
  for (const word of words) for (const place of LANGUAGES_OF.get(word) ?? []) (counts[place] as { count: number }).count += 1;
  for (const { language, count } of counts) {
    const share = count / words.length;
    if (share > best.share) best = { language, share };
  }
  // A headline has few of the common words, a text of a language that is not listed has hardly any.
  return best.share >= (words.length < 30 ? 0.05 : 0.12) ? best.language : "und";
}
