/** Numbers of a server's /metrics, without labels. */
export async function readMetrics(url: string, names: readonly string[]): Promise<number[]> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return names.map((name) => {
    const value = new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1];
    if (value === undefined) throw new Error(`${url} has no figure ${name}`);
    return Number(value);
  });
}

/** One of several servers, added up. */
export async function sumMetric(urls: readonly string[], name: string): Promise<number> {
  const values = await Promise.all(urls.map((url) => readMetrics(url, [name])));
  return values.reduce((sum, [value = 0]) => sum + value, 0);
}
