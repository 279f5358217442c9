import { expect, it } from "vitest";
import { checkPasswordChange, checkSignIn, checkSignUp } from "./account-checks.ts";

it("asks for what is missing", () => {
  expect(Object.keys(checkSignIn("", ""))).toEqual(["email", "password"]);
  expect(Object.keys(checkSignUp(" ", "a@b", "")).sort()).toEqual(["name", "password"]);
  expect(Object.keys(checkPasswordChange("", ""))).toEqual(["current", "fresh"]);
});

it("counts a password by characters, as its owner does", () => {
  expect(checkSignUp("Ana", "a@b", "12345678é").password).toBe("This has 9 characters. It needs at least 10.");
  expect(checkSignUp("Ana", "a@b", "1234567890")).toEqual({});
  expect(checkSignUp("Ana", "a@b", "x".repeat(129)).password).toBe("This has 129 characters. It may have at most 128.");
});

it("takes an address with white space around it", () => expect(checkSignIn(" ana@desk.example ", "x")).toEqual({}));

it("wants a new password to be long enough, and new", () => {
  expect(checkPasswordChange("short", "1")).toEqual({ fresh: "This has 1 character. It needs at least 10." });
  expect(checkPasswordChange("1234567890", "1234567890").fresh).toMatch(/^This is the password you have/);
  // An old one may be shorter than the desk asks for today.
  expect(checkPasswordChange("short", "1234567890")).toEqual({});
});
