import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/**
 * The key of a desk's model service, kept so that the database alone does not give it away: AES-256-GCM by a key made of
 * the server's secret, bound to the workspace. Form: "1." and base64 of 12 bytes of chance, 16 of the seal, the rest.
 */
export function sealKey(secret: string, workspaceId: string, key: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyOf(secret), nonce);
  cipher.setAAD(Buffer.from(workspaceId, "utf8"));
  const sealed = Buffer.concat([cipher.update(key, "utf8"), cipher.final()]);
  return `1.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64")}`;
}

/** Null where the secret is another by now, or the row was altered or copied from another desk. */
export function openKey(secret: string, workspaceId: string, sealed: string): string | null {
  const [form, packed = ""] = sealed.split(".");
  const bytes = Buffer.from(packed, "base64");
  if (form !== "1" || bytes.length < 28) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyOf(secret), bytes.subarray(0, 12), { authTagLength: 16 });
    decipher.setAAD(Buffer.from(workspaceId, "utf8"));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

function keyOf(secret: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "assay", "key of a model service", 32));
}
