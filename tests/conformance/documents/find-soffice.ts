import { spawnSync } from "node:child_process";

const PLACES = ["soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice"];

/** LibreOffice's command, wherever this machine keeps it; null where there is none. */
export function findSoffice(): string | null {
  return PLACES.find((place) => spawnSync(place, ["--version"], { stdio: "ignore" }).status === 0) ?? null;
}
