/** A setting is missing or wrong; the message names the variable and the remedy. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
}
