/** Who may look at the wall: everybody who reaches the server, who has signed in, or nobody. The operator says it (WALL). */
export type WallOpening = "public" | "signed-in" | "off";

export function canSeeWall(opening: WallOpening, isSignedIn: boolean): boolean {
  return opening === "public" || (opening === "signed-in" && isSignedIn);
}
