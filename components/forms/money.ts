/** "1,234.5", "３０００ 元", "¥200" as plain decimals with two places; null where it is no amount. */
export function readMoney(text: string): string | null {
  const plain = text.normalize("NFKC").replace(/[\s,]|^[¥¥]|元$/g, "");
  const match = /^0*(\d{1,10})(?:\.(\d{0,2})0*)?$/.exec(plain);
  return match ? `${match[1]}.${(match[2] ?? "").padEnd(2, "0")}` : null;
}

/** The way an amount stands in its field when one is not typing: 1,234.50. */
export function showMoney(decimal: string): string {
  const [whole = "", cents] = decimal.split(".");
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (cents && cents !== "00" ? `.${cents}` : "");
}
