import { expect, it } from "vitest";
import { activeItem } from "./nav-items";

it("marks the nearest item", () => {
  expect(activeItem("/awards/requests/3", ["home", "awards", "requests"])).toBe("requests");
  expect(activeItem("/awards/requests/3", ["home", "awards"])).toBe("awards");
  expect(activeItem("/awards", ["home", "awards"])).toBe("awards");
  expect(activeItem("/", ["home", "awards"])).toBe("home");
  expect(activeItem("/exchange/imports/7", ["home", "imports"])).toBe("imports");
  expect(activeItem("/awardsx", ["home", "awards"])).toBeUndefined();
});
