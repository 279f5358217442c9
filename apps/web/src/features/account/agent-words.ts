const BROWSERS: [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/\b(?:Chrome|Chromium|HeadlessChrome|CriOS)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];

/** Those that carry the name of another in theirs come first. */
const SYSTEMS: [RegExp, string][] = [
  [/\biPhone\b/, "an iPhone"],
  [/\biPad\b/, "an iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "a Mac"],
  [/\bLinux\b/, "Linux"],
];

const LONGEST = 40;

/** "Firefox on Windows": enough to know one's own machines by. What a program says of itself proves nothing. */
export function agentWords(userAgent: string): string {
  const browser = nameIn(BROWSERS, userAgent);
  if (browser === null) {
    // How the command's own runtime names itself.
    if (/^node\b/.test(userAgent)) return "The assay command";
    const [program = ""] = userAgent.split(/[\s(]/, 1);
    return program === "" ? "A program without a name" : program.slice(0, LONGEST);
  }
  const system = nameIn(SYSTEMS, userAgent);
  return system === null ? browser : `${browser} on ${system}`;
}

function nameIn(names: readonly [RegExp, string][], userAgent: string): string | null {
  return names.find(([sign]) => sign.test(userAgent))?.[1] ?? null;
}
