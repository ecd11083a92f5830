import fc from "fast-check";
import { expect, test } from "vitest";
import { contentDisposition, displayName } from "./names";

test("a name keeps its words and loses its folders, marks and false ending", () => {
  expect(displayName("青工发〔2022〕15号.PDF", "application/pdf")).toBe("青工发〔2022〕15号.PDF");
  expect(displayName("../../etc/passwd", "application/pdf")).toBe("passwd.pdf");
  expect(displayName("C:\\temp\\扫描件.exe", "image/png")).toBe("扫描件.exe.png");
  expect(displayName('a"b\r\nc:d.jpeg', "image/jpeg")).toBe("a_b c_d.jpeg");
  expect(displayName("x\u202egnp.pdf", "application/pdf")).toBe("xgnp.pdf");
  expect(displayName("", "image/jpeg")).toBe("file.jpg");
  expect(displayName("...", "application/pdf")).toBe("file.pdf");
  expect([...displayName("名".repeat(300), "application/pdf")].length).toBeLessThan(210);
});

test("a download's header carries any name in plain ASCII", () => {
  expect(contentDisposition("公示 (终).pdf")).toBe(
    `attachment; filename="__ (_).pdf"; filename*=UTF-8''%E5%85%AC%E7%A4%BA%20%28%E7%BB%88%29.pdf`,
  );
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (name) => {
      const header = contentDisposition(displayName(name, "application/pdf"));
      expect(header).toMatch(/^attachment; filename="[ !#-[\]-~]*"; filename\*=UTF-8''[\w!#$&+.^`|~%-]*$/);
    }),
  );
});
