"use client";

import "./globals.css";

/** The layout itself failed, catalogs and all: both languages stand here in full. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="zh-CN">
      <body>
        <main className="mx-auto max-w-lg px-6 py-20 text-center">
          <h1 className="font-serif text-xl font-bold">系统暂时无法使用</h1>
          <p className="mt-2 text-ink-2">请稍后刷新页面。</p>
          <div lang="en" className="mt-6">
            <p className="font-semibold">The system is not available</p>
            <p className="text-ink-2">Reload the page in a while.</p>
          </div>
          {error.digest && <p className="mt-6 text-xs text-ink-3">{error.digest}</p>}
        </main>
      </body>
    </html>
  );
}
