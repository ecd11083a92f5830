import { Link } from "./link";
import { TabCount, tabList, tabStyle } from "./tab-style";

type Props = {
  label: string;
  tabs: { key: string; label: string; href: string; count?: number }[];
  current: string;
};

export function LinkTabs({ label, tabs, current }: Props) {
  return (
    <nav aria-label={label} className={tabList}>
      {tabs.map((tab) => (
        <Link
          key={tab.key}
          href={tab.href}
          aria-current={tab.key === current ? "page" : undefined}
          className={tabStyle}
        >
          {tab.label}
          <TabCount count={tab.count} />
        </Link>
      ))}
    </nav>
  );
}
