/** Words at a place, in points from the upper left corner of a page of 612 × 792. */
export interface SetWords {
  words: string;
  x: number;
  y: number;
  size?: number;
}

/** A PDF with one stream of Helvetica for each page; `info` and `catalog` are further entries of theirs. */
export function makePdf(pages: readonly (readonly SetWords[])[], info = "", catalog = ""): Uint8Array {
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${5 + at * 2} 0 R`).join(" ")}] >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    `<< ${info} >>`,
  ];
  for (const page of pages) {
    const stream = page
      .map(({ words, x, y, size = 12 }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${792 - y} Tm (${words.replace(/[()\\]/g, "\\$&")}) Tj ET`)
      .join("\n");
    const contents = objects.length + 2;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${contents} 0 R >>`,
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    );
  }
  let file = "%PDF-1.7\n";
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  file += `trailer << /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${file.indexOf("xref\n0")}\n%%EOF`;
  return Uint8Array.from(file, (letter) => letter.charCodeAt(0));
}

/** Lines of one text, 15 points apart. */
export function linesAt(x: number, y: number, lines: readonly string[], size = 12): SetWords[] {
  return lines.map((words, at) => ({ words, x, y: y + at * 15, size }));
}
