"use client";

import { Tabs as Primitive } from "radix-ui";
import type { ReactNode } from "react";
import { TabCount, tabList, tabStyle } from "./tab-style";

type Tab = { key: string; label: string; count?: number; content: ReactNode };

/** Parts of one page. Where a tab deserves an address of its own, use LinkTabs. */
export function Tabs({ label, tabs, defaultTab }: { label: string; tabs: Tab[]; defaultTab?: string }) {
  return (
    <Primitive.Root defaultValue={defaultTab ?? tabs[0]?.key}>
      <Primitive.List aria-label={label} className={tabList}>
        {tabs.map((tab) => (
          <Primitive.Trigger key={tab.key} value={tab.key} className={tabStyle}>
            {tab.label}
            <TabCount count={tab.count} />
          </Primitive.Trigger>
        ))}
      </Primitive.List>
      {tabs.map((tab) => (
        <Primitive.Content key={tab.key} value={tab.key} className="pt-4">
          {tab.content}
        </Primitive.Content>
      ))}
    </Primitive.Root>
  );
}
