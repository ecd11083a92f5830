type Page = {
  locale: string;
  title: string;
  sentences: readonly string[];
  back: { href: string; text: string };
};

/** What a browser shows in place of the file: a handler cannot give back one of the application's pages. */
export function faultPage({ locale, title, sentences, back }: Page): string {
  return `<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>body{font:14px/1.7 "Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;background:#f7f5f2;color:#26221e;margin:0;padding:12vh 24px}main{max-width:32rem;margin:auto;padding:24px 28px;background:#fff;border:1px solid #e5e0d9;border-radius:6px}h1{font-size:20px;margin:0 0 8px}a{color:#b3261e}</style>
<main>
<h1>${escape(title)}</h1>
${sentences.map((sentence) => `<p>${escape(sentence)}</p>`).join("\n")}
<p><a href="${escape(back.href)}">${escape(back.text)}</a></p>
</main>
</html>
`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
