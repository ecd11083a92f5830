export type Tone = "neutral" | "info" | "success" | "warning" | "danger" | "accent" | "gold";

/** Text on a pale ground of the same colour, with a line around. */
export const toneTint: Record<Tone, string> = {
  neutral: "border-line bg-sunken text-ink-2",
  info: "border-info-line bg-info-tint text-info",
  success: "border-success-line bg-success-tint text-success",
  warning: "border-warning-line bg-warning-tint text-warning",
  danger: "border-danger-line bg-danger-tint text-danger",
  accent: "border-honor-line bg-honor-tint text-honor",
  gold: "border-gold-line bg-gold-tint text-gold",
};

export const toneText: Record<Tone, string> = {
  neutral: "text-ink",
  info: "text-info",
  success: "text-success",
  warning: "text-warning",
  danger: "text-danger",
  accent: "text-honor",
  gold: "text-gold",
};

export const toneDot: Record<Tone, string> = {
  neutral: "bg-line-control",
  info: "bg-info",
  success: "bg-success",
  warning: "bg-warning",
  danger: "bg-danger",
  accent: "bg-honor",
  gold: "bg-gilt",
};

export const toneFill: Record<Tone, string> = {
  neutral: "fill-line-control",
  info: "fill-info",
  success: "fill-success",
  warning: "fill-warning",
  danger: "fill-danger",
  accent: "fill-honor",
  gold: "fill-gilt",
};
