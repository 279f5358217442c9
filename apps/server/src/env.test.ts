import { describe, expect, it } from "vitest";
import { EnvError, readEnv } from "./env.ts";

const url = "postgres://assay@db.example/assay";
const secret = "x".repeat(32);

describe("readEnv", () => {
  it("needs nothing for an embedded server, which is open and listens to this machine alone", () => {
    const env = readEnv({});
    expect(env).toMatchObject({ databaseUrl: null, port: 4310, host: "127.0.0.1", secret: null, registration: "open" });
    expect(env.dataDir).toMatch(/data$/);
  });

  it("takes an empty variable for one that is not set", () => {
    expect(readEnv({ DATABASE_URL: "", PORT: "", ASSAY_SECRET: "" })).toEqual(readEnv({}));
  });

  it("closes registration where a database is given, unless told otherwise", () => {
    expect(readEnv({ DATABASE_URL: url, ASSAY_SECRET: secret }).registration).toBe("closed");
    expect(readEnv({ DATABASE_URL: url, ASSAY_SECRET: secret, ASSAY_REGISTRATION: "open" }).registration).toBe("open");
  });

  it("runs on a given database without a secret, which it then keeps by itself", () => {
    expect(readEnv({ DATABASE_URL: url })).toMatchObject({ databaseUrl: url, secret: null });
  });

  it("cuts an origin down to scheme and host", () => {
    expect(readEnv({ ASSAY_ORIGIN: "https://desk.example/assay/" }).origin).toBe("https://desk.example");
  });

  it("sends mail where it is told whither and from whom", () => {
    const mail = { ASSAY_SMTP_URL: "smtps://u:p@mail.example:465", ASSAY_MAIL_FROM: "Desk <desk@example.org>" };
    expect(readEnv(mail).mail).toEqual({ smtpUrl: mail.ASSAY_SMTP_URL, from: mail.ASSAY_MAIL_FROM });
    expect(readEnv({}).mail).toBeNull();
  });

  it("lets models be reached on the web alone, unless told otherwise", () => {
    expect(readEnv({}).models).toEqual({ addresses: "public", folder: null });
    const { models } = readEnv({ ASSAY_MODEL_ADDRESSES: "loopback", ASSAY_MODEL_FOLDER: "/srv/models" });
    expect(models).toEqual({ addresses: "loopback", folder: "/srv/models" });
  });

  it.each([
    [{ DATABASE_URL: url, ASSAY_SECRET: "short" }, "ASSAY_SECRET is too short"],
    [{ DATABASE_URL: "mysql://db" }, "DATABASE_URL is no postgres:// address"],
    [{ PORT: "many" }, "PORT is no number"],
    [{ ASSAY_STOP_DELAY: "a while" }, "ASSAY_STOP_DELAY is no number of seconds"],
    [{ ASSAY_SMTP_URL: "mail.example" }, "ASSAY_SMTP_URL is no smtp:// or smtps:// address"],
    [{ ASSAY_SMTP_URL: "smtp://mail.example" }, "ASSAY_MAIL_FROM is not set"],
    [{ ASSAY_MAIL_FROM: "the desk" }, "ASSAY_MAIL_FROM is no mail address"],
    [{ ASSAY_MODEL_ADDRESSES: "all" }, "ASSAY_MODEL_ADDRESSES is public, loopback or private"],
    [{ ASSAY_REGISTRATION: "maybe" }, "ASSAY_REGISTRATION is open or closed"],
  ])("refuses %j and names what to mend", (source, message) => {
    expect(() => readEnv(source)).toThrow(EnvError);
    expect(() => readEnv(source)).toThrow(message);
  });
});
