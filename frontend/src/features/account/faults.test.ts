import assert from "node:assert/strict";
import { test } from "node:test";
import { ApiError } from "../../api/ApiError";
import { faultsOf } from "./faults";
import { passwordFault, passwordRules } from "./rules";

const fields = ["username", "email", "password"];

test("each fault is at the field it belongs to", () => {
  const problems = [
    { type: "string_too_short", loc: ["body", "password"], msg: "too short" },
    { type: "email_format", loc: ["body", "email"], msg: "no address" },
    { type: "odd", loc: ["body"], msg: "odd" },
  ];
  const error = new ApiError(422, "string_too_short", "too short", problems);
  assert.deepEqual(faultsOf(error, fields), { password: "too short", email: "no address", form: "odd" });
});

test("a name that is taken is a fault of the name", () => {
  const error = new ApiError(400, "username_taken", "Username already exists");
  assert.deepEqual(faultsOf(error, fields), { username: "Username already exists" });
});

test("what belongs to no field is said of the form, in words", () => {
  assert.deepEqual(faultsOf(new ApiError(0, "unreachable", ""), fields), {
    form: "The service cannot be reached. Check the connection, and try again.",
  });
  assert.deepEqual(faultsOf(new ApiError(429, "rate_limited", "x", [], "", 7), fields), {
    form: "Too many attempts: try again in 7 seconds.",
  });
});

const states = (...of: Parameters<typeof passwordRules>) => passwordRules(...of).map((rule) => rule.state);

test("lengths of passwords are counted in characters", () => {
  assert.deepEqual(states("𝑥𝑥𝑥𝑥𝑥𝑥𝑥", "ada"), ["broken", "kept", "open"]);
  assert.deepEqual(states("𝑥𝑥𝑥𝑥𝑥𝑥𝑥𝑥", "ada"), ["kept", "kept", "open"]);
});

test("the user name is no password, however it is written", () => {
  assert.deepEqual(states("AdaLovelace", "adalovelace"), ["kept", "broken", "open"]);
});

test("which passwords are common the service alone knows, and of an empty one nothing is said", () => {
  assert.deepEqual(states("password", "ada", "password"), ["kept", "kept", "broken"]);
  assert.deepEqual(states("password!", "ada", "password"), ["kept", "kept", "open"]);
  assert.deepEqual(states("", "ada", ""), ["open", "open", "open"]);
});

test("a password that breaks a rule is known before it is sent", () => {
  assert.equal(passwordFault("abcd", "ada"), "A rule is broken: 8 to 128 characters");
  assert.equal(passwordFault("adalovelace", "adalovelace"), "A rule is broken: not the user name");
  assert.equal(passwordFault("password", "ada"), undefined);
});
