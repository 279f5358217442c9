/** One number of a server's /metrics, without labels. */
export async function readMetric(url: string, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const value = new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1];
  if (value === undefined) throw new Error(`${url} has no figure ${name}`);
  return Number(value);
}

/** The same of several servers, added up. */
export async function sumMetric(urls: readonly string[], name: string): Promise<number> {
  const values = await Promise.all(urls.map((url) => readMetric(url, name)));
  return values.reduce((sum, value) => sum + value, 0);
}
