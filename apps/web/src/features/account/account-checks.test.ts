import { expect, it } from "vitest";
import { checkSignIn, checkSignUp } from "./account-checks.ts";

it("asks for what is missing", () => {
  expect(Object.keys(checkSignIn("", ""))).toEqual(["email", "password"]);
  expect(Object.keys(checkSignUp(" ", "a@b", "", 10)).sort()).toEqual(["name", "password"]);
});

it("counts a password by characters, as its owner does", () => {
  expect(checkSignUp("Ana", "a@b", "12345678é", 10).password).toBe("This has 9 characters. It needs at least 10.");
  expect(checkSignUp("Ana", "a@b", "1234567890", 10)).toEqual({});
});

it("takes an address with white space around it", () => expect(checkSignIn(" ana@desk.example ", "x")).toEqual({}));
