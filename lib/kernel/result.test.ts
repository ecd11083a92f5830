import { expect, test } from "vitest";
import { ok, parseFaultKey, refuse, refuseField, statusOf } from "./result";

test("values and refusals", () => {
  expect(ok(3)).toEqual({ ok: true, value: 3 });
  expect(ok().ok).toBe(true);
  expect(refuse({ code: "forbidden" })).toEqual({ ok: false, fault: { code: "forbidden" } });
  expect(refuseField("name", "required").fault.fields).toEqual({ name: ["required"] });
});

test("each code has its status", () => {
  const codes = [
    "invalid",
    "unauthenticated",
    "forbidden",
    "not_found",
    "stale",
    "mismatch",
    "too_large",
    "throttled",
  ] as const;
  expect(codes.map(statusOf)).toEqual([400, 401, 403, 404, 409, 422, 413, 429]);
});

test("a key may carry a parameter", () => {
  expect(parseFaultKey("tooLong:200")).toEqual({ key: "tooLong", values: { max: 200 } });
  expect(parseFaultKey("badDate")).toEqual({ key: "badDate", values: {} });
  expect(parseFaultKey("odd:x:y")).toEqual({ key: "odd", values: { value: "x:y" } });
});
