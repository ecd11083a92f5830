/** Cookies that hold how a person likes the screen; neither says who they are. */
export const localeCookie = "locale";
export const textSizeCookie = "text-size";
export const textSizes = ["normal", "large"] as const;
export type TextSize = (typeof textSizes)[number];

export const preferenceCookie = {
  path: "/",
  maxAge: 365 * 24 * 3600,
  sameSite: "lax",
  httpOnly: true,
} as const;
