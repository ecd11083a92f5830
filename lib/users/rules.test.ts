import { expect, it } from "vitest";
import { deviceOf, scopeFault, stateOf } from "./rules";
import { newGrant, newUser, readUserFilter } from "./schema";

it("wants a unit of the right tree for a role with a scope", () => {
  expect(scopeFault("recorder", null)).toBe("roleScopeRequired");
  expect(scopeFault("recorder", { tree: "company" })).toBe("wrongTree");
  expect(scopeFault("hr", { tree: "company" })).toBeNull();
  expect(scopeFault("auditor", null)).toBeNull();
});

it("shows what keeps a person out before what they have to do", () => {
  const account = {
    disabledAt: null,
    mustChangePassword: true,
    employee: { status: "active", mergedIntoId: null },
  };
  expect(stateOf(account)).toBe("due");
  expect(stateOf({ ...account, employee: { status: "retired", mergedIntoId: null } })).toBe("left");
  expect(stateOf({ ...account, disabledAt: new Date(0) })).toBe("disabled");
  expect(stateOf({ ...account, mustChangePassword: false, employee: null })).toBe("open");
});

it.each([
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0",
    "Edge",
    "Windows",
  ],
  [
    "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36 MicroMessenger/8.0",
    "WeChat",
    "Android",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1 Version/17.0 Mobile Safari/604.1",
    "Safari",
    "iOS",
  ],
  ["curl/8", null, null],
])("tells a device from %s", (userAgent, browser, system) =>
  expect(deviceOf(userAgent)).toEqual({ browser, system }),
);

it("reads user names in small letters, and refuses what nobody could type again", () => {
  const read = (username: string) => newUser.safeParse({ username, name: "张伟", employeeId: "" });
  expect(read("  ZhangWei ")).toMatchObject({
    success: true,
    data: { username: "zhangwei", employeeId: null },
  });
  expect(read("张伟_1").success).toBe(true);
  for (const username of ["a", "zhang wei", "-x", "x'--", "a".repeat(65), "zhang😀"])
    expect(read(username).success).toBe(false);
});

it("names a role that is missing or unknown", () => {
  const faultOf = (role: unknown) =>
    newGrant.safeParse({ userId: "1", role, organizationId: "" }).error?.issues[0]?.message;
  expect(faultOf("")).toBe("requiredChoice");
  expect(faultOf("owner")).toBe("unknownValue");
});

it("makes a usable filter of whatever stands in the address", () => {
  expect(
    readUserFilter({ state: "nonsense", role: ["hr", "x"], page: "-1", sort: "password", size: "1e9" }),
  ).toMatchObject({
    state: undefined,
    role: "hr",
    page: 1,
    sort: "name",
    direction: "asc",
  });
});
