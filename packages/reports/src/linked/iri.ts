const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/u;

/** An IRI for something of a case, or for a named part of it: it has no address on the web. */
export function iriOf(id: string, part?: string): string {
  const base = UUID.test(id) ? `urn:uuid:${id}` : `urn:x-assay:${encodeURIComponent(id)}`;
  return part === undefined ? base : `${base}#${encodeURIComponent(part)}`;
}
