/** ID and phone numbers by their shape: whoever looks sees enough to tell them apart, and no more. */
export function maskNumbers(text: string): string {
  return text
    .replace(idNumber, (id) => "*".repeat(id.length - 4) + id.slice(-4))
    .replace(phoneNumber, "$1****$2");
}

// Region, birth (with or without its century), order, and since 1999 a check digit.
const idNumber =
  /(?<![0-9A-Za-z])\d{6}(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]?(?![0-9A-Za-z])/g;
const phoneNumber = /(?<![0-9A-Za-z])(1[3-9]\d)\d{4}(\d{4})(?![0-9A-Za-z])/g;
